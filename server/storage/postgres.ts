import { Kysely, PostgresDialect, sql, type PostgresPool } from 'kysely'
import pg from 'pg'
import type { Log } from '../ports.ts'
import { LINK, lockDatabase } from './database-lock.ts'
import { migrate } from './migrations/index.ts'
import type { Tables } from './tables.ts'
import { Unusable } from './unusable.ts'

const CONNECTIONS = 10
/**
 * Of each connection, before its first statement. A commit is on the disk when it is answered, whatever
 * the database's own default is; a statement or a half-done transaction that hangs gives up its locks.
 */
const SESSION = {
  synchronous_commit: 'on',
  statement_timeout: '30s',
  idle_in_transaction_session_timeout: '10s',
  tcp_keepalives_idle: '10',
  tcp_keepalives_interval: '5',
  tcp_keepalives_count: '3',
}

export interface Postgres {
  tables: Kysely<Tables>
  close(): Promise<void>
}

export interface PostgresPorts {
  log: Pick<Log, 'error'>
  /** This server must not go on: somebody else has the database. */
  end(why: string): void
}

/** Opens a database that this server has to itself, and brings its tables up to date. */
export async function openPostgres(url: string, { log, end }: PostgresPorts): Promise<Postgres> {
  const gate = createGate(url, log)
  const release = await lockDatabase(url, { held: gate.open, lost: gate.shut, end, log })
  const tables = tablesOf(gate)
  try {
    await checkSettings(tables)
    await migrate(tables)
  } catch (fault) {
    await tables.destroy()
    await release()
    throw fault
  }
  return {
    tables,
    async close() {
      await tables.destroy()
      await release()
    },
  }
}

export function tablesOf(pool: PostgresPool): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}

/** Connections that are lost, idle or at work, are a fault of who asks next and never of the process. */
export function createPool(url: string, log: Pick<Log, 'error'>): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    ...LINK,
    max: CONNECTIONS,
    application_name: 'mVoting',
    options: Object.entries(SESSION)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
    types: { getTypeParser },
  })
  pool.on('error', (fault) => {
    log.error('database/connection', fault)
  })
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
  })
  return pool
}

/** No connection is to be had while the database is not ours: known as busy. */
class Away extends Error {
  readonly code = '08003'
}

/** A pool for each time that the lock is held: with the lock all its transactions end. */
function createGate(url: string, log: Pick<Log, 'error'>) {
  const atWork = new Set<pg.PoolClient>()
  let pool: pg.Pool | null = null

  function shut(): void {
    pool?.end().catch((fault: unknown) => {
      log.error('database/connection', fault)
    })
    pool = null
    for (const client of atWork) void (client as unknown as pg.Client).end()
  }

  return {
    open(): void {
      pool = createPool(url, log)
      pool.on('acquire', (client) => atWork.add(client))
      pool.on('release', (_, client) => atWork.delete(client))
    },
    shut,
    async connect() {
      if (!pool) throw new Away('the database is away')
      return pool.connect()
    },
    async end() {
      await pool?.end()
      pool = null
    },
  }
}

/** Whole numbers come as texts, because some are larger than ours; none here is (T7). */
function getTypeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  if (oid === (pg.types.builtins.INT8 as number)) return wholeNumber
  return pg.types.getTypeParser(oid, format) as (text: string) => unknown
}

function wholeNumber(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is not a whole number of ours`)
  return number
}

/** A database that forgets at a power cut, or knows no Korean, is not taken. */
async function checkSettings(tables: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{
    name: string
    setting: string
  }>`select name, setting from pg_settings
    where name in ('fsync', 'full_page_writes') and setting <> 'on'
      or name = 'server_encoding' and setting <> 'UTF8'`.execute(tables)
  if (rows.length === 0) return
  const wrong = rows.map(({ name, setting }) => `${name} = ${setting}`).join(', ')
  throw new Unusable(
    [
      `이 데이터베이스로는 표를 안전하게 보관할 수 없습니다: ${wrong}`,
      `Ballots are not safe in this database: ${wrong}`,
    ].join('\n'),
  )
}
