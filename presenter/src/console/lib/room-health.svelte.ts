import type { Live } from '../../../../shared/client/live.svelte.ts'
import type { DeskSnapshot } from '../../../../shared/wire/events.ts'
import type { Health } from '../../../../shared/wire/health.ts'

/** The last that the server told of its own and the phones' health. */
export class RoomHealth {
  #told = $state.raw<Health | null>(null)

  constructor({ socket }: Live<DeskSnapshot>) {
    socket.on('health:changed', (health) => (this.#told = health))
  }

  get told(): Health | null {
    return this.#told
  }
}
