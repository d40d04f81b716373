import type { OptionId } from '../../ids.ts'
import { approximate, compare, type Fraction } from '../fraction.ts'
import { byId } from '../highest.ts'
import { inOrderOf } from '../lot.ts'
import type { Lot, Tie } from '../terms.ts'
import { estimatePurses, lowestFirst, type Candidate } from './estimate.ts'
import type { Market, Offer } from './market.ts'
import { fillPurses, type Purses, type Receipt } from './purses.ts'

/** What the voters of a market buy with one share each. */
export interface Purchases {
  /** In the order they were bought. */
  bought: readonly Offer[]
  cost: number
  ties: readonly Tie[]
  /** A tie that nothing may break came up; nothing was bought after it. */
  isStuck: boolean
  /** What was paid for each, and what is left: exact, and made when asked for. */
  settle(): { receipts: readonly Receipt[]; purses: Purses }
}

export interface Shopping {
  lot: Lot
  /** Nothing is bought after more than this was spent: whoever asks needs to know no more. */
  limit?: number
  /** What may be bought, in this order, as with a little less money: a good guess saves work. */
  guess?: readonly Offer[]
  /** Every step in fractions, none in doubles: slower, and the same. */
  isExact?: boolean
}

/**
 * The Method of Equal Shares (Peters, Pierczyński, Skowron 2021): every voter has the same share; bought
 * is again and again what costs its backers least per unit of utility, and they pay the same price each,
 * or all they have left. Of equals the lower cost is first, then more votes, then the lot; without one
 * the order is free where it changes nothing.
 * Whatever doubles cannot tell for sure is looked at in fractions.
 */
export function buy(market: Market, share: Fraction, shopping: Shopping): Purchases {
  const { lot, limit = Infinity, guess = [], isExact = false } = shopping
  const bought: Offer[] = []
  const ties: Tie[] = []
  let cost = 0
  let isStuck = false
  let candidates = market.offers.filter(({ votes }) => votes > 0).map(aCandidate)
  const estimate = isExact ? null : estimatePurses(market, share)

  const receipts: Receipt[] = []
  let purses: Purses | null = null
  function settle() {
    purses ??= fillPurses(market, share)
    for (const offer of bought.slice(receipts.length)) receipts.push(purses.charge(offer))
    return { receipts, purses }
  }

  while (cost <= limit && !isStuck) {
    const guessed = guess.find((offer) => !bought.includes(offer))
    const best = estimate?.cheapest(candidates, guessed) ?? cheapest(candidates, settle().purses)
    if (best.length === 0) break
    const { winner, tie } = choose(best, bought.length + 1, lot)
    if (tie) ties.push(tie)
    isStuck = winner === null
    if (!winner) break
    const candidate = candidates.find(({ offer }) => offer === winner)!
    candidates = candidates.filter((each) => each !== candidate && each.low < Infinity)
    estimate?.charge(candidate)
    bought.push(winner)
    cost += winner.cost
  }
  return { bought, cost, ties, isStuck, settle }
}

/** Roundings of a few operations, as a factor. */
const NEAR = 8 * Number.EPSILON

/** Nobody pays less than where everybody pays alike. */
function aCandidate(offer: Offer): Candidate {
  return { offer, low: (offer.cost / offer.votes / offer.utility) * (1 - NEAR) }
}

/** The cheapest per unit of utility, in fractions. Prices only rise, so whose `low` is above is not asked. */
function cheapest(candidates: readonly Candidate[], purses: Purses): Offer[] {
  let [best, rate] = [[] as Offer[], null as Fraction | null]
  let limit = Infinity
  for (const candidate of lowestFirst(candidates)) {
    if (candidate.low > limit) break
    const { offer } = candidate
    const found = purses.rate(offer)
    candidate.low = found ? approximate(found) * (1 - NEAR) : Infinity
    if (!found) continue
    const order = rate ? compare(found, rate) : -1
    if (order === 0) best.push(offer)
    else if (order < 0) [best, rate, limit] = [[offer], found, approximate(found) * (1 + NEAR)]
  }
  return best
}

/** One of the equals, and the tie if there was one; `winner` is null where nothing may break it. */
function choose(equals: readonly Offer[], stage: number, lot: Lot) {
  const least = Math.min(...equals.map(({ cost }) => cost))
  const cheap = equals.filter(({ cost }) => cost === least)
  const most = Math.max(...cheap.map(({ votes }) => votes))
  const alike = cheap.filter(({ votes }) => votes === most)
  const inOrder = inOrderOf(lot, alike.map(idOf))
  // Whichever is first, the others cost no more for it: all of them are bought, with the same money.
  const isHarmless = alike.length === 1 || areApart(alike)
  const first = inOrder ?? (isHarmless ? alike.map(idOf).sort(byId) : [])
  const winner = alike.find(({ id }) => id === first[0]) ?? null
  const resolvedBy = isHarmless ? 'rule' : winner ? 'lot' : 'tied'
  const tie = { stage, options: equals.map(idOf).sort(byId), resolvedBy } as const
  return { winner, tie: equals.length > 1 ? tie : null }
}

/** Does nobody back two of them? */
function areApart(offers: readonly Offer[]): boolean {
  const purses = offers.flatMap(({ tiers }) => tiers.flatMap(({ backers }) => [...backers]))
  return new Set(purses).size === purses.length
}

const idOf = ({ id }: Offer): OptionId => id
