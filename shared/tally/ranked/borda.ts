import type { OptionId } from '../../ids.ts'
import { byId, highest } from '../highest.ts'
import type { Lot, Outcome, Pile, Ranking } from '../terms.ts'

/**
 * Why an option ended as it did: a code with words in both languages (words/counts/borda). `points` and
 * `least`, those of the last seat, are parts of a point: `parts` of them make one.
 */
export interface BordaReason {
  code: 'won' | 'lost' | 'lot-won' | 'lot-lost' | 'tied' | 'none'
  points: number
  least: number
  parts: number
}

export interface Borda extends Outcome {
  /** Papers that rank at least one option. */
  valid: number
  /** In parts of a point, so that they are whole numbers: equals share the places that they fill. */
  points: Readonly<Record<OptionId, number>>
  /** 1, or 2 where a paper gives half points. */
  parts: number
  reasons: Readonly<Record<OptionId, BordaReason>>
}

/** Options of one rank, and what the places that they fill are worth together. */
interface Group {
  ids: readonly OptionId[]
  worth: number
}

/**
 * As many points as there are options below (Borda 1781). Equal ranks share the average of the places that
 * they fill, and so do those not ranked; of an option named twice the better rank counts. A rank left out
 * is none, and whom a paper names without being among `options` is passed over. Throws where the points
 * are too many for exact numbers.
 */
export function countBorda(
  options: readonly OptionId[],
  piles: Iterable<Pile<Ranking>>,
  { seats, lot }: { seats: number; lot: Lot },
): Borda {
  const all = [...options].sort(byId)
  const papers = [...piles]
    .map(({ ballot, count }) => ({ groups: groupsOf(ballot, all), count }))
    .filter(({ groups }) => groups.length > 0)
  const hasHalves = papers.some(({ groups }) => groups.some(isHalved))
  const parts = hasHalves ? 2 : 1
  const points = new Map(all.map((id) => [id, 0]))
  for (const { groups, count } of papers)
    for (const { ids, worth } of groups)
      for (const id of ids) points.set(id, points.get(id)! + ((worth * parts) / ids.length) * count)
  if (![...points.values()].every(Number.isSafeInteger)) throw new RangeError('too many points')

  const valid = papers.reduce((sum, { count }) => sum + count, 0)
  const outcome = highest(valid > 0 ? points : new Map(), seats, lot)
  const reasons = reasonsOf(outcome, points, parts)
  return { ...outcome, valid, points: Object.fromEntries(points), parts, reasons }
}

/** The ranks of a paper with what they are worth, none where it ranks nobody. */
function groupsOf(ballot: Ranking, options: readonly OptionId[]): Group[] {
  const left = new Set(options)
  const ranks = ballot
    .map((rank) => [...new Set(rank)].filter((id) => left.delete(id)))
    .filter((ids) => ids.length > 0)
  if (ranks.length > 0 && left.size > 0) ranks.push([...left])
  let below = options.length
  return ranks.map((ids) => {
    const worth = ids.reduce((sum) => sum + --below, 0)
    return { ids, worth }
  })
}

/** Consecutive whole numbers have an average of whole numbers or of halves. */
const isHalved = ({ ids, worth }: Group) => worth % ids.length > 0

function reasonsOf(
  { state, winners, ties }: Outcome,
  points: ReadonlyMap<OptionId, number>,
  parts: number,
): Borda['reasons'] {
  const tied = ties[0]?.options ?? []
  const least = [...winners, ...tied].map((id) => points.get(id)!).reduce(lower, Infinity)
  const codeOf = (id: OptionId): BordaReason['code'] => {
    if (state === 'none') return 'none'
    const code = winners.includes(id) ? 'won' : 'lost'
    if (!tied.includes(id)) return code
    return state === 'tied' ? 'tied' : `lot-${code}`
  }
  const reasonOf = (id: OptionId, own: number): BordaReason => ({
    ...{ code: codeOf(id), points: own, parts },
    least: state === 'none' ? 0 : least,
  })
  return Object.fromEntries([...points].map(([id, own]) => [id, reasonOf(id, own)]))
}

const lower = (a: number, b: number) => Math.min(a, b)
