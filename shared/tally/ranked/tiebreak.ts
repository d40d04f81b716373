import type { OptionId } from '../../ids.ts'
import { inOrderOf } from '../lot.ts'
import type { Lot, Tie } from '../terms.ts'

/**
 * What may tell equal options apart: their votes in earlier rounds, from the latest back; the committed
 * lot; an order that stood in the rule before the vote, first is best.
 */
export type TieBreak = 'earlier' | 'lot' | { order: readonly OptionId[] }

/** What there is to break a tie with; `earlier` are the votes of the rounds before, the first one first. */
export interface Breakers {
  breaks: readonly TieBreak[]
  earlier: readonly Readonly<Record<OptionId, number>>[]
  lot: Lot
}

/** One of several equal options, and what told it apart; null where nothing does. */
export interface Picked {
  one: OptionId | null
  resolvedBy: Tie['resolvedBy']
}

/** Which of these equal options is last: it goes first. */
export function lastOf(equal: readonly OptionId[], { breaks, earlier, lot }: Breakers): Picked {
  let left = equal
  for (const by of breaks) {
    if (by === 'earlier') left = earlier.reduceRight(lowestIn, left)
    else left = inOrderOf(by === 'lot' ? lot : by.order, left)?.slice(-1) ?? left
    const [one] = left
    if (one !== undefined && left.length === 1)
      return { one, resolvedBy: typeof by === 'string' ? by : 'rule' }
  }
  return { one: null, resolvedBy: 'tied' }
}

/** Which of these equal options is first: the last where everything is turned round. */
export function firstOf(equal: readonly OptionId[], { breaks, earlier, lot }: Breakers): Picked {
  const turned = (votes: Readonly<Record<OptionId, number>>) =>
    Object.fromEntries(equal.map((id) => [id, -(votes[id] ?? 0)]))
  return lastOf(equal, {
    breaks: breaks.map((by) => (typeof by === 'string' ? by : { order: [...by.order].reverse() })),
    earlier: earlier.map(turned),
    lot: lot && [...lot].reverse(),
  })
}

function lowestIn(left: readonly OptionId[], votes: Readonly<Record<OptionId, number>>) {
  const least = Math.min(...left.map((id) => votes[id] ?? 0))
  return left.filter((id) => (votes[id] ?? 0) === least)
}
