import type { OptionId } from '../../ids.ts'
import type { Ballots } from '../election/election.ts'

/** Ballots that say how much an option is worth to somebody: an approval, or points. */
export type Valuations = Exclude<Ballots, { form: 'ranked' }>

/** What can be bought together, and who would pay. A pile of identical ballots has one purse. */
export interface Offer {
  id: OptionId
  cost: number
  /** What one part of the price is worth to whoever pays it: the cost for an approval, 1 for a point. */
  utility: number
  /** All parts together: people who marked it, or their points. */
  votes: number
  /** The purses that pay, by how many parts of the price each pays: people, or their points. */
  tiers: readonly Tier[]
}

export interface Tier {
  parts: number
  backers: Int32Array
}

/** Everything about an election that stays as it is while its projects are bought. */
export interface Market {
  /** What a part of a price is paid for: a person's approval, or a point. */
  per: 'person' | 'point'
  offers: readonly Offer[]
  /** People of each purse. */
  heads: Float64Array
  /** All of them: a blank ballot has its share too. */
  voters: number
}

/** Lays out the ballots by project. `costs`: what may be bought; marks of anything else count nothing. */
export function openMarket(costs: ReadonlyMap<OptionId, number>, ballots: Valuations): Market {
  const sides = new Map([...costs.keys()].map((id) => [id, new Map<number, number[]>()]))
  function back(id: OptionId, purse: number, parts: number) {
    const side = sides.get(id)
    if (!side || parts <= 0) return
    const backers = side.get(parts)
    if (!backers) side.set(parts, [purse])
    // A set may name what it holds twice.
    else if (backers.at(-1) !== purse) backers.push(purse)
  }

  if (ballots.form === 'set')
    ballots.piles.forEach(({ ballot, count }, purse) => {
      for (const id of ballot) back(id, purse, count)
    })
  else
    ballots.piles.forEach(({ ballot, count }, purse) => {
      for (const id in ballot) back(id as OptionId, purse, count * ballot[id as OptionId]!)
    })

  const per = ballots.form === 'set' ? 'person' : 'point'
  const heads = Float64Array.from(ballots.piles.map(({ count }) => count))
  const offers = [...sides].map(([id, side]): Offer => {
    const cost = costs.get(id)!
    const tiers = [...side].map(([parts, backers]) => ({
      parts,
      backers: Int32Array.from(backers),
    }))
    const votes = tiers.reduce((sum, { parts, backers }) => sum + parts * backers.length, 0)
    return { ...{ id, cost, utility: per === 'person' ? cost : 1 }, votes, tiers }
  })
  return { per, offers, heads, voters: heads.reduce((sum, each) => sum + each, 0) }
}
