import { setTimeout as pause } from 'node:timers/promises'
import { sql, type Kysely, type Transaction } from 'kysely'
import type { BallotId, Seat } from '../../shared/ids.ts'
import { isBusyFault } from '../ports.ts'
import type { BoxEngine, EnvelopeRow, Refused, Stored } from './ballot-box.ts'
import type { Tables } from './tables.ts'

export type Step = Transaction<Tables>
type Answer = Refused | null

/** Locks of a box are told apart from others by this first of two numbers: `mBox`. */
export const BOX_LOCK = 0x6d426f78
/** A restart of the database takes a second or two; longer, and voters are told that we are busy. */
const PATIENCE_MS = 5000
const TRY_AGAIN_MS = 100

/**
 * One transaction a box. A connection that is lost in a commit leaves it open whether the rows were
 * kept: the same is asked again until the database answers, and a row that stands already is ours.
 */
export function createKeep(tables: Kysely<Tables>): BoxEngine['keep'] {
  const unsure = new Set<BallotId>()
  let isAway = false

  const keepBox = (box: number, rows: readonly EnvelopeRow[]) =>
    tables.transaction().execute(async (step) => {
      await sql`select pg_advisory_xact_lock_shared(${BOX_LOCK}::int, ${box}::int)`.execute(step)
      return decide(step, box, rows)
    })

  async function keepAll(rows: readonly EnvelopeRow[]): Promise<Map<EnvelopeRow, Answer>> {
    const answers = new Map<EnvelopeRow, Answer>()
    for (const box of new Set(rows.map((row) => row.box))) {
      const own = rows.filter((row) => row.box === box)
      for (const [row, answer] of await keepBox(box, own)) answers.set(row, answer)
    }
    return answers
  }

  function settled(row: EnvelopeRow, answer: Answer): Answer {
    const isOurs = answer?.ballotId === row.ballotId && answer.rev === row.rev
    return unsure.delete(row.ballotId) && isOurs ? null : answer
  }

  return async (rows) => {
    // Who has waited once in vain is not waited for at every batch.
    const until = isAway ? 0 : performance.now() + PATIENCE_MS
    for (;;) {
      try {
        const answers = await keepAll(rows)
        isAway = false
        return rows.map((row) => settled(row, answers.get(row) ?? null))
      } catch (fault) {
        if (!isBusyFault(fault)) throw fault
        for (const { ballotId } of rows) unsure.add(ballotId)
        isAway = performance.now() >= until
        if (isAway) throw fault
      }
      await pause(TRY_AGAIN_MS)
    }
  }
}

/** One row a seat in a statement (T6): a further cast of a seat is decided against what stands then. */
async function decide(
  step: Step,
  box: number,
  rows: readonly EnvelopeRow[],
): Promise<Map<EnvelopeRow, Answer>> {
  const answers = new Map<EnvelopeRow, Answer>()
  for (let left = rows; left.length > 0; left = left.filter((row) => !answers.has(row))) {
    const next = new Map<Seat, EnvelopeRow>()
    for (const row of left) if (!next.has(row.seat)) next.set(row.seat, row)
    const stands = await write(step, box, [...next.values()])
    const waits = new Set<Seat>()
    for (const row of left) {
      const { kept, refused } = stands.get(row.seat)!
      if (next.get(row.seat) === row) answers.set(row, kept === row ? null : refused)
      else if (waits.has(row.seat) || row.rev === refused.rev + 1) waits.add(row.seat)
      else answers.set(row, refused)
    }
  }
  return answers
}

interface Stands {
  /** The row that was written; null where something else stands. */
  kept: EnvelopeRow | null
  /** What any other cast of this seat is told. */
  refused: Refused
}

/** Writes at most one row for each seat, and says what stands for each of them after it. */
async function write(
  step: Step,
  box: number,
  rows: readonly EnvelopeRow[],
): Promise<Map<Seat, Stands>> {
  // Sorted by seat: two nodes that write the same seats wait for each other in one order.
  const sorted = [...rows].sort((a, b) => a.seat - b.seat)
  const column = <K extends keyof EnvelopeRow>(name: K) => sorted.map((row) => row[name])
  const written = await sql<{ seat: Seat }>`
    insert into envelope (box, seat, rev, ballot_id, sealed)
    select ${box}, seat, rev, ballot_id, sealed from unnest(
      ${column('seat')}::bigint[], ${column('rev')}::bigint[],
      ${column('ballotId')}::text[], ${column('sealed')}::bytea[]
    ) as new (seat, rev, ballot_id, sealed)
    where exists (select from box where number = ${box} and state = 'open')
      and (rev = 1
        or exists (select from envelope old where old.box = ${box} and old.seat = new.seat))
    order by seat
    on conflict (box, seat) do update
      set rev = excluded.rev, ballot_id = excluded.ballot_id, sealed = excluded.sealed
      where envelope.rev = excluded.rev - 1
    returning seat`.execute(step)
  const kept = new Set(written.rows.map(({ seat }) => seat))
  const others = sorted.filter(({ seat }) => !kept.has(seat))
  const stored =
    others.length > 0
      ? await standing(
          step,
          box,
          others.map(({ seat }) => seat),
        )
      : null
  const isOpen = stored === null || (await isOpenBox(step, box))
  return new Map<Seat, Stands>(
    sorted.map((row) => {
      const { seat, rev, ballotId } = row
      if (kept.has(seat)) return [seat, { kept: row, refused: { rev, ballotId, isOpen: true } }]
      const stands = stored?.get(seat) ?? { rev: 0, ballotId: null }
      return [seat, { kept: null, refused: { ...stands, isOpen } }]
    }),
  )
}

/** What is in the box for these seats, or counted after its seal. */
export async function standing(
  tables: Kysely<Tables>,
  box: number,
  seats: readonly Seat[],
): Promise<Map<Seat, Stored>> {
  const { rows } = await sql<Stored & { seat: Seat }>`
    select seat, rev, ballot_id as "ballotId" from envelope
      where box = ${box} and seat = any(${seats}::bigint[])
    union all select seat, rev, null from turnout
      where box = ${box} and seat = any(${seats}::bigint[])`.execute(tables)
  return new Map(rows.map(({ seat, rev, ballotId }) => [seat, { rev, ballotId }]))
}

async function isOpenBox(step: Step, box: number): Promise<boolean> {
  const { rows } = await sql`select from box where number = ${box} and state = 'open'`.execute(step)
  return rows.length > 0
}
