import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import type { OptionId, QuestionId, Seat } from '../../shared/ids.ts'
import type { Receipts } from '../../shared/vote.ts'
import type { PhoneSnapshot } from '../../shared/wire/events.ts'
import type { Result } from '../../shared/result.ts'
import { PROTOCOL } from '../../shared/wire/version.ts'
import { Desk } from '../crowd/desk.ts'
import { watchScreen } from '../crowd/hall.ts'
import { newCookie } from '../crowd/http.ts'
import { LocalServer } from '../crowd/server.ts'
import { usageOf } from '../crowd/usage.ts'
import { ballotsOf, type ReadyBallot } from './drive.ts'
import { Inspector, INSPECTED } from './inspector.ts'
import { frame, Wire } from './wire.ts'

/** Phones that come in at the same moment. */
const AT_A_TIME = 64
const OPTIONS = ['kimbap', 'noodles', 'salad', 'curry'] as OptionId[]
const PONG = frame('3')
const PING = '2'.charCodeAt(0)

/** So many, a few at a time. */
export async function inCrowds<T>(
  count: number,
  work: (place: number) => Promise<T>,
): Promise<T[]> {
  const done: T[] = []
  while (done.length < count) {
    const first = done.length
    const size = Math.min(AT_A_TIME, count - first)
    done.push(...(await Promise.all(Array.from({ length: size }, (_, at) => work(first + at)))))
  }
  return done
}

/** A server in a process of its own and its phones, held by this process. */
abstract class Hall {
  readonly phones: Wire[] = []
  readonly seats: Seat[] = []
  /** What any phone hears, but for pings. */
  onText: (text: Buffer) => void = () => undefined
  #inspector: Inspector | null = null

  abstract readonly pid: number
  protected abstract readonly output: string
  protected abstract join(place: number): Promise<{ phone: Wire; seat: Seat }>

  /** Lets so many phones in. */
  async fill(size: number): Promise<void> {
    for (const { phone, seat } of await inCrowds(size, (place) => this.join(place))) {
      this.listen(phone)
      this.phones.push(phone)
      this.seats.push(seat)
    }
  }

  /** From now on this wire is answered when the server asks whether it lives. */
  listen(wire: Wire): void {
    wire.onText = (text) => {
      if (text[0] === PING) wire.write(PONG)
      else this.onText(text)
    }
  }

  cpuMs(): number {
    return usageOf(this.pid)?.cpuMs ?? 0
  }

  /** Resident memory without garbage, in KiB. */
  async memory(): Promise<number> {
    this.#inspector ??= await Inspector.of(this.pid, () => this.output)
    return this.#inspector.memory()
  }

  async close(): Promise<void> {
    this.#inspector?.close()
    for (const phone of this.phones) phone.close()
  }
}

export interface Asked {
  questionId: QuestionId
  ballots: Iterator<ReadyBallot>
}

/** The real built server, its desk and one live screen. */
export class OurHall extends Hall {
  readonly server: LocalServer
  readonly desk: Desk
  readonly screen: Awaited<ReturnType<typeof watchScreen>>
  #asked: QuestionId | null = null

  private constructor(server: LocalServer, desk: Desk, screen: OurHall['screen']) {
    super()
    this.server = server
    this.desk = desk
    this.screen = screen
  }

  static async start(): Promise<OurHall> {
    const server = await LocalServer.start(INSPECTED)
    const desk = await Desk.claim(server.url, server.deskLink)
    await desk.openDoors()
    return new OurHall(server, desk, await watchScreen(desk))
  }

  get pid(): number {
    return this.server.running.pid
  }
  protected get output(): string {
    return this.server.output
  }

  /** Ends the question before, if there is one, and opens a new one with live bars. */
  async ask(receipts: Receipts): Promise<Asked> {
    if (this.#asked !== null) {
      await this.desk.close(this.#asked)
      await this.desk.reveal(this.#asked)
    }
    this.#asked = await this.write(receipts)
    await this.desk.open(this.#asked)
    return { questionId: this.#asked, ballots: ballotsOf(this.seats, this.#asked, OPTIONS) }
  }

  /** A question that is not opened yet. */
  write(receipts: Receipts): Promise<QuestionId> {
    return this.desk.write({
      title: `점심 메뉴는? · What’s for lunch? ${Math.random()}`,
      method: { type: 'single' },
      options: OPTIONS.map((id) => ({ id, text: id })),
      ...{ names: 'open', bars: 'live', receipts, seconds: null },
    })
  }

  override async close(): Promise<void> {
    this.screen.line.close()
    this.desk.leave()
    await super.close()
    await this.server.stop()
  }

  protected async join() {
    const { url } = this.server
    const { code } = this.desk
    const cookie = await newCookie(url, `/j/${code}`)
    const snapshot = await enter(this, { cookie, origin: url }, 'phone', [
      'meeting:enter',
      { code, proof: null },
    ])
    return { phone: snapshot.wire, seat: (snapshot.answer as PhoneSnapshot).me.seats[0]! }
  }
}

/**
 * One socket of a page: engine.io and socket.io by hand, and its first question answered. Resolves
 * with what the page then knows.
 */
export async function enter(
  { server }: OurHall,
  headers: Record<string, string>,
  page: 'phone' | 'screen',
  question: [deed: string, message: unknown],
): Promise<{ wire: Wire; answer: unknown }> {
  const path = '/socket.io/?EIO=4&transport=websocket'
  let wire: Wire | null = null
  const answer = await new Promise((settle, reject) => {
    const hear = (from: Wire, text: Buffer) => {
      const said = text.toString()
      if (said.startsWith('0'))
        from.write(frame(`40${JSON.stringify({ protocol: PROTOCOL, page })}`))
      else if (said.startsWith('40')) from.write(frame(`420${JSON.stringify(question)}`))
      else if (said.startsWith('430')) {
        const [result] = JSON.parse(said.slice(3)) as [Result<unknown>]
        if (result.ok) settle(result.value)
        else reject(new Error(result.refusal.code))
      } else if (said.startsWith('44')) reject(new Error(said))
    }
    Wire.open(server.running.port, path, headers, hear).then((opened) => (wire = opened), reject)
  })
  return { wire: wire!, answer }
}

/** `ws` alone, with the same phones. */
export class BareHall extends Hall {
  readonly #child: ChildProcess
  readonly #port: number
  #output = ''

  private constructor(child: ChildProcess, port: number) {
    super()
    this.#child = child
    this.#port = port
    child.stderr?.on('data', (part: Buffer) => (this.#output += part.toString()))
  }

  static async start(): Promise<BareHall> {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', resolve('scripts/bench/bare/ws.ts')],
      {
        env: { ...process.env, ...INSPECTED },
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      },
    )
    const [port] = (await once(child, 'message')) as [number]
    return new BareHall(child, port)
  }

  get pid(): number {
    return this.#child.pid!
  }
  protected get output(): string {
    return this.#output
  }

  /** One text to all phones. */
  tell(text: string): void {
    this.#child.send(text)
  }

  override async close(): Promise<void> {
    await super.close()
    const ended = once(this.#child, 'exit')
    this.#child.disconnect()
    await ended
  }

  protected async join(place: number) {
    const phone = await Wire.open(this.#port, '/', {}, () => undefined)
    return { phone, seat: (place + 1) as Seat }
  }
}
