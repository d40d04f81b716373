import { writeCsv } from '../../shared/formats/csv.ts'
import type { Minutes } from '../../shared/wire/minutes.ts'
import type { Language } from '../../shared/words/index.ts'
import { tongue } from './minutes-words.ts'

/** Questions from the floor that everybody could read: one row each, the most wanted first. */
export function floorCsv({ floor = [] }: Minutes, language: Language): string {
  const { speak } = tongue(language)
  const heading = (['floorColumn', 'floorVotesColumn', 'minutesState'] as const).map((key) =>
    speak(key),
  )
  const rows = floor.map(({ text, votes, answered }) => [
    ...[text, votes],
    speak(answered ? 'floorAnswered' : 'floorUnanswered'),
  ])
  return writeCsv([heading, ...rows])
}
