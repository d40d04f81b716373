import { sql, type Kysely } from 'kysely'

/** A meeting is read and written whole, as its questions are: what it holds grows with every feature. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await database.transaction().execute(async (step) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(step)
  })
}

const STATEMENTS = [
  `alter table meeting add column body text not null default ''`,
  `update meeting set body = json_object('id', id, 'code', code, 'title', title,
    'presence', json(presence), 'current', current,
    'staged', json(case staged when 1 then 'true' else 'false' end))`,
  `alter table meeting drop column title`,
  `alter table meeting drop column presence`,
  `alter table meeting drop column current`,
  `alter table meeting drop column staged`,
]
