import type { OptionId } from '../../ids.ts'
import { byId } from '../highest.ts'
import type { Lot, Outcome, Pile, Ranking } from '../terms.ts'
import { createPapers, PAPER } from './stv-papers.ts'
import { runStages, type StvStage } from './stv-stages.ts'

/**
 * Why an option ended as it did: a code with words in both languages (words/counts/stv). `stage` from 1,
 * votes and quota in hundred-thousandths of a paper. quota: it reached the quota. seat: no more were left
 * than seats. excluded: it had the fewest. left: others had all seats. left-tied: the tie was never broken.
 */
export interface StvReason {
  code: 'quota' | 'seat' | 'excluded' | 'left' | 'left-tied'
  stage: number
  votes: number
  quota: number
}

/** `ties[].stage` is the stage that the tie was about. */
export interface StvCount extends Outcome {
  valid: number
  invalid: number
  /** In hundred-thousandths of a paper. */
  quota: number
  stages: readonly StvStage[]
  reasons: Readonly<Record<OptionId, StvReason>>
}

/**
 * Single transferable vote as in Scotland: Scottish Local Government Elections Order 2007, rules 45 to
 * 52. Whoever has the quota is elected; one surplus at a time, the largest first, is handed on over all
 * papers, each at a value cut to five decimals; with no surplus left the last is excluded. Whom a paper
 * names without being among `options` (somebody who withdrew) is passed over. Equal votes are told apart
 * by the latest earlier stage at which they differ, then by the lot, else the count ends as `tied`;
 * options without any vote need no lot where enough others are left: whoever of them goes first, nothing
 * moves. Those elected at one stage with equal votes stand in the order of their ids.
 */
export function countStv(
  options: readonly OptionId[],
  piles: Iterable<Pile<Ranking>>,
  { seats, lot }: { seats: number; lot: Lot },
): StvCount {
  const all = [...options].sort(byId)
  const papers = createPapers(all, piles)
  const { valid, invalid } = papers
  const quota = (Math.floor(valid / (seats + 1)) + 1) * PAPER
  // Where nobody voted there is nothing to fill a seat by.
  const count = runStages(all, papers, { seats: valid === 0 ? 0 : seats, quota, lot })
  const { stages, ties, winners, isTied } = count
  const state = isTied ? 'tied' : winners.length > 0 ? 'decided' : 'none'
  return {
    ...{ state, winners, ties, valid, invalid, quota, stages },
    reasons: reasonsOf(all, { stages, quota, isTied }),
  }
}

function reasonsOf(
  options: readonly OptionId[],
  { stages, quota, isTied }: Pick<StvCount, 'stages' | 'quota'> & { isTied: boolean },
): StvCount['reasons'] {
  const code = isTied ? 'left-tied' : 'left'
  const votesAt = (stage: number, id: OptionId) => stages[stage - 1]?.votes[id] ?? 0
  const reasons = new Map<OptionId, StvReason>(
    options.map((id) => {
      const votes = votesAt(stages.length, id)
      return [id, { code, stage: stages.length, votes, quota }]
    }),
  )
  for (const [at, { deed, of, elected }] of stages.entries()) {
    const stage = at + 1
    // It had fewest when the stage before was over; at the end of its own it has nothing.
    if (deed === 'exclusion' && of !== null)
      reasons.set(of, { code: 'excluded', stage, votes: votesAt(at, of), quota })
    for (const id of elected) {
      const votes = votesAt(stage, id)
      reasons.set(id, { code: votes >= quota ? 'quota' : 'seat', stage, votes, quota })
    }
  }
  return Object.fromEntries(reasons)
}
