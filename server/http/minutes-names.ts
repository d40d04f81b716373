import { writeCsv } from '../../shared/formats/csv.ts'
import { optionText } from '../../shared/ui/options.ts'
import type { Minutes } from '../../shared/wire/minutes.ts'
import type { Language } from '../../shared/words/index.ts'
import { tongue } from './minutes-words.ts'

/** Who chose what in the questions that had names: one row a person, the choice as it was read. */
export function namesCsv({ questions }: Minutes, language: Language): string {
  const { speak, own } = tongue(language)
  const heading = (
    ['minutesNumber', 'minutesQuestion', 'minutesName', 'minutesChoice'] as const
  ).map((key) => speak(key))
  const rows = questions.flatMap(({ place, question, names = [] }) =>
    names.map(({ name, marks }) => {
      const chosen = question.options.filter(({ id }) => marks.includes(id))
      return [place, question.title, name, chosen.map((each) => optionText(each, own)).join('; ')]
    }),
  )
  return writeCsv([heading, ...rows])
}
