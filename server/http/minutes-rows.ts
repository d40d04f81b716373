import { together } from '../../shared/tally/hand.ts'
import { isTied, people, type Counted } from '../../shared/tally/counted.ts'
import type { Borda } from '../../shared/tally/ranked/borda.ts'
import type { Numbers } from '../../shared/tally/spread.ts'
import type { OptionId } from '../../shared/ids.ts'
import type { Of } from '../../shared/method.ts'
import { averagesOf, rangeText } from '../../shared/ui/averages.ts'
import { meanText } from '../../shared/ui/figures.ts'
import { optionText } from '../../shared/ui/options.ts'
import { allNames, tieLines } from '../../shared/ui/ties.ts'
import type { MinutesQuestion } from '../../shared/wire/minutes.ts'
import { fromUnits, type Weights } from '../../shared/weights.ts'
import { percent, type Language } from '../../shared/words/index.ts'
import type { Tongue } from './minutes-words.ts'

/** What each row says of one option, of one answer in words, or of numbers that lie together. */
export const OF_OPTION = [
  ...(['minutesOption', 'minutesDevices', 'minutesHands', 'minutesVotes'] as const),
  ...(['minutesShare', 'minutesTies', 'minutesWeight', 'minutesWeightShare'] as const),
  ...(['pointsColumn', 'meanColumn', 'median', 'levelsColumn'] as const),
  ...(['costColumn', 'minutesElected', 'minutesDrawn'] as const),
] as const

/** A row by the names of its columns. */
export type Row = Partial<Record<(typeof OF_OPTION)[number], string | number>>
type Reader = Tongue & { language: Language }

/** The rows of a count, each by the names of its columns; at least one, so that its question has one. */
export function rowsOfCount(reader: Reader, asked: MinutesQuestion, tally: Counted): Row[] {
  const { method } = asked.question
  const { detail } = tally
  const rows =
    method.type === 'text'
      ? rowsOfTexts(asked, tally)
      : method.type === 'number' && detail?.type === 'number'
        ? rowsOfNumbers(reader, method, detail)
        : rowsOfOptions(reader, asked, tally)
  return rows.length > 0 ? rows : [{}]
}

function rowsOfOptions({ language, speak, own }: Reader, asked: MinutesQuestion, tally: Counted) {
  const { question, result, weights } = asked
  const { outcome, detail } = tally
  const borda = detail?.type === 'borda' ? detail : null
  const nameOf = (id: OptionId) => {
    const option = question.options.find((each) => each.id === id)
    return option ? optionText(option, own) : id
  }
  const whole = tally.weight ?? people(tally)
  const levels = new Map(
    detail?.type === 'score' ? detail.levels.map(({ id, counts }) => [id, counts]) : [],
  )
  const devices = new Map(tally.counts.map(({ id, count }) => [id, count]))
  const hands = new Map(result.hand?.counts.map(({ id, count }) => [id, count]))
  return together(tally.counts, result.hand).map(({ id, count, weight = 0, points }): Row => {
    const leads = !outcome && tally.leading.includes(id)
    const place = outcome?.winners.indexOf(id) ?? -1
    const ties = outcome?.ties.filter(({ options }) => options.includes(id)) ?? []
    const cost = question.options.find((each) => each.id === id)?.cost
    return {
      minutesOption: nameOf(id),
      minutesDevices: devices.get(id) ?? 0,
      ...(result.hand && { minutesHands: hands.get(id) ?? 0 }),
      minutesVotes: count,
      minutesShare: `${percent(count, people(tally))}%`,
      ...(leads && { minutesTies: speak(isTied(tally) ? 'minutesTied' : 'minutesTies') }),
      ...(weights && {
        minutesWeight: fromUnits(weight, weights),
        minutesWeightShare: `${percent(weight, tally.weight ?? 0)}%`,
      }),
      ...(points !== undefined && { pointsColumn: weights ? fromUnits(points, weights) : points }),
      ...(borda && { pointsColumn: pointsByPlace(borda, id, weights) }),
      ...(points !== undefined &&
        question.method.type === 'score' && { meanColumn: meanText(language, points, whole, 2) }),
      levelsColumn: levelsText(speak, question.method, levels.get(id)),
      ...(cost !== undefined && { costColumn: cost }),
      ...(place >= 0 && { minutesElected: place + 1 }),
      minutesDrawn: tieLines(
        speak,
        outcome && { state: outcome.state, ties },
        nameOf,
        allNames,
      ).join(' '),
    }
  })
}

/** A ballot's place may be worth parts of a point. */
function pointsByPlace(
  { points, parts }: Borda,
  id: OptionId,
  weights: Weights | undefined,
): number {
  const whole = (points[id] ?? 0) / parts
  return weights ? fromUnits(whole, weights) : whole
}

/** How many gave each level, those that somebody gave. */
function levelsText(
  speak: Tongue['speak'],
  method: MinutesQuestion['question']['method'],
  counts: readonly number[] = [],
): string {
  if (method.type !== 'score') return ''
  return counts
    .map((count, at) => ({ level: method.min + at, count }))
    .filter(({ count }) => count > 0)
    .map((given) => speak('level', given))
    .join('; ')
}

function rowsOfNumbers({ language, speak }: Reader, method: Of<'number'>, numbers: Numbers): Row[] {
  const { mean, median, ranges } = averagesOf(language, numbers, method)
  return numbers.bins.map(({ count }, at) => {
    return {
      minutesOption: rangeText(speak, ranges[at]),
      minutesDevices: count,
      minutesVotes: count,
      minutesShare: `${percent(count, numbers.n)}%`,
      meanColumn: mean,
      median,
    }
  })
}

/** Answers that everybody may read. */
function rowsOfTexts({ texts = [] }: MinutesQuestion, { ballots }: Counted): Row[] {
  return texts.map(({ text, count }) => ({
    minutesOption: text,
    minutesDevices: count,
    minutesVotes: count,
    minutesShare: `${percent(count, ballots)}%`,
  }))
}
