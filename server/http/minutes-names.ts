import { writeCsv } from '../../shared/formats/csv.ts'
import { ballotLines } from '../../shared/ui/marks.ts'
import type { Minutes } from '../../shared/wire/minutes.ts'
import { fromUnits } from '../../shared/weights.ts'
import type { Language } from '../../shared/words/index.ts'
import { tongue } from './minutes-words.ts'

/** Who chose what in the questions that had names: one row a person, the choice as it was read. */
export function namesCsv({ questions }: Minutes, language: Language): string {
  const { speak, own } = tongue(language)
  const reader = { language, say: speak, own }
  const heading = (
    ['minutesNumber', 'minutesQuestion', 'minutesName', 'minutesChoice', 'minutesWeight'] as const
  ).map((key) => speak(key))
  const rows = questions.flatMap(({ place, question, weights, names = [] }) =>
    names.map(({ name, marks, weight }) => {
      const held = weights && weight !== undefined ? [fromUnits(weight, weights)] : ['']
      const choice = ballotLines(reader, question, marks).join('; ')
      return [place, question.title, name, choice, ...held]
    }),
  )
  return writeCsv([heading, ...rows])
}
