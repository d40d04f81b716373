import type { Live } from '../../../shared/client/live.svelte.ts'
import type { Refusal } from '../../../shared/refusals.ts'
import type { ScreenSnapshot } from '../../../shared/wire/events.ts'

/** Why this browser is not let in: refused at the handshake already, or at the question for a snapshot. */
export class Door<T extends ScreenSnapshot> {
  readonly #live: Live<T>
  #refused = $state(false)

  constructor(live: Live<T>) {
    this.#live = live
    live.socket.on('connect', () => (this.#refused = false))
    live.socket.on('connect_error', ({ message }) => {
      if (message === 'identity/not-allowed') this.#refused = true
    })
  }

  get refusal(): Refusal | null {
    return this.#refused ? { code: 'identity/not-allowed' } : this.#live.refusal
  }
}
