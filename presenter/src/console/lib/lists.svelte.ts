import type { Live } from '../../../../shared/client/live.svelte.ts'
import type { Seat } from '../../../../shared/ids.ts'
import type { Refusal } from '../../../../shared/refusals.ts'
import type { Result } from '../../../../shared/result.ts'
import type { DeskSnapshot } from '../../../../shared/wire/events.ts'
import type { Admitted } from '../../../../shared/wire/lists.ts'

/** One sticker: who or which it is, and what admits. */
export interface Sticker {
  title: string
  code: string
}

/** Who may vote by code, password or list, as the desk sees it. */
export class Lists {
  readonly #live: Live<DeskSnapshot>
  #sheet = $state.raw<readonly Sticker[] | null>(null)
  #people = $state.raw<readonly Admitted[] | null>(null)
  #refusal = $state.raw<Refusal | null>(null)

  constructor(live: Live<DeskSnapshot>) {
    this.#live = live
  }

  /** What is to be printed: the codes on it cannot be shown a second time. */
  get sheet(): readonly Sticker[] | null {
    return this.#sheet
  }
  /** Everybody who was let in; null until asked for. */
  get people(): readonly Admitted[] | null {
    return this.#people
  }
  get refusal(): Refusal | null {
    return this.#refusal
  }

  async makeCodes(count: number): Promise<void> {
    const made = this.#noted(await this.#live.ask('door:make', { count }))
    if (made.ok)
      this.#sheet = made.value.codes.map(({ number, code }) => ({ title: `${number}`, code }))
  }

  leaveSheet(): void {
    this.#sheet = null
  }

  async setPassword(password: string): Promise<boolean> {
    return this.#noted(await this.#live.ask('password:set', { password })).ok
  }

  async load(): Promise<void> {
    const listed = await this.#live.ask('people:list', {})
    if (listed.ok) this.#people = listed.value.people
  }

  async withdraw(seat: Seat, withdrawn: boolean): Promise<void> {
    this.#noted(await this.#live.ask('people:withdraw', { seat, withdrawn }))
    await this.load()
  }

  #noted<T>(done: Result<T>): Result<T> {
    this.#refusal = done.ok ? null : done.refusal
    return done
  }
}
