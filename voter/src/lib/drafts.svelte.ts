import {
  blankMarks,
  checkChosen,
  isChosen,
  namedIn,
  shape,
  type Marks,
} from '../../../shared/marks.ts'
import type { OptionId, QuestionId } from '../../../shared/ids.ts'
import type { Result } from '../../../shared/result.ts'
import type { Question } from '../../../shared/vote.ts'
import { formOf, isFirst } from '../marks/form.ts'
import { later } from './screens.ts'

const keyOf = (seat: string, id: QuestionId) => `mv.draft.${seat}${id}`

/** A ballot being filled in. It is the voter's: nothing that comes from the server touches it. */
export class Draft {
  readonly question: Question
  readonly #seat: string | null
  #marks: Marks
  #hint = $state.raw<(() => string) | null>(null)

  /** `seat`: whose drafts lie apart; null: of a device that many use, so nothing is written down. */
  constructor(question: Question, seat: string | null) {
    this.question = question
    this.#seat = seat
    this.#marks = $state.raw(
      (seat !== null && remembered(seat, question)) || blankMarks(question.method),
    )
  }

  get marks(): Marks {
    return this.#marks
  }

  /** May these marks be cast? The server asks the same functions. */
  get verdict(): Result<Marks> {
    const { question } = this
    if (isFirst(formOf(question.method))) return checkChosen(question, this.#marks)
    return later.here?.checkMarks(question, this.#marks) ?? shape
  }

  /** Why the last press did nothing, until one does something; null: there is nothing to say. */
  get hint(): string | null {
    return this.#hint?.() ?? null
  }

  /** Nothing is done silently: says why a press could not be followed, in whatever language is read. */
  explain(why: () => string): void {
    this.#hint = why
  }

  has(id: OptionId): boolean {
    return namedIn(this.#marks).includes(id)
  }

  pick(id: OptionId): void {
    this.set([id])
  }

  toggle(id: OptionId): void {
    const marks = namedIn(this.#marks)
    this.set(this.has(id) ? marks.filter((mark) => mark !== id) : [...marks, id])
  }

  set(marks: Marks): void {
    this.#marks = marks
    this.#hint = null
    if (this.#seat === null) return
    try {
      sessionStorage.setItem(keyOf(this.#seat, this.question.id), JSON.stringify(marks))
    } catch {
      // Without a store the draft lives as long as the page.
    }
  }
}

/** One draft per question of a seat, kept apart, so that a pushed question never empties another. */
export class Drafts {
  readonly #drafts = new Map<QuestionId, Draft>()
  readonly #seat: string

  constructor(seat: string) {
    this.#seat = seat
  }

  of(question: Question): Draft {
    const known = this.#drafts.get(question.id)
    if (known) return known
    const draft = new Draft(question, this.#seat)
    this.#drafts.set(question.id, draft)
    return draft
  }

  drop(id: QuestionId): void {
    this.#drafts.delete(id)
    sessionStorage.removeItem(keyOf(this.#seat, id))
  }
}

/** What was marked before the page was loaded anew, if it is an answer to this question. */
function remembered(seat: string, { id, method, options }: Question): Marks | null {
  const text = sessionStorage.getItem(keyOf(seat, id))
  if (text === null) return null
  const marks = JSON.parse(text) as Marks
  const known = options.map((option) => option.id)
  const fits = shapeOf(marks) === shapeOf(blankMarks(method)) || method.type === 'number'
  return fits && namedIn(marks).every((mark) => known.includes(mark)) ? marks : null
}

const shapeOf = (marks: Marks) => (isChosen(marks) ? 'options' : Object.keys(marks).join())
