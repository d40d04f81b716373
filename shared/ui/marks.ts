import { isChosen, namedIn, type Marks } from '../marks.ts'
import type { OptionId } from '../ids.ts'
import type { Question } from '../vote.ts'
import type { Detailed, Language } from '../words/index.ts'
import type { ballotWords } from '../words/shared/marks-ko.ts'
import { amountText } from './numbers.ts'
import { optionText } from './options.ts'

/** Whoever reads a ballot: their language, and what it calls options that nobody wrote. */
interface Reader {
  language: Language
  say: (key: keyof typeof ballotWords, detail: Detailed) => string
  own: Parameters<typeof optionText>[1]
}

/** One ballot in words, a line for each thing that it says: one function for page, list and minutes. */
export function ballotLines(reader: Reader, question: Question, marks: Marks): string[] {
  const { language, say, own } = reader
  const { method, options } = question
  const text = (id: OptionId) => {
    const option = options.find((each) => each.id === id)
    return option ? optionText(option, own) : id
  }
  const onPaper = options.map(({ id }) => id).filter((id) => namedIn(marks).includes(id))
  if (isChosen(marks)) return onPaper.map(text)
  if ('ranks' in marks)
    return marks.ranks.map((rank, place) =>
      say('lineRank', { place: place + 1, options: rank.map(text).join(', ') }),
    )
  if ('points' in marks)
    return onPaper.map((id) =>
      say('linePoints', { option: text(id), points: marks.points[id] ?? 0 }),
    )
  if ('texts' in marks) return [...marks.texts]
  return method.type === 'number' ? [amountText(language, marks.number, method)] : []
}
