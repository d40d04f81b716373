import { Film } from '../../../../shared/client/film.svelte.ts'
import { Live } from '../../../../shared/client/live.svelte.ts'
import type { FloorPicture } from '../../../../shared/floor.ts'
import type { JoinCode, QuestionId } from '../../../../shared/ids.ts'
import type { Refusal } from '../../../../shared/refusals.ts'
import { refuse, type Result } from '../../../../shared/result.ts'
import type { PresenceCode, ScreenSnapshot } from '../../../../shared/wire/events.ts'
import type { Screen, ScreenContent } from '../../../../shared/wire/screens.ts'
import type { LiveTally, MeetingView, Stage } from '../../../../shared/meeting.ts'
import { mayReadNames } from '../../../../shared/stamp.ts'
import { Names } from '../../lib/names.svelte.ts'
import type { KeyDeed } from './keys.ts'

/** Seconds that T gives: as the desk's first button. */
const MORE_SECONDS = 30
/** A key pressed twice in a hurry is one press: the second must not undo the first. */
const ONE_PRESS_MS = 1000

/** How long a refusal or a hint stays. */
const SHOWN_MS = 6000

/** What a key would need first, where it does nothing now. */
export type Hint = 'hintClose' | 'hintReveal' | 'hintNext'

/** How long one of several earlier results stays. */
const RESULT_MS = 15_000

/** `wait`: a screen of results before there are any. */
export type Slide = 'floor' | 'join' | 'question' | 'sealed' | 'result' | 'wait'

/** What the slide of a question asks: the big screen itself, or the desk's preview of one. */
export interface Shown extends Pick<
  Show,
  'counts' | 'people' | 'mayRun' | 'slide' | 'proof' | 'locked'
> {
  readonly live: Pick<Show['live'], 'now'> & {
    readonly tally: Pick<LiveTally, 'counts'> | null
    readonly view: Pick<MeetingView, 'code'> | null
    readonly snapshot: Pick<ScreenSnapshot, 'address'> | null
  }
}

/** What the big screen shows, and what its keys do. */
export class Show {
  readonly live: Live<ScreenSnapshot>
  /** Whoever opened this page, the room reads it: names are here where they are for everybody. */
  readonly names: Names
  /** The rounds of the count that is shown, where it went by rounds. */
  readonly film = new Film()
  #proof = $state.raw<PresenceCode | null>(null)
  #floor = $state.raw<FloorPicture>({ questions: [], more: 0, waiting: 0 })
  #refusal = $state.raw<Refusal | null>(null)
  #hint = $state.raw<Hint | null>(null)
  #forget: ReturnType<typeof setTimeout> | undefined
  #turns = $state(0)
  #pressed = { deed: null as KeyDeed | null, at: 0 }

