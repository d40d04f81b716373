import type { Row } from '../../lib/rows.ts'

/** The people under one option, or as many of them as stand on one page. */
export interface NameGroup {
  row: Row
  names: readonly string[]
  /** The page before holds the first of them. */
  continued: boolean
}

/** Lines that a heading takes beside its names. */
const HEADING = 1.6

/**
 * Options with their people, one below the other, page after page: no page holds more than `lines`,
 * and no heading stands alone at the foot of one.
 */
export function namePages(
  groups: readonly Pick<NameGroup, 'row' | 'names'>[],
  { columns, lines }: { columns: number; lines: number },
): NameGroup[][] {
  const pages: NameGroup[][] = []
  let left = 0
  for (const { row, names } of groups) {
    let from = 0
    do {
      if (left < HEADING + 1) {
        pages.push([])
        left = Math.max(lines, HEADING + 1)
      }
      const most = Math.floor(left - HEADING) * columns
      const here = names.slice(from, from + most)
      pages.at(-1)?.push({ row, names: here, continued: from > 0 })
      from += Math.max(1, here.length)
      left -= HEADING + Math.max(1, Math.ceil(here.length / columns))
    } while (from < names.length)
  }
  return pages
}
