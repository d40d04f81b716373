import type { Live } from '../../../../shared/client/live.svelte.ts'
import type {
  FloorPicture,
  FloorQuestion,
  FloorRule,
  FloorState,
} from '../../../../shared/floor.ts'
import type { Refusal } from '../../../../shared/refusals.ts'
import type { Result } from '../../../../shared/result.ts'
import type { DeskSnapshot } from '../../../../shared/wire/events.ts'

/** A question that was just marked, as it stood before. */
export interface Undo {
  id: string
  before: FloorState
  now: FloorState
}

/** Questions from the floor as the desk reads, shows and hides them. */
export class FloorDesk {
  readonly #live: Live<DeskSnapshot>
  #picture = $state.raw<FloorPicture | null>(null)
  #questions = $state.raw<readonly FloorQuestion[] | null>(null)
  #undo = $state.raw<Undo | null>(null)
  #refusal = $state.raw<Refusal | null>(null)
  #isWatched = false

  constructor(live: Live<DeskSnapshot>) {
    this.#live = live
    live.socket.on('floor:changed', (picture) => this.take(picture))
  }

  /** How many nobody has looked at. */
  get waiting(): number {
    return this.#picture?.waiting ?? 0
  }
  /** How many everybody may read. */
  get shown(): number {
    return (this.#picture?.questions.length ?? 0) + (this.#picture?.more ?? 0)
  }
  /** In the order in which they came; null until they are here. */
  get questions(): readonly FloorQuestion[] | null {
    return this.#questions
  }
  get undo(): Undo | null {
    return this.#undo
  }
  get refusal(): Refusal | null {
    return this.#refusal
  }

  take(picture: FloorPicture): void {
    this.#picture = picture
    if (this.#isWatched) void this.#load()
  }

  /** All of them, as long as somebody looks; returns how to stop it. */
  watch(): () => void {
    this.#isWatched = true
    void this.#load()
    return () => (this.#isWatched = false)
  }

  async rule(rule: FloorRule): Promise<void> {
    this.#say(await this.#live.ask('floor:rule', rule))
  }

  async stage(staged: boolean, pinned: string | null): Promise<void> {
    this.#say(await this.#live.ask('floor:stage', { staged, pinned }))
  }

  async mark({ id, state: before }: FloorQuestion, now: FloorState): Promise<void> {
    if (await this.#mark(id, now)) this.#undo = { id, before, now }
  }

  async takeBack({ id, before }: Undo): Promise<void> {
    if (await this.#mark(id, before)) this.#undo = null
  }

  async #mark(id: string, state: FloorState): Promise<boolean> {
    const isDone = this.#say(await this.#live.ask('floor:mark', { id, state }))
    await this.#load()
    return isDone
  }

  #say(done: Result<unknown>): boolean {
    this.#refusal = done.ok ? null : done.refusal
    return done.ok
  }

  async #load(): Promise<void> {
    const told = await this.#live.ask('floor:queue', {})
    if (told.ok) this.#questions = told.value.questions
  }
}
