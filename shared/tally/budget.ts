import type { OptionId } from '../ids.ts'
import { isChosen } from '../marks.ts'
import { dearest, leastStep, type BudgetRule, type Of } from '../method.ts'
import type { Option } from '../vote.ts'
import type { Cast } from './choice.ts'
import { stepOf } from './budget/completion.ts'
import { equalShares, type Counting, type EqualShares } from './budget/equal-shares.ts'
import { greedy, type Greedy, type GreedyRule } from './budget/greedy.ts'
import type { ShareReason } from './budget/share-reasons.ts'
import { pileUp, type Pile } from './terms.ts'

/** Which projects a purse pays for, by the rule that the question named. */
export type Spent =
  | ({ type: 'greedy' } & Greedy)
  | ({ type: 'equal-shares' } & Omit<EqualShares, 'reasons'> & {
        reasons: Readonly<Record<OptionId, ShareReason>>
      })

/** Projects bought as the question says, in whole units of its currency; a ballot counts as often as it weighs. */
export function countBudget(
  { purse, rule }: Of<'budget'>,
  options: readonly Option[],
  ballots: readonly Cast[],
  counting: Pick<Counting, 'lot' | 'onStep'>,
): Spent {
  const votes = { form: 'set' as const, piles: pilesOf(ballots) }
  if (rule.type === 'greedy')
    return { type: rule.type, ...greedy(greedyRuleOf(purse, rule), options, votes, counting.lot) }
  const { completion } = rule
  // A question's usual step is that of cities, and no smaller than a count in seconds allows.
  const voters = ballots.reduce((sum, { weight = 1 }) => sum + weight, 0)
  const usual = stepOf(Math.floor(purse / Math.max(1, voters)))
  const step = rule.step ?? Math.max(usual, leastStep(dearest(purse, options)))
  const whole = { budget: purse, decimals: 0, completion, step, isFiltered: false }
  const shares = equalShares(whole, options, votes, counting)
  if (!shares) throw new Error('nobody ended this count')
  return { type: rule.type, ...shares, reasons: Object.fromEntries(shares.reasons) }
}

/** What a question leaves unsaid of this rule is the plainest. */
export function greedyRuleOf(
  budget: number,
  { threshold, misfit }: Extract<BudgetRule, { type: 'greedy' }>,
): GreedyRule {
  return {
    ...{ budget, key: { by: 'votes' }, threshold, misfit },
    ...{ takesUnwanted: false, conflicts: [], caps: [], spendsLeftover: false },
  }
}

/** Equal ballots together; what is left blank has its part of the purse too. */
function pilesOf(ballots: readonly Cast[]): Pile<readonly OptionId[]>[] {
  const sets = ballots.map(({ marks, weight = 1 }) => ({
    ids: isChosen(marks) ? [...marks].sort() : [],
    weight,
  }))
  const piles = pileUp(
    sets,
    ({ ids }) => ids.join(),
    ({ weight }) => weight,
  )
  return piles.map(({ ballot, count }) => ({ ballot: ballot.ids, count }))
}
