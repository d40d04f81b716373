import type { OptionId } from '../../../shared/ids.ts'
import type { Round } from '../../../shared/meeting.ts'
import { together } from '../../../shared/tally/hand.ts'
import type { Count, HandCount } from '../../../shared/tally/index.ts'
import { letterOf } from '../../../shared/ui/options.ts'
import type { Question } from '../../../shared/vote.ts'
import { percent } from '../../../shared/words/index.ts'
import { nameOf } from './speech.ts'

/** One option as it is shown: `count` null while counts are hidden. */
export interface Row {
  id: OptionId
  letter: string
  text: string
  /** 1 to 7: which colour and pattern. */
  hue: number
  count: number | null
  /** What it had in the round before; null: there was none, or it is not shown. */
  before: number | null
  /** Of these, counted by hand. */
  byHand: number
  /** Percent of all who voted. */
  share: number
  /** 0 to 1 of the votes, so that half looks like half, on the screen as on the phone. */
  length: number
  /** What the hands add to it, a part of its own. */
  handLength: number
  leads: boolean
}

export function rowsOf(
  question: Question,
  { counts, ballots, hand, leading = [] }: Counted = { counts: null, ballots: 0 },
  earlier: Round | null = null,
): Row[] {
  const people = ballots + (hand?.people ?? 0)
  const before = earlier?.tally.state === 'counted' ? earlier.tally : null
  const earlierCounts = before && together(before.counts, before.hand)
  const lengthOf = (count: number) => Math.min(1, count / Math.max(1, people))
  return question.options.map((option, place) => {
    const cast = counts?.find(({ id }) => id === option.id)?.count ?? null
    const byHand = hand?.counts.find(({ id }) => id === option.id)?.count ?? 0
    const count = cast === null ? null : cast + byHand
    return {
      id: option.id,
      letter: letterOf(place),
      text: nameOf(option),
      hue: (place % 7) + 1,
      count,
      before: earlierCounts?.find(({ id }) => id === option.id)?.count ?? null,
      byHand,
      share: percent(count ?? 0, people),
      length: lengthOf(cast ?? 0),
      handLength: lengthOf(byHand),
      leads: leading.includes(option.id),
    }
  })
}

interface Counted {
  counts: readonly Count[] | null
  ballots: number
  hand?: HandCount
  leading?: readonly OptionId[]
}
