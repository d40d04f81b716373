import { checkMarks } from '../../../shared/ballot.ts'
import type { OptionId, QuestionId } from '../../../shared/ids.ts'
import type { Question } from '../../../shared/vote.ts'

const keyOf = (id: QuestionId) => `mv.draft.${id}`

/** A ballot being filled in. It is the voter's: nothing that comes from the server touches it. */
export class Draft {
  readonly question: Question
  readonly #isShared: boolean
  #marks: readonly OptionId[]

  /** `isShared`: of a device that many use, so nothing is written down. */
  constructor(question: Question, isShared = false) {
    this.question = question
    this.#isShared = isShared
    this.#marks = $state.raw(isShared ? [] : remembered(question))
  }

  get marks(): readonly OptionId[] {
    return this.#marks
  }

  /** May these marks be cast? The server asks the same function. */
  get verdict() {
    return checkMarks(this.question, this.#marks)
  }

  has(id: OptionId): boolean {
    return this.#marks.includes(id)
  }

  pick(id: OptionId): void {
    this.set([id])
  }

  toggle(id: OptionId): void {
    this.set(this.has(id) ? this.#marks.filter((mark) => mark !== id) : [...this.#marks, id])
  }

  set(marks: readonly OptionId[]): void {
    this.#marks = marks
    if (this.#isShared) return
    try {
      sessionStorage.setItem(keyOf(this.question.id), JSON.stringify(marks))
    } catch {
      // Without a store the draft lives as long as the page.
    }
  }
}

/** One draft per question, kept apart, so that a pushed question never empties another. */
export class Drafts {
  readonly #drafts = new Map<QuestionId, Draft>()

  of(question: Question): Draft {
    const known = this.#drafts.get(question.id)
    if (known) return known
    const draft = new Draft(question)
    this.#drafts.set(question.id, draft)
    return draft
  }

  drop(id: QuestionId): void {
    this.#drafts.delete(id)
    sessionStorage.removeItem(keyOf(id))
  }
}

function remembered({ id, options }: Question): readonly OptionId[] {
  const text = sessionStorage.getItem(keyOf(id))
  const marks: unknown = text === null ? [] : JSON.parse(text)
  if (!Array.isArray(marks)) return []
  return options.map((option) => option.id).filter((known) => marks.includes(known))
}
