import { sql, type Kysely } from 'kysely'
import type { Seat } from '../../shared/ids.ts'
import type { RollEngine, Voter } from './roll.ts'
import type { Tables } from './tables.ts'
import { inTurn } from './turn.ts'

type Row = { voter_key: string; seat: Seat }

/** The roll's statements on PostgreSQL: a group of one vote is admitted by one statement. */
export function createPostgresRoll(tables: Kysely<Tables>): RollEngine {
  async function admitGroup(vote: string, keys: readonly string[]): Promise<Map<string, Seat>> {
    return inTurn(tables, `roll ${vote}`, async (step) => {
      await sql`insert into roll (vote, seat, voter_key)
        select ${vote}, last + row_number() over (order by place), voter_key
        from (select voter_key, min(place) as place
          from unnest(${keys}::text[]) with ordinality as asked (voter_key, place)
          where not exists (select from roll
            where vote = ${vote} and roll.voter_key = asked.voter_key)
          group by voter_key) as new,
          (select coalesce(max(seat), 0) as last from roll where vote = ${vote}) as roll`.execute(
        step,
      )
      const { rows } = await sql<Row>`select voter_key, seat from roll
        where vote = ${vote} and voter_key = any(${keys}::text[])`.execute(step)
      return new Map(rows.map(({ voter_key, seat }) => [voter_key, seat]))
    })
  }

  return {
    async admitAll(voters) {
      const seats = new Map<string, Map<string, Seat>>()
      for (const vote of new Set(voters.map((voter) => voter.vote))) {
        const keys = voters.filter((voter) => voter.vote === vote).map(({ voterKey }) => voterKey)
        seats.set(vote, await admitGroup(vote, keys))
      }
      return voters.map(({ vote, voterKey }: Voter) => seats.get(vote)!.get(voterKey)!)
    },
    async seatOf(vote, voterKey) {
      const row = await tables
        .selectFrom('roll')
        .select('seat')
        .where('vote', '=', vote)
        .where('voter_key', '=', voterKey)
        .executeTakeFirst()
      return (row?.seat as Seat | undefined) ?? null
    },
    async seats(vote) {
      const { count } = await tables
        .selectFrom('roll')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('vote', '=', vote)
        .executeTakeFirstOrThrow()
      return count
    },
  }
}
