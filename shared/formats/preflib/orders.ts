import type { OptionId } from '../../ids.ts'
import { byId } from '../../tally/highest.ts'
import { pileUp, type Pile, type Ranking } from '../../tally/terms.ts'
import type { Faults, Place } from '../faults.ts'

/** Strict or with ties, complete or not; categories. */
export const PREFLIB_TYPES = ['soc', 'soi', 'toc', 'toi', 'cat'] as const
export type PreflibType = (typeof PREFLIB_TYPES)[number]

/** What the header says about the orders. */
interface Shape {
  type: PreflibType
  /** Alternatives have the numbers from 1 to this. */
  size: number
  categories: number
}

/** The orders of a PrefLib file while it is read; what was read once is only counted again. */
export interface Orders {
  /** `place` is where the order begins. */
  add(count: string, order: string, place: Place): void
  piles(): Pile<Ranking>[]
  /** Voters. */
  readonly total: number
}

const RANK = /(?:\s*\{([^{}]*)\}\s*|([^,{}]*))(,|$)/y

export function createOrders({ type, size, categories }: Shape, faults: Faults): Orders {
  const byText = new Map<string, Pile<Ranking>>()
  const isStrict = type === 'soc' || type === 'soi'
  const isComplete = type === 'soc' || type === 'toc'
  let total = 0

  function rankingOf(order: string, { line, column }: Place): Ranking {
    const ranking: OptionId[][] = []
    const seen = new Set<OptionId>()
    const odd = (at: number, expected: string, found: string) =>
      faults.add({ line, column: column + at }, expected, found)

    function take(text: string, at: number): OptionId[] {
      const number = text.trim()
      const begin = at + text.length - text.trimStart().length
      const place = /^\d{1,9}$/.test(number) ? Number(number) : 0
      const id = String(place) as OptionId
      if (place < 1 || place > size) odd(begin, 'preflib-alternative', number)
      else if (seen.has(id)) odd(begin, 'preflib-once', number)
      seen.add(id)
      return [id]
    }

    for (let at = 0, isEnd = false; !isEnd;) {
      RANK.lastIndex = at
      const found = RANK.exec(order)
      if (!found) {
        odd(at, 'preflib-alternative', order.slice(at))
        break
      }
      const [whole, group, single = '', comma] = found
      const begin = at + whole.length - whole.trimStart().length
      if (group !== undefined && isStrict) odd(begin, 'preflib-strict', whole.trim())
      let next = begin + 1
      const rank =
        group === undefined
          ? take(single, at)
          : (group.trim() === '' && type === 'cat' ? [] : group.split(',')).flatMap((text) => {
              const ids = take(text, next)
              next += text.length + 1
              return ids
            })
      ranking.push(rank.sort(byId))
      at = RANK.lastIndex
      isEnd = comma === ''
    }
    const begin = order.length - order.trimStart().length
    if (isComplete && seen.size < size) odd(begin, 'preflib-complete', order.trim())
    if (type === 'cat' && ranking.length > categories)
      odd(begin, 'preflib-categories', order.trim())
    return ranking
  }

  return {
    add(number, order, place) {
      const count = /^\d{1,15}$/.test(number) ? Number(number) : NaN
      if (!Number.isSafeInteger(total + count))
        return faults.add({ ...place, column: 1 }, 'preflib-count', number)
      total += count
      const pile = byText.get(order)
      if (pile) pile.count += count
      else byText.set(order, { ballot: rankingOf(order, place), count })
    },
    piles: () => merged(byText.values()),
    get total() {
      return total
    },
  }
}

/** Equal ranks may be written in any order, and blanks anywhere. */
const merged = (piles: Iterable<Pile<Ranking>>): Pile<Ranking>[] =>
  pileUp(
    piles,
    ({ ballot }) => ballot.map((rank) => rank.join('=')).join('>'),
    ({ count }) => count,
  ).map(({ ballot: { ballot }, count }) => ({ ballot, count }))
