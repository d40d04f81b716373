import { approximate, type Fraction } from './fraction.ts'
import type { Market, Offer } from './market.ts'

/** A project not bought yet; its backers have enough, as far as anybody looked. */
export interface Candidate {
  offer: Offer
  /** One unit of its utility costs at least this, now and, as purses only become emptier, ever after. */
  low: number
}

/** In the order to look at them: whoever is above the cheapest need not be looked at at all. */
export const lowestFirst = (candidates: readonly Candidate[]): Candidate[] =>
  candidates.filter(({ low }) => low < Infinity).sort((a, b) => a.low - b.low)

/** The money of every pile of voters in doubles, with a proven bound of how far off they are. */
export interface Estimate {
  /**
   * The cheapest per unit of utility, several where they are exactly equal, none where none can be paid:
   * proven. Null: too near to tell in doubles. Raises `low`; to Infinity where money is short for sure.
   */
  cheapest(candidates: readonly Candidate[]): readonly Offer[] | null
  /** Its backers pay. */
  charge(candidate: Candidate): void
}

/** Twice the rounding of one operation: leaves room for products of roundings. */
const { EPSILON } = Number

/**
 * `doubt` bounds the sum, over all purses, of how far each is off. A purchase does not widen it: who pays
 * what is a map that keeps order and takes the same sum from every state, and such a map never takes two
 * states further apart (Crandall & Tartar 1980). What rounding adds is measured with each purchase.
 */
export function estimatePurses({ heads }: Market, share: Fraction): Estimate {
  const each = approximate(share)
  const money = heads.map((people) => people * each)
  let doubt = 4 * EPSILON * money.reduce((sum, has) => sum + has, 0)

  /** At the last price looked at: how many gave all, what they gave, and the parts of all others. */
  let [broke, given, rest] = [0, 0, 0]

  function sweep({ backers, parts }: Offer, price: number): void {
    let [poor, sum, able] = [0, 0, 0]
    for (let at = 0; at < backers.length; at += 1) {
      const has = money[backers[at]!]!
      const part = parts[at]!
      if (has < price * part) {
        sum += has
        poor += 1
      } else able += part
    }
    ;[broke, given, rest] = [poor, sum, able]
  }

  /** How far a sum over the backers of a project may be off, by rounding, and by what is not known. */
  const rounding = ({ backers, cost }: Offer, sum: number) =>
    EPSILON * (backers.length + 8) * Math.max(cost, sum)
  const slack = (offer: Offer, sum: number) => doubt + rounding(offer, sum)

  /** Whoever is taken as poor, the others cannot pay less than what is then left. */
  function raiseLow(candidate: Candidate): void {
    const { offer } = candidate
    const left = offer.cost - given - slack(offer, given)
    const low = rest > 0 ? left / rest / offer.utility : left > 0 ? Infinity : 0
    candidate.low = Math.max(candidate.low, low * (1 - 4 * EPSILON))
  }

  /** Newton's method from below: the sum that is raised is a concave function of the price. */
  function settle(candidate: Candidate): number {
    const { offer } = candidate
    let price = candidate.low * offer.utility
    for (let before = 0; ; before = broke) {
      sweep(offer, price)
      raiseLow(candidate)
      if (rest === 0) return price
      price = (offer.cost - given) / rest
      if (broke <= before) return price
    }
  }

  /** The rate of a candidate, or Infinity where it is above the limit for sure. */
  function rateWithin(candidate: Candidate, limit: number): number {
    if (limit < Infinity) {
      sweep(candidate.offer, limit * candidate.offer.utility)
      raiseLow(candidate)
      if (candidate.low > limit) return Infinity
    }
    const price = settle(candidate)
    return candidate.low === Infinity ? Infinity : price / candidate.offer.utility
  }

  /** Do its backers raise more than the cost at this price, for sure? */
  function isPaidAt(offer: Offer, price: number): boolean {
    sweep(offer, price)
    const raised = rest === 0 ? given : given + price * rest
    return raised - slack(offer, raised) > offer.cost
  }

  /** Can everybody pay the same, for sure? Then the price is exactly the cost over the parts. */
  function isEqual({ cost, votes, backers, parts }: Offer): boolean {
    const price = (cost / votes) * (1 + 8 * EPSILON)
    return backers.every((purse, at) => money[purse]! - doubt > price * parts[at]!)
  }

  return {
    cheapest(candidates) {
      let [lead, rate] = [null as Candidate | null, Infinity]
      for (const candidate of lowestFirst(candidates)) {
        if (candidate.low > rate) break
        const found = rateWithin(candidate, rate)
        if (found < rate) [lead, rate] = [candidate, found]
      }
      if (!lead) return []
      const others = candidates.filter((candidate) => candidate !== lead)
      const next = Math.min(...others.map(({ low }) => low))
      if (isPaidAt(lead.offer, next * lead.offer.utility * (1 - 4 * EPSILON))) return [lead.offer]

      const near = candidates.filter(({ low }) => low <= rate * (1 + 16 * EPSILON))
      if (!near.every(({ offer }) => isEqual(offer))) return null
      return cheapestOf(near.map(({ offer }) => offer))
    },

    charge(candidate) {
      const { offer } = candidate
      const price = settle(candidate)
      let [paid, kept] = [0, 0]
      offer.backers.forEach((purse, at) => {
        const has = money[purse]!
        const due = Math.min(has, price * offer.parts[at]!)
        money[purse] = has - due
        paid += due
        kept += has - due
      })
      doubt += Math.abs(paid - offer.cost) + rounding(offer, paid) + EPSILON * kept
    },
  }
}

/** Of projects that everybody pays alike for: the cheapest per unit of utility, in whole numbers. */
function cheapestOf(offers: readonly Offer[]): Offer[] {
  const below = (a: Offer, b: Offer) => {
    const [left, right] = [
      BigInt(a.cost) * BigInt(b.votes) * BigInt(b.utility),
      BigInt(b.cost) * BigInt(a.votes) * BigInt(a.utility),
    ]
    return left < right ? -1 : left > right ? 1 : 0
  }
  const [first, ...more] = offers
  let best = [first!]
  for (const offer of more) {
    const order = below(offer, best[0]!)
    if (order < 0) best = [offer]
    else if (order === 0) best.push(offer)
  }
  return best
}
