import { checkMarks } from '../../../shared/ballot.ts'
import type { OptionId, QuestionId } from '../../../shared/ids.ts'
import type { Question } from '../../../shared/vote.ts'

const keyOf = (id: QuestionId) => `mv.draft.${id}`

/** A ballot being filled in. It is the voter's: nothing that comes from the server touches it. */
export class Draft {
  readonly question: Question
  readonly #changed: (marks: readonly OptionId[]) => void
  #marks: readonly OptionId[]

  /** `changed` hears every change; without it nothing is written down anywhere. */
  constructor(
    question: Question,
    marks: readonly OptionId[],
    changed: (marks: readonly OptionId[]) => void = () => undefined,
  ) {
    this.question = question
    this.#changed = changed
    this.#marks = $state.raw(marks)
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
    this.#changed(marks)
  }
}

/** One draft per question, kept apart, so that a pushed question never empties another. */
export class Drafts {
  readonly #drafts = new Map<QuestionId, Draft>()

  of(question: Question): Draft {
    const known = this.#drafts.get(question.id)
    if (known) return known
    const draft = new Draft(question, remembered(question), (marks) => remember(question.id, marks))
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

function remember(id: QuestionId, marks: readonly OptionId[]): void {
  try {
    sessionStorage.setItem(keyOf(id), JSON.stringify(marks))
  } catch {
    // Without a store the draft lives as long as the page.
  }
}
