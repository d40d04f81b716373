import type { FloorQuestion } from '../../../../shared/floor.ts'
import { widthOf } from './motion.ts'

/** Hangul syllables in a line beside the votes, and how much of a line parts two questions. */
const LINE = 21
const GAP = 0.35

/** Questions in their order, as many on a page as so many lines hold. */
export function floorPages(questions: readonly FloorQuestion[], lines: number): FloorQuestion[][] {
  const pages: FloorQuestion[][] = []
  let left = 0
  for (const each of questions) {
    const height = Math.max(1, Math.ceil(widthOf(each.text) / LINE)) + GAP
    if (height > left) {
      pages.push([])
      left = lines
    }
    pages.at(-1)?.push(each)
    left -= height
  }
  return pages
}
