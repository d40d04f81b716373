import type { OptionId } from '../../../shared/ids.ts'
import type { Marks } from '../../../shared/marks.ts'
import type { Ranking } from '../../../shared/tally/terms.ts'

/** The places of a ballot that is being ranked, best first. */
export const ranksIn = (marks: Marks): Ranking => ('ranks' in marks ? marks.ranks : [])

/** Which place an option has, from 1; null: none. */
export function placeOf(ranks: Ranking, id: OptionId): number | null {
  const at = ranks.findIndex((rank) => rank.includes(id))
  return at < 0 ? null : at + 1
}

/** Behind all that have a place; one that has a place loses it. */
export function tapped(ranks: Ranking, id: OptionId): Ranking {
  if (placeOf(ranks, id) === null) return [...ranks, [id]]
  return ranks.map((rank) => rank.filter((each) => each !== id)).filter((rank) => rank.length > 0)
}

/** One step: out of a shared place, or past the whole next one. */
export function moved(ranks: Ranking, id: OptionId, step: 'up' | 'down'): Ranking {
  const at = (placeOf(ranks, id) ?? 0) - 1
  const rank = ranks[at]
  if (!rank) return ranks
  const rest = rank.filter((each) => each !== id)
  const order = step === 'up' ? [[id], rest] : [rest, [id]]
  if (rest.length > 0) return [...ranks.slice(0, at), ...order, ...ranks.slice(at + 1)]
  const other = ranks[step === 'up' ? at - 1 : at + 1]
  if (!other) return ranks
  const pair = step === 'up' ? [rank, other] : [other, rank]
  const start = step === 'up' ? at - 1 : at
  return [...ranks.slice(0, start), ...pair, ...ranks.slice(start + 2)]
}

/** In the order as it is read: a place begins here, or goes on from the option above. */
export function joined(ranks: Ranking, id: OptionId): Ranking {
  const at = (placeOf(ranks, id) ?? 0) - 1
  const rank = ranks[at]
  if (!rank) return ranks
  const inside = rank.indexOf(id)
  if (inside > 0) {
    const halves = [rank.slice(0, inside), rank.slice(inside)]
    return [...ranks.slice(0, at), ...halves, ...ranks.slice(at + 1)]
  }
  const above = ranks[at - 1]
  if (!above) return ranks
  return [...ranks.slice(0, at - 1), [...above, ...rank], ...ranks.slice(at + 1)]
}
