import type { Kysely } from 'kysely'

/** Door codes, admissions taken back. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await database.transaction().execute(async ({ schema }) => {
    await schema
      .createTable('door_code')
      .addColumn('vote', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('spent_by', 'text')
      .addPrimaryKeyConstraint('door_code_key', ['vote', 'number'])
      .addUniqueConstraint('door_code_hash', ['vote', 'hash'])
      .execute()
    await schema
      .createTable('withdrawal')
      .addColumn('vote', 'text', (column) => column.notNull())
      .addColumn('voter_key', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('withdrawal_key', ['vote', 'voter_key'])
      .execute()
  })
}
