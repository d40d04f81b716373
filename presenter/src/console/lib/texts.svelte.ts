import type { Live } from '../../../../shared/client/live.svelte.ts'
import type { QuestionId } from '../../../../shared/ids.ts'
import type { Refusal } from '../../../../shared/refusals.ts'
import type { DeskSnapshot } from '../../../../shared/wire/events.ts'
import type { WrittenText } from '../../../../shared/wire/texts.ts'

const AGAIN_AFTER = 3000

/** Answers in words as the desk reads and shows them. To be made where effects may be. */
export class Texts {
  readonly #live: Live<DeskSnapshot>
  readonly #questionId: QuestionId
  #all = $state.raw<readonly WrittenText[] | null>(null)
  #mayUndo = $state(false)
  #busy = $state(false)
  #refusal = $state.raw<Refusal | null>(null)
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(live: Live<DeskSnapshot>, questionId: QuestionId) {
    this.#live = live
    this.#questionId = questionId
    const onStage = $derived(live.view?.stage?.texts)
    $effect(() => {
      // Another desk may have shown or hidden some of them.
      void onStage
      void this.#load()
      return () => clearTimeout(this.#timer)
    })
  }

  /** Null until they are here. */
  get all(): readonly WrittenText[] | null {
    return this.#all
  }
  get mayUndo(): boolean {
    return this.#mayUndo
  }
  get busy(): boolean {
    return this.#busy
  }
  get refusal(): Refusal | null {
    return this.#refusal
  }

  /** One answer or (null) all of them. */
  show(text: string | null, shown: boolean): Promise<void> {
    const questionId = this.#questionId
    return this.#change(() => this.#live.ask('texts:show', { questionId, text, shown }))
  }

  undo(): Promise<void> {
    return this.#change(() => this.#live.ask('texts:undo', { questionId: this.#questionId }))
  }

  async #change(deed: () => ReturnType<Live<DeskSnapshot>['ask']>): Promise<void> {
    this.#busy = true
    const done = await deed()
    this.#refusal = done.ok ? null : done.refusal
    await this.#load()
    this.#busy = false
  }

  async #load(): Promise<void> {
    const answer = await this.#live.ask('texts:list', { questionId: this.#questionId })
    if (answer.ok) {
      this.#all = answer.value.texts
      this.#mayUndo = answer.value.undo
    } else if (answer.refusal.code === 'server/busy')
      this.#timer = setTimeout(() => void this.#load(), AGAIN_AFTER)
  }
}
