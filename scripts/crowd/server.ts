import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Running } from '../../server/outside/running.ts'
import { pause } from './phone.ts'
import { usageOf, type Usage } from './usage.ts'

const ENTRY = resolve('dist/server/main.js')
const READY_WITHIN = 20_000
const KEPT_OUTPUT = 4000

/** A real server as a child process, with its own data folder, ended by its pid alone. */
export class LocalServer {
  readonly dataDir: string
  readonly #environment: Record<string, string>
  readonly #through: readonly string[]
  #child: ChildProcess | null = null
  #running: Running | null = null
  #output = ''

  private constructor(
    dataDir: string,
    environment: Record<string, string>,
    through: readonly string[],
  ) {
    this.dataDir = dataDir
    this.#environment = environment
    this.#through = through
  }

  /**
   * On loopback, a free port and a new temporary folder, unless `environment` says otherwise;
   * `through` a program that runs the command after it as itself, as a tracer can.
   */
  static async start(
    environment: Record<string, string> = {},
    through: readonly string[] = [],
  ): Promise<LocalServer> {
    const dataDir = environment.DATA_DIR ?? mkdtempSync(join(tmpdir(), 'mvoting-'))
    const server = new LocalServer(dataDir, environment, through)
    process.once('exit', server.#abandon)
    await server.#start(environment.PORT ?? '0')
    return server
  }

  get running(): Running {
    if (!this.#running) throw new Error('the server does not run')
    return this.#running
  }
  /** Loopback by number: `localhost` may be tried over IPv6 first. */
  get url(): string {
    return this.running.url.replace('//localhost:', '//127.0.0.1:')
  }
  get deskLink(): string {
    const { deskLink } = this.running
    if (deskLink === null) throw new Error('the desk of this server is claimed')
    return deskLink
  }
  /** Null where the box lies in its folder. */
  get databaseUrl(): string | null {
    return this.#environment.DATABASE_URL ?? null
  }
  /** The last that it wrote to stderr. */
  get output(): string {
    return this.#output
  }
  get isAlive(): boolean {
    return this.#child?.exitCode === null && this.#child.signalCode === null
  }

  /** CPU since this start and memory now; null where there is no /proc. */
  usage(): Usage | null {
    return usageOf(this.running.pid)
  }

  /** SIGKILL: what a power cut leaves of the process. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  /** The same folder and port again. */
  async restart(): Promise<void> {
    await this.#start(`${this.running.port}`)
  }

  /** Asks it to end, as an operator does; its exit code, or null where it had to be killed. */
  async terminate(): Promise<number | null> {
    await this.#end('SIGTERM')
    return this.#child?.exitCode ?? null
  }

  /** Ends it properly; the data folder goes too if it is ours. */
  async stop(): Promise<void> {
    process.off('exit', this.#abandon)
    if (this.isAlive) await this.terminate()
    this.#wipe()
  }

  /** A crowd that breaks off leaves no server and no folder behind. */
  readonly #abandon = () => {
    this.#child?.kill('SIGKILL')
    this.#wipe()
  }

  #wipe(): void {
    if (this.#environment.DATA_DIR === undefined)
      rmSync(this.dataDir, { recursive: true, force: true })
  }

  async #start(port: string): Promise<void> {
    const file = join(this.dataDir, 'running.json')
    rmSync(file, { force: true })
    const [program = process.execPath, ...values] = [...this.#through, process.execPath, ENTRY]
    this.#child = spawn(program, values, {
      env: {
        ...process.env,
        HOST: '127.0.0.1',
        LOG: 'error',
        DATABASE_URL: '',
        ...this.#environment,
        DATA_DIR: this.dataDir,
        PORT: port,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    this.#child.stderr?.on('data', (part: Buffer) => {
      this.#output = (this.#output + part.toString()).slice(-KEPT_OUTPUT)
    })
    for (const stop = Date.now() + READY_WITHIN; Date.now() < stop; await pause(20)) {
      if (!this.isAlive) throw new Error(`the server ended at once:\n${this.#output}`)
      const running = readRunning(file)
      if (!running) continue
      this.#running = running
      return
    }
    await this.#end('SIGKILL')
    throw new Error(`the server did not start:\n${this.#output}`)
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child
    if (!child || !this.isAlive) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    const late = setTimeout(() => child.kill('SIGKILL'), 6000)
    await ended
    clearTimeout(late)
  }
}

/** Null while it is not there or half written. */
function readRunning(file: string): Running | null {
  try {
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Running) : null
  } catch {
    return null
  }
}