  constructor(code: JoinCode | null, screen: string) {
    this.live = new Live<ScreenSnapshot>(
      'screen',
      (live) => live.ask('screen:watch', { code, screen }),
      { code, screen },
    )
    this.live.onSnapshot = ({ presenceCode, floor }) => {
      this.#proof = presenceCode
      this.#floor = floor
    }
    this.live.socket.on('floor:changed', (floor) => (this.#floor = floor))
    this.live.socket.on('code:changed', (presenceCode) => (this.#proof = presenceCode))
    this.live.socket.on('screen:changed', () => void this.live.refresh())
    this.names = new Names(
      (questionId) => this.live.ask('names:list', { questionId }),
      () => this.#named,
    )
    $effect(() => {
      if (this.content !== 'earlier') return
      const timer = setInterval(() => (this.#turns += 1), RESULT_MS)
      return () => clearInterval(timer)
    })
  }

  /** The rotating code, where the meeting asks for it. */
  get proof(): string | null {
    return this.#proof?.code ?? null
  }
  /** Questions from the floor. */
  get floor(): FloorPicture {
    return this.#floor
  }
  /** Nobody new is let in by itself, so the way in is not shown. */
  get locked(): boolean {
    return this.live.view?.locked ?? false
  }
  get refusal(): Refusal | null {
    return this.#refusal
  }
  get hint(): Hint | null {
    return this.#hint
  }
  /** Requests for more time: who may grant them sees how many there are. */
  get asks(): number {
    return this.mayRun ? (this.live.tally?.asks ?? 0) : 0
  }
  get look(): Screen['look'] {
    return this.live.snapshot?.screen.look ?? { theme: 'dark', large: false }
  }
  get content(): ScreenContent['type'] {
    return this.live.snapshot?.screen.content.type ?? 'meeting'
  }
  get #showsResults(): boolean {
    return this.content === 'earlier' || this.content === 'result'
  }
  /** The question on this screen: the one on stage, or one of those whose results it shows. */
  get shown(): Stage | null {
    if (!this.#showsResults) return this.stage
    const results = this.live.snapshot?.results ?? []
    return results[this.#turns % Math.max(1, results.length)] ?? null
  }
  get #named(): QuestionId | null {
    const { shown } = this
    const isHere = this.slide === 'result' && shown?.tally?.state === 'counted'
    return isHere && mayReadNames(shown.question, 'anybody') ? shown.question.id : null
  }
  /** Do bars and results belong on this screen, or the turnout alone? */
  get counts(): boolean {
    return this.content !== 'question'
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
    if (this.#showsResults) return this.shown ? 'result' : 'wait'
    if (this.content === 'floor') return 'floor'
    if (this.content === 'meeting' && this.live.view?.floor?.staged) return 'floor'
    if (!stage || this.content === 'join') return 'join'
    if (!this.counts) return 'question'
    if (stage.state === 'sealed') return 'sealed'
    return stage.state === 'revealed' ? 'result' : 'question'
  }

  /** Does what a key means now, where keys of this screen run the meeting. */
  async run(deed: KeyDeed): Promise<void> {
    if (!this.mayRun || this.#turnsFilm(deed) || this.#isSamePress(deed)) return
    this.#hint = hintFor(deed, this.stage)
    const done = await this.#do(deed)
    this.#refusal = done && !done.ok ? done.refusal : null
    clearTimeout(this.#forget)
    this.#forget = setTimeout(() => {
      this.#refusal = null
      this.#hint = null
    }, SHOWN_MS)
  }

  /** Space plays and pauses, arrows go by one picture; after the last one on goes on to what comes next. */
  #turnsFilm(deed: KeyDeed): boolean {
    if (deed === 'back') return this.film.step(-1)
    if (deed === 'forward') return this.film.step(1)
    if (deed !== 'toggle' || this.film.length < 2) return false
    this.film.toggle()
    return true
  }

  #isSamePress(deed: KeyDeed): boolean {
    const { deed: before, at } = this.#pressed
    const now = performance.now()
    const isSame = deed === before && deed !== 'timer' && now - at < ONE_PRESS_MS
    if (!isSame) this.#pressed = { deed, at: now }
    return isSame
  }

  async #do(deed: KeyDeed): Promise<Result<unknown> | null> {
    const { stage, live } = this
    if (deed === 'test') return stage ? null : live.ask('question:test', {})
    if (deed === 'lock') return live.ask('doors:lock', { locked: !this.locked })
    if (deed === 'forward') return this.#forward()
    if (deed === 'next') return isOver(stage) ? live.ask('meeting:next', {}) : null
    if (!stage) return deed === 'toggle' ? this.#openNext() : null
    if (deed === 'toggle') return this.#toggle(stage)
    const message = { questionId: stage.question.id }
    if (deed === 'timer' && stage.state === 'open')
      return live.ask('timer:extend', { ...message, seconds: MORE_SECONDS })
    if (deed !== 'reveal') return null
    // The room sees the fingerprint before the count: one press for each.
    if (stage.reopenUntil !== null) return live.ask('question:seal', message)
    return stage.state === 'sealed' ? live.ask('question:reveal', message) : null
  }

  async #toggle({ question, state, reopenUntil }: Stage): Promise<Result<unknown> | null> {
    const { id: questionId, seconds } = question
    if (state === 'open') return this.live.ask('question:close', { questionId })
    if (reopenUntil === null) return null
    return this.live.ask('question:reopen', { questionId, seconds })
  }

  /** What comes next in any state, for whoever has one button only. */
  async #forward(): Promise<Result<unknown> | null> {
    const { stage } = this
    if (stage?.state === 'closed') return this.#do('reveal')
    if (stage?.state !== 'sealed') return this.#do(isOver(stage) ? 'next' : 'toggle')
    const revealed = await this.#do('reveal')
    // Only the server knows how much of a set is left; then the next question of it comes first.
    const isWaiting = revealed && !revealed.ok && revealed.refusal.code === 'question/set-waits'
    return isWaiting ? this.#do('next') : revealed
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

/** May the room go on? From a set its next question comes before the results. */
function isOver(stage: Stage | null): boolean {
  if (!stage) return false
  return stage.state === 'revealed' || (stage.state === 'sealed' && stage.question.bars === 'set')
}

function hintFor(deed: KeyDeed, stage: Stage | null): Hint | null {
  if (!stage) return null
  if (stage.state === 'sealed')
    return deed === 'toggle' || (deed === 'next' && !isOver(stage)) ? 'hintReveal' : null
  if (stage.state === 'revealed') return deed === 'toggle' || deed === 'reveal' ? 'hintNext' : null
  return stage.state === 'open' && (deed === 'reveal' || deed === 'next') ? 'hintClose' : null
}
