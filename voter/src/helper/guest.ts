import type { Live } from '../../../shared/client/live.svelte.ts'
import type { Question } from '../../../shared/vote.ts'
import type { HelperSnapshot, Turn } from '../../../shared/wire/helper.ts'
import { Draft } from '../lib/drafts.svelte.ts'
import type { Voter } from '../lib/phone.svelte.ts'

/** What the device does for whoever stands before it. */
interface Device {
  live: Live<HelperSnapshot>
  send: (guest: Guest) => void
  clear: () => void
}

/**
 * One person at the device. All that is known of them is in this object and in memory only, so that
 * nothing is left once it is dropped.
 */
export class Guest implements Voter {
  readonly turn: Turn
  readonly draft: Draft
  readonly live: Voter['live']
  readonly drafts: Voter['drafts']
  readonly casting: Voter['casting'] = { outcome: () => null }
  readonly #device: Device

  constructor(question: Question, turn: Turn, device: Device) {
    this.turn = turn
    this.draft = new Draft(question, null)
    this.drafts = { of: () => this.draft }
    // It is the device that asks for more time: it has the line.
    this.live = {
      now: () => device.live.now(),
      ask: (_, message) => device.live.ask('helper:time', message),
    }
    this.#device = device
  }

  isChanging(): boolean {
    return this.turn.rev > 0
  }

  cast(): void {
    this.#device.send(this)
  }

  leaveChange(): void {
    this.#device.clear()
  }
}
