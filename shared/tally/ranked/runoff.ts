import type { OptionId } from '../../ids.ts'
import type { Lot, Outcome, Pile, Ranking } from '../terms.ts'
import { countOnce, type Round } from './runoff-rounds.ts'
import { PLAIN_RUNOFF, type RunoffRule } from './runoff-rule.ts'
import type { ExclusionReason } from './runoff-step.ts'

/** Why each option ended as it did: a code with words in both languages (words/counts/runoff). */
export type RunoffReason =
  | { code: 'majority' | 'most' | 'seat' | 'share'; round: number; votes: number; needed: number }
  | { code: `excluded-${ExclusionReason}`; round: number; votes: number; needed: number }
  | { code: 'left' | 'left-tied'; round: number; votes: number; needed: number }
  | { code: 'withdrawn' }

/** `ties[].stage` and the rounds of reasons count through all passes, from 1. */
export interface Runoff extends Outcome {
  rounds: readonly Round[]
  reasons: Readonly<Record<OptionId, RunoffReason>>
}

/**
 * Instant run-off: every paper counts for its first choice that continues; who has more than half is
 * elected, else the last option is excluded and its papers move on. Options without any counted vote
 * elect nobody. A tie that nothing breaks ends the count as `tied`, unless those tied have together fewer
 * votes than the next one: then the order in which they go changes nothing, and all of them go.
 * The rule's options are those of RCTab, as American cities use them.
 */
export function instantRunoff(
  options: readonly OptionId[],
  piles: readonly Pile<Ranking>[],
  { rule = PLAIN_RUNOFF, lot = null }: { rule?: RunoffRule; lot?: Lot } = {},
): Runoff {
  const standing = options.filter((id) => !rule.excluded.includes(id))
  const winners: OptionId[] = []
  const rounds: Round[] = []
  const ties: Outcome['ties'][number][] = []
  const seats = rule.winners.type === 'sequential' ? rule.winners.seats : 1
  let tied: readonly OptionId[] = []
  for (let pass = 1; pass <= seats; pass += 1) {
    const continuing = standing.filter((id) => !winners.includes(id))
    const count = countOnce(continuing, piles, { rule, lot, pass })
    ties.push(...count.ties.map((tie) => ({ ...tie, stage: tie.stage + rounds.length })))
    rounds.push(...count.rounds)
    winners.push(...count.winners)
    tied = count.tied
    if (tied.length > 0 || count.winners.length === 0) break
  }
  const state = tied.length > 0 ? 'tied' : winners.length > 0 ? 'decided' : 'none'
  return { state, winners, ties, rounds, reasons: reasonsOf(options, { rounds, tied, rule }) }
}

/** The last that happened to each option, over all rounds. */
function reasonsOf(
  options: readonly OptionId[],
  { rounds, tied, rule }: { rounds: readonly Round[]; tied: readonly OptionId[]; rule: RunoffRule },
): Runoff['reasons'] {
  const reasons = new Map<OptionId, RunoffReason>(options.map((id) => [id, { code: 'withdrawn' }]))
  const elected = new Set<OptionId>()
  rounds.forEach((each, at) => {
    const { needed } = each
    const say = (id: OptionId, code: Exclude<RunoffReason['code'], 'withdrawn'>) => {
      if (!elected.has(id))
        reasons.set(id, { code, round: at + 1, votes: each.votes[id] ?? 0, needed })
    }
    const isLast = at === rounds.length - 1
    for (const id of Object.keys(each.votes) as OptionId[])
      say(id, isLast && tied.includes(id) ? 'left-tied' : 'left')
    for (const { id, reason } of each.excluded) say(id, `excluded-${reason}`)
    for (const id of each.elected) {
      say(id, electedBy(rule, (each.votes[id] ?? 0) >= needed))
      elected.add(id)
    }
  })
  return Object.fromEntries(reasons)
}

function electedBy({ winners }: RunoffRule, isReached: boolean) {
  if (winners.type === 'bottoms-up') return 'seat'
  if (winners.type === 'bottoms-up-share') return 'share'
  return isReached ? 'majority' : 'most'
}
