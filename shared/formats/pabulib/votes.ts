import type { OptionId } from '../../ids.ts'
import type { Pile, Points, Ranking } from '../../tally/terms.ts'
import type { Ballots } from '../../tally/election/election.ts'
import type { Faults } from '../faults.ts'
import type { Row } from '../rows.ts'
import type { Table } from '../table.ts'
import { listOf, type VoteType } from './meta.ts'

/** Votes of a file as they come, piled up at once: a city's ballots are fewer than its voters. */
export interface Votes {
  take(table: Table, row: Row): void
  ballots(): Ballots
  /** How often each project is named again by a ballot that names it already. */
  repeats: Map<OptionId, number>
}

export function createVotes(
  type: VoteType,
  known: ReadonlyMap<string, OptionId>,
  faults: Faults,
): Votes {
  const repeats = new Map<OptionId, number>()
  const sets = createPiles<readonly OptionId[]>()
  const rankings = createPiles<Ranking>()
  const scores = createPiles<Points>()

  /** The projects that a row names, each once; null where there is a fault in it. */
  function named(table: Table, row: Row): OptionId[] | null {
    const ids = new Set<OptionId>()
    const vote = table.text(row, 'vote')
    let from = 0
    let isSound = true
    for (const item of vote === '' ? [] : vote.split(',')) {
      const id = known.get(item.trim())
      // Papers that name a project twice are in files that cities published: a set holds it once.
      const isAgain = id !== undefined && ids.has(id)
      if (isAgain && type === 'approval') repeats.set(id, (repeats.get(id) ?? 0) + 1)
      else if (isAgain || id === undefined) {
        const { line, column } = table.place(row, 'vote')
        const expected = isAgain ? 'project-once' : 'known-project'
        faults.add({ line, column: column + from }, expected, item)
        isSound = false
      } else ids.add(id)
      from += item.length + 1
    }
    return isSound ? [...ids] : null
  }

  function takePoints(table: Table, row: Row, ids: readonly OptionId[]): void {
    const points = table.text(row, 'points')
    const items = listOf(points)
    if (items.length !== ids.length)
      return faults.add(table.place(row, 'points'), 'points-for-each', points)
    const odd = items.find((item) => !/^-?\d{1,9}(?:\.0+)?$/.test(item))
    if (odd !== undefined) return faults.add(table.place(row, 'points'), 'whole-points', odd)
    const each = ids.map((id, at): [OptionId, number] => [id, Number(items[at])])
    each.sort(([a], [b]) => (a < b ? -1 : 1))
    scores.add(each.join(';'), () => Object.fromEntries(each))
  }

  return {
    take(table, row) {
      const ids = named(table, row)
      if (!ids) return
      switch (type) {
        case 'approval':
          ids.sort()
          return sets.add(ids.join(','), () => ids)
        case 'choose-1':
          if (ids.length !== 1)
            return faults.add(table.place(row, 'vote'), 'one-project', table.text(row, 'vote'))
          return sets.add(ids.join(','), () => ids)
        case 'ordinal':
          return rankings.add(ids.join(','), () => ids.map((id) => [id]))
        case 'cumulative':
        case 'scoring':
          return takePoints(table, row, ids)
      }
    },
    ballots() {
      switch (type) {
        case 'approval':
        case 'choose-1':
          return { form: 'set', piles: sets.piles() }
        case 'ordinal':
          return { form: 'ranked', piles: rankings.piles() }
        case 'cumulative':
        case 'scoring':
          return { form: 'points', piles: scores.piles() }
      }
    },
    repeats,
  }
}

/** Piles in the order of their names, so that the order of the rows leaves no trace. */
function createPiles<Ballot>() {
  const piles = new Map<string, Pile<Ballot>>()
  return {
    add(name: string, ballot: () => Ballot): void {
      const pile = piles.get(name)
      if (pile) pile.count += 1
      else piles.set(name, { ballot: ballot(), count: 1 })
    },
    piles: (): Pile<Ballot>[] =>
      [...piles].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pile]) => pile),
  }
}
