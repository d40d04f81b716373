import type { OptionId } from '../ids.ts'
import { inOrderOf } from './lot.ts'
import type { Lot, Outcome, Tie } from './terms.ts'

/**
 * The `seats` options with the highest keys: counts, votes by weight, points; whole numbers (a part of
 * one throws), which may be below zero. Options that share the last seats among too many are a tie,
 * which the lot settles or nothing does. Whoever may not win at all (nobody marked it, it is under a
 * threshold) is left out of `keys` by the caller; with no more options than seats all of them win.
 * Winners of one key stand in the order of the lot, without one in that of their ids: neither is better.
 */
export function highest(
  keys: ReadonlyMap<OptionId, number | bigint>,
  seats: number,
  lot: Lot,
): Outcome {
  const winners: OptionId[] = []
  const ties: Tie[] = []
  for (const equals of levels(keys)) {
    const left = seats - winners.length
    if (left <= 0) break
    const drawn = inOrderOf(lot, equals)
    if (equals.length > left) {
      ties.push({ stage: 1, options: equals, resolvedBy: drawn ? 'lot' : 'tied' })
      if (!drawn) break
    }
    winners.push(...(drawn ?? equals).slice(0, left))
  }
  if (ties.some(({ resolvedBy }) => resolvedBy === 'tied')) return { state: 'tied', winners, ties }
  return { state: winners.length > 0 ? 'decided' : 'none', winners, ties }
}

/** The options from the highest key to the lowest, those of one key together in order of their ids. */
export function levels(keys: ReadonlyMap<OptionId, number | bigint>): OptionId[][] {
  const byKey = new Map<bigint, OptionId[]>()
  for (const [id, key] of keys) {
    const whole = BigInt(key)
    const equals = byKey.get(whole)
    if (equals) equals.push(id)
    else byKey.set(whole, [id])
  }
  return [...byKey].sort(([a], [b]) => (a < b ? 1 : -1)).map(([, equals]) => equals.sort(byId))
}

/** An order that no paper gives: 2 before 10, then letter by letter. */
export function byId(a: OptionId, b: OptionId): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)
}
