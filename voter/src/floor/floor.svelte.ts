import { random } from '../../../shared/client/outbox.ts'
import type { RefusalCode } from '../../../shared/refusals.ts'
import type { FloorEntry, OwnQuestion } from '../../../shared/wire/floor.ts'
import type { Phone } from '../lib/phone.svelte.ts'

/** How often a phone that looks asks again, and how much later than that at most: not all at once. */
const EVERY_MS = 6000
const SPREAD_MS = 3000
const MOST_OWN = 50

/** A question of this phone: with its secret the server tells what became of it. */
interface Mine {
  secret: string
  /** Has it been on the list? */
  came?: true
}

/** Questions from the floor, as long as somebody looks at them. Which are its own, this phone alone knows. */
export class PhoneFloor {
  readonly #phone: Phone
  #questions = $state.raw<readonly FloorEntry[]>([])
  #own = $state.raw<readonly OwnQuestion[]>([])
  #more = $state(0)
  #gone = $state(0)
  #refusal = $state<RefusalCode | null>(null)
  #busy = $state(false)
  /** Not acknowledged yet. */
  #sending: { secret: string; text: string } | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(phone: Phone) {
    this.#phone = phone
  }

  get questions(): readonly FloorEntry[] {
    return this.#questions
  }
  /** The latest first. */
  get own(): readonly OwnQuestion[] {
    return this.#own
  }
  get more(): number {
    return this.#more
  }
  /** Of its own that gave way on a full list. */
  get gone(): number {
    return this.#gone
  }
  get refusal(): RefusalCode | null {
    return this.#refusal
  }
  get busy(): boolean {
    return this.#busy
  }

  /** Asks again and again; returns how to stop it. */
  watch(): () => void {
    const again = async () => {
      if (document.visibilityState !== 'hidden') await this.#load()
      this.#timer = setTimeout(() => void again(), EVERY_MS + Math.random() * SPREAD_MS)
    }
    void again()
    return () => clearTimeout(this.#timer)
  }

  /** True where it arrived. The same words again are the same question: an answer may have been lost. */
  async send(text: string): Promise<boolean> {
    this.#busy = true
    const secret = this.#sending?.text === text ? this.#sending.secret : random(16)
    this.#sending = { secret, text }
    this.#remember([...this.#remembered().filter(({ came }) => came), { secret }])
    const asked = await this.#phone.live.ask('floor:ask', { secret, text })
    this.#busy = false
    this.#refusal = asked.ok ? null : asked.refusal.code
    if (!asked.ok) return false
    this.#sending = null
    await this.#load()
    return true
  }

  /** Shown at once; what the server says stands. */
  async vote(id: string, voted: boolean): Promise<void> {
    this.#questions = this.#questions.map((each) =>
      each.id === id && each.voted !== voted
        ? { ...each, voted, votes: each.votes + (voted ? 1 : -1) }
        : each,
    )
    const done = await this.#phone.live.ask('floor:vote', { id, voted })
    this.#refusal = done.ok ? null : done.refusal.code
    if (!done.ok) await this.#load()
  }

  async #load(): Promise<void> {
    const mine = this.#remembered()
    const told = await this.#phone.live.ask('floor:list', { own: mine.map(({ secret }) => secret) })
    if (!told.ok) return
    const { questions, own, more } = told.value
    this.#questions = questions
    this.#own = own.filter((each) => each !== null).reverse()
    this.#more = more
    const isThere = new Map(mine.map(({ secret }, at) => [secret, own[at] != null]))
    const known = this.#remembered()
    this.#gone = known.filter(({ secret, came }) => came && isThere.get(secret) === false).length
    this.#remember(known.map((each) => (isThere.get(each.secret) ? { ...each, came: true } : each)))
  }

  get #key(): string {
    return `mv.asked.${this.#phone.live.snapshot?.meetingId ?? ''}`
  }

  #remembered(): Mine[] {
    try {
      return JSON.parse(localStorage.getItem(this.#key) ?? '[]') as Mine[]
    } catch {
      return []
    }
  }

  #remember(all: readonly Mine[]): void {
    try {
      localStorage.setItem(this.#key, JSON.stringify(all.slice(-MOST_OWN)))
    } catch {
      // It is sent all the same; only this phone will not say what became of it.
    }
  }
}
