import { PostgresAdapter, sql, type Kysely, type QueryExecutorProvider } from 'kysely'

/** What the two engines call differently; all other words of our statements both understand. */
export interface Words {
  /** Ends `create table`: a hidden row id would keep the order of casting (T9). PostgreSQL has none. */
  withoutRowid: 'without rowid' | ''
  /** Whole numbers up to 2^53: instants, money, counts. */
  integer: 'integer' | 'bigint'
  bytes: 'blob' | 'bytea'
  /** Before `primary key`: a number that the engine gives. */
  numbered: 'integer' | 'bigint generated always as identity'
}

const SQLITE: Words = {
  withoutRowid: 'without rowid',
  integer: 'integer',
  bytes: 'blob',
  numbered: 'integer',
}
const POSTGRES: Words = {
  withoutRowid: '',
  integer: 'bigint',
  bytes: 'bytea',
  numbered: 'bigint generated always as identity',
}

export const isPostgres = (database: QueryExecutorProvider) =>
  database.getExecutor().adapter instanceof PostgresAdapter

/** One change of the tables, whole or not at all (T3): on PostgreSQL the migrator's transaction is open already. */
export function inOneStep<T>(
  database: Kysely<T>,
  work: (step: Kysely<T>) => Promise<void>,
): Promise<void> {
  return database.isTransaction ? work(database) : database.transaction().execute(work)
}

/** A change of the tables that is nothing but statements: the `up` of a migration. */
export function byStatements(
  statements: (words: Words) => readonly string[],
): (database: Kysely<unknown>) => Promise<void> {
  return (database) => inOneStep(database, (step) => runAll(step, statements))
}

/** Statements as part of a step that also moves rows. */
export async function runAll<T>(
  step: Kysely<T>,
  statements: (words: Words) => readonly string[],
): Promise<void> {
  for (const statement of statements(isPostgres(step) ? POSTGRES : SQLITE))
    await sql.raw(statement).execute(step)
}
