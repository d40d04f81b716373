import type { Kysely } from 'kysely'
import type { QuestionId } from '../../shared/ids.ts'
import type { Store } from '../ports.ts'
import { noteWithdrawn } from './doors.ts'
import type { Tables } from './tables.ts'

type Rosters = Pick<Store, 'roster' | 'saveRoster' | 'holdEntry' | 'proxied' | 'saveProxied'>

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
      return rows.map(({ number, name, key_hash, device, proxy, weight }) => ({
        ...{ number: Number(number), name, device, weight },
        keyHash: key_hash,
        proxy: proxy === null ? null : Number(proxy),
      }))
    },
    saveRoster: (vote, rows) =>
      tables.transaction().execute(async (step) => {
        await step.deleteFrom('roster').where('vote', '=', vote).execute()
        const values = rows.map(({ number, name, keyHash, device, proxy, weight }) => ({
          ...{ vote, number, name, device, proxy, weight },
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
    async proxied(vote) {
      const rows = await tables.selectFrom('proxied').selectAll().where('vote', '=', vote).execute()
      return rows.map(({ voter_key, absent, stays }) => ({
        voterKey: voter_key,
        absent: Number(absent) === 1,
        stays: stays as QuestionId | null,
      }))
    },
    saveProxied: (vote, { voterKey, absent, stays }, is) =>
      tables.transaction().execute(async (step) => {
        const standing = { absent: absent ? 1 : 0, stays }
        await step
          .insertInto('proxied')
          .values({ vote, voter_key: voterKey, ...standing })
          .onConflict((conflict) => conflict.columns(['vote', 'voter_key']).doUpdateSet(standing))
          .execute()
        await noteWithdrawn(step, { vote, voterKey, is })
      }),
  }
}
