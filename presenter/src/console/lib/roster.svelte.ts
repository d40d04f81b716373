import { call } from '../../../../shared/client/api.ts'
import type { Live } from '../../../../shared/client/live.svelte.ts'
import type { RosterLine } from '../../../../shared/formats/roster.ts'
import type { Refusal } from '../../../../shared/refusals.ts'
import type { DeskSnapshot } from '../../../../shared/wire/events.ts'
import type { RosterEntry, RosterMade } from '../../../../shared/wire/roster.ts'

/** The list of those who may vote, as the desk sees it. */
export class Roster {
  readonly #live: Live<DeskSnapshot>
  readonly #print: (made: RosterMade['codes']) => void
  #entries = $state.raw<readonly RosterEntry[] | null>(null)

  /** `print`: keys that the server made can be read this once. */
  constructor(live: Live<DeskSnapshot>, print: (made: RosterMade['codes']) => void) {
    this.#live = live
    this.#print = print
  }

  /** Everybody on it; null until asked for. */
  get entries(): readonly RosterEntry[] | null {
    return this.#entries
  }

  async load(): Promise<void> {
    const listed = await this.#live.ask('roster:list', {})
    if (listed.ok) this.#entries = listed.value.entries
  }

  /** By HTTP: a socket carries no list. */
  async set(lines: readonly RosterLine[]): Promise<Refusal | null> {
    const code = this.#live.view?.code ?? ''
    const made = await call<RosterMade>('POST', `/api/meetings/${code}/roster`, { body: { lines } })
    if (!made.ok) return made.refusal
    this.#entries = null
    if (made.value.codes.length > 0) this.#print(made.value.codes)
    return null
  }

  async remove(): Promise<Refusal | null> {
    const removed = await this.#live.ask('roster:remove', {})
    this.#entries = null
    return removed.ok ? null : removed.refusal
  }

  async release(number: number): Promise<Refusal | null> {
    const released = await this.#live.ask('roster:release', { number })
    await this.load()
    return released.ok ? null : released.refusal
  }
}
