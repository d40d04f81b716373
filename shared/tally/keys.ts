import type { OptionId } from '../ids.ts'
import type { Ballots } from './election/election.ts'

/** What options are put in order by: ballots that name them, points, or points for places on a ballot. */
export type Key =
  | { by: 'votes' }
  /** `unnamed`: what an option gets from a ballot that does not name it. */
  | { by: 'points'; unnamed: number }
  /** For the first place, the second, …; nothing for those behind. Kraków: 3, 2, 1. */
  | { by: 'places'; points: readonly number[] }

/**
 * The key of each option, in the order given. Throws where ballots of this form have no such key, where
 * one names an option that is not there, and where a sum is no exact whole number any more.
 */
export function keysOf(
  key: Key,
  options: readonly OptionId[],
  ballots: Ballots,
): Map<OptionId, number> {
  const all = ballots.piles.reduce((sum, { count }) => sum + count, 0)
  const unnamed = key.by === 'points' ? key.unnamed : 0
  const keys = new Map(options.map((id) => [id, exact(unnamed * all)]))
  for (const [id, points, count] of given(key, ballots)) {
    const before = keys.get(id)
    if (before === undefined) throw new RangeError(`a ballot names ${id}, which is no option`)
    keys.set(id, exact(before + exact((points - unnamed) * count)))
  }
  return keys
}

/** What each pile gives to whom. */
function* given(
  key: Key,
  ballots: Ballots,
): Generator<[id: OptionId, points: number, count: number]> {
  switch (key.by) {
    case 'votes':
      for (const [ids, count] of naming(ballots)) for (const id of ids) yield [id, 1, count]
      return
    case 'points':
      if (ballots.form !== 'points') throw new RangeError('points of ballots that have none')
      for (const { ballot, count } of ballots.piles)
        for (const [id, points] of Object.entries(ballot)) yield [id as OptionId, points, count]
      return
    case 'places':
      if (ballots.form !== 'ranked') throw new RangeError('places of ballots that have none')
      for (const { ballot, count } of ballots.piles)
        for (const [place, rank] of ballot.entries())
          for (const id of rank) yield [id, key.points[place] ?? 0, count]
  }
}

/** Whom each pile names, in whatever way. */
function* naming({ form, piles }: Ballots): Generator<[ids: readonly OptionId[], count: number]> {
  switch (form) {
    case 'set':
      for (const { ballot, count } of piles) yield [ballot, count]
      return
    case 'ranked':
      for (const { ballot, count } of piles) yield [ballot.flat(), count]
      return
    case 'points':
      for (const { ballot, count } of piles) yield [Object.keys(ballot) as OptionId[], count]
  }
}

function exact(sum: number): number {
  if (!Number.isSafeInteger(sum)) throw new RangeError(`no exact whole number: ${sum}`)
  return sum
}
