import { io, type Socket } from 'socket.io-client'
import { claim } from '../../scripts/crowd/desk.ts'
import { newCookie } from '../../scripts/crowd/http.ts'
import type { AnswerOf, DeedName, MessageOf, Page } from '../../scripts/crowd/line.ts'
import { LocalServer } from '../../scripts/crowd/server.ts'
import { makeBallot, padded } from '../../shared/client/outbox.ts'
import { leavesOf } from '../../shared/leaf.ts'
import type { Marks } from '../../shared/marks.ts'
import type { Question } from '../../shared/vote.ts'
import type {
  ClientToServer,
  DeskSnapshot,
  PhoneSnapshot,
  ServerToClient,
} from '../../shared/wire/events.ts'
import { PROTOCOL } from '../../shared/wire/version.ts'

/** One socket of one browser, with everything that came over it. */
export class Line {
  readonly socket: Socket<ServerToClient, ClientToServer>
  readonly frames: { event: string; message: unknown }[] = []

  constructor(
    url: string,
    page: Page,
    cookie: string,
    headers: Record<string, string> = {},
    screen?: { code: string | null; screen: string },
  ) {
    this.socket = io(url, {
      auth: { protocol: PROTOCOL, page, ...screen },
      extraHeaders: { cookie, ...headers },
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      // Certificates of tests are signed by nobody.
      rejectUnauthorized: false,
    })
    this.socket.onAny((event: string, message: unknown) => this.frames.push({ event, message }))
  }

  /** Resolves when connected; throws what the server said otherwise. */
  async connected(): Promise<this> {
    if (this.socket.connected) return this
    await new Promise<void>((resolve, reject) => {
      this.socket.once('connect', resolve)
      this.socket.once('connect_error', reject)
    })
    return this
  }

  async ask<D extends DeedName>(deed: D, message: MessageOf<D>): Promise<AnswerOf<D>> {
    return this.raw(deed, message) as Promise<AnswerOf<D>>
  }

  /** The same without types: for messages that nobody should send. */
  async raw(event: string, message: unknown): Promise<unknown> {
    const socket = this.socket as unknown as Socket
    return socket.timeout(5000).emitWithAck(event, message) as Promise<unknown>
  }

  /** The value of an answer that must not be a refusal. */
  async must<D extends DeedName>(deed: D, message: MessageOf<D>) {
    const answer = await this.ask(deed, message)
    if (!answer.ok) throw new Error(`${deed}: ${answer.refusal.code}`)
    return answer.value as Extract<AnswerOf<D>, { ok: true }>['value']
  }

  /** Waits for the next frame of this name, or one that has come already. */
  async heard<T = unknown>(event: string, fits: (message: T) => boolean = () => true): Promise<T> {
    for (let tries = 0; tries < 800; tries += 1) {
      const frame = this.frames.find((each) => each.event === event && fits(each.message as T))
      if (frame) return frame.message as T
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
    throw new Error(`${event} never came; heard ${this.frames.map((frame) => frame.event).join()}`)
  }

  close(): void {
    this.socket.close()
  }
}

/** A real server with the browsers that are open on it. */
export class Hall {
  readonly server: LocalServer
  readonly #lines: Line[] = []
  deskCookie = ''

  private constructor(server: LocalServer) {
    this.server = server
  }

  static async start(environment: Record<string, string> = {}): Promise<Hall> {
    return new Hall(await LocalServer.start(environment))
  }

  get url(): string {
    return this.server.url
  }

  async stop(): Promise<void> {
    for (const line of this.#lines) line.close()
    await this.server.stop()
  }

  async line(page: Page, cookie: string): Promise<Line> {
    const line = new Line(this.url, page, cookie)
    this.#lines.push(line)
    return line.connected()
  }

  /** Spends the desk's link and takes the facilitator's seat. */
  async desk(): Promise<{ line: Line; snapshot: DeskSnapshot }> {
    if (this.deskCookie === '') {
      const { cookies } = await claim(this.url, this.server.deskLink)
      this.deskCookie = cookies[0] ?? ''
    }
    const line = await this.line('desk', this.deskCookie)
    return { line, snapshot: await line.must('desk:watch', { code: null }) }
  }

  /** A phone that has scanned the QR, or typed the code only. */
  async phone(code: string, proof: string | null = null, cookie?: string) {
    const own = cookie ?? (await newCookie(this.url, `/j/${code}`))
    const line = await this.line('phone', own)
    const snapshot = await line.must('meeting:enter', { code, proof })
    return { line, snapshot, cookie: own }
  }
}

/** Writes and opens the meeting's current question. */
export async function openQuestion(
  desk: { line: Line; snapshot: DeskSnapshot },
  change: Partial<Question> = {},
): Promise<Question> {
  const { desk: now } = await desk.line.must('desk:watch', { code: null })
  const draft = now.agenda.find(({ question }) => question.id === now.current)?.question
  if (!draft) throw new Error('no draft')
  const question = { ...draft, title: 'Tea?', ...change }
  await desk.line.must('question:write', question)
  await desk.line.must('question:open', { questionId: question.id })
  return question
}

/** A cast message as the phone makes it. */
export function castOf(snapshot: PhoneSnapshot, question: Question, marks: Marks, basedOn = 0) {
  const seat = snapshot.me.seats[0]
  if (seat === undefined) throw new Error('not admitted')
  const { message } = makeBallot({ questionId: question.id, seat, basedOn, marks })
  return { leaf: leavesOf(message)[0]!, message: padded(message) }
}
