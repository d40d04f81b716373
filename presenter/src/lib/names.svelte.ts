import type { QuestionId } from '../../../shared/ids.ts'
import type { Result } from '../../../shared/result.ts'
import type { NamedBallot } from '../../../shared/wire/results.ts'

type Ask = (questionId: QuestionId) => Promise<Result<{ ballots: NamedBallot[] }>>

const AGAIN_AFTER = 3000

/** Who chose what in a revealed question: asked for once, and again while the server cannot answer. */
export class Names {
  readonly #ask: Ask
  #ballots = $state.raw<readonly NamedBallot[] | null>(null)
  #timer: ReturnType<typeof setTimeout> | undefined

  /** `questionId` null: there is nothing to ask for now. To be made where effects may be. */
  constructor(ask: Ask, questionId: () => QuestionId | null) {
    this.#ask = ask
    const asked = $derived(questionId())
    $effect(() => {
      const id = asked
      this.#ballots = null
      if (id) void this.#load(id)
      return () => clearTimeout(this.#timer)
    })
  }

  /** Null until they are here, or where there are none. */
  get ballots(): readonly NamedBallot[] | null {
    return this.#ballots
  }

  async #load(id: QuestionId): Promise<void> {
    const answer = await this.#ask(id)
    if (answer.ok) this.#ballots = answer.value.ballots
    else if (answer.refusal.code === 'server/busy')
      this.#timer = setTimeout(() => void this.#load(id), AGAIN_AFTER)
  }
}
