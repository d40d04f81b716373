import type { Database } from 'better-sqlite3'
import type { Seat } from '../../shared/ids.ts'
import type { Clock, Store } from '../ports.ts'
import type { Exclusive } from './box-sqlite.ts'
import { createGather } from './gather.ts'

interface Waiting {
  vote: string
  voterKey: string
  resolve: (seat: Seat) => void
  reject: (fault: unknown) => void
}

type Row = { seat: Seat }

/** Who holds which seat. A hall comes in at once, so admissions share commits as ballots do. */
export function createRoll(
  database: Database,
  exclusive: Exclusive,
  clock: Clock,
): Pick<Store, 'admit' | 'seatOf' | 'seats'> {
  const find = database.prepare<[string, string], Row>(
    'select seat from roll where vote = ? and voter_key = ?',
  )
  const count = database.prepare<[string], { seats: number }>(
    'select count(*) as seats from roll where vote = ?',
  )
  // One statement picks the next seat or finds the old one: two devices never get the same.
  const add = database.prepare<{ vote: string; voterKey: string }, Row>(
    `insert into roll (vote, seat, voter_key)
     select :vote, coalesce(max(seat), 0) + 1, :voterKey from roll where vote = :vote
     on conflict (vote, voter_key) do update set seat = roll.seat returning seat`,
  )
  const admitAll = database.transaction((group: readonly Waiting[]) =>
    group.map(({ vote, voterKey }) => add.get({ vote, voterKey })!.seat),
  )

  const queue: Waiting[] = []
  const gather = createGather(clock, queue, async () => {
    const group = queue.splice(0)
    try {
      const seats = await exclusive(() => admitAll(group))
      group.forEach(({ resolve }, place) => {
        resolve(seats[place]!)
      })
    } catch (fault) {
      for (const { reject } of group) reject(fault)
    }
  })

  return {
    admit: (vote, voterKey) =>
      new Promise((resolve, reject) => {
        queue.push({ vote, voterKey, resolve, reject })
        gather()
      }),
    seatOf: async (vote, voterKey) => find.get(vote, voterKey)?.seat ?? null,
    seats: async (vote) => count.get(vote)?.seats ?? 0,
  }
}
