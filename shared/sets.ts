import type { QuestionId } from './ids.ts'
import type { QuestionState } from './meeting.ts'
import type { Question } from './vote.ts'

interface Entry {
  question: Question
  state: QuestionState
}

/**
 * What is revealed together with this question: its neighbours on the agenda whose bars are `set` too,
 * as far as they are not shown yet. A test stands aside. Null where this one is in no set.
 */
export function setOf<E extends Entry>(agenda: readonly E[], id: QuestionId): E[] | null {
  const row = agenda.filter(({ question }) => !question.test)
  const place = row.findIndex(({ question }) => question.id === id)
  const isIn = (entry: E | undefined) =>
    entry?.question.bars === 'set' && entry.state !== 'revealed'
  if (!isIn(row[place])) return null
  let [first, last] = [place, place]
  while (isIn(row[first - 1])) first -= 1
  while (isIn(row[last + 1])) last += 1
  return row.slice(first, last + 1)
}
