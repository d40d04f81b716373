import type { Faults, Place } from './faults.ts'
import { createLines } from './lines.ts'

/** One row of separated values. `places`: where its cells begin, null where that is plain to count. */
export interface Row {
  line: number
  cells: readonly string[]
  places: readonly Place[] | null
}

/** More than any text that somebody writes into a cell: a mark that nobody closed must not eat a file. */
const LONGEST = 1_000_000

/** Where a cell begins, in letters of the file. */
export function placeOf({ line, cells, places }: Row, at: number): Place {
  if (places) return places[at] ?? places.at(-1)!
  let column = 1
  for (let before = 0; before < Math.min(at, cells.length - 1); before += 1)
    column += cells[before]!.length + 1
  return { line, column }
}

/**
 * Cuts pieces of text into rows of cells (RFC 4180 with any separator, quoted cells over line ends).
 * Inside a cell every line end is LF. The first place that cannot be read stops it.
 */
export function createRows(
  separator: string,
  faults: Faults,
  take: (row: Row) => void,
): { feed(piece: string): void; end(): void } {
  let cells: string[] = []
  let places: Place[] = []
  /** What a quoted cell holds so far; null: none is open. */
  let quoted: string | null = null

  const lines = createLines((text, line) => {
    if (faults.isStopped) return
    if (quoted === null && !text.includes('"'))
      take({ line, cells: text.split(separator), places: null })
    else readQuoted(text, line)
  })

  function readQuoted(text: string, line: number): void {
    let at: number | null = 0
    if (quoted === null) at = begin(text, line, 0)
    else quoted += '\n'
    while (at !== null && !faults.isStopped)
      at = quoted === null ? begin(text, line, at) : inside(text, line, at)
  }

  /** The cell that begins at `at`; then where to go on, null where the line is read. */
  function begin(text: string, line: number, at: number): number | null {
    places.push({ line, column: at + 1 })
    if (text[at] === '"') {
      quoted = ''
      return at + 1
    }
    const end = text.indexOf(separator, at)
    cells.push(end < 0 ? text.slice(at) : text.slice(at, end))
    return end < 0 ? emit() : end + separator.length
  }

  function inside(text: string, line: number, at: number): number | null {
    const mark = text.indexOf('"', at)
    quoted += mark < 0 ? text.slice(at) : text.slice(at, mark)
    if (quoted!.length > LONGEST) return unclosed()
    if (mark < 0) return null
    if (text[mark + 1] === '"') {
      quoted += '"'
      return mark + 2
    }
    const end = mark + 1
    if (end < text.length && !text.startsWith(separator, end)) {
      faults.add({ line, column: end + 1 }, 'separator', text.slice(end))
      faults.stop()
      return null
    }
    cells.push(quoted!)
    quoted = null
    return end === text.length ? emit() : end + separator.length
  }

  function emit(): null {
    const row = { line: places[0]!.line, cells, places }
    cells = []
    places = []
    take(row)
    return null
  }

  function unclosed(): null {
    faults.add(places.at(-1)!, 'end-quote', quoted!)
    faults.stop()
    return null
  }

  return {
    feed: (piece) => lines.feed(piece),
    end() {
      lines.end()
      if (quoted !== null && !faults.isStopped) unclosed()
    },
  }
}
