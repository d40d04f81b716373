import { sql, type Kysely, type Selectable } from 'kysely'
import type { Store } from '../ports.ts'
import type { ArrivalRow } from '../rows.ts'
import type { Tables } from './tables.ts'
import { inTurn } from './turn.ts'

type People = Pick<Store, 'arrivals' | 'arrival' | 'saveArrival' | 'removeArrival'>

/** The waiting list. */
export function createPeople(tables: Kysely<Tables>): People {
  async function arrival(vote: string, voterKey: string): Promise<ArrivalRow | null> {
    const row = await tables
      .selectFrom('arrival')
      .selectAll()
      .where('vote', '=', vote)
      .where('voter_key', '=', voterKey)
      .executeTakeFirst()
    return row ? readArrival(row) : null
  }

  return {
    arrival,
    async arrivals(vote, whoever = false) {
      const out = tables.selectFrom('withdrawal').select('voter_key').where('vote', '=', vote)
      const seated = tables
        .selectFrom('roll')
        .select('voter_key')
        .where('vote', '=', vote)
        .where('voter_key', 'not in', out)
      const rows = await tables
        .selectFrom('arrival')
        .selectAll()
        .where('vote', '=', vote)
        .$if(!whoever, (query) => query.where('voter_key', 'not in', seated))
        .orderBy('number')
        .execute()
      return rows.map(readArrival)
    },
    async saveArrival(vote, { voterKey, proven, asked, turnedAway }) {
      const values = {
        proven: JSON.stringify(proven),
        asked: asked ? 1 : 0,
        turned_away: turnedAway ? 1 : 0,
      }
      // One statement finds the next number; the turn is for PostgreSQL's, which run side by side.
      await inTurn(tables, `arrival ${vote}`, (step) =>
        sql`insert into arrival (vote, voter_key, number, proven, asked, turned_away)
          select ${vote}, ${voterKey}, coalesce(max(number), 0) + 1, ${values.proven}, ${values.asked},
            ${values.turned_away} from arrival where vote = ${vote}
          on conflict (vote, voter_key) do update set proven = excluded.proven,
            asked = excluded.asked, turned_away = excluded.turned_away`.execute(step),
      )
      const saved = await arrival(vote, voterKey)
      if (!saved) throw new Error('a saved arrival is missing')
      return saved
    },
    async removeArrival(vote, voterKey) {
      await tables
        .deleteFrom('arrival')
        .where('vote', '=', vote)
        .where('voter_key', '=', voterKey)
        .execute()
    },
  }
}

function readArrival(row: Selectable<Tables['arrival']>): ArrivalRow {
  return {
    voterKey: row.voter_key,
    number: row.number,
    proven: JSON.parse(row.proven) as ArrivalRow['proven'],
    asked: row.asked === 1,
    turnedAway: row.turned_away === 1,
  }
}
