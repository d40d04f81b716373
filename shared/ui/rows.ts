import type { OptionId } from '../ids.ts'
import type { Round } from '../meeting.ts'
import { together, type HandCount } from '../tally/hand.ts'
import type { Borda } from '../tally/ranked/borda.ts'
import type { Count } from '../tally/choice.ts'
import type { Detail } from '../tally/counted.ts'
import type { Outcome } from '../tally/terms.ts'
import type { Option, Question } from '../vote.ts'
import { unitOf, type Weights } from '../weights.ts'
import { pointsIn } from '../words/counts/parts.ts'
import { formatNumber, percent, type Language } from '../words/index.ts'
import { meanText } from './figures.ts'
import { letterOf } from './options.ts'
import { weightText } from './weights.ts'

/** One option as it is shown: `count` null while counts are hidden. */
export interface Row {
  id: OptionId
  letter: string
  text: string
  /** 1 to 7: which colour and pattern. */
  hue: number
  count: number | null
  /** Votes by weight as they are read, where there are weights: then `count` is heads. */
  weight: string | null
  /** Points as they are read, where ballots give points: they decide, and `count` is heads. */
  points: string | null
  /** What its points come to for each ballot, where all stand on one scale. */
  mean: string | null
  /** How many gave it each level of the scale, from the least. */
  levels: readonly number[]
  /** What it had in the round before; null: there was none, or it is not shown. */
  before: number | null
  /** Of these, counted by hand. */
  byHand: number
  /** Percent of all who voted, of all votes by weight, or of all points. */
  share: number
  /** 0 to 1 of the same whole, so that half looks like half, on the screen as on the phone. */
  length: number
  /** What the hands add to it, a part of its own. */
  handLength: number
  leads: boolean
  /** Who was elected as which, from 1; null: not elected, or nobody is. */
  place: number | null
}

/** A count as far as it is known by now. */
export interface Known {
  counts: readonly Count[] | null
  ballots: number
  /** What these hold together, by weight. */
  weight?: number
  hand?: HandCount
  leading?: readonly OptionId[]
  outcome?: Outcome
  detail?: Detail
}

/** Who reads: the language, and what options are called in it. */
export interface Reader {
  language: Language
  nameOf: (option: Option) => string
}

export interface Beside {
  /** The round before, where this question asks once more. */
  earlier?: Round | null
  weights?: Weights | undefined
}

/** The options in the order of the paper, each with all that is shown of it. */
export function rowsOf(
  { language, nameOf }: Reader,
  question: Question,
  known: Known = { counts: null, ballots: 0 },
  { earlier = null, weights }: Beside = {},
): Row[] {
  const { counts, ballots, hand, leading = [], outcome, detail } = known
  const people = ballots + (hand?.people ?? 0)
  const isWeighted = weights !== undefined && known.weight !== undefined
  const voters = isWeighted ? (known.weight ?? 0) : people
  const before = earlier?.tally.state === 'counted' ? earlier.tally : null
  const earlierCounts = before && together(before.counts, before.hand)
  const borda = detail?.type === 'borda' ? detail : null
  const scale = borda ? placesOf(question, borda) : scaleOf(question, counts, voters)
  const read = (units: number) =>
    isWeighted ? weightText(language, units, weights) : formatNumber(language, units)

  function pointsOf(votes: number, own: Count | undefined): string | null {
    if (borda)
      return pointsIn(language)(votes, weights ? borda.parts * unitOf(weights) : borda.parts)
    return own?.points === undefined ? null : read(votes)
  }

  return question.options.map((option, place) => {
    const own = counts?.find(({ id }) => id === option.id)
    const cast = own?.count ?? null
    const votes =
      borda?.points[option.id] ?? own?.points ?? (isWeighted ? (own?.weight ?? 0) : (cast ?? 0))
    const byHand = hand?.counts.find(({ id }) => id === option.id)?.count ?? 0
    const elected = outcome?.winners.indexOf(option.id) ?? -1
    return {
      id: option.id,
      letter: letterOf(place),
      text: nameOf(option),
      hue: (place % 7) + 1,
      count: cast === null ? null : cast + byHand,
      weight: isWeighted && !borda && own?.points === undefined ? read(votes) : null,
      points: pointsOf(votes, own),
      mean: scale.each === 0 ? null : meanText(language, votes, scale.each, 2),
      levels: detail?.type === 'score' ? levelsOf(detail, option.id) : [],
      before: earlierCounts?.find(({ id }) => id === option.id)?.count ?? null,
      byHand,
      share: percent(votes + byHand, scale.whole),
      length: scale.lengthOf(votes),
      handLength: scale.lengthOf(byHand + scale.least),
      leads: leading.includes(option.id),
      place: elected < 0 ? null : elected + 1,
    }
  })
}

/** The best place on every ballot is whole. */
function placesOf({ options }: Question, { valid, parts }: Borda) {
  const whole = valid * parts * (options.length - 1)
  return {
    least: 0,
    whole,
    each: valid * parts,
    lengthOf: (part: number) => part / Math.max(1, whole),
  }
}

/** What is whole: the top of the scale from everybody, all points, or everybody who voted. */
function scaleOf({ method }: Question, counts: readonly Count[] | null, voters: number) {
  const least = method.type === 'score' ? Math.min(0, method.min) * voters : 0
  const whole = wholeOf(method, counts, voters)
  const lengthOf = (part: number) => Math.min(1, (part - least) / Math.max(1, whole - least))
  return { least, whole, each: method.type === 'score' ? voters : 0, lengthOf }
}

function wholeOf(method: Question['method'], counts: readonly Count[] | null, voters: number) {
  if (method.type === 'score') return method.max * voters
  if (method.type !== 'points') return voters
  return (counts ?? []).reduce((sum, { points = 0 }) => sum + points, 0)
}

const levelsOf = ({ levels }: Extract<Detail, { type: 'score' }>, option: OptionId) =>
  levels.find(({ id }) => id === option)?.counts ?? []
