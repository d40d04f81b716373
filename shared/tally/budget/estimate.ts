import { approximate, compare, fraction, type Fraction } from '../fraction.ts'
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

/** The cheapest so far, at a price which it is near to, and one that its backers can pay for sure. */
interface Lead {
  candidate: Candidate
  price: number
  high: number
  rate: number
}

/** The money of every pile of voters in doubles, with a proven bound of how far off they are. */
export interface Estimate {
  /**
   * The cheapest per unit of utility, several where they are exactly equal, none where none can be paid:
   * proven. Null: too near to tell in doubles. Raises `low`; to Infinity where money is short for sure.
   * `guess`: who may be the cheapest; a good one saves work.
   */
  cheapest(candidates: readonly Candidate[], guess?: Offer): readonly Offer[] | null
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

  /** At the last price looked at: what was given by those who gave all, and the parts of all others. */
  let given = 0
  let rest = 0

  function sweep({ tiers }: Offer, price: number): void {
    given = 0
    rest = 0
    for (const { parts, backers } of tiers) {
      const due = price * parts
      let poor = 0
      let sum = 0
      // Without a branch, which no processor could foresee: four times as fast.
      for (let at = 0; at < backers.length; at += 1) {
        const has = money[backers[at]!]!
        const isPoor = +(has < due)
        sum += has * isPoor
        poor += isPoor
      }
      given += sum
      rest += parts * (backers.length - poor)
    }
  }

  /** How far a sum over the backers of a project may be off, by rounding, and by what is not known. */
  const rounding = ({ tiers, cost }: Offer, sum: number) =>
    EPSILON * tiers.reduce((all, { backers }) => all + backers.length + 8, 0) * Math.max(cost, sum)
  const slack = (offer: Offer, sum: number) => doubt + rounding(offer, sum)

  /** Looks at a price. Whoever is taken as poor, the others cannot pay less than what is then left. */
  function tryPrice(candidate: Candidate, price: number): void {
    const { offer } = candidate
    sweep(offer, price)
    const left = offer.cost - given - slack(offer, given)
    const low = rest > 0 ? left / rest / offer.utility : left > 0 ? Infinity : 0
    candidate.low = Math.max(candidate.low, low * (1 - 4 * EPSILON))
  }

  /**
   * Newton's method from below: the sum that is raised is a concave function of the price. Looked at are
   * prices a little higher than they seem to be: at `high` the cost is raised for sure; Infinity where
   * doubles cannot tell.
   */
  function settle(candidate: Candidate): { price: number; high: number } {
    const { offer } = candidate
    let price = candidate.low * offer.utility
    let parts = offer.votes
    for (;;) {
      const high = price + (4 * slack(offer, offer.cost)) / parts
      tryPrice(candidate, high)
      if (rest === 0) return { price: high, high: Infinity }
      price = (offer.cost - given) / rest
      const raised = given + high * rest
      if (raised - slack(offer, raised) > offer.cost) return { price, high }
      if (rest === parts) return { price, high: Infinity }
      parts = rest
    }
  }

  /** Is its rate above the limit, for sure? */
  function isAbove(candidate: Candidate, limit: number): boolean {
    if (candidate.low <= limit && limit < Infinity)
      tryPrice(candidate, limit * candidate.offer.utility)
    return candidate.low > limit
  }

  /** Can everybody pay the same, for sure? Then the price is exactly the cost over the parts. */
  function isEqual({ cost, votes, tiers }: Offer): boolean {
    const price = (cost / votes) * (1 + 8 * EPSILON)
    return tiers.every(({ parts, backers }) =>
      backers.every((purse) => money[purse]! - doubt > price * parts),
    )
  }

  let lead: Lead | null = null

  return {
    cheapest(candidates, guess) {
      const inOrder = lowestFirst(candidates)
      const guessed = inOrder.filter(({ offer }) => offer === guess)
      let best = null as Lead | null
      for (const candidate of [...guessed, ...inOrder]) {
        const limit = best?.rate ?? Infinity
        if (candidate === best?.candidate || isAbove(candidate, limit)) continue
        const settled = settle(candidate)
        const rate: number = settled.price / candidate.offer.utility
        if (candidate.low < Infinity && rate < limit) best = { candidate, ...settled, rate }
      }
      lead = best
      if (!best) return []
      const { candidate, high, rate } = best
      const { offer } = candidate
      const next = Math.min(...candidates.map((each) => (each === candidate ? Infinity : each.low)))
      if ((high / offer.utility) * (1 + 4 * EPSILON) < next) return [offer]

      const near = candidates.filter(({ low }) => low <= rate * (1 + 16 * EPSILON))
      if (!near.every((each) => isEqual(each.offer))) return null
      return cheapestOf(near.map((each) => each.offer))
    },

    charge(candidate) {
      const { offer } = candidate
      const price = lead?.candidate === candidate ? lead.price : settle(candidate).price
      let paid = 0
      let kept = 0
      for (const { parts, backers } of offer.tiers) {
        const due = price * parts
        for (let at = 0; at < backers.length; at += 1) {
          const purse = backers[at]!
          const left = Math.max(money[purse]! - due, 0)
          paid += money[purse]! - left
          kept += left
          money[purse] = left
        }
      }
      doubt += Math.abs(paid - offer.cost) + rounding(offer, paid) + EPSILON * kept
    },
  }
}

/** Of projects that everybody pays alike for: the cheapest per unit of utility, in whole numbers. */
function cheapestOf(offers: readonly Offer[]): Offer[] {
  const rates = offers.map(({ cost, votes, utility }) =>
    fraction(cost, BigInt(votes) * BigInt(utility)),
  )
  const least = rates.reduce((a, b) => (compare(a, b) <= 0 ? a : b))
  return offers.filter((_, at) => compare(rates[at]!, least) === 0)
}
