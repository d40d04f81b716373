import { call } from '../../../shared/client/api.ts'
import { Live } from '../../../shared/client/live.svelte.ts'
import { makeBallot, padded } from '../../../shared/client/outbox.ts'
import type { Stage } from '../../../shared/meeting.ts'
import { isTransient, type Refusal } from '../../../shared/refusals.ts'
import type { KeptAnswer } from '../../../shared/wire/cast.ts'
import type { HelperSnapshot } from '../../../shared/wire/helper.ts'
import { fateOf, pause, type Outcome } from '../lib/fate.ts'
import { Guest } from './guest.ts'

/** Where one person's turn stands. Whoever is known is in the step, and gone with it. */
export type Step =
  | { name: 'code'; refusal: Refusal | null; isBusy: boolean }
  /** `again`: this code or key has voted; does this person want to change that? */
  | { name: 'again' | 'ballot'; guest: Guest }
  /** On its way: what it holds is not shown, and nobody else gets a turn before it is answered. */
  | { name: 'unsent' }
  /** `left`: so many more ballots are this person's to cast, for others. */
  | { name: 'counted'; at: number; left: number }
  | { name: 'uncounted'; outcome: Exclude<Outcome, { type: 'elsewhere' }> }

/** Seconds without a touch, after which what is on the page belongs to nobody any more (L09). */
const REST = 20
/** For so many of them the page says so. */
const WARNING = 8
/** For how many "Counted" is seen, where nothing is left to do. */
const SEEN = 5
const LOOKS_EVERY = 250

/** One person after another at the helper's device; nothing of them is ever written down. */
export class Turns {
  readonly live: Live<HelperSnapshot>
  #step = $state.raw<Step>(typing(null))
  #turn = $state(0)
  #left = $state<number | null>(null)
  readonly #device: ConstructorParameters<typeof Guest>[2]
  /** By this device's clock, which also goes on while it sleeps; null: nothing to clear. */
  #until: number | null = null

  constructor() {
    this.live = new Live<HelperSnapshot>('helper', (live) => live.ask('helper:watch', {}))
    this.#device = {
      live: this.live,
      send: (guest) => void this.#send(guest),
      clear: () => this.clear(),
    }
  }

  get step(): Step {
    return this.#step
  }
  /** Grows with every person, so that nothing of a page is used twice. */
  get turn(): number {
    return this.#turn
  }
  /** Seconds until this page clears itself, where they should be said. */
  get left(): number | null {
    const { name } = this.#step
    if (this.#left === null || name === 'code') return null
    return name === 'counted' || this.#left <= WARNING ? this.#left : null
  }
  /** The question that ballots may be given in. */
  get stage(): Stage | null {
    const stage = this.live.view?.stage
    return stage?.state === 'open' || stage?.state === 'closing' ? stage : null
  }

  /** Looks at the clock until the returned function is called. */
  watch(): () => void {
    const look = () => {
      if (this.#until === null) return
      this.#left = Math.ceil((this.#until - Date.now()) / 1000)
      if (this.#left <= 0) this.clear()
    }
    const timer = setInterval(look, LOOKS_EVERY)
    return () => clearInterval(timer)
  }

  /** Somebody is there. */
  touch(): void {
    if (['code', 'again', 'ballot'].includes(this.#step.name)) this.#clearIn(REST)
  }

  /** For the next person; only a ballot that is on its way is waited for. */
  clear(): void {
    if (this.#step.name === 'unsent') return
    this.#turn += 1
    this.#go(typing(null), null)
  }

  /** The page was put away, or the question is another one: then nobody is there any more. */
  leave(): void {
    const { name } = this.#step
    if (name !== 'uncounted') this.clear()
  }

  async take(typed: string): Promise<void> {
    const { stage } = this
    const asking: Step = { name: 'code', refusal: null, isBusy: true }
    this.#go(asking, REST)
    const answer = await this.live.ask('helper:take', { typed })
    // Whoever asked has gone.
    if (this.#step !== asking) return
    if (!answer.ok) this.#go(typing(answer.refusal), REST)
    else if (answer.value.questionId === stage?.question.id) {
      this.#welcome(new Guest(stage.question, answer.value, this.#device))
    } else {
      this.#go(typing({ code: 'question/not-open' }), REST)
      void this.live.refresh()
    }
  }

  #welcome(guest: Guest): void {
    this.#go({ name: guest.turn.rev > 0 ? 'again' : 'ballot', guest }, REST)
  }

  /** From here on as somebody who has not voted, but for the note that it is a change. */
  change(guest: Guest): void {
    this.#go({ name: 'ballot', guest }, REST)
  }

  /** Until the box has taken or refused it: the same ballot, under the pass of its own voter. */
  async #send(guest: Guest): Promise<void> {
    const { questionId, seat, rev: basedOn, pass, left } = guest.turn
    const { marks, question } = guest.draft
    const body = padded(makeBallot({ questionId, seat, basedOn, marks }).message)
    const castAt = Date.now()
    this.#go({ name: 'unsent' }, null)
    for (;;) {
      const answer = await call<KeptAnswer>('POST', '/api/ballots', { body, pass })
      if (!answer.ok && isTransient(answer.refusal)) {
        await pause()
        continue
      }
      const fate = answer.ok ? null : fateOf(basedOn, answer.refusal)
      if (fate === null || fate.type === 'counted')
        this.#go({ name: 'counted', at: castAt, left }, left > 0 ? REST : SEEN)
      else if (fate.type === 'elsewhere') {
        // The same person has voted at another device meanwhile: asked, before it is replaced.
        this.#welcome(new Guest(question, { ...guest.turn, rev: fate.rev }, this.#device))
      } else this.#go({ name: 'uncounted', outcome: fate }, null)
      return
    }
  }

  #go(step: Step, seconds: number | null): void {
    this.#step = step
    if (seconds === null) {
      this.#until = null
      this.#left = null
    } else this.#clearIn(seconds)
  }

  #clearIn(seconds: number): void {
    this.#until = Date.now() + seconds * 1000
    this.#left = seconds
  }
}

function typing(refusal: Refusal | null): Step {
  return { name: 'code', refusal, isBusy: false }
}
