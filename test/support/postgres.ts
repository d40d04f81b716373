import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'

const DEBIAN = '/usr/lib/postgresql'
const READY_WITHIN = 30_000

/** The newest PostgreSQL that is installed; null where there is none. */
const binaries = existsSync(DEBIAN)
  ? readdirSync(DEBIAN)
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => join(DEBIAN, version, 'bin'))
      .find((folder) => existsSync(join(folder, 'initdb')))
  : undefined

/** Never in CI, where the report counts a skipped test as a failed one. */
export const withoutPostgres = binaries === undefined && process.env.CI !== 'true'
if (withoutPostgres)
  console.warn('PostgreSQL is missing, its tests are skipped: sudo apt-get install -y postgresql')

/** PostgreSQL does not run as root: the package's own user owns its folder then. */
function owner(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const idOf = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: idOf('-u'), gid: idOf('-g') }
}

/** A real PostgreSQL on a free port of loopback, with its data in a temporary folder. */
export class LocalPostgres {
  readonly folder: string
  readonly #port: number
  readonly #owner = owner()
  #child: ChildProcess | null = null
  #made = 0

  private constructor(folder: string, port: number) {
    this.folder = folder
    this.#port = port
  }

  static async start(): Promise<LocalPostgres> {
    if (!binaries) throw new Error('PostgreSQL is missing: sudo apt-get install -y postgresql')
    const postgres = new LocalPostgres(mkdtempSync(join(tmpdir(), 'mvoting-pg-')), await freePort())
    await postgres.#prepare()
    await postgres.run()
    return postgres
  }

  /** A new, empty database. */
  async database(): Promise<string> {
    this.#made += 1
    const name = `test${this.#made}`
    await this.query('postgres', `create database ${name}`)
    return this.#url(name)
  }

  /** As an operator, beside the server. */
  async query<R extends pg.QueryResultRow>(database: string, text: string): Promise<R[]> {
    const client = new pg.Client(database.includes(':') ? database : this.#url(database))
    await client.connect()
    try {
      return (await client.query<R>(text)).rows
    } finally {
      await client.end()
    }
  }

  async run(): Promise<void> {
    const settings = [
      `listen_addresses=127.0.0.1`,
      `unix_socket_directories=${this.folder}`,
      'max_connections=60',
      'shared_buffers=16MB',
    ]
    this.#child = spawn(
      join(binaries!, 'postgres'),
      ['-D', this.folder, '-p', `${this.#port}`, ...settings.flatMap((setting) => ['-c', setting])],
      { ...this.#owner, cwd: this.folder, stdio: 'ignore' },
    )
    for (const stop = Date.now() + READY_WITHIN; Date.now() < stop; await pause(50)) {
      const isReady = await this.query('postgres', 'select 1').then(
        () => true,
        () => false,
      )
      if (isReady) return
    }
    throw new Error('PostgreSQL did not start')
  }

  /** By its pid: `SIGINT` breaks off what is under way, `SIGQUIT` is a crash. */
  async halt(signal: 'SIGINT' | 'SIGQUIT' = 'SIGINT'): Promise<void> {
    const child = this.#child
    if (child?.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }

  async end(): Promise<void> {
    await this.halt()
    rmSync(this.folder, { recursive: true, force: true })
  }

  #url(database: string): string {
    return `postgres://mvoting@127.0.0.1:${this.#port}/${database}`
  }

  async #prepare(): Promise<void> {
    const { uid, gid } = this.#owner
    if (uid !== undefined && gid !== undefined) chownSync(this.folder, uid, gid)
    // An order of letters that is not the order of bytes, as most databases have.
    const order = ['--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=ko-KR']
    const made = spawn(
      join(binaries!, 'initdb'),
      ['-D', this.folder, '-U', 'mvoting', '-A', 'trust', '-E', 'UTF8', '--no-sync', ...order],
      { ...this.#owner, cwd: this.folder, stdio: 'ignore' },
    )
    const [code] = (await once(made, 'exit')) as [number]
    if (code !== 0) throw new Error('initdb failed')
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** One PostgreSQL for all tests of a file. */
export let postgres: LocalPostgres

export function usePostgres(): void {
  if (withoutPostgres) return
  beforeAll(async () => {
    postgres = await LocalPostgres.start()
  })
  afterAll(() => postgres.end())
}
