import { fraction, type Fraction } from '../fraction.ts'
import { buy, type Purchases, type Shopping } from './buying.ts'
import type { Market, Offer } from './market.ts'

/** How the share of each voter was raised; money in the unit of the costs. */
export interface Add1 {
  first: number
  step: number
  /** Raised so often; one more would have spent more than there is. */
  steps: number
}

/** Told of each share that fits, how often it was raised and what it buys; false ends the count. */
export type OnStep = (reached: { share: number; steps: number; cost: number }) => boolean | void

/** What shares bought, and with which; `add1` is null where they were not raised. */
export interface Shares {
  share: Fraction
  purchases: Purchases
  add1: Add1 | null
}

export interface Raising extends Shopping {
  budget: number
  decimals: number
  step: number | null
  onStep?: OnStep | undefined
}

/**
 * Add1 (Faliszewski et al. 2023): buys with more and more money, until that would cost more than there
 * is, and keeps what fitted last. It begins with whole units of the currency and goes by whole units.
 * It ends only where not everything fits that somebody marked. A tie that nothing may break ends it too.
 * Null where `onStep` did not want it to go on.
 */
export function raiseShare(market: Market, raising: Raising): Shares | null {
  const { budget, decimals, onStep, ...shopping } = raising
  const unit = 10 ** decimals
  const units = Math.floor(budget / unit / market.voters)
  const first = units * unit
  const step = (raising.step ?? stepOf(units)) * unit
  const buyWith = (share: number, guess: readonly Offer[]) =>
    buy(market, fraction(share), { ...shopping, limit: budget, guess })

  let purchases = buyWith(first, [])
  for (let steps = 0; ; steps += 1) {
    const share = first + steps * step
    const reached = { share: fraction(share), purchases, add1: { first, step, steps } }
    if (purchases.isStuck) return reached
    if (onStep?.({ share, steps, cost: purchases.cost }) === false) return null
    const next = buyWith(share + step, purchases.bought)
    if (next.cost > budget) return reached
    purchases = next
  }
}

/** Whole units that a share is raised by: one, or a thousandth of a share that is many. */
export const stepOf = (units: number) => (units < 10_000 ? 1 : Math.floor(units / 1000))
