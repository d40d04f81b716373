/** As many columns as are told apart beside a bar. */
const MOST = 10

/** Levels of several options as columns from 0 to 1: longer scales share columns, all have one measure. */
export function levelColumns(options: readonly (readonly number[])[]): number[][] {
  const size = Math.ceil(Math.max(0, ...options.map(({ length }) => length)) / MOST)
  const columns = options.map((counts) =>
    Array.from({ length: Math.ceil(counts.length / Math.max(1, size)) }, (_, place) =>
      counts.slice(place * size, (place + 1) * size).reduce((sum, count) => sum + count, 0),
    ),
  )
  const tallest = Math.max(1, ...columns.flat())
  return columns.map((each) => each.map((count) => count / tallest))
}
