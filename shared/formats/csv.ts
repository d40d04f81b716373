/** A cell of a table: text, or a number that a spreadsheet may add up. */
export type Cell = string | number

/** What spreadsheets take for a formula, or for something else than the text it is (ASVS 1.2.10). */
const ACTIVE = /^[=+\-@\t\r\0]/

/**
 * A table as CSV (RFC 4180) that spreadsheets read as it is: with a byte order mark for the letters,
 * and nothing in it that they would run.
 */
export function writeCsv(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(written).join(',')}\r\n`).join('')}`
}

function written(cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  const text = ACTIVE.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
