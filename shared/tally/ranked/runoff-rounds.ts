import type { OptionId } from '../../ids.ts'
import { byId } from '../highest.ts'
import type { Lot, Pile, Ranking, Tie } from '../terms.ts'
import { EXHAUSTED, holderOf, type Exhausted } from './paper.ts'
import type { RunoffRule } from './runoff-rule.ts'
import { neededOf, stepOf, type ExclusionReason, type Votes } from './runoff-step.ts'

/** One excluded option and where its papers went; nowhere where the count ends with this round. */
export interface Exclusion {
  id: OptionId
  reason: ExclusionReason
  to: Readonly<Record<OptionId, number>>
  exhausted: number
}

export interface Round {
  /** Which count of a sequence, from 1, and which round of it. */
  pass: number
  round: number
  /** Of every option that continues, in the unit of the piles. */
  votes: Readonly<Record<OptionId, number>>
  /** Papers that count for nobody, by reason: with `votes` they are all papers in every round. */
  exhausted: Readonly<Record<Exhausted, number>>
  /** The least number of votes that elects, or that keeps an option in. */
  needed: number
  /** Best first. */
  elected: readonly OptionId[]
  /** Fewest votes first. */
  excluded: readonly Exclusion[]
}

/** One count from its first round to its end; `ties[].stage` is a round of it, `tied` what ended it. */
export interface Pass {
  winners: readonly OptionId[]
  rounds: readonly Round[]
  ties: readonly Tie[]
  tied: readonly OptionId[]
}

export function countOnce(
  options: readonly OptionId[],
  piles: readonly Pile<Ranking>[],
  { rule, lot, pass }: { rule: RunoffRule; lot: Lot; pass: number },
): Pass {
  const table = createTable(options, piles, rule)
  const rounds: Round[] = []
  const ties: Tie[] = []
  let winners: readonly OptionId[] = []
  let needed = 0
  for (let round = 1; ; round += 1) {
    const votes = table.votes()
    const exhausted = table.exhausted()
    const isDecided = winners.length > 0
    if (round === 1 || (!isDecided && isFollowing(rule))) needed = neededOf(votes, rule)
    const breakers = { breaks: rule.ties, earlier: knownOf(rounds), lot }
    const { elected, reason, tie, ...step } = stepOf({ rule, votes, needed, isDecided, breakers })

    const isStuck = tie?.resolvedBy === 'tied'
    const isWon = elected.length > 0 && !(isShownOn(rule) && votes.length > 2)
    const isSpent = elected.length + step.excluded.length === 0
    const isLast = isStuck || isWon || isSpent || round === rule.stopAfterRound
    const excluded = isLast
      ? step.excluded.map((id) => ({ id, reason, to: {}, exhausted: 0 }))
      : table.exclude(step.excluded, reason)

    if (tie) ties.push({ stage: round, ...tie })
    if (elected.length > 0) winners = elected
    const counted = { votes: Object.fromEntries(votes), exhausted, needed }
    rounds.push({ pass, round, ...counted, elected, excluded })
    if (isLast) return { winners, rounds, ties, tied: isStuck && !isDecided ? tie.options : [] }
  }
}

/**
 * Votes of the rounds that a tie may be broken by: where several went together, the rounds between were
 * never counted, and those before them are not the latest ones.
 */
function knownOf(rounds: readonly Round[]): Round['votes'][] {
  const skipped = rounds.map(({ excluded }) => excluded.some(({ reason }) => reason === 'together'))
  return rounds.slice(skipped.lastIndexOf(true) + 1).map(({ votes }) => votes)
}

/** Is one elected by a majority and the count shown on until two are left? */
const isShownOn = ({ continueUntilTwo, winners }: RunoffRule) =>
  continueUntilTwo && (winners.type === 'one' || winners.type === 'sequential')

/** Does what elects follow the papers that still count? Seats filled from below never need it. */
const isFollowing = ({ firstRoundDeterminesThreshold, winners }: RunoffRule) =>
  !firstRoundDeterminesThreshold && winners.type !== 'bottoms-up'

/** The papers, each on the pile of whom it counts for. */
function createTable(
  options: readonly OptionId[],
  piles: readonly Pile<Ranking>[],
  rule: RunoffRule,
) {
  const held = new Map(options.map((id): [OptionId, Pile<Ranking>[]] => [id, []]))
  const spent = new Map<Exhausted, number>(EXHAUSTED.map((why) => [why, 0]))

  function deal(papers: readonly Pile<Ranking>[]): Pick<Exclusion, 'to' | 'exhausted'> {
    const to = new Map<OptionId, number>()
    let exhausted = 0
    for (const pile of papers) {
      const found = holderOf(pile.ballot, held, rule)
      if ('holder' in found) {
        held.get(found.holder)?.push(pile)
        to.set(found.holder, (to.get(found.holder) ?? 0) + pile.count)
      } else {
        spent.set(found.exhausted, (spent.get(found.exhausted) ?? 0) + pile.count)
        exhausted += pile.count
      }
    }
    return { to: Object.fromEntries(to), exhausted }
  }

  deal(piles)
  return {
    /** Fewest first, equal ones by id: in whichever order options and papers came. */
    votes(): Votes {
      const counted = [...held].map(([id, papers]): Votes[number] => [
        id,
        papers.reduce((sum, { count }) => sum + count, 0),
      ])
      return counted.sort(([a, x], [b, y]) => x - y || byId(a, b))
    },
    exhausted: () => Object.fromEntries(spent) as Record<Exhausted, number>,
    /** None of them gets what another of them gives back. */
    exclude(ids: readonly OptionId[], reason: ExclusionReason): Exclusion[] {
      const papers = ids.map((id) => held.get(id) ?? [])
      for (const id of ids) held.delete(id)
      return ids.map((id, at) => ({ id, reason, ...deal(papers[at] ?? []) }))
    },
  }
}
