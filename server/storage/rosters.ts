import type { Kysely } from 'kysely'
import type { Store } from '../ports.ts'
import type { Tables } from './tables.ts'

type Rosters = Pick<Store, 'roster' | 'saveRoster' | 'holdEntry'>

/** Rows of one statement, well under the number of values that any engine takes. */
const AT_ONCE = 150

/** The lists of those who may vote. */
export function createRosters(tables: Kysely<Tables>): Rosters {
  return {
    async roster(vote) {
      const rows = await tables
        .selectFrom('roster')
        .selectAll()
        .where('vote', '=', vote)
        .orderBy('number')
        .execute()
      return rows.map(({ number, name, key_hash, device, weight }) => ({
        ...{ number: Number(number), name, device, weight },
        keyHash: key_hash,
      }))
    },
    saveRoster: (vote, rows) =>
      tables.transaction().execute(async (step) => {
        await step.deleteFrom('roster').where('vote', '=', vote).execute()
        const values = rows.map(({ number, name, keyHash, device, weight }) => ({
          ...{ vote, number, name, device, weight },
          key_hash: keyHash,
        }))
        for (let from = 0; from < values.length; from += AT_ONCE)
          await step
            .insertInto('roster')
            .values(values.slice(from, from + AT_ONCE))
            .execute()
      }),
    async holdEntry(vote, number, device) {
      await tables
        .updateTable('roster')
        .set({ device })
        .where('vote', '=', vote)
        .where('number', '=', number)
        .execute()
    },
  }
}
