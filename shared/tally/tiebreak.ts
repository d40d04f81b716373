import type { OptionId } from '../ids.ts'
import { inOrderOf } from './lot.ts'
import type { Lot, Tie } from './terms.ts'

/**
 * What may tell equal options apart: their votes in earlier rounds, from the latest back; the published
 * lot; an order that stood in the rule before the vote, first is best.
 */
export type TieBreak = 'earlier' | 'lot' | { order: readonly OptionId[] }

/** What there is to break a tie with; `earlier` are the votes of the rounds before, the first one first. */
export interface Breakers {
  breaks: readonly TieBreak[]
  earlier: readonly Readonly<Record<OptionId, number>>[]
  lot: Lot
}

/** Which of these equal options is last, and what said so; null where nothing does. */
export function lastOf(
  equal: readonly OptionId[],
  { breaks, earlier, lot }: Breakers,
): { last: OptionId | null; resolvedBy: Tie['resolvedBy'] } {
  let left = equal
  for (const by of breaks) {
    if (by === 'earlier') left = earlier.reduceRight(lowestIn, left)
    else left = inOrderOf(by === 'lot' ? lot : by.order, left)?.slice(-1) ?? left
    const [last] = left
    if (last !== undefined && left.length === 1)
      return { last, resolvedBy: typeof by === 'string' ? by : 'rule' }
  }
  return { last: null, resolvedBy: 'tied' }
}

function lowestIn(left: readonly OptionId[], votes: Readonly<Record<OptionId, number>>) {
  const least = Math.min(...left.map((id) => votes[id] ?? 0))
  return left.filter((id) => (votes[id] ?? 0) === least)
}
