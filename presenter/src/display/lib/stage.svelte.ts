import { Live } from '../../../../shared/client/live.svelte.ts'
import type { JoinCode } from '../../../../shared/ids.ts'
import type { Refusal } from '../../../../shared/refusals.ts'
import { refuse, type Result } from '../../../../shared/result.ts'
import type { PresenceCode, ScreenSnapshot } from '../../../../shared/wire/events.ts'
import { RUNNING, type KeyDeed } from './keys.ts'

export type Slide = 'join' | 'question' | 'sealed' | 'result'

/** What the big screen shows, and what its keys do. */
export class Show {
  readonly live: Live<ScreenSnapshot>
  #proof = $state.raw<PresenceCode | null>(null)
  #refusal = $state.raw<Refusal | null>(null)
  #forget: ReturnType<typeof setTimeout> | undefined

  constructor(code: JoinCode | null) {
    this.live = new Live<ScreenSnapshot>('screen', (live) => live.ask('screen:watch', { code }))
    this.live.onSnapshot = ({ presenceCode }) => (this.#proof = presenceCode)
    this.live.socket.on('code:changed', (presenceCode) => (this.#proof = presenceCode))
  }

  /** The rotating code, where the meeting asks for it. */
  get proof(): string | null {
    return this.#proof?.code ?? null
  }
  /** Nobody new is let in by itself, so the way in is not shown. */
  get locked(): boolean {
    return this.live.view?.locked ?? false
  }
  get refusal(): Refusal | null {
    return this.#refusal
  }
  get stage() {
    return this.live.view?.stage ?? null
  }
  get people() {
    return this.live.tally?.people ?? { connected: 0, checkedIn: 0, voted: 0 }
  }
  get mayRun(): boolean {
    return this.live.snapshot?.mayRun ?? false
  }
  get slide(): Slide {
    const { stage } = this
    if (!stage) return 'join'
    if (stage.state === 'sealed') return 'sealed'
    return stage.state === 'revealed' ? 'result' : 'question'
  }

  async run(deed: KeyDeed): Promise<void> {
    if (!this.mayRun || !RUNNING.includes(deed)) return
    const done = await this.#do(deed)
    this.#refusal = done && !done.ok ? done.refusal : null
    clearTimeout(this.#forget)
    this.#forget = setTimeout(() => (this.#refusal = null), 6000)
  }

  async #do(deed: KeyDeed): Promise<Result<unknown> | null> {
    const { stage, live } = this
    if (deed === 'test') return stage ? null : live.ask('question:test', {})
    if (deed === 'forward') return this.#forward()
    if (deed === 'next') return stage && this.#over ? live.ask('meeting:next', {}) : null
    if (!stage) return deed === 'toggle' ? this.#openNext() : null
    const message = { questionId: stage.question.id }
    if (deed === 'reveal')
      return stage.state === 'sealed' ? live.ask('question:reveal', message) : null
    return stage.state === 'open' ? live.ask('question:close', message) : null
  }

  /** What comes next in any state, for whoever has one button only. */
  async #forward(): Promise<Result<unknown> | null> {
    if (this.stage?.state !== 'sealed') return this.#do(this.#over ? 'next' : 'toggle')
    const revealed = await this.#do('reveal')
    // Only the server knows how much of a set is left; then the next question of it comes first.
    const isWaiting = revealed && !revealed.ok && revealed.refusal.code === 'question/set-waits'
    return isWaiting ? this.#do('next') : revealed
  }

  get #over(): boolean {
    const { stage } = this
    return (
      stage?.state === 'revealed' || (stage?.state === 'sealed' && stage.question.bars === 'set')
    )
  }

  /** In the lobby only the desk knows what comes next. */
  async #openNext(): Promise<Result<unknown> | null> {
    const asked = await this.live.ask('desk:watch', { code: null })
    if (!asked.ok) return asked
    const { current } = asked.value.desk
    if (!current) return refuse('question/no-title')
    return this.live.ask('question:open', { questionId: current })
  }
}
