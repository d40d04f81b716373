import type { OptionId } from '../ids.ts'
import type { Of } from '../method.ts'
import type { Option } from '../vote.ts'
import type { Cast } from './choice.ts'

/** How often each level of the scale was given, from its least to its most, for every option. */
export interface Spread {
  type: 'score'
  levels: { id: OptionId; counts: number[] }[]
}

/** The numbers that a room named: bars of equal width, and the middle of them. */
export interface Numbers {
  type: 'number'
  /** How many were named, and what they are together: the mean as whole numbers, never rounded. */
  n: number
  sum: number
  /** The two in the middle, which are one where they are odd in number; null: nobody named any. */
  median: readonly [number, number] | null
  /** From `from` to `to`, both inside; none between them is left out. */
  bins: { from: number; to: number; count: number }[]
}

/** As many bars as are told apart from the back row. */
const MOST_BINS = 20

/** The distribution behind the points of a score question; heads, also where ballots have weights. */
export function spreadOf(
  { min, max }: Of<'score'>,
  options: readonly Option[],
  ballots: readonly Cast[],
): Spread {
  const levels = options.map(({ id }) => ({
    id,
    counts: Array.from({ length: max - min + 1 }, () => 0),
  }))
  for (const { marks } of ballots) {
    if (!('points' in marks)) continue
    for (const { id, counts } of levels) {
      const given = marks.points[id]
      if (given !== undefined) counts[given - min]! += 1
    }
  }
  return { type: 'score', levels }
}

/** What a number question comes to. Everybody counts once: a weight says nothing of what somebody thinks. */
export function numbersOf(ballots: readonly Cast[]): Numbers {
  const named = ballots.flatMap(({ marks }) => ('number' in marks ? [marks.number] : []))
  named.sort((a, b) => a - b)
  const [least, most] = [named[0], named.at(-1)]
  const sum = named.reduce((all, value) => all + value, 0)
  if (least === undefined || most === undefined)
    return { type: 'number', n: 0, sum, median: null, bins: [] }
  const middle = (named.length - 1) / 2
  const width = Math.ceil((most - least + 1) / MOST_BINS)
  const bins = Array.from({ length: Math.ceil((most - least + 1) / width) }, (_, place) => {
    const from = least + place * width
    return { from, to: from + width - 1, count: 0 }
  })
  for (const value of named) bins[Math.floor((value - least) / width)]!.count += 1
  return {
    type: 'number',
    n: named.length,
    sum,
    median: [named[Math.floor(middle)]!, named[Math.ceil(middle)]!],
    bins,
  }
}
