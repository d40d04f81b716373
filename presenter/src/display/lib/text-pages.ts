import type { TextCount } from '../../../../shared/tally/texts.ts'
import { widthOf } from './motion.ts'

/** Hangul syllables in a line, in one column of two and across both. */
const LINE = { 2: 13, 1: 27 } as const
/** Lines in a column, what parts two cards, and how many lines a card of two columns has at most. */
const LINES = 8
const GAP = 0.6
const MOST = 3

/** Answers that stand on the screen together: short ones in two columns, long ones across. */
export interface TextPage {
  columns: 1 | 2
  texts: TextCount[]
}

/** Answers in their order, as many on a page as it has room for. */
export function textPages(texts: readonly TextCount[]): TextPage[] {
  const pages: TextPage[] = []
  /** Lines of its columns that are free, the first one first. */
  let left: number[] = []
  for (const each of texts) {
    const columns = linesOf(each, 2) > MOST ? 1 : 2
    const height = linesOf(each, columns) + GAP
    // A column that was passed over stays as it is: the order goes down the one, then the other.
    while (left.length > 0 && left[0]! < height) left.shift()
    if (left.length === 0 || pages.at(-1)?.columns !== columns) {
      pages.push({ columns, texts: [] })
      left = Array<number>(columns).fill(LINES)
    }
    pages.at(-1)?.texts.push(each)
    left[0]! -= height
  }
  return pages
}

const linesOf = ({ text }: TextCount, columns: 1 | 2) =>
  Math.max(1, Math.ceil(widthOf(text) / LINE[columns]))
