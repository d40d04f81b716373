import type { OptionId } from '../../ids.ts'
import { ceil, fraction, minus } from '../fraction.ts'
import type { Purchases } from './buying.ts'
import type { Market, Offer } from './market.ts'

/** Why a project is among the winners of equal shares or not; money is in the unit of the costs. */
export type ShareReason =
  /** So many paid, and nobody more than the price, for a person or a point, rounded up. */
  | { code: 'bought'; round: number; people: number; price: number; per: 'person' | 'point' }
  /** All that anybody marked fits into the money. */
  | { code: 'completed' }
  /** Chosen by votes, or short of what was then left; after the shares, or instead of them. */
  | { code: 'by-votes' }
  | { code: 'no-room'; missing: number }
  /** All that its backers have left is less than its cost by so much, rounded up. */
  | { code: 'short'; missing: number }
  | { code: 'unsupported' }
  /** Fewer votes than the least that the filter asks for its cost. */
  | { code: 'filtered'; votes: number; needed: number }
  | { code: 'withdrawn' }
  /** It costs nothing, so there is nothing to share. */
  | { code: 'free' }
  /** In a tie that nothing may break, or behind one. */
  | { code: 'tied' }
  | { code: 'undecided' }

/** What became of everything that voters could buy. */
export interface Course {
  budget: number
  /** All that had a price, and of it what the filter let through. */
  whole: Market
  market: Market
  purchases: Purchases
}

/** Of each project that had a price: why shares bought it or did not. */
export function reasonsOf(course: Course): Map<OptionId, ShareReason> {
  const { whole, market, purchases, budget } = course
  const { bought, ties, isStuck } = purchases
  const { purses, receipts } = purchases.settle()
  const offered = new Set(market.offers)
  const stuckAt = isStuck ? ties.at(-1)! : null

  function reasonOf(offer: Offer): ShareReason {
    const { id, cost, votes } = offer
    if (votes === 0) return { code: 'unsupported' }
    if (!offered.has(offer)) {
      const needed = fraction(BigInt(cost) * BigInt(whole.voters), 3n * BigInt(budget))
      return { code: 'filtered', votes, needed: Number(ceil(needed)) }
    }
    const place = bought.indexOf(offer)
    if (place >= 0) {
      const { price, full, all } = receipts[place]!
      const people = full.people + all.people
      const most = Number(ceil(price))
      return { code: 'bought', round: place + 1, people, price: most, per: market.per }
    }
    if (stuckAt) return { code: stuckAt.options.includes(id) ? 'tied' : 'undecided' }
    return { code: 'short', missing: Number(ceil(minus(fraction(cost), purses.held(offer)))) }
  }
  return new Map(whole.offers.map((offer) => [offer.id, reasonOf(offer)]))
}
