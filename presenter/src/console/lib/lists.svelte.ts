import type { Live } from '../../../../shared/client/live.svelte.ts'
import type { Seat } from '../../../../shared/ids.ts'
import type { Refusal } from '../../../../shared/refusals.ts'
import type { Result } from '../../../../shared/result.ts'
import type { DeskSnapshot } from '../../../../shared/wire/events.ts'
import type { Admitted } from '../../../../shared/wire/lists.ts'
import { Roster } from './roster.svelte.ts'

/** One sticker: who or which it is, and what admits. */
export interface Sticker {
  title: string
  code: string
  /** Somebody’s own: it is typed, and no QR code holds it. */
  personal: boolean
}

/** Who may vote by code, password or list, as the desk sees it. */
export class Lists {
  readonly roster: Roster
  readonly #live: Live<DeskSnapshot>
  #sheet = $state.raw<readonly Sticker[] | null>(null)
  #people = $state.raw<readonly Admitted[] | null>(null)

  constructor(live: Live<DeskSnapshot>) {
    this.#live = live
    this.roster = new Roster(live, (made) => {
      this.#sheet = made.map(({ name, code }) => ({ title: name, code, personal: true }))
    })
  }

  /** What is to be printed: the codes on it cannot be shown a second time. */
  get sheet(): readonly Sticker[] | null {
    return this.#sheet
  }
  /** Everybody who was let in; null until asked for. */
  get people(): readonly Admitted[] | null {
    return this.#people
  }

  async makeCodes(count: number): Promise<Refusal | null> {
    const made = await this.#live.ask('door:make', { count })
    if (!made.ok) return made.refusal
    this.#sheet = made.value.codes.map(({ number, code }) => ({
      ...{ title: `${number}`, code, personal: false },
    }))
    return null
  }

  /** A new link for the helper's device. */
  async renewHelperLink(): Promise<Refusal | null> {
    return whyNot(await this.#live.ask('helper:link', {}))
  }

  leaveSheet(): void {
    this.#sheet = null
  }

  async setPassword(password: string): Promise<Refusal | null> {
    return whyNot(await this.#live.ask('password:set', { password }))
  }

  async load(): Promise<void> {
    const listed = await this.#live.ask('people:list', {})
    if (listed.ok) this.#people = listed.value.people
  }

  async withdraw(seat: Seat, withdrawn: boolean): Promise<Refusal | null> {
    const refusal = whyNot(await this.#live.ask('people:withdraw', { seat, withdrawn }))
    await this.load()
    return refusal
  }
}

const whyNot = (done: Result<unknown>) => (done.ok ? null : done.refusal)
