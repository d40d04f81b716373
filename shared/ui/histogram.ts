import type { Numbers } from '../tally/spread.ts'

/** One column of numbers: from where to where, how many people, and how tall of 1. */
export interface Column {
  from: number
  to: number
  count: number
  height: number
}

export interface Histogram {
  columns: readonly Column[]
  /** Where the median stands, 0 to 1 from the left; between two numbers it is the middle of them. */
  median: number
  /** The median times two: a whole number, since it may lie between two of them. */
  doubled: number
}

/** Columns of equal width, the tallest as tall as there is room; null where nobody named a number. */
export function histogramOf({ bins, median }: Numbers): Histogram | null {
  const [first, last] = [bins[0], bins.at(-1)]
  if (!first || !last || !median) return null
  const tallest = Math.max(...bins.map(({ count }) => count))
  const doubled = median[0] + median[1]
  // A number stands in the middle of its own width: the only one of all in the middle of the picture.
  const width = last.to - first.from + 1
  return {
    columns: bins.map((bin) => ({ ...bin, height: bin.count / tallest })),
    median: ((doubled + 1) / 2 - first.from) / width,
    doubled,
  }
}
