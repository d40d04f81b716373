import type { Database } from 'better-sqlite3'
import type { Leaf, Seat } from '../../shared/ids.ts'
import type { SealedBallot } from '../ports.ts'
import {
  bodyOf,
  readBallot,
  type BallotRow,
  type BoxEngine,
  type BoxRow,
  type EnvelopeRow,
  type Stored,
  type Turnout,
} from './ballot-box.ts'

/** Runs `work` when no other transaction is open on the writer's connection (T1). */
export type Exclusive = <T>(work: () => T) => Promise<T>

/** The stored state alone decides, in the statement: what a process remembers may be out of date. */
const IS_OPEN = `exists (select 1 from box where number = ? and state = 'open')`

/** Slices of a large seal; some two megabytes of journal. */
const SHORTENED_AFTER = 8

/** The hot statements on SQLite: prepared once, one row a seat, revisions decided inside a statement (D1). */
export function createSqliteEngine(database: Database, exclusive: Exclusive): BoxEngine {
  const add = database.prepare(
    `insert into envelope (box, seat, rev, ballot_id, sealed)
     select ?, ?, ?, ?, ? where ${IS_OPEN} on conflict do nothing`,
  )
  const replace = database.prepare(
    `update envelope set rev = ?, ballot_id = ?, sealed = ?
     where box = ? and seat = ? and rev = ? - 1 and ${IS_OPEN}`,
  )
  const standing = database.prepare<[number, number, number, number], Stored>(
    `select rev, ballot_id as ballotId from envelope where box = ? and seat = ?
     union all select rev, null from turnout where box = ? and seat = ? limit 1`,
  )
  const read = database.prepare<[number], Omit<EnvelopeRow, 'box'>>(
    'select seat, rev, ballot_id as ballotId, sealed from envelope where box = ? order by seat',
  )
  const open = database.prepare<[number], { found: 1 }>(`select 1 as found where ${IS_OPEN}`)
  const find = database.prepare<[string], BoxRow>(
    'select number, question_id as questionId, state, salt, receipts, size from box where question_id = ?',
  )
  const readBallots = database.prepare<[number], BallotRow>(
    'select leaf, copy, body from ballot where box = ? order by leaf, copy',
  )
  const readLeaves = database
    .prepare<[number], Leaf>('select leaf from ballot where box = ? order by leaf, copy')
    .pluck()
  const addBallot = database.prepare(
    'insert into ballot (box, leaf, copy, body) values (?, ?, ?, ?)',
  )
  const addTurnout = database.prepare('insert into turnout (box, seat, rev) values (?, ?, ?)')

  const set = (box: number, from: BoxRow['state'], to: BoxRow['state']) =>
    exclusive(() => {
      database
        .prepare(`update box set state = '${to}' where number = ? and state = '${from}'`)
        .run(box)
    })

  const stored = (box: number, seat: number): Stored =>
    standing.get(box, seat, box, seat) ?? { rev: 0, ballotId: null }

  const keep = database.transaction((rows: readonly EnvelopeRow[]) =>
    rows.map((row) => {
      const { box, seat, rev, ballotId, sealed } = row
      // By place: names would be looked up anew for every row.
      const kept =
        rev === 1
          ? add.run(box, seat, rev, ballotId, sealed, box)
          : replace.run(rev, ballotId, sealed, box, seat, rev, box)
      if (kept.changes === 1) return null
      return { ...stored(box, seat), isOpen: open.get(box) !== undefined }
    }),
  )
  const seal = database.transaction(
    (box: number, ballots: readonly SealedBallot[], turnout: readonly Turnout[]) => {
      const flipped = database
        .prepare(`update box set state = 'sealed' where number = ? and state = 'closed'`)
        .run(box)
      if (flipped.changes !== 1) throw new Error(`box ${box} is not closed`)
      for (const ballot of ballots) addBallot.run(box, ballot.leaf, ballot.copy, bodyOf(ballot))
      for (const { seat, rev } of turnout) addTurnout.run(box, seat, rev)
      database.prepare('delete from envelope where box = ?').run(box)
    },
  )

  const addOnce = database.prepare(
    `insert into ballot (box, leaf, copy, body) values (?, ?, ?, ?) on conflict do nothing`,
  )
  const addSealed = database.transaction((box: number, ballots: readonly SealedBallot[]) => {
    for (const ballot of ballots) addOnce.run(box, ballot.leaf, ballot.copy, bodyOf(ballot))
  })
  const held = database
    .prepare<[number], number>('select count(*) from envelope where box = ?')
    .pluck()
  const last = database
    .prepare<[number, number], number | null>(
      'select max(seat) from (select seat from envelope where box = ? order by seat limit ?)',
    )
    .pluck()
  const dropEnvelopes = database.transaction((box: number, most: number) => {
    const upTo = last.get(box, most) ?? null
    if (upTo === null) return 0
    const which = 'from envelope where box = ? and seat <= ?'
    database.prepare(`insert into turnout select box, seat, rev ${which}`).run(box, upTo)
    return database.prepare(`delete ${which}`).run(box, upTo).changes
  })

  let unshortened = 0
  /** A little at a time: all of it at the end of many slices would hold up everybody's ballots. */
  const shorten = () => {
    unshortened = (unshortened + 1) % SHORTENED_AFTER
    if (unshortened === 0) database.pragma('wal_checkpoint(PASSIVE)')
  }

  return {
    create: ({ questionId, state, salt, receipts, size }) =>
      exclusive(() => {
        // A box that an opening left behind half-way takes the new settings; one with ballots never.
        const made = database
          .prepare(
            `insert into box (question_id, state, salt, receipts, size) values (?, ?, ?, ?, ?)
             on conflict (question_id) do update set
               salt = excluded.salt, receipts = excluded.receipts, size = excluded.size
             where box.state = 'open'
               and not exists (select 1 from envelope where envelope.box = box.number)`,
          )
          .run(questionId, state, salt, receipts, size)
        if (made.changes !== 1) throw new Error(`the box of ${questionId} is in use`)
      }),
    find: async (questionId) => find.get(questionId) ?? null,
    keep: (rows) => exclusive(() => keep(rows)),
    stored: async (box, seat) => stored(box, seat),
    envelopes: async (box) => read.all(box).map((row) => ({ ...row, box })),
    setClosed: (box) => set(box, 'open', 'closed'),
    setOpen: (box) => set(box, 'closed', 'open'),
    seal: (box, ballots, turnout) =>
      exclusive(() => {
        seal(box, ballots, turnout)
      }),
    holdsMore: async (box, than) =>
      database
        .prepare<[number, number, number], number>(
          `select count(*) from (select 1 from envelope where box = ?
           union all select 1 from ballot where box = ? limit ? + 1)`,
        )
        .pluck()
        .get(box, box, than)! > than,
    setSealing: (box) => set(box, 'closed', 'sealing'),
    addSealed: (box, ballots) =>
      exclusive(() => {
        addSealed(box, ballots)
        shorten()
      }),
    held: async (box) => held.get(box)!,
    dropEnvelopes: (box, most) =>
      exclusive(() => {
        const dropped = dropEnvelopes(box, most)
        shorten()
        return dropped
      }),
    setSealed: (box) =>
      exclusive(() => {
        const flipped = database
          .prepare(
            `update box set state = 'sealed' where number = ? and state = 'sealing'
             and not exists (select 1 from envelope where envelope.box = box.number)`,
          )
          .run(box)
        if (flipped.changes !== 1) throw new Error(`box ${box} is not sealed yet`)
      }),
    cutJournal: () =>
      exclusive(() => {
        database.pragma('wal_checkpoint(TRUNCATE)')
      }),
    ballots: async (box) => readBallots.all(box).map(readBallot),
    leaves: async (box) => readLeaves.all(box),
    turnout: async (box) =>
      database
        .prepare<[number], { seat: Seat; rev: number }>(
          'select seat, rev from turnout where box = ? order by seat',
        )
        .all(box),
  }
}
