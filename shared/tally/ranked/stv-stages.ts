import type { OptionId } from '../../ids.ts'
import { levels } from '../highest.ts'
import type { Lot, Tie } from '../terms.ts'
import type { Papers, Transfer } from './stv-papers.ts'
import { firstOf, lastOf, type Picked } from './tiebreak.ts'

/** One deed of the count and how everything stood after it; votes are hundred-thousandths of a paper. */
export interface StvStage extends Transfer {
  deed: 'first' | 'surplus' | 'exclusion'
  /** Whose surplus was handed on, or who was excluded; null in the first stage. */
  of: OptionId | null
  /** Of every option, those elected and excluded too. */
  votes: Readonly<Record<OptionId, number>>
  /** Elected at the end of this stage, most votes first. */
  elected: readonly OptionId[]
}

/** All stages from the first preferences to the last seat, or to a tie that nothing breaks. */
export function runStages(
  options: readonly OptionId[],
  papers: Papers,
  { seats, quota, lot }: { seats: number; quota: number; lot: Lot },
): { stages: StvStage[]; ties: Tie[]; winners: OptionId[]; isTied: boolean } {
  const continuing = new Set(options)
  /** Elected with more than the quota, and not yet handed on. */
  const surpluses = new Set<OptionId>()
  const stages: StvStage[] = []
  const ties: Tie[] = []
  const winners: OptionId[] = []

  const vacancies = () => seats - winners.length
  const byVotes = (ids: Iterable<OptionId>) =>
    levels(new Map([...ids].map((id) => [id, papers.votesOf(id)])))

  function elect(ids: Iterable<OptionId>): OptionId[] {
    const elected = byVotes(ids).flat()
    for (const id of elected) {
      winners.push(id)
      continuing.delete(id)
      if (papers.votesOf(id) > quota) surpluses.add(id)
    }
    return elected
  }

  function closeStage(deed: StvStage['deed'], of: OptionId | null, moved: Transfer): void {
    const elected = elect([...continuing].filter((id) => papers.votesOf(id) >= quota))
    if (continuing.size <= vacancies()) elected.push(...elect(continuing))
    const votes = Object.fromEntries(options.map((id) => [id, papers.votesOf(id)]))
    stages.push({ deed, of, ...moved, votes, elected })
  }

  /** Which of these it is, with the tie put on record where they are several. */
  function oneOf(equal: readonly OptionId[], end: typeof firstOf): OptionId | null {
    if (equal.length === 1) return equal[0]!
    const earlier = stages.map(({ votes }) => votes)
    const told = end(equal, { breaks: ['earlier', 'lot'], earlier, lot })
    const { one, resolvedBy } = told.one === null ? withoutVotes(equal) : told
    ties.push({ stage: stages.length + 1, options: equal, resolvedBy })
    return one
  }

  function withoutVotes(equal: readonly OptionId[]): Picked {
    const isHarmless =
      continuing.size - equal.length >= vacancies() && equal.every((id) => papers.votesOf(id) === 0)
    return isHarmless ? { one: equal[0]!, resolvedBy: 'rule' } : { one: null, resolvedBy: 'tied' }
  }

  closeStage('first', null, papers.open())
  while (vacancies() > 0 && continuing.size > 0) {
    const isSurplus = surpluses.size > 0
    const ranks = byVotes(isSurplus ? surpluses : continuing)
    const equal = (isSurplus ? ranks[0] : ranks.at(-1))!
    const one = oneOf(equal, isSurplus ? firstOf : lastOf)
    if (one === null) {
      // One too many is left: those above the tie have their seats whoever of the equal ones goes.
      if (!isSurplus && continuing.size === vacancies() + 1)
        stages.push({ ...stages.pop()!, elected: elect(ranks.slice(0, -1).flat()) })
      return { stages, ties, winners, isTied: true }
    }
    if (isSurplus) {
      surpluses.delete(one)
      closeStage('surplus', one, papers.handOn(one, papers.votesOf(one) - quota, continuing))
    } else {
      continuing.delete(one)
      closeStage('exclusion', one, papers.release(one, continuing))
    }
  }
  return { stages, ties, winners, isTied: false }
}
