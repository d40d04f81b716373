import type { OptionId } from '../../../shared/ids.ts'
import type { Round } from '../../../shared/meeting.ts'
import { together } from '../../../shared/tally/hand.ts'
import type { Count } from '../../../shared/tally/choice.ts'
import type { HandCount } from '../../../shared/tally/hand.ts'
import { letterOf } from '../../../shared/ui/options.ts'
import type { Question } from '../../../shared/vote.ts'
import { weightText } from '../../../shared/ui/weights.ts'
import type { Weights } from '../../../shared/weights.ts'
import { percent } from '../../../shared/words/index.ts'
import { nameOf, speech } from './speech.ts'

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
  /** What it had in the round before; null: there was none, or it is not shown. */
  before: number | null
  /** Of these, counted by hand. */
  byHand: number
  /** Percent of all who voted, or of all votes by weight. */
  share: number
  /** 0 to 1 of the votes, so that half looks like half, on the screen as on the phone. */
  length: number
  /** What the hands add to it, a part of its own. */
  handLength: number
  leads: boolean
}

export function rowsOf(
  question: Question,
  { counts, ballots, hand, leading = [], weight: whole }: Counted = { counts: null, ballots: 0 },
  earlier: Round | null = null,
  weights: Weights | undefined = undefined,
): Row[] {
  const people = ballots + (hand?.people ?? 0)
  const before = earlier?.tally.state === 'counted' ? earlier.tally : null
  const earlierCounts = before && together(before.counts, before.hand)
  const isWeighted = weights !== undefined && whole !== undefined
  const all = isWeighted ? whole : people
  const lengthOf = (part: number) => Math.min(1, part / Math.max(1, all))
  return question.options.map((option, place) => {
    const own = counts?.find(({ id }) => id === option.id)
    const cast = own?.count ?? null
    const votes = isWeighted ? (own?.weight ?? 0) : (cast ?? 0)
    const byHand = hand?.counts.find(({ id }) => id === option.id)?.count ?? 0
    const count = cast === null ? null : cast + byHand
    return {
      id: option.id,
      letter: letterOf(place),
      text: nameOf(option),
      hue: (place % 7) + 1,
      count,
      weight: isWeighted ? weightText(speech.language, votes, weights) : null,
      before: earlierCounts?.find(({ id }) => id === option.id)?.count ?? null,
      byHand,
      share: percent(votes + byHand, all),
      length: lengthOf(votes),
      handLength: lengthOf(byHand),
      leads: leading.includes(option.id),
    }
  })
}

interface Counted {
  counts: readonly Count[] | null
  ballots: number
  /** What these hold together, by weight. */
  weight?: number
  hand?: HandCount
  leading?: readonly OptionId[]
}
