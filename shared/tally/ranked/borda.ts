import type { OptionId } from '../../ids.ts'
import { fraction } from '../fraction.ts'
import { byId, highest } from '../highest.ts'
import type { Lot, Outcome, Pile, Ranking } from '../terms.ts'

/**
 * What each place on a paper is worth, in whole points from the best place on; places behind the last one
 * get nothing, and so does who is not ranked (Kraków: 3, 2, 1). `borda`: as many points as there are
 * options below, and those not ranked share what is left (Borda 1781).
 */
export type PlacePoints = 'borda' | readonly number[]

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
  parts: number
  reasons: Readonly<Record<OptionId, BordaReason>>
}

/** Options of one rank, and what the places that they fill are worth together. */
interface Group {
  ids: readonly OptionId[]
  worth: number
}

/**
 * Points by place. Equal ranks share the average of the places that they fill; of an option named twice
 * the better rank counts. By Borda a rank left out is none, and whom a paper names without being among
 * `options` is passed over; of a list's places both keep theirs, so that nobody gets more than they were
 * given. Who got no points at all from a list of places wins nothing. Throws where the points are
 * too many for exact numbers.
 */
export function countBorda(
  options: readonly OptionId[],
  piles: Iterable<Pile<Ranking>>,
  { seats, lot, places = 'borda' }: { seats: number; lot: Lot; places?: PlacePoints },
): Borda {
  const all = [...options].sort(byId)
  const papers = [...piles]
    .map(({ ballot, count }) => ({ groups: groupsOf(ballot, all, places), count }))
    .filter(({ groups }) => groups.length > 0)
  const parts = papers.flatMap(({ groups }) => groups).reduce(partsFor, 1)
  const points = new Map(all.map((id) => [id, 0]))
  for (const { groups, count } of papers)
    for (const { ids, worth } of groups)
      for (const id of ids) points.set(id, points.get(id)! + ((worth * parts) / ids.length) * count)
  if (![...points.values()].every(Number.isSafeInteger)) throw new RangeError('too many points')

  const valid = papers.reduce((sum, { count }) => sum + count, 0)
  const able = [...points].filter(([, own]) => own > 0 || places === 'borda')
  const outcome = highest(new Map(valid > 0 ? able : []), seats, lot)
  const reasons = reasonsOf(outcome, points, parts)
  return { ...outcome, valid, points: Object.fromEntries(points), parts, reasons }
}

/** The ranks of a paper with what they are worth, none where it ranks nobody. */
function groupsOf(ballot: Ranking, options: readonly OptionId[], places: PlacePoints): Group[] {
  const isBorda = places === 'borda'
  const left = new Set(options)
  const groups: Group[] = []
  let place = 0
  function add(ids: readonly OptionId[], width: number): void {
    const worthOf = (at: number) => (isBorda ? options.length - 1 - at : (places[at] ?? 0))
    const worth = ids.reduce((sum, _, at) => sum + worthOf(place + at), 0)
    if (ids.length > 0) groups.push({ ids, worth })
    place += width
  }
  for (const rank of ballot) {
    const ids = [...new Set(rank)].filter((id) => left.delete(id))
    add(ids, isBorda ? ids.length : Math.max(1, rank.length))
  }
  if (isBorda && groups.length > 0) add([...left], left.size)
  return groups
}

/** In how many parts a point must be cut so that this group, too, shares whole ones; halves for Borda. */
function partsFor(parts: number, { ids, worth }: Group): number {
  return parts * Number(fraction(worth * parts, ids.length).d)
}

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
