import type { OptionId } from '../../ids.ts'
import { byId } from '../highest.ts'
import type { Pile, Ranking } from '../terms.ts'

/** Every option against every other one. */
export interface Pairwise {
  /** In the order of their ids, whatever order they came in. */
  options: readonly OptionId[]
  /** `over[a][b]`: how many rank a over b. */
  over: Readonly<Record<OptionId, Readonly<Record<OptionId, number>>>>
  /** Papers that rank at least one option. */
  valid: number
}

/**
 * Compares all pairs. Who is not ranked stands under everybody who is; equal ranks, and two who are not
 * ranked, say nothing of each other; a rank left out is none; of an option named twice the better rank
 * counts. Whom a paper names without being among `options` is passed over.
 */
export function comparePairs(
  options: readonly OptionId[],
  piles: Iterable<Pile<Ranking>>,
): Pairwise {
  const all = [...options].sort(byId)
  const placeOf = new Map(all.map((id, place) => [id, place]))
  const table = all.map(() => all.map(() => 0))
  let valid = 0
  for (const { ballot, count } of piles) {
    const ranks = new Map<number, number>()
    for (const [rank, ids] of ballot.entries())
      for (const id of ids) {
        const place = placeOf.get(id)
        if (place !== undefined && !ranks.has(place)) ranks.set(place, rank)
      }
    if (ranks.size > 0) valid += count
    for (const [place, rank] of ranks) {
      const row = table[place]!
      for (let other = 0; other < row.length; other += 1)
        if (rank < (ranks.get(other) ?? Infinity)) row[other]! += count
    }
  }
  const rowOf = (place: number) =>
    Object.fromEntries(
      all.map((id, other) => [id, table[place]![other]!]).filter((_, other) => other !== place),
    ) as Record<OptionId, number>
  const over = Object.fromEntries(all.map((id, place) => [id, rowOf(place)]))
  return { options: all, over, valid }
}

/** How many rank `a` over `b`. */
export const votesOver = ({ over }: Pairwise, a: OptionId, b: OptionId): number => over[a]?.[b] ?? 0

/** Who beats every other option one to one; null where nobody does. */
export function condorcetWinner(pairs: Pairwise): OptionId | null {
  const { options, valid } = pairs
  const beatsAll = (a: OptionId) =>
    options.every((b) => a === b || votesOver(pairs, a, b) > votesOver(pairs, b, a))
  return valid === 0 ? null : (options.find(beatsAll) ?? null)
}
