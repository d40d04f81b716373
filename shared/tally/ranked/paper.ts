import type { OptionId } from '../../ids.ts'
import type { Ranking } from '../terms.ts'

/** How a paper is read that does not simply name one option a rank; the names are those of RCTab. */
export interface PaperRule {
  /** What several options in one rank do: end the paper, lose the rank, or end it if two can still win. */
  overvote: 'exhaustImmediately' | 'alwaysSkipToNextRank' | 'exhaustIfMultipleContinuing'
  /** More ranks left out in a row than this end the paper; null: none does. */
  maxSkippedRanksAllowed: number | null
  /** An option that stands on the paper again ends it; else it is passed over. */
  exhaustOnDuplicateCandidate: boolean
}

/** Why a paper counts for nobody: it never named one, names no more, or breaks a rule at this rank. */
export const EXHAUSTED = ['blank', 'choices', 'overvote', 'skipped', 'repeated'] as const
export type Exhausted = (typeof EXHAUSTED)[number]

/** Whom a paper counts for while these options continue: its first choice among them, or nobody. */
export function holderOf(
  ranking: Ranking,
  continuing: Pick<ReadonlySet<OptionId>, 'has'>,
  rule: PaperRule,
): { holder: OptionId } | { exhausted: Exhausted } {
  const seen = new Set<OptionId>()
  let leftOut = 0
  for (const rank of ranking) {
    if (rank.length === 0) {
      leftOut += 1
      continue
    }
    if (leftOut > (rule.maxSkippedRanksAllowed ?? Infinity)) return { exhausted: 'skipped' }
    leftOut = 0
    const standing = rank.filter((id) => continuing.has(id))
    if (rank.length > 1) {
      if (rule.overvote === 'alwaysSkipToNextRank') continue
      const isEnded = rule.overvote === 'exhaustImmediately' || standing.length > 1
      if (isEnded) return { exhausted: 'overvote' }
    }
    if (rule.exhaustOnDuplicateCandidate && rank.some((id) => seen.has(id)))
      return { exhausted: 'repeated' }
    for (const id of rank) seen.add(id)
    if (standing[0] !== undefined) return { holder: standing[0] }
  }
  return { exhausted: ranking.some((rank) => rank.length > 0) ? 'choices' : 'blank' }
}
