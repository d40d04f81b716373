import type { OptionId } from '../../ids.ts'
import type { PaperRule } from './paper.ts'
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
