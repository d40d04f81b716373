import type { Election } from '../tally/election/election.ts'
import type { OptionId } from '../ids.ts'
import type { ElectionCount } from '../tally/election/count.ts'
import { usualKey } from '../tally/election/rule.ts'
import { keysOf } from '../tally/keys.ts'
import { PAPER } from '../tally/ranked/stv-papers.ts'
import { namerOf } from './options.ts'
import { framesOfRunoff, framesOfStv, type Rounds } from './rounds.ts'

/** What a count of an election gave one option: the same in the command's table and on a page. */
export interface ElectionRow {
  id: OptionId
  name: string
  /** In the smallest unit of the file's money; null: it costs nothing. */
  cost: number | null
  /**
   * What it got in the end, as the method counts it; by pairs its place among all, 1 is best: null where
   * nobody was ranked.
   */
  figure: number | null
  /** Among the winners, from 1; null: it is none of them. */
  place: number | null
}

/** All options, winners first in their order, then by what they got. */
export function electionRows(election: Election, counted: ElectionCount): ElectionRow[] {
  const figures = figuresOf(counted, election)
  const order = counted.method === 'schulze' ? 1 : -1
  return election.options
    .map(({ id, name, cost = null }) => {
      const won = counted.winners.indexOf(id)
      const place = won < 0 ? null : won + 1
      const none = counted.method === 'schulze' ? null : 0
      return { id, name: name || id, cost, figure: figures.get(id) ?? none, place }
    })
    .sort(
      (a, b) =>
        (a.place ?? Infinity) - (b.place ?? Infinity) ||
        order * ((a.figure ?? 0) - (b.figure ?? 0)),
    )
}

/** What options are called in their file. */
export const entryNamer = ({ options }: Election): ((id: OptionId) => string) =>
  namerOf(options, ({ id, name }) => name || id)

/** The rounds of a count that goes by rounds, to be shown one after the other. */
export function electionRounds({ options }: Election, counted: ElectionCount): Rounds | null {
  const ids = options.map(({ id }) => id)
  if (counted.method === 'irv') return framesOfRunoff(ids, counted)
  return counted.method === 'stv-scottish' ? framesOfStv(ids, counted) : null
}

/** Winners of this count alone, and of the published result alone. */
export function differenceFrom(
  winners: readonly OptionId[],
  official: readonly OptionId[],
): { here: OptionId[]; there: OptionId[] } {
  return {
    here: winners.filter((id) => !official.includes(id)),
    there: official.filter((id) => !winners.includes(id)),
  }
}

function figuresOf(
  counted: ElectionCount,
  { options, ballots }: Election,
): ReadonlyMap<OptionId, number> {
  switch (counted.method) {
    case 'irv':
      return new Map(counted.rounds.flatMap(({ votes }) => valuesIn(votes)))
    case 'stv-scottish':
      return new Map(valuesIn(counted.stages.at(-1)?.votes ?? {}, PAPER))
    case 'borda':
      return new Map(valuesIn(counted.points, counted.parts))
    case 'greedy':
      return new Map(counted.lines.map(({ id, key }) => [id, key]))
    case 'equal-shares':
      return keysOf(
        usualKey(ballots),
        options.map(({ id }) => id),
        ballots,
      )
    case 'schulze':
      return placesIn(counted.ranks)
    case 'plurality':
    case 'approval':
    case 'score':
      return new Map(valuesIn(counted.votes))
  }
}

/** Equals share a place, and the next one is behind all of them: 1, 2, 2, 4. */
function placesIn(ranks: readonly (readonly OptionId[])[]): Map<OptionId, number> {
  const places = new Map<OptionId, number>()
  for (const ids of ranks) {
    const place = places.size + 1
    for (const id of ids) places.set(id, place)
  }
  return places
}

/** What a record says of each option, where so many of its parts are one vote. */
export const valuesIn = (record: Readonly<Record<string, number>>, parts = 1) =>
  Object.entries(record).map(([id, value]) => [id as OptionId, value / parts] as const)
