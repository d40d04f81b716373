import type { Kysely } from 'kysely'
import type { FloorState } from '../../shared/floor.ts'
import type { Store } from '../ports.ts'
import type { Tables } from './tables.ts'

type Floor = Pick<Store, 'floor' | 'saveFloor' | 'removeFloor' | 'setFloorVote'>

/** Questions from the floor and who wants to hear about them. */
export function createFloor(tables: Kysely<Tables>): Floor {
  return {
    async floor(vote) {
      const rows = await tables
        .selectFrom('floor')
        .selectAll()
        .where('vote', '=', vote)
        .orderBy('number')
        .execute()
      const votes = await tables
        .selectFrom('floor_vote')
        .select(['id', 'voter'])
        .where('vote', '=', vote)
        .execute()
      const voters = new Map(rows.map(({ id }) => [id, new Set<string>()]))
      for (const { id, voter } of votes) voters.get(id)?.add(voter)
      return rows.map(({ id, number, text, state, looked }) => ({
        ...{ id, number: Number(number), text },
        state: state as FloorState,
        looked: Number(looked) === 1,
        voters: voters.get(id)!,
      }))
    },
    async saveFloor(vote, { id, number, text, state, ...row }) {
      const looked = row.looked ? 1 : 0
      await tables
        .insertInto('floor')
        .values({ vote, id, number, text, state, looked })
        .onConflict((conflict) => conflict.columns(['vote', 'id']).doUpdateSet({ state, looked }))
        .execute()
    },
    removeFloor: (vote, id) =>
      tables.transaction().execute(async (within) => {
        for (const table of ['floor_vote', 'floor'] as const)
          await within.deleteFrom(table).where('vote', '=', vote).where('id', '=', id).execute()
      }),
    async setFloorVote(vote, { id, voter }, is) {
      if (is)
        await tables
          .insertInto('floor_vote')
          .values({ vote, id, voter })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      else
        await tables
          .deleteFrom('floor_vote')
          .where('vote', '=', vote)
          .where('id', '=', id)
          .where('voter', '=', voter)
          .execute()
    },
  }
}
