import type { FloorQuestion } from '../../../../shared/floor.ts'
import { widthOf } from './motion.ts'

/** Hangul syllables in a line beside the votes, and how much of a line parts two questions. */
const LINE = 23
const GAP = 0.35
/** Lines that the slide has room for; of large type what its frame takes of them, and each line of it. */
const LINES = 10
const QUOTE = { line: 16, frame: 2, height: 1.45 }

/** How many lines are left for others beside the one in large type; below two, none is half shown. */
export function linesBeside(pinned: string | null): number {
  if (pinned === null) return LINES
  const quoted = Math.ceil(widthOf(pinned) / QUOTE.line)
  const left = LINES - QUOTE.frame - quoted * QUOTE.height
  return left < 2 ? 0 : left
}

/** Questions in their order, as many on a page as so many lines hold; none where there are no lines. */
export function floorPages(questions: readonly FloorQuestion[], lines: number): FloorQuestion[][] {
  if (lines === 0) return []
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
