import { io, type Socket } from 'socket.io-client'
import { apply, type LiveTally, type MeetingView } from '../meeting.ts'
import { isTransient, type Refusal, type RefusalCode } from '../refusals.ts'
import { refuse, type Result } from '../result.ts'
import type { SignedReceipt } from '../wire/cast.ts'
import type { ClientToServer, ServerToClient } from '../wire/events.ts'
import { MEETING_EVENTS } from '../meeting.ts'
import { PROTOCOL } from '../wire/version.ts'

/**
 * `pausing`: the server said that it stops for a moment. `replaced`: newer windows of this browser
 * took this one's place, until somebody takes it back.
 */
export type Connection = 'connecting' | 'ready' | 'reconnecting' | 'pausing' | 'replaced'

type Deed = keyof ClientToServer
type MessageOf<D extends Deed> = Parameters<ClientToServer[D]>[0]
type AnswerOf<D extends Deed> = Parameters<Parameters<ClientToServer[D]>[1]>[0]

/** What every page's snapshot holds. */
interface Snapshot {
  now: number
  view: MeetingView
  live?: LiveTally
}

/** Back-off of D37; an answer later than this counts as lost. */
const BACK_OFF = { reconnectionDelay: 500, reconnectionDelayMax: 8000, randomizationFactor: 0.8 }
const ANSWER_WITHIN = 5000
const RELOAD_WITHIN = 3000
const aMoment = () => 500 + Math.random() * 1500

/**
 * One page's line to its meeting: a snapshot on every connect, events after it, and a new
 * snapshot wherever one was missed. `T` is the snapshot of this page's role.
 */
export class Live<T extends Snapshot> {
  readonly socket: Socket<ServerToClient, ClientToServer>
  readonly #enter: () => Promise<Result<T>>
  #snapshot = $state.raw<T | null>(null)
  #view = $state.raw<MeetingView | null>(null)
  #tally = $state.raw<LiveTally | null>(null)
  #connection = $state<Connection>('connecting')
  #refusal = $state.raw<Refusal | null>(null)
  #clockAhead = 0
  #asking = false
  #stale = false
  /** The last event of this connection, whether or not it could be taken. */
  #heard = 0
  onSnapshot: ((snapshot: T) => void) | null = null
  onReceipt: ((receipt: SignedReceipt) => void) | null = null

