import { sql, type Kysely } from 'kysely'
import type { Log, SealedBallot } from '../ports.ts'
import {
  bodyOf,
  readBallot,
  type BallotRow,
  type BoxEngine,
  type BoxRow,
  type EnvelopeRow,
  type Turnout,
} from './ballot-box.ts'
import { BOX_LOCK, createKeep, standing, type Step } from './keep-postgres.ts'
import type { Tables } from './tables.ts'

/** Rows in one statement of the seal. */
const SLICE = 2000

/**
 * The box's statements on PostgreSQL. A cast shares its box's lock, close and seal have it alone: no
 * cast is half done when a box closes (house rule of many nodes). The lock is a statement of its own,
 * because a statement sees only what was there when it began (T5).
 */
export function createPostgresEngine(tables: Kysely<Tables>, log: Pick<Log, 'error'>): BoxEngine {
  const inBox = <R>(box: number, work: (step: Step) => Promise<R>) =>
    tables.transaction().execute(async (step) => {
      await sql`select pg_advisory_xact_lock(${BOX_LOCK}::int, ${box}::int)`.execute(step)
      return work(step)
    })

  const set = (box: number, from: BoxRow['state'], to: BoxRow['state']) =>
    inBox(box, async (step) => {
      await sql`update box set state = ${to} where number = ${box} and state = ${from}`.execute(
        step,
      )
    })

  return {
    create: ({ questionId, state, salt, receipts, size }) =>
      tables.transaction().execute(async (step) => {
        const old = await find(step, questionId)
        if (!old) {
          await sql`insert into box (question_id, state, salt, receipts, size)
            values (${questionId}, ${state}, ${salt}, ${receipts}, ${size})`.execute(step)
          return
        }
        // A box that an opening left behind half-way takes the new settings; one with ballots never.
        await sql`select pg_advisory_xact_lock(${BOX_LOCK}::int, ${old.number}::int)`.execute(step)
        const made = await sql`update box
          set salt = ${salt}, receipts = ${receipts}, size = ${size}
          where number = ${old.number} and state = 'open'
            and not exists (select from envelope where box = ${old.number})`.execute(step)
        if (made.numAffectedRows !== 1n) throw new Error(`the box of ${questionId} is in use`)
      }),
    find: (questionId) => find(tables, questionId),
    keep: createKeep(tables),
    async stored(box, seat) {
      const found = (await standing(tables, box, [seat])).get(seat)
      return found ?? { rev: 0, ballotId: null }
    },
    async envelopes(box) {
      const { rows } = await sql<Omit<EnvelopeRow, 'box'>>`select
        seat, rev, ballot_id as "ballotId", sealed
        from envelope where box = ${box} order by seat`.execute(tables)
      return rows.map((row) => ({ ...row, box }))
    },
    setClosed: (box) => set(box, 'open', 'closed'),
    setOpen: (box) => set(box, 'closed', 'open'),
    seal: (box, ballots, turnout) =>
      inBox(box, async (step) => {
        const flipped = await sql`update box set state = 'sealed'
          where number = ${box} and state = 'closed'`.execute(step)
        if (flipped.numAffectedRows !== 1n) throw new Error(`box ${box} is not closed`)
        for (const slice of slices(ballots)) await addBallots(step, box, slice, FAULT)
        for (const slice of slices(turnout)) await addTurnout(step, box, slice)
        await sql`delete from envelope where box = ${box}`.execute(step)
      }),
    async holdsMore(box, than) {
      const { rows } = await sql<{ held: number }>`select count(*) as held from (
        select from envelope where box = ${box} union all select from ballot where box = ${box}
        limit ${than + 1}) as first`.execute(tables)
      return Number(rows[0]!.held) > than
    },
    setSealing: (box) => set(box, 'closed', 'sealing'),
    addSealed: (box, ballots) => inBox(box, (step) => addBallots(step, box, ballots, STAYS)),
    async held(box) {
      const { rows } = await sql<{ held: number }>`select count(*) as held
        from envelope where box = ${box}`.execute(tables)
      return Number(rows[0]!.held)
    },
    dropEnvelopes: (box, most) =>
      inBox(box, async (step) => {
        const { rows } = await sql<Turnout>`delete from envelope where box = ${box} and seat in (
          select seat from envelope where box = ${box} order by seat limit ${most})
          returning seat, rev`.execute(step)
        await addTurnout(step, box, rows)
        return rows.length
      }),
    setSealed: (box) =>
      inBox(box, async (step) => {
        const flipped = await sql`update box set state = 'sealed'
          where number = ${box} and state = 'sealing'
          and not exists (select from envelope where box = ${box})`.execute(step)
        if (flipped.numAffectedRows !== 1n) throw new Error(`box ${box} is not sealed yet`)
      }),
    async cutJournal() {
      // The journal is the database's own; what we can give back is the room of the dead rows. It is
      // tidiness: they are envelopes, and worthless once their key is destroyed. So nobody waits for
      // who else holds the table, or hears that it failed; the next seal's vacuum takes these rows too.
      await sql`vacuum (skip_locked on, index_cleanup on) envelope`
        .execute(tables)
        .catch((fault: unknown) => {
          log.error('box/vacuum', fault)
        })
    },
    async ballots(box) {
      const { rows } = await sql<BallotRow>`select
        leaf, copy, body from ballot
        where box = ${box} order by leaf collate "C", copy`.execute(tables)
      return rows.map(readBallot)
    },
    async leaves(box) {
      const { rows } = await sql<Pick<BallotRow, 'leaf'>>`select leaf from ballot
        where box = ${box} order by leaf collate "C", copy`.execute(tables)
      return rows.map(({ leaf }) => leaf)
    },
    async turnout(box) {
      const { rows } = await sql<Turnout>`select seat, rev from turnout
        where box = ${box} order by seat`.execute(tables)
      return rows
    },
  }
}

async function find(tables: Kysely<Tables>, questionId: string): Promise<BoxRow | null> {
  const { rows } = await sql<BoxRow>`select
    number, question_id as "questionId", state, salt, receipts, size
    from box where question_id = ${questionId}`.execute(tables)
  return rows[0] ?? null
}

/** What a ballot does that is there already: in a slice that is repeated it stays. */
const [FAULT, STAYS] = [sql``, sql`on conflict do nothing`]

async function addBallots(
  step: Step,
  box: number,
  ballots: readonly SealedBallot[],
  twice: typeof STAYS,
) {
  const leaves = ballots.map(({ leaf }) => leaf)
  const copies = ballots.map(({ copy }) => copy)
  const bodies = ballots.map(bodyOf)
  await sql`insert into ballot (box, leaf, copy, body)
    select ${box}, leaf, copy, body
    from unnest(${leaves}::text[], ${copies}::bigint[], ${bodies}::text[])
      as new (leaf, copy, body) ${twice}`.execute(step)
}

async function addTurnout(step: Step, box: number, turnout: readonly Turnout[]) {
  const seats = turnout.map(({ seat }) => seat)
  const revs = turnout.map(({ rev }) => rev)
  await sql`insert into turnout (box, seat, rev)
    select ${box}, seat, rev
    from unnest(${seats}::bigint[], ${revs}::bigint[]) as new (seat, rev)`.execute(step)
}

function slices<T>(all: readonly T[]): T[][] {
  const count = Math.ceil(all.length / SLICE)
  return Array.from({ length: count }, (_, nth) => all.slice(nth * SLICE, (nth + 1) * SLICE))
}
