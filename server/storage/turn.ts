import { sql, type Kysely, type Transaction } from 'kysely'
import { isPostgres } from './migrations/step.ts'

/**
 * One transaction that no other of this name runs beside: where what is written hangs on what is
 * there, as the next number does. SQLite's one writer gives that; PostgreSQL takes a lock, as a
 * statement of its own, because a statement sees only what was there when it began (T5).
 */
export function inTurn<T, R>(
  tables: Kysely<T>,
  name: string,
  work: (step: Transaction<T>) => Promise<R>,
): Promise<R> {
  return tables.transaction().execute(async (step) => {
    if (isPostgres(step))
      await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(step)
    return work(step)
  })
}
