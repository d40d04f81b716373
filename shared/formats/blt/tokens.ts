import type { Place } from '../faults.ts'
import { createLines } from '../lines.ts'

/** A word, a bracket or a quoted text with its marks, and where it stands. */
export interface Token extends Place {
  text: string
}

/** A remark to the end of the line, the begin of a longer one, or what stands between blanks. */
const TOKEN = /\s*(?:#.*|(\/\*)|("(?:[^"]|"")*"|[[\]"]|[^\s"#[\]]+))/y

/**
 * Cuts pieces of a BLT file into what it is made of, without its remarks (`#` to the end of the line,
 * and what stands in slashes and stars). `isTaken` is shown each whole line first and may say that there
 * is nothing more to read in it. `end` says where the file ends.
 */
export function createBltTokens(
  take: (token: Token) => void,
  isTaken: (line: string) => boolean,
): { feed(piece: string): void; end(): Place } {
  let isInRemark = false
  let lastLine = 0

  const lines = createLines((text, line) => {
    lastLine = line
    if (isInRemark || !isTaken(text)) cut(text, line)
  })

  function cut(text: string, line: number): void {
    let at = 0
    while (at < text.length) {
      if (isInRemark) {
        const end = text.indexOf('*/', at)
        if (end < 0) return
        isInRemark = false
        at = end + 2
      }
      TOKEN.lastIndex = at
      const found = TOKEN.exec(text)
      if (!found) return
      at = TOKEN.lastIndex
      isInRemark = found[1] !== undefined
      const token = found[2]
      if (token !== undefined) take({ text: token, line, column: at - token.length + 1 })
    }
  }

  return {
    feed: (piece) => lines.feed(piece),
    end() {
      lines.end()
      return { line: lastLine + 1, column: 1 }
    },
  }
}

/** A text without its quotation marks, null where it has none; two of them inside stand for one. */
export function quotedOf(text: string): string | null {
  return text.length > 1 && text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : null
}

/** A whole number in digits, or null. */
export function wholeOf(text: string): number | null {
  const number = /^\d{1,16}$/.test(text) ? Number(text) : null
  return number !== null && Number.isSafeInteger(number) ? number : null
}
