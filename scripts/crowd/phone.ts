import type { Marks } from '../../shared/marks.ts'
import { makeBallot, padded } from '../../shared/client/outbox.ts'
import type { BallotId, Leaf, QuestionId, Seat } from '../../shared/ids.ts'
import { leavesOf } from '../../shared/leaf.ts'
import { apply, MEETING_EVENTS, type MeetingEvent, type MeetingView } from '../../shared/meeting.ts'
import { isTransient, type Refusal } from '../../shared/refusals.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import type { CastMessage, KeptAnswer } from '../../shared/wire/cast.ts'
import type { PhoneSnapshot } from '../../shared/wire/events.ts'
import { newCookie, send } from './http.ts'
import { Line, type LineOptions } from './line.ts'

/** One ballot and what became of it: what a checker compares with the box. */
export interface Cast {
  questionId: QuestionId
  seat: Seat
  basedOn: number
  ballotId: BallotId
  marks: Marks
  leaf: Leaf
  /** When it went out, each time, in milliseconds of this process. */
  sentAt: number[]
  /** Null while nobody knows. */
  answer: Result<KeptAnswer> | null
  answeredAt: number
}

export interface PhoneOptions extends Pick<LineOptions, 'socketUrl' | 'backOff' | 'headers'> {
  url: string
  code: string
  /** A browser that was here before; else a new one. */
  cookie?: string
  /** Milliseconds until an answer counts as lost. */
  patience?: number
  /** How often a ballot is sent twice at once: 0 to 1. */
  doubled?: number
}

const AGAIN_AFTER = 1500
const isEvent = (name: string): name is MeetingEvent['type'] =>
  (MEETING_EVENTS as readonly string[]).includes(name)

/** One light voter: joins, follows the meeting and casts as the real page does. */
export class Phone {
  readonly line: Line
  readonly cookie: string
  readonly casts: Cast[] = []
  onView: ((view: MeetingView) => void) | null = null
  snapshot: PhoneSnapshot | null = null
  view: MeetingView | null = null
  readonly #options: PhoneOptions
  readonly #standing = new Map<QuestionId, number>()
  #entering: Promise<Result<PhoneSnapshot>> | null = null
  /** The last event of this connection, whether or not it could be taken. */
  #heard = 0
  #hasLeft = false

  private constructor(options: PhoneOptions, cookie: string) {
    this.#options = options
    this.cookie = cookie
    this.line = new Line({ ...options, page: 'phone', cookie })
    this.line.onReady = () => {
      this.#heard = 0
      void this.enter()
    }
    this.line.onLost = () => (this.#entering = null)
    this.line.onPush = (event, message) => {
      if (event === 'admission:changed') void this.enter()
      else if (isEvent(event)) this.#follow({ type: event, ...(message as object) } as MeetingEvent)
    }
  }

  /** Opens the page and waits for the first snapshot; throws where there is none. */
  static async join(options: PhoneOptions): Promise<Phone> {
    const { url, code, headers } = options
    const cookie = options.cookie ?? (await newCookie(url, `/j/${code}`, headers))
    const phone = new Phone(options, cookie)
    const refused = await phone.line.connect()
    if (refused !== null && /^(identity|version)\//.test(refused)) throw new Error(refused)
    for (const stop = performance.now() + 30_000; performance.now() < stop; await pause(500)) {
      const entered = await phone.enter()
      if (entered.ok) return phone
      if (!isTransient(entered.refusal)) throw new Error(entered.refusal.code)
    }
    phone.leave()
    throw new Error('server/busy')
  }

  get seat(): Seat | null {
    return this.snapshot?.me.seats[0] ?? null
  }

  /** Asks for a snapshot; a question that is asked already is not asked twice. */
  enter(): Promise<Result<PhoneSnapshot>> {
    if (this.#entering) return this.#entering
    const entering = this.#enter().finally(() => {
      if (this.#entering === entering) this.#entering = null
    })
    this.#entering = entering
    return entering
  }

  /** Casts until the box has taken or refused it: the same ballot with the same id. */
  async cast(questionId: QuestionId, marks: Marks): Promise<Cast> {
    if (this.seat === null) throw new Error('this phone has no seat')
    const basedOn = this.#standing.get(questionId) ?? 0
    const { message } = makeBallot({ questionId, seat: this.seat, basedOn, marks })
    const { ballotId, seat } = message
    const leaf = leavesOf(message)[0]!
    const cast: Cast = {
      ...{ questionId, seat, basedOn, ballotId, marks, leaf },
      ...{ sentAt: [], answer: null, answeredAt: 0 },
    }
    this.casts.push(cast)
    const body = padded(message)
    while (!this.#hasLeft) {
      cast.sentAt.push(performance.now())
      const answer = await this.#deliver(body)
      if (answer.ok || !isTransient(answer.refusal)) return this.#settle(cast, answer)
      await pause(AGAIN_AFTER + Math.random() * AGAIN_AFTER)
    }
    return cast
  }

  /** The door that has no socket. */
  async castByHttp(body: CastMessage): Promise<Result<KeptAnswer>> {
    const { url, headers = {} } = this.#options
    const pass = this.snapshot?.me.pass ?? ''
    try {
      const { status, text } = await send(`${url}/api/ballots`, {
        method: 'POST',
        headers: {
          ...headers,
          'content-type': 'application/json',
          authorization: `Bearer ${pass}`,
          origin: url,
        },
        body: JSON.stringify(body),
      })
      if (status === 200) return ok(JSON.parse(text) as KeptAnswer)
      return { ok: false, refusal: JSON.parse(text) as Refusal }
    } catch {
      return refuse('server/busy')
    }
  }

  leave(): void {
    this.#hasLeft = true
    this.line.close()
  }

  async #enter(): Promise<Result<PhoneSnapshot>> {
    const { code } = this.#options
    for (let tries = 0; ; tries += 1) {
      const entered = await this.line.ask('meeting:enter', { code, proof: null })
      if (entered.ok) this.#learn(entered.value)
      if (tries === 5 || !this.line.isReady) return entered
      // An event overtook this snapshot: once more, as the page does.
      if (entered.ok && entered.value.view.seq < this.#heard) continue
      if (entered.ok || !isTransient(entered.refusal)) return entered
      await pause(500 + Math.random() * 1500)
    }
  }

  #learn(snapshot: PhoneSnapshot): void {
    this.snapshot = snapshot
    const id = snapshot.view.stage?.question.id
    if (id !== undefined) this.#standing.set(id, snapshot.me.rev)
    this.#show(snapshot.view)
  }

  #follow(event: MeetingEvent): void {
    this.#heard = Math.max(this.#heard, event.seq)
    const next = this.view && apply(this.view, event)
    if (next) this.#show(next)
    else void this.enter()
  }

  #show(view: MeetingView): void {
    this.view = view
    this.onView?.(view)
  }

  async #deliver(body: CastMessage): Promise<Result<KeptAnswer>> {
    if (!this.line.isReady) return this.castByHttp(body)
    // A new connection has no pass before its snapshot came.
    await this.#entering
    const { patience = 5000, doubled = 0 } = this.#options
    if (Math.random() < doubled) void this.line.ask('ballot:cast', body, patience)
    return this.line.ask('ballot:cast', body, patience)
  }

  #settle(cast: Cast, answer: Result<KeptAnswer>): Cast {
    cast.answer = answer
    cast.answeredAt = performance.now()
    if (answer.ok) this.#standing.set(cast.questionId, answer.value.rev)
    return cast
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
