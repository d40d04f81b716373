import type { Database } from 'better-sqlite3'
import type { Seat } from '../../shared/ids.ts'
import type { Exclusive } from './box-sqlite.ts'
import type { RollEngine, Voter } from './roll.ts'

type Row = { seat: Seat }

/** The roll's statements on SQLite, prepared once. */
export function createSqliteRoll(database: Database, exclusive: Exclusive): RollEngine {
  const find = database.prepare<[string, string], Row>(
    'select seat from roll where vote = ? and voter_key = ?',
  )
  const count = database.prepare<[string], { seats: number }>(
    'select count(*) as seats from roll where vote = ?',
  )
  // One statement picks the next seat or finds the old one: two devices never get the same.
  const add = database.prepare<Voter, Row>(
    `insert into roll (vote, seat, voter_key)
     select :vote, coalesce(max(seat), 0) + 1, :voterKey from roll where vote = :vote
     on conflict (vote, voter_key) do update set seat = roll.seat returning seat`,
  )
  const admitAll = database.transaction((voters: readonly Voter[]) =>
    voters.map(({ vote, voterKey }) => add.get({ vote, voterKey })!.seat),
  )
  return {
    admitAll: (voters) => exclusive(() => admitAll(voters)),
    seatOf: async (vote, voterKey) => find.get(vote, voterKey)?.seat ?? null,
    seats: async (vote) => count.get(vote)?.seats ?? 0,
  }
}
