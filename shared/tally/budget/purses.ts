import { fraction, type Fraction } from '../fraction.ts'
import type { Market, Offer } from './market.ts'

/** What was paid for a project; money as exact fractions of the unit that costs are in. */
export interface Receipt {
  /** Per part: what each voter pays who has enough, or pays for each point. */
  price: Fraction
  /** People who paid the whole price, and those who gave all they had left and were asked for more. */
  full: { people: number; paid: Fraction }
  all: { people: number; paid: Fraction }
}

/** The money every pile of voters has left, exact. */
export interface Purses {
  /** What one unit of utility costs its backers, at the least; null where they have too little. */
  rate(offer: Offer): Fraction | null
  /** Its backers pay. Throws where they have too little. */
  charge(offer: Offer): Receipt
  /** What its backers have left together. */
  held(offer: Offer): Fraction
}

/**
 * Gives every voter the same share. All purses are whole numbers of one small coin, `1 / scale`, which
 * becomes smaller with each purchase; a purse is changed into new coins when it is next looked at.
 */
export function fillPurses({ heads }: Market, share: Fraction): Purses {
  const coins = Array.from(heads, (people) => BigInt(people) * share.n)
  const changed = new Int32Array(heads.length)
  const scales = [share.d]
  let scale = share.d

  function change({ tiers }: Offer): void {
    const now = scales.length - 1
    const factors = new Map<number, bigint>()
    for (const { backers } of tiers)
      for (const purse of backers) {
        const before = changed[purse]!
        if (before === now) continue
        changed[purse] = now
        if (coins[purse] === 0n) continue
        const factor = factors.get(before) ?? scale / scales[before]!
        factors.set(before, factor)
        coins[purse]! *= factor
      }
  }

  /**
   * The least price, as `left` coins over `rest` parts: those who have less give all, the others share
   * what is left. A price that leaves out who turns out to be poor is too low, so it rises until nobody
   * else is; null where everybody is.
   */
  function settle(offer: Offer): { left: bigint; rest: number } | null {
    change(offer)
    const cost = BigInt(offer.cost) * scale
    let [left, rest] = [cost, offer.votes]
    for (let broke = 0; rest > 0;) {
      let [poor, given, able] = [0, 0n, 0]
      for (const { parts, backers } of offer.tiers) {
        const due = dueOf(left, rest, parts)
        for (const purse of backers) {
          const has = coins[purse]!
          if (has < due) {
            poor += 1
            given += has
          } else able += parts
        }
      }
      if (poor === broke) return { left, rest }
      ;[broke, left, rest] = [poor, cost - given, able]
    }
    return null
  }

  return {
    rate(offer) {
      const settled = settle(offer)
      if (!settled) return null
      return fraction(settled.left, BigInt(settled.rest) * scale * BigInt(offer.utility))
    },

    charge(offer) {
      const settled = settle(offer)
      if (!settled) throw new RangeError(`nobody can pay for ${offer.id}`)
      const { left, rest } = settled
      const [full, all] = [{ people: 0 }, { people: 0 }]
      const each = fraction(left, rest)
      const given = BigInt(offer.cost) * scale - left
      const paid = { full: fraction(left, scale), all: fraction(given, scale) }
      for (const { parts, backers } of offer.tiers) {
        const due = dueOf(left, rest, parts)
        const paying = each.n * BigInt(parts)
        for (const purse of backers) {
          const has = coins[purse]!
          coins[purse] = has >= due ? has * each.d - paying : 0n
          if (has >= due) full.people += heads[purse]!
          else if (has > 0n) all.people += heads[purse]!
        }
      }
      scale *= each.d
      scales.push(scale)
      for (const { backers } of offer.tiers)
        for (const purse of backers) changed[purse] = scales.length - 1
      return {
        price: fraction(each.n, scale),
        full: { ...full, paid: paid.full },
        all: { ...all, paid: paid.all },
      }
    },

    held(offer) {
      change(offer)
      let sum = 0n
      for (const { backers } of offer.tiers) for (const purse of backers) sum += coins[purse]!
      return fraction(sum, scale)
    },
  }
}

/** The coins, rounded up, that some parts of a price `left / rest` come to: who has fewer has too little. */
function dueOf(left: bigint, rest: number, parts: number): bigint {
  const whole = BigInt(rest)
  return (left * BigInt(parts) + whole - 1n) / whole
}
