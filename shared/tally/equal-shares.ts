import type { Entry } from '../formats/election.ts'
import type { OptionId } from '../ids.ts'
import { buy, type Purchases } from './buying.ts'
import { raiseShare, type Add1, type OnStep, type Shares } from './completion.ts'
import { fraction, written } from './fraction.ts'
import { byId } from './highest.ts'
import { openMarket, type Market, type Offer, type Valuations } from './market.ts'
import { reasonsOf, type ShareReason } from './share-reasons.ts'
import type { Lot, Outcome } from './terms.ts'

/** Of an entry of the paper, what a count of money asks. */
export type Project = Pick<Entry, 'id' | 'cost' | 'withdrawn'>

export interface EqualSharesRule {
  /** Money to be spent, in the unit of the costs. */
  budget: number
  /** That unit is a whole one of the currency divided by ten to this power. */
  decimals: number
  /** What happens with the money that equal shares leave. */
  completion: 'none' | 'add1'
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

export interface EqualShares extends Outcome {
  cost: number
  /** People whose ballots share the money, blank ones too. */
  voters: number
  /** What each of them has in the end, exact. */
  share: string
  purchases: readonly Purchase[]
  /** How the share was raised; null where it was not to be, or all that anybody marked fits anyway. */
  add1: Add1 | null
  /** For each project of the paper. */
  reasons: ReadonlyMap<OptionId, ShareReason>
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
  const isEnough = costOf(backed) <= budget

  const shares =
    completion === 'add1' && !isEnough
      ? raiseShare(market, { ...rule, ...counting })
      : shareOut(market, budget, counting)
  if (!shares) return null
  const { share, purchases, add1 } = shares
  const { bought, ties, isStuck } = purchases
  // Where all that is backed fits, shares that are raised would buy all of it in the end.
  const isFilled = completion !== 'none' && isEnough && !isStuck
  const added = isFilled ? backed.filter((offer) => !bought.includes(offer)) : []
  // What was bought before a tie is beyond doubt; not so with shares that would be raised further.
  const winners = isStuck && add1 ? [] : [...bought, ...added.sort(byVotes)]
  return {
    state: isStuck ? 'tied' : winners.length > 0 ? 'decided' : 'none',
    ...{ winners: winners.map(({ id }) => id), ties },
    ...{ cost: costOf(winners), voters: market.voters, share: written(share), add1 },
    purchases: purchasesOf(purchases),
    reasons: new Map<OptionId, ShareReason>([
      ...projects.map(
        ({ id, withdrawn }) => [id, { code: withdrawn ? 'withdrawn' : 'free' }] as const,
      ),
      ...reasonsOf({ budget, whole, market, purchases, added }),
    ]),
  }
}

const isMoney = (amount: number) => Number.isSafeInteger(amount) && amount >= 0

/** What has a price, with it. */
function pricesOf(projects: readonly Project[]): Map<OptionId, number> {
  const prices = new Map<OptionId, number>()
  for (const { id, cost = 0, withdrawn = false } of projects) {
    if (!isMoney(cost)) throw new RangeError(`${id} at a cost of ${cost}`)
    if (cost > 0 && !withdrawn) prices.set(id, cost)
  }
  return prices
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

const costOf = (offers: readonly Offer[]) => offers.reduce((sum, { cost }) => sum + cost, 0)

const byVotes = (a: Offer, b: Offer) => b.votes - a.votes || a.cost - b.cost || byId(a.id, b.id)
