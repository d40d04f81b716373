import type { OptionId } from '../../ids.ts'
import { leastOf } from '../fraction.ts'
import { byId } from '../highest.ts'
import type { Tie } from '../terms.ts'
import type { RunoffRule } from './runoff-rule.ts'
import { lastOf, type Breakers } from './tiebreak.ts'

/** Why an option went: the rule it fell under. `together`: equal, and no order of theirs matters. */
export type ExclusionReason = 'write-in' | 'minimum' | 'share' | 'batch' | 'lowest' | 'together'

/** What each continuing option has, fewest first and equal ones by id. */
export type Votes = readonly (readonly [id: OptionId, votes: number])[]

/** A round before anything is decided in it; `isDecided`: an earlier one elected, and the count goes on. */
export interface Standing {
  rule: RunoffRule
  votes: Votes
  needed: number
  isDecided: boolean
  breakers: Breakers
}

/** What a round does: elects or excludes, or neither, which ends the count. */
export interface Step {
  elected: readonly OptionId[]
  excluded: readonly OptionId[]
  reason: ExclusionReason
  tie: Omit<Tie, 'stage'> | null
}

const NOTHING: Step = { elected: [], excluded: [], reason: 'lowest', tie: null }

export function stepOf(standing: Standing): Step {
  const { votes, isDecided } = standing
  if (total(votes) === 0) return NOTHING
  if (isDecided) return votes.length > 2 ? exclusion(standing) : NOTHING
  return election(standing) ?? exclusion(standing)
}

/** The least number of votes that elects here, or that keeps an option in. */
export function neededOf(votes: Votes, { winners }: RunoffRule): number {
  if (winners.type === 'bottoms-up-share')
    return leastOf(total(votes), { ...winners.share, strict: false })
  const parts = winners.type === 'bottoms-up' ? winners.seats + 1 : 2
  return leastOf(total(votes), { numerator: 1, denominator: parts, strict: true })
}

function election({ rule, votes, needed, breakers }: Standing): Step | null {
  const { winners, writeIns } = rule
  const best = bestFirst(votes.filter(([id]) => !writeIns.includes(id)))
  const elect = (elected: Votes): Step => ({ ...NOTHING, elected: elected.map(([id]) => id) })
  if (winners.type === 'bottoms-up') return votes.length > winners.seats ? null : elect(best)
  if (winners.type === 'bottoms-up-share')
    return votes.every(([, count]) => count >= needed) ? elect(best) : null

  const [first, second] = best
  if (!first) return null
  if (first[1] >= needed || votes.length === 1) return elect([first])
  if (!second || votes.length > 2) return null
  if (first[1] > second[1]) return elect([first])
  const options = votes.map(([id]) => id)
  const { one: last, resolvedBy } = lastOf(options, breakers)
  const elected = last === null ? [] : options.filter((id) => id !== last)
  return { ...NOTHING, elected, tie: { options, resolvedBy } }
}

function exclusion(standing: Standing): Step {
  const { rule, votes, needed } = standing
  const exclude = (excluded: Votes, reason: ExclusionReason): Step | null =>
    excluded.length === 0 ? null : { ...NOTHING, excluded: excluded.map(([id]) => id), reason }
  const isOutright = rule.winners.type === 'bottoms-up-share' && rule.winners.together
  return (
    exclude(
      votes.filter(([id, count]) => count > 0 && rule.writeIns.includes(id)),
      'write-in',
    ) ??
    exclude(
      votes.filter(([, count]) => count < rule.minimumVotes),
      'minimum',
    ) ??
    exclude(isOutright ? votes.filter(([, count]) => count < needed) : [], 'share') ??
    exclude(rule.batchElimination ? batchOf(votes, keptOf(rule)) : [], 'batch') ??
    lowest(standing)
  )
}

/** The longest row from below whose votes together are fewer than the next one has; one alone is none. */
function batchOf(votes: Votes, kept: number): Votes {
  let sum = 0
  let batch = 0
  votes.forEach(([, count], place) => {
    if (sum < count && place <= votes.length - kept) batch = place
    sum += count
  })
  return batch > 1 ? votes.slice(0, batch) : []
}

function lowest({ rule, votes, breakers }: Standing): Step {
  const least = votes[0]?.[1] ?? 0
  const equal = votes.filter(([, count]) => count === least)
  const options = equal.map(([id]) => id)
  if (options.length === 1) return { ...NOTHING, excluded: options }

  const { one: last, resolvedBy } = lastOf(options, breakers)
  if (last !== null) return { ...NOTHING, excluded: [last], tie: { options, resolvedBy } }
  const others = votes.slice(equal.length)
  const isHarmless = isOrderless(rule) && others.length >= keptOf(rule)
  if (isHarmless && total(equal) < (others[0]?.[1] ?? 0))
    return {
      ...{ ...NOTHING, excluded: options, reason: 'together' },
      tie: { options, resolvedBy: 'rule' },
    }
  // Where one seat too many is left, those above the tie have theirs whoever of the equal ones goes.
  const { winners } = rule
  const isSeated = winners.type === 'bottoms-up' && votes.length === winners.seats + 1
  const elected = isSeated ? bestFirst(others).map(([id]) => id) : []
  return { ...NOTHING, elected, tie: { options, resolvedBy: 'tied' } }
}

/** Does a paper come to the same place whichever of two is excluded first, and no round is the last? */
const isOrderless = ({ overvote, stopAfterRound }: RunoffRule) =>
  overvote !== 'exhaustIfMultipleContinuing' && stopAfterRound === null

/**
 * How many must be left where several go at once, so that the count ends where single exclusions would.
 * Below a share none may: the papers of one may lift another over it.
 */
function keptOf({ winners, continueUntilTwo }: RunoffRule): number {
  if (winners.type === 'bottoms-up-share') return Infinity
  if (winners.type === 'bottoms-up') return winners.seats
  return continueUntilTwo ? 2 : 1
}

const bestFirst = (votes: Votes): Votes => [...votes].sort(([a, x], [b, y]) => y - x || byId(a, b))

const total = (votes: Votes) => votes.reduce((sum, [, count]) => sum + count, 0)
