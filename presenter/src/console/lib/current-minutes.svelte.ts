import { call } from '../../../../shared/client/api.ts'
import type { Refusal } from '../../../../shared/refusals.ts'
import type { Minutes } from '../../../../shared/wire/minutes.ts'
import type { Desk } from './desk.svelte.ts'

/** The minutes of the meeting at this desk, made anew whenever a question changes its state. */
export class CurrentMinutes {
  readonly #desk: Desk
  #minutes = $state.raw<Minutes | null>(null)
  #refusal = $state.raw<Refusal | null>(null)

  constructor(desk: Desk) {
    this.#desk = desk
    const seen = $derived(
      desk.view?.agenda.map(({ question, state }) => `${question.id} ${state}`).join(),
    )
    $effect(() => {
      if (seen !== undefined) void this.#load()
    })
  }

  get minutes(): Minutes | null {
    return this.#minutes
  }
  get refusal(): Refusal | null {
    return this.#refusal
  }
  /** Where its files are. */
  file(form: 'json' | 'csv' | 'names' | 'floor', language: string): string {
    return `/api/meetings/${this.#desk.view?.code ?? ''}/minutes.${form}?language=${language}`
  }

  async #load(): Promise<void> {
    const answer = await call<Minutes>('GET', this.file('json', ''))
    this.#refusal = answer.ok ? null : answer.refusal
    if (answer.ok) this.#minutes = answer.value
  }
}
