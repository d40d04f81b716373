import { writeCsv } from '../../shared/formats/csv.ts'
import { optionText } from '../../shared/ui/options.ts'
import type { Minutes } from '../../shared/wire/minutes.ts'
import { namedIn } from '../../shared/marks.ts'
import { textsIn } from '../../shared/tally/texts.ts'
import { fromUnits } from '../../shared/weights.ts'
import type { Language } from '../../shared/words/index.ts'
import { tongue } from './minutes-words.ts'

/** Who chose what in the questions that had names: one row a person, the choice as it was read. */
export function namesCsv({ questions }: Minutes, language: Language): string {
  const { speak, own } = tongue(language)
  const heading = (
    ['minutesNumber', 'minutesQuestion', 'minutesName', 'minutesChoice', 'minutesWeight'] as const
  ).map((key) => speak(key))
  const rows = questions.flatMap(({ place, question, weights, names = [] }) =>
    names.map(({ name, marks, weight }) => {
      const chosen = question.options.filter(({ id }) => namedIn(marks).includes(id))
      const held = weights && weight !== undefined ? [fromUnits(weight, weights)] : ['']
      const texts = textsIn(marks)
      const choice = [...chosen.map((each) => optionText(each, own)), ...texts].join('; ')
      return [place, question.title, name, choice, ...held]
    }),
  )
  return writeCsv([heading, ...rows])
}
