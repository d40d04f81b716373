/** Comma-separated values, as RFC 4180 has them and as spreadsheets write them. */

/** One line of the file with its cells; `line` counts lines of text from 1, as an editor shows them. */
export interface Row {
  line: number
  cells: string[]
}

/** Where a file cannot be read: a quotation mark that nobody closed, or text after a closed one. */
export interface CsvFault {
  line: number
  /** Cells before it, plus one. */
  column: number
}

const BOM = '\uFEFF'
const SEPARATORS = [',', ';', '\t'] as const

/**
 * The rows of a text, empty lines left out, or the first place that cannot be read. Takes a byte order
 * mark, any line ends, and what Excel puts between cells: commas, semicolons or tabs.
 */
export function readCsv(text: string): { rows: Row[]; fault: CsvFault | null } {
  const body = text.startsWith(BOM) ? text.slice(1) : text
  const separator = separatorOf(body)
  const rows: Row[] = []
  let line = 1
  let at = 0
  while (at < body.length) {
    const row: Row = { line, cells: [] }
    for (let isEnd = false; !isEnd;) {
      const cell = readCell(body, at, separator)
      if (!cell) return { rows, fault: { line, column: row.cells.length + 1 } }
      row.cells.push(cell.text)
      line += cell.lines
      isEnd = body[cell.end] !== separator
      at = isEnd ? afterLineEnd(body, cell.end) : cell.end + 1
    }
    line += 1
    if (row.cells.some((cell) => cell.trim() !== '')) rows.push(row)
  }
  return { rows, fault: null }
}

/** The one that the first line holds most of, outside quotation marks; a comma where it holds none. */
function separatorOf(text: string): string {
  const first = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '')
  const counts = SEPARATORS.map((each) => first.split(each).length)
  return SEPARATORS[counts.indexOf(Math.max(...counts))]!
}

/** One cell from `at`, and how many lines it spans beyond the first; null where it cannot be read. */
function readCell(text: string, at: number, separator: string) {
  if (text[at] !== '"') {
    let end = at
    while (end < text.length && !isCellEnd(text[end], separator)) end += 1
    return { text: text.slice(at, end), end, lines: 0 }
  }
  let close = at + 1
  for (; ; close += 2) {
    close = text.indexOf('"', close)
    if (close < 0) return null
    if (text[close + 1] !== '"') break
  }
  if (close + 1 < text.length && !isCellEnd(text[close + 1], separator)) return null
  const quoted = text.slice(at + 1, close).replaceAll('""', '"')
  return { text: quoted, end: close + 1, lines: quoted.split(/\r\n|\r|\n/).length - 1 }
}

function isCellEnd(letter: string | undefined, separator: string): boolean {
  return letter === separator || letter === '\n' || letter === '\r'
}

function afterLineEnd(text: string, at: number): number {
  return text.startsWith('\r\n', at) ? at + 2 : at + 1
}

/** A spreadsheet would run these as a formula: an apostrophe before them makes them text. */
const FORMULA = /^[=+\-@\t\r\0]/

/** A text that spreadsheets open as it is: byte order mark, CRLF, quoted where needed, no formula. */
export function writeCsv(rows: readonly (readonly (string | number)[])[]): string {
  return BOM + rows.map((cells) => `${cells.map(writeCell).join(',')}\r\n`).join('')
}

function writeCell(cell: string | number): string {
  // A number of ours is a number, also below zero.
  if (typeof cell === 'number') return String(cell)
  const safe = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