  /**
   * `page` says which of this browser's roles is meant, `screen` which of the screens and whose;
   * `enter` asks for this page's snapshot.
   */
  constructor(
    page: 'phone' | 'screen' | 'desk' | 'helper',
    enter: (live: Live<T>) => Promise<Result<T>>,
    screen?: { code: string | null; screen: string },
  ) {
    this.#enter = () => enter(this)
    this.socket = io({
      auth: { protocol: PROTOCOL, page, ...screen },
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      timeout: ANSWER_WITHIN,
      ...BACK_OFF,
    })
    this.socket.on('connect', () => {
      this.#heard = 0
      void this.refresh()
    })
    this.socket.on('disconnect', (reason) => {
      this.#lost('reconnecting')
      if (reason === 'io server disconnect') this.#again()
    })
    this.socket.on('window:replaced', () => (this.#connection = 'replaced'))
    this.socket.on('server:stopping', () => this.#lost('pausing'))
    this.socket.on('connect_error', ({ message }) => {
      // Not all at once, and not without a pause should an old page be handed out again.
      if (message === 'version/old')
        setTimeout(() => location.reload(), Math.random() * RELOAD_WITHIN)
      else if (!isTransient({ code: message })) this.#refusal = { code: message as RefusalCode }
      // Where nobody was reached the socket tries again by itself; after an answer it does not.
      else if (!this.socket.active) this.#again()
      this.#lost('reconnecting')
    })
    for (const type of MEETING_EVENTS)
      this.socket.on(type, (event: object) => this.#take({ type, ...event } as never))
    this.socket.on('tally:changed', (live) => this.#takeTally(live))
    this.socket.on('admission:changed', () => void this.refresh())
    this.socket.on('ballot:signed', (receipt) => this.onReceipt?.(receipt))
    this.#wakeUp()
  }

  get connection(): Connection {
    return this.#connection
  }
  get snapshot(): T | null {
    return this.#snapshot
  }
  get view(): MeetingView | null {
    return this.#view
  }
  get tally(): LiveTally | null {
    return this.#tally
  }
  get refusal() {
    return this.#refusal
  }

  /** The server's clock, in milliseconds since 1970, whatever this device's says. */
  now(): number {
    return Date.now() + this.#clockAhead
  }

  /** Sends one message and waits for its answer; no answer in time is `server/busy`. */
  async ask<D extends Deed>(deed: D, message: MessageOf<D>): Promise<AnswerOf<D>> {
    try {
      const socket = this.socket as unknown as {
        timeout(ms: number): { emitWithAck(deed: D, message: MessageOf<D>): Promise<AnswerOf<D>> }
      }
      return await socket.timeout(ANSWER_WITHIN).emitWithAck(deed, message)
    } catch {
      return refuse('server/busy')
    }
  }

  /** Asks for a snapshot, and once more where something happened while it was on its way. */
  async refresh(): Promise<void> {
    this.#stale = this.#asking
    if (this.#asking) return
    this.#asking = true
    const entered = await this.#enter()
    this.#asking = false
    if (this.#stale) void this.refresh()
    if (entered.ok) this.settle(entered.value)
    else if (isTransient(entered.refusal)) {
      if (this.socket.connected) setTimeout(() => void this.refresh(), aMoment())
    } else this.#refusal = entered.refusal
  }

  /** Takes a snapshot that came as the answer to something else. */
  settle(snapshot: T): void {
    this.#clockAhead = snapshot.now - Date.now()
    this.#snapshot = snapshot
    this.#view = snapshot.view
    if (snapshot.live) this.#tally = snapshot.live
    this.#refusal = null
    this.#connection = 'ready'
    this.onSnapshot?.(snapshot)
    // An event overtook this snapshot.
    if (snapshot.view.seq < this.#heard) void this.refresh()
  }

  /** Connects a window that was replaced: it is the newest now. */
  takeOver(): void {
    this.#connection = 'connecting'
    this.socket.connect()
  }

  close(): void {
    this.socket.close()
  }

  #again(): void {
    if (this.#connection !== 'replaced') setTimeout(() => this.socket.connect(), aMoment())
  }

  #take(event: Parameters<typeof apply>[1]): void {
    this.#heard = Math.max(this.#heard, event.seq)
    if (!this.#view) return
    const next = apply(this.#view, event)
    if (next) this.#view = next
    else void this.refresh()
  }

  #takeTally(live: LiveTally): void {
    const view = this.#view
    if (!view) return
    if (live.seq !== view.seq || (live.questionId ?? null) !== (view.stage?.question.id ?? null)) {
      if (live.seq >= view.seq) void this.refresh()
      return
    }
    const counts =
      live.counts ?? (this.#tally?.questionId === live.questionId ? this.#tally.counts : null)
    this.#tally = { ...live, counts }
  }

  #lost(how: 'reconnecting' | 'pausing'): void {
    if (this.#connection === 'ready') this.#connection = how
  }

  /** A phone that slept may hold a dead socket that looks open: asking finds out (experience, section 8). */
  #wakeUp(): void {
    const wake = async () => {
      if (document.visibilityState === 'hidden' || this.#connection === 'replaced') return
      if (!this.socket.connected) {
        this.socket.disconnect().connect()
        return
      }
      await this.refresh()
    }
    document.addEventListener('visibilitychange', () => void wake())
    window.addEventListener('pageshow', (event) => event.persisted && void wake())
    window.addEventListener('online', () => void wake())
  }
}
