import { join } from 'node:path'
import SQLite, { type Database } from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { migrate } from './migrations/index.ts'
import type { Exclusive } from './box-sqlite.ts'
import type { Tables } from './tables.ts'

/** Longer would stop the event loop for as long (T13). */
const LOCK_WAIT_MS = 100
/** About 64 MB: the journal is cut at each seal, not inside a ballot's commit. */
const CHECKPOINT_PAGES = 16_000

export interface Sqlite {
  database: Database
  tables: Kysely<Tables>
  exclusive: Exclusive
  close(): Promise<void>
}

/** The one file of a server that keeps its data in this folder. */
export const databaseIn = (folder: string) => join(folder, 'mvoting.sqlite')

/** Opens the one file of this server, durable at every commit, and brings its tables up to date. */
export async function openSqlite(file: string): Promise<Sqlite> {
  const database = new SQLite(file, { timeout: LOCK_WAIT_MS })
  for (const setting of [
    'journal_mode = WAL',
    'synchronous = FULL',
    // macOS alone: there a plain fsync leaves rows in the drive's own memory.
    'fullfsync = ON',
    'checkpoint_fullfsync = ON',
    'foreign_keys = ON',
    'secure_delete = ON',
    'trusted_schema = OFF',
    `wal_autocheckpoint = ${CHECKPOINT_PAGES}`,
  ])
    database.pragma(setting)
  // A seal that was killed before it cut the journal left envelopes in it.
  database.pragma('wal_checkpoint(TRUNCATE)')

  const tables = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
  await migrate(tables)

  return {
    database,
    tables,
    exclusive: (work) => tables.connection().execute(async () => work()),
    async close() {
      database.pragma('wal_checkpoint(TRUNCATE)')
      await tables.destroy()
    },
  }
}
