import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { isBusyFault, type Log } from '../ports.ts'
import { Unusable } from './unusable.ts'

/** Advisory locks of one database are told apart by two numbers; this first one is ours: `mVot`. */
const LOCK = 0x6d566f74
/** A database that starts together with us, as in a composition of containers, may take its time. */
const START_MS = 15_000
/** A server that was killed has let go already; one that stops lets go within this time. */
const LET_GO_MS = 2000
const TRY_AGAIN_MS = 250
/** Two of these after a cable was cut we know of it. */
const BEAT_MS = 5000

export interface Told {
  /** The lock is ours (again): the data may be touched. */
  held(): void
  /** It is not, and what is under way has to end. */
  lost(): void
  /** Somebody else had the data in the meantime: what this process knows is out of date. */
  end(why: string): void
  log: Pick<Log, 'error'>
}

interface Holder {
  name: string
  address: string | null
}

/**
 * Keeps every other server out of a database, as folder-lock.ts does of a folder: two would each
 * believe that a meeting is theirs. The lock lives and dies with a connection of its own. While that
 * is gone nothing is read or written; it is taken again as soon as the database answers, and only
 * where nobody else had it in between. Otherwise this server ends: its memory would be out of date.
 */
export async function lockDatabase(url: string, told: Told): Promise<() => Promise<void>> {
  const token = randomBytes(16).toString('hex')
  // PostgreSQL cuts names at 63 bytes.
  const own = `mVoting ${token.slice(0, 8)} pid ${process.pid} ${hostname()}`.slice(0, 60)
  let session: pg.Client
  let isOver = false

  /** The lock on a new connection, or who has it. */
  async function attempt(): Promise<pg.Client | Holder | null> {
    const client = new pg.Client({ connectionString: url, ...LINK, application_name: own })
    // Told by what is asked of it next, and by its end.
    client.on('error', () => undefined)
    try {
      await client.connect()
      if (await isTaken(client)) return client
      const holder = await holderOf(client)
      await client.end()
      return holder
    } catch (fault) {
      void client.end()
      throw fault
    }
  }

  async function first(): Promise<pg.Client> {
    const begun = Date.now()
    for (;;) {
      try {
        const got = await attempt()
        if (got instanceof pg.Client) return got
        if (Date.now() - begun > LET_GO_MS) throw new Unusable(takenBy(got))
      } catch (fault) {
        if (fault instanceof Unusable) throw fault
        if (!isBusyFault(fault) || Date.now() - begun > START_MS)
          throw new Unusable(unreachable(fault), { cause: fault })
      }
      await pause(TRY_AGAIN_MS)
    }
  }

  function watch(client: pg.Client): void {
    session = client
    const beat = setInterval(() => {
      const asked = { text: 'select 1', query_timeout: BEAT_MS }
      client.query(asked).catch(() => client.end())
    }, BEAT_MS)
    client.once('end', () => {
      clearInterval(beat)
      if (isOver) return
      told.log.error('database/lost', new Error('the connection that holds the database is gone'))
      told.lost()
      void again()
    })
    told.held()
  }

  async function again(): Promise<void> {
    for (; !isOver; await pause(TRY_AGAIN_MS)) {
      try {
        const got = await attempt()
        if (!(got instanceof pg.Client)) {
          // Under our own name it is the lost connection, whose end the database has not seen yet.
          if (got && got.name !== own) return void told.end(takenBy(got))
        } else if ((await tokenIn(got)) === token) {
          return void watch(got)
        } else {
          await got.end()
          return void told.end(takenBy(null))
        }
      } catch (fault) {
        if (!isBusyFault(fault)) told.log.error('database/lost', fault)
      }
    }
  }

  const client = await first()
  await writeToken(client, token)
  watch(client)
  return async () => {
    isOver = true
    await session.end()
  }
}

/** Of every connection of ours: what is not answered in time counts as gone. */
export const LINK = {
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  connectionTimeoutMillis: 3000,
} satisfies pg.ClientConfig

async function isTaken(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ got: boolean }>(
    'select pg_try_advisory_lock($1, 0) as got',
    [LOCK],
  )
  return rows[0]?.got ?? false
}

async function holderOf(client: pg.Client): Promise<Holder | null> {
  const { rows } = await client.query<Holder>(
    `select application_name as name, host(client_addr) as address
     from pg_locks join pg_stat_activity using (pid)
     where locktype = 'advisory' and classid = $1 and objid = 0 and objsubid = 2 and granted
       and datname = current_database() and pg_locks.database = pg_stat_activity.datid`,
    [LOCK],
  )
  return rows[0] ?? null
}

async function writeToken(client: pg.Client, token: string): Promise<void> {
  await client.query(
    'create table if not exists holder (one integer primary key, token text not null)',
  )
  await client.query(
    'insert into holder values (1, $1) on conflict (one) do update set token = excluded.token',
    [token],
  )
}

async function tokenIn(client: pg.Client): Promise<string | undefined> {
  const { rows } = await client.query<{ token: string }>('select token from holder')
  return rows[0]?.token
}

function takenBy(holder: Holder | null): string {
  const who = holder ? ` (${[holder.name, holder.address].filter(Boolean).join(', ')})` : ''
  return [
    `다른 서버가 이 데이터베이스를 쓰고 있습니다${who}. 그 서버를 끝내거나 DATABASE_URL을 다른 데이터베이스로 정하세요.`,
    `Another server uses this database${who}. Stop it, or set DATABASE_URL to another one.`,
  ].join('\n')
}

function unreachable(fault: unknown): string {
  const { code = '', message = '' } = fault as { code?: string; message?: string }
  return [
    `DATABASE_URL의 데이터베이스에 연결할 수 없습니다: ${message || code}`,
    `The database of DATABASE_URL cannot be reached: ${message || code}`,
  ].join('\n')
}
