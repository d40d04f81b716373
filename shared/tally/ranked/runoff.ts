import type { OptionId } from '../../ids.ts'
import type { Exhausted, PaperRule } from './paper.ts'
import { countOnce } from './runoff-rounds.ts'
import type { Lot, Outcome, Pile, Ranking } from '../terms.ts'
import type { TieBreak } from './tiebreak.ts'

/**
 * one: whoever has more than half of the papers that still count. sequential: one after the other, each
 * in a count of its own without those elected before. bottoms-up: the last ones are excluded until only
 * `seats` are left. bottoms-up-share: until everyone left has that share of the papers that still count;
 * `together`: all below it go at once.
 */
export type RunoffWinners =
  | { type: 'one' }
  | { type: 'sequential'; seats: number }
  | { type: 'bottoms-up'; seats: number }
  | {
      type: 'bottoms-up-share'
      share: { numerator: number; denominator: number }
      together: boolean
    }

/** Everything that a statute may say about an instant run-off; plain data, frozen before the vote. */
export interface RunoffRule extends PaperRule {
  winners: RunoffWinners
  /** The lowest go together where all of them have fewer votes than the next one: the order is the same. */
  batchElimination: boolean
  /** Goes on after the majority until two are left, to show what they have between them. */
  continueUntilTwo: boolean
  /** An option with fewer votes is excluded at once; 0: none is. */
  minimumVotes: number
  /** What elects is a part of the papers that counted in the first round, exhausted later or not. */
  firstRoundDeterminesThreshold: boolean
  /** The count ends with this round, whether anybody is elected or not; null: it does not. */
  stopAfterRound: number | null
  ties: readonly TieBreak[]
  /** They stand on papers and nothing counts for them. */
  excluded: readonly OptionId[]
  /** Names nobody declared, gathered as one option: they go first and are never elected. */
  writeIns: readonly OptionId[]
}

/** One winner with more than half; earlier rounds and then the lot break ties; a spoiled rank ends a paper. */
export const PLAIN_RUNOFF: RunoffRule = {
  winners: { type: 'one' },
  overvote: 'exhaustImmediately',
  maxSkippedRanksAllowed: null,
  exhaustOnDuplicateCandidate: false,
  batchElimination: false,
  continueUntilTwo: false,
  minimumVotes: 0,
  firstRoundDeterminesThreshold: false,
  stopAfterRound: null,
  ties: ['earlier', 'lot'],
  excluded: [],
  writeIns: [],
}

/** Why an option went: the rule it fell under. `together`: equal, and no order of theirs matters. */
export type ExclusionReason = 'write-in' | 'minimum' | 'share' | 'batch' | 'lowest' | 'together'

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

/** Why each option ended as it did: a code with words in both languages (words/counts/ranked). */
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
