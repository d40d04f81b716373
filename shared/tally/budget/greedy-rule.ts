import type { OptionId } from '../../ids.ts'
import type { Share } from '../../vote.ts'
import type { Entry } from '../election/election.ts'
import type { Key } from '../keys.ts'

/** Of an entry of the paper, what a budget by votes asks. */
export type Project = Pick<Entry, 'id' | 'cost' | 'withdrawn' | 'categories' | 'district'>

/** The most that all chosen projects of a category or district may cost together. */
export interface Cap {
  of: 'category' | 'district'
  name: string
  most: number
}

/** How a city spends a budget by votes: one of a family of rules, with nothing left unsaid. */
export interface GreedyRule {
  /** Money to be spent, in the unit of the costs. */
  budget: number
  key: Key
  /** The least key that a project needs; 0: none. */
  threshold: number
  /** May a project win that nobody wants, with a key of nothing or below? */
  takesUnwanted: boolean
  /**
   * What a project that costs more than is left does: it is passed over, it ends the count, or it ends
   * it and is chosen all the same where the money left is at least this share of its cost (Poznań: 8/10).
   */
  misfit: 'skip' | 'stop' | { over: Pick<Share, 'numerator' | 'denominator'> }
  /** Sets of projects of which only one can be built. */
  conflicts: readonly (readonly OptionId[])[]
  caps: readonly Cap[]
  /** Does the money left go to projects that a cap kept out, by their keys, as far as they fit (Amsterdam)? */
  spendsLeftover: boolean
}

/** Throws where budget, costs or caps are no whole numbers from 0, or the part that is enough is none. */
export function checkMoney(rule: GreedyRule, projects: readonly Project[]): void {
  const priced = projects.filter(({ withdrawn }) => !withdrawn)
  for (const amount of [rule.budget, ...rule.caps.map(({ most }) => most), ...priced.map(costOf)])
    if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`an amount of ${amount}`)
  if (typeof rule.misfit === 'string') return
  const { numerator, denominator } = rule.misfit.over
  if (![numerator, denominator].every((part) => Number.isSafeInteger(part) && part > 0))
    throw new RangeError(`a part of ${numerator}/${denominator}`)
}

/** A withdrawn project has none. */
export const costOf = ({ cost = NaN }: Project): number => cost

/** Is so much of its cost there that it is chosen as the last? By cross products of whole numbers. */
export function isNearlyPaid(
  misfit: GreedyRule['misfit'],
  project: Project,
  left: number,
): boolean {
  if (typeof misfit === 'string') return false
  const { numerator, denominator } = misfit.over
  return BigInt(left) * BigInt(denominator) >= BigInt(costOf(project)) * BigInt(numerator)
}
