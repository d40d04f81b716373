import type { Of } from '../method.ts'
import type { Numbers } from '../tally/spread.ts'
import type { Language } from '../words/index.ts'
import { fixed, meanText, withUnit } from './figures.ts'
import type { SayPicture } from './teller.ts'

/** The numbers of a room as they are read, each with its unit; `ranges` in the order of the bars. */
export interface Averages {
  mean: string
  median: string
  ranges: readonly { from: string; to: string }[]
}

/** The mean has one digit more than the numbers, the median where it lies between two of them; '' of nobody. */
export function averagesOf(
  language: Language,
  { n, sum, median, bins }: Numbers,
  { decimals, unit }: Of<'number'>,
): Averages {
  const read = (parts: number) => withUnit(fixed(language, parts, decimals), unit)
  /** So many whole ones, out of a sum of `count` numbers. */
  const average = (whole: number, count: number, digits: number) =>
    withUnit(meanText(language, whole, count * 10 ** decimals, digits), unit)
  const doubled = median ? median[0] + median[1] : 0
  return {
    mean: average(sum, n, decimals + 1),
    median: median ? average(doubled, 2, decimals + (doubled % 2 === 0 ? 0 : 1)) : '',
    ranges: bins.map(({ from, to }) => ({
      // The unit is said once.
      from: from === to ? read(from) : fixed(language, from, decimals),
      to: read(to),
    })),
  }
}

/** Where the numbers under one bar lie; a bar of one number is that number. */
export function rangeText(
  say: SayPicture,
  { from, to }: { from: string; to: string } = NOWHERE,
): string {
  return from === to ? from : say('rangeText', { from, to })
}

const NOWHERE = { from: '', to: '' }
