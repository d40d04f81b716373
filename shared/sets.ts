import type { QuestionId } from './ids.ts'
import type { QuestionState } from './meeting.ts'
import type { Question } from './vote.ts'

interface Entry {
  question: Question
  state: QuestionState
  /** The first of its set that was opened: from then on no neighbour comes or goes. Null: none was yet. */
  set: QuestionId | null
}

/**
 * What is revealed together with this question, as far as it is not shown yet: its neighbours on the
 * agenda whose bars are `set` too, as they stood when the first of them opened. A test stands aside.
 * Null where this one is in no set.
 */
export function setOf<E extends Entry>(agenda: readonly E[], id: QuestionId): E[] | null {
  const row = agenda.filter(({ question }) => !question.test)
  const place = row.findIndex(({ question }) => question.id === id)
  const set = row[place]?.set
  const isIn = (entry: E | undefined) =>
    entry?.question.bars === 'set' && entry.state !== 'revealed' && entry.set === set
  if (!isIn(row[place])) return null
  if (set !== null) return row.filter(isIn)
  let [first, last] = [place, place]
  while (isIn(row[first - 1])) first -= 1
  while (isIn(row[last + 1])) last += 1
  return row.slice(first, last + 1)
}
