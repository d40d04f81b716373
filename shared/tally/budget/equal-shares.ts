import type { OptionId } from '../../ids.ts'
import { fraction, written } from '../fraction.ts'
import type { Lot } from '../terms.ts'
import { buy, type Purchases } from './buying.ts'
import { raiseShare, type Add1, type OnStep, type Shares } from './completion.ts'
import type { Project } from './greedy.ts'
import { openMarket, type Market, type Offer, type Valuations } from './market.ts'
import { reasonsOf, type ShareReason } from './share-reasons.ts'
import { compareByVotes, spendRest, type Comparison, type Standing } from './share-rest.ts'

export interface EqualSharesRule {
  /** Money to be spent, in the unit of the costs. */
  budget: number
  /** That unit is a whole one of the currency divided by ten to this power. */
  decimals: number
  /**
   * What happens with the money that equal shares leave: nothing; it is spent by votes; or shares are
   * raised. After that what votes alone choose may replace it all, where more people are better off so.
   */
  completion: 'none' | 'utilitarian' | 'add1' | 'add1-comparison'
  /** By how many whole units of the currency `add1` raises a share; null: one, or a thousandth of many. */
  step: number | null
  /** Drops what has votes x 3 x budget < cost x voters, as Świecie did in 2023. */
  isFiltered: boolean
}

/** What a count has besides rule and ballots; `onStep` is told of each raised share. */
export interface Counting {
  lot: Lot
  onStep?: OnStep
  /** In fractions alone, without doubles to go before: slower, and the same. */
  isExact?: boolean
}

/** A project that shares paid for. Money is exact, `7/3` or `2`, in the unit of the costs. */
export interface Purchase {
  id: OptionId
  cost: number
  /** What each backer with enough left pays: for an approval, or for one point. */
  price: string
  /** People who paid all of it, and those who gave what they had left; and what they paid together. */
  full: { people: number; paid: string }
  all: { people: number; paid: string }
}

export interface EqualShares extends Standing {
  /** People whose ballots share the money, blank ones too. */
  voters: number
  /** What each of them has in the end, exact. */
  share: string
  purchases: readonly Purchase[]
  /** How the share was raised; null where it was not to be, or all that anybody marked fits anyway. */
  add1: Add1 | null
  /** What votes alone would have chosen; null where the rule does not ask, or a tie came before. */
  comparison: Comparison | null
}

/**
 * The Method of Equal Shares (Peters, Pierczyński, Skowron 2021) and what completes it. An approval is
 * worth what the project costs, a point is worth one. Null where `onStep` ended the count by answering
 * false. Throws where the budget is no whole number from 1, or a cost none from 0.
 */
export function equalShares(
  rule: EqualSharesRule,
  projects: readonly Project[],
  ballots: Valuations,
  counting: Counting,
): EqualShares | null {
  const { budget, completion } = rule
  if (!isMoney(budget) || budget === 0) throw new RangeError(`a budget of ${budget}`)
  const whole = openMarket(pricesOf(projects), ballots)
  const market = rule.isFiltered ? filtered(whole, budget) : whole
  const backed = market.offers.filter(({ votes }) => votes > 0)
  const isEnough = sumOf(backed) <= budget
  const isRaised = completion === 'add1' || completion === 'add1-comparison'

  const shares =
    isRaised && !isEnough
      ? raiseShare(market, { ...rule, ...counting })
      : shareOut(market, budget, counting)
  if (!shares) return null
  const { share, purchases, add1 } = shares
  const { isStuck, ties } = purchases
  // What was bought before a tie is beyond doubt; not so with shares that would be raised further.
  const bought = isStuck && add1 ? [] : purchases.bought
  const byShares: Standing = {
    state: isStuck ? 'tied' : bought.length > 0 ? 'decided' : 'none',
    ...{ winners: bought.map(({ id }) => id), ties, cost: sumOf(bought) },
    reasons: new Map([
      ...projects.map(unpriced),
      ...reasonsOf({ budget, whole, market, purchases }),
    ]),
  }
  const paper = { offers: backed, projects, ballots, budget, lot: counting.lot }
  // Where all that is backed fits, shares that are raised would buy all of it in the end.
  const isSpent = completion === 'utilitarian' || (isRaised && isEnough)
  const spent = isSpent ? spendRest(byShares, paper, isEnough ? 'completed' : 'by-votes') : byShares
  const isCompared = completion === 'add1-comparison'
  return {
    ...{ voters: market.voters, share: written(share), add1, purchases: purchasesOf(purchases) },
    ...(isCompared ? compareByVotes(spent, market, paper) : { ...spent, comparison: null }),
  }
}

const isMoney = (amount: number) => Number.isSafeInteger(amount) && amount >= 0

/** What has a price, with it. */
function pricesOf(projects: readonly Project[]): Map<OptionId, number> {
  const prices = new Map<OptionId, number>()
  for (const { id, cost = NaN, withdrawn = false } of projects) {
    if (withdrawn) continue
    if (!isMoney(cost)) throw new RangeError(`${id} at a cost of ${cost}`)
    if (cost > 0) prices.set(id, cost)
  }
  return prices
}

/** Why what has no price cannot be bought; the reasons of all others are written over this. */
function unpriced({ id, withdrawn }: Project): [OptionId, ShareReason] {
  return [id, { code: withdrawn ? 'withdrawn' : 'free' }]
}

function filtered(market: Market, budget: number): Market {
  const passes = ({ votes, cost }: Offer) =>
    BigInt(votes) * 3n * BigInt(budget) >= BigInt(cost) * BigInt(market.voters)
  return { ...market, offers: market.offers.filter(passes) }
}

/** Everybody has the same part of the budget, to the last fraction. */
function shareOut(market: Market, budget: number, counting: Counting): Shares {
  const share = market.voters === 0 ? fraction(0) : fraction(budget, market.voters)
  return { share, purchases: buy(market, share, counting), add1: null }
}

function purchasesOf({ bought, settle }: Purchases): Purchase[] {
  const { receipts } = settle()
  return bought.map(({ id, cost }, at) => {
    const { price, full, all } = receipts[at]!
    return {
      ...{ id, cost, price: written(price) },
      full: { ...full, paid: written(full.paid) },
      all: { ...all, paid: written(all.paid) },
    }
  })
}

const sumOf = (offers: readonly Offer[]) => offers.reduce((sum, { cost }) => sum + cost, 0)
