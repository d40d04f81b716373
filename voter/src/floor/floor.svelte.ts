import type { RefusalCode } from '../../../shared/refusals.ts'
import type { FloorEntry, OwnQuestion } from '../../../shared/wire/floor.ts'
import type { Phone } from '../lib/phone.svelte.ts'

/** How often a phone that looks asks again, and how much later than that at most: not all at once. */
const EVERY_MS = 6000
const SPREAD_MS = 3000
const MOST_OWN = 50

/** Questions from the floor, as long as somebody looks at them. Which are its own, this phone alone knows. */
export class PhoneFloor {
  readonly #phone: Phone
  #questions = $state.raw<readonly FloorEntry[]>([])
  #own = $state.raw<readonly OwnQuestion[]>([])
  #more = $state(0)
  #refusal = $state<RefusalCode | null>(null)
  #busy = $state(false)
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

  /** True where it arrived. */
  async send(text: string): Promise<boolean> {
    this.#busy = true
    const asked = await this.#phone.live.ask('floor:ask', { text })
    this.#busy = false
    this.#refusal = asked.ok ? null : asked.refusal.code
    if (!asked.ok) return false
    this.#remember(asked.value.id)
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
    const own = this.#remembered()
    const told = await this.#phone.live.ask('floor:list', { own })
    if (!told.ok) return
    this.#questions = told.value.questions
    this.#own = [...told.value.own].reverse()
    this.#more = told.value.more
  }

  get #key(): string {
    return `mv.floor.${this.#phone.live.snapshot?.meetingId ?? ''}`
  }

  #remembered(): string[] {
    try {
      return JSON.parse(localStorage.getItem(this.#key) ?? '[]') as string[]
    } catch {
      return []
    }
  }

  #remember(id: string): void {
    try {
      localStorage.setItem(this.#key, JSON.stringify([...this.#remembered(), id].slice(-MOST_OWN)))
    } catch {
      // It was sent all the same; only this phone will not say what became of it.
    }
  }
}
