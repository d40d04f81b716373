import { asSecret } from '../ids.ts'
import { readCsv } from './csv.ts'

/** Who may vote, as somebody wrote it: without a key the server makes one. */
export interface RosterLine {
  name: string
  /** A member number or the like, which the person types. */
  key: string
}

/** What is wrong with one cell; `row` counts lines of text from 1, as an editor shows them. */
export interface RosterFault {
  row: number
  column: number
  why: 'unreadable' | 'no-name' | 'too-long' | 'same-key' | 'more-cells' | 'too-many'
}

export const MOST_LISTED = 5000
/** Characters of a name, and of a key. */
export const MOST_CELL = 60

const NAME = 1
const KEY = 2
/** The first line of a table that somebody exported. */
const HEADING = /^(이름|성명|성함|name|full name)$/i

/** The list in a text of two columns, and everything that keeps it from being taken. */
export function readRoster(text: string): { lines: RosterLine[]; faults: RosterFault[] } {
  const { rows, fault } = readCsv(text)
  const body = HEADING.test(rows[0]?.cells[0]?.trim() ?? '') ? rows.slice(1) : rows
  const lines = body.map(({ cells }) => ({
    name: (cells[0] ?? '').trim(),
    key: (cells[1] ?? '').trim(),
  }))
  const numbers = body.map(({ line }) => line)
  const wide = body
    .filter(({ cells }) => cells.slice(KEY).some((cell) => cell.trim() !== ''))
    .map(({ line }): RosterFault => ({ row: line, column: KEY + 1, why: 'more-cells' }))
  const unreadable: RosterFault[] = fault
    ? [{ row: fault.line, column: fault.column, why: 'unreadable' }]
    : []
  const faults = [...checkRoster(lines, numbers), ...wide, ...unreadable]
  return { lines, faults: faults.sort((a, b) => a.row - b.row || a.column - b.column) }
}

/** Why these lines are no list of people: the desk's preview and the server ask the same function. */
export function checkRoster(
  lines: readonly RosterLine[],
  numbers: readonly number[] = lines.map((_, at) => at + 1),
): RosterFault[] {
  const keys = new Set<string>()
  return lines.flatMap(({ name, key }, at) => {
    const row = numbers[at] ?? at + 1
    const found: RosterFault[] = []
    if (at === MOST_LISTED) found.push({ row, column: NAME, why: 'too-many' })
    if (name.trim() === '') found.push({ row, column: NAME, why: 'no-name' })
    if (name.length > MOST_CELL) found.push({ row, column: NAME, why: 'too-long' })
    if (key.length > MOST_CELL) found.push({ row, column: KEY, why: 'too-long' })
    const secret = asSecret(key)
    if (secret !== '' && keys.has(secret)) found.push({ row, column: KEY, why: 'same-key' })
    keys.add(secret)
    return found
  })
}
