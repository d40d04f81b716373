import type { Kysely } from 'kysely'
import type { MeetingId, Seat } from '../../shared/ids.ts'
import type { Store } from '../ports.ts'
import type { Tables } from './tables.ts'

type Doors = Pick<
  Store,
  'admitted' | 'withdrawn' | 'setWithdrawn' | 'addDoorCodes' | 'spendDoorCode' | 'doorCodes'
>

/** Rows of one statement, well under the number of values that any engine takes. */
const AT_ONCE = 200

/** In a transaction of its caller too. */
export async function noteWithdrawn(
  tables: Kysely<Tables>,
  { vote, voterKey: voter_key, is }: { vote: MeetingId; voterKey: string; is: boolean },
): Promise<void> {
  if (is)
    await tables
      .insertInto('withdrawal')
      .values({ vote, voter_key })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  else
    await tables
      .deleteFrom('withdrawal')
      .where('vote', '=', vote)
      .where('voter_key', '=', voter_key)
      .execute()
}

/** Who was let in, by which printed code, and whose admission was taken back. */
export function createDoors(tables: Kysely<Tables>): Doors {
  return {
    async admitted(vote) {
      const rows = await tables
        .selectFrom('roll')
        .select(['seat', 'voter_key'])
        .where('vote', '=', vote)
        .orderBy('seat')
        .execute()
      return rows.map((row) => ({ seat: row.seat as Seat, voterKey: row.voter_key }))
    },
    async withdrawn(vote) {
      const rows = await tables
        .selectFrom('withdrawal')
        .select('voter_key')
        .where('vote', '=', vote)
        .execute()
      return rows.map((row) => row.voter_key)
    },
    setWithdrawn: (vote, voterKey, is) => noteWithdrawn(tables, { vote, voterKey, is }),
    addDoorCodes: (vote, hashes) =>
      tables.transaction().execute(async (step) => {
        const last = await step
          .selectFrom('door_code')
          .select(({ fn }) => fn.max('number').as('number'))
          .where('vote', '=', vote)
          .executeTakeFirst()
        const first = Number(last?.number ?? 0) + 1
        const rows = hashes.map((hash, place) => ({
          ...{ vote, hash, number: first + place, spent_by: null },
        }))
        for (let from = 0; from < rows.length; from += AT_ONCE)
          await step
            .insertInto('door_code')
            .values(rows.slice(from, from + AT_ONCE))
            .execute()
        return first
      }),
    async spendDoorCode(vote, hash, voterKey) {
      // The statement decides: of two devices at once one finds it unspent.
      const taken = await tables
        .updateTable('door_code')
        .set({ spent_by: voterKey })
        .where('vote', '=', vote)
        .where('hash', '=', hash)
        .where(({ or, eb }) => or([eb('spent_by', 'is', null), eb('spent_by', '=', voterKey)]))
        .returning('number')
        .executeTakeFirst()
      if (taken) return taken.number
      const found = await tables
        .selectFrom('door_code')
        .select('number')
        .where('vote', '=', vote)
        .where('hash', '=', hash)
        .executeTakeFirst()
      return found ? 'used' : 'unknown'
    },
    async doorCodes(vote) {
      const row = await tables
        .selectFrom('door_code')
        .select(({ fn }) => [
          fn.countAll<number>().as('made'),
          fn.count<number>('spent_by').as('spent'),
        ])
        .where('vote', '=', vote)
        .executeTakeFirstOrThrow()
      return { made: Number(row.made), spent: Number(row.spent) }
    },
  }
}
