import { asSecret } from '../ids.ts'
import { decimalsOf, isWeight, MOST_TOTAL, unitsOf } from '../weights.ts'
import { readCsv } from './csv.ts'

/** Who may vote, as somebody wrote it: without a key the server makes one. */
export interface RosterLine {
  name: string
  /** A member number or the like, which the person types. */
  key: string
  /** Votes, as a number was typed; either everybody has one or nobody (D55). */
  weight?: string | undefined
}

/** What is wrong with one cell; `row` counts lines of text from 1, as an editor shows them. */
export interface RosterFault {
  row: number
  column: number
  why:
    | 'unreadable'
    | 'no-name'
    | 'too-long'
    | 'same-key'
    | 'more-cells'
    | 'too-many'
    | 'no-weight'
    | 'odd-weight'
    | 'heavy'
}

export const MOST_LISTED = 5000
/** Characters of a name, and of a key. */
export const MOST_CELL = 60

/** Behind the key a heading says what a column is. */
const COLUMNS = ['name', 'key', 'weight'] as const
const column = (of: (typeof COLUMNS)[number]) => COLUMNS.indexOf(of) + 1
/** The first line of a table that somebody exported. */
const HEADING = /^(이름|성명|성함|name|full name)$/i
const WEIGHT_HEADING =
  /^(의결권|의결권 ?수|표 ?수|가중치|지분|지분율|면적|전유 ?면적|주식 ?수|weight|votes|shares?)$/i

/** The list in a text of columns, and everything that keeps it from being taken. */
export function readRoster(text: string): { lines: RosterLine[]; faults: RosterFault[] } {
  const { rows, fault } = readCsv(text)
  const first = rows[0]?.cells.map((cell) => cell.trim()) ?? []
  const isHeaded = HEADING.test(first[0] ?? '')
  const weightAt = isHeaded ? first.findIndex((cell) => WEIGHT_HEADING.test(cell)) : -1
  /** Where each of our columns lies in the text; -1: nowhere. */
  const places = [0, weightAt === 1 ? -1 : 1, weightAt]
  const body = isHeaded ? rows.slice(1) : rows
  const lines = body.map(({ cells }) => {
    const [name = '', key = '', weight = ''] = places.map((at) => (cells[at] ?? '').trim())
    return { name, key, ...(weightAt >= 0 && { weight }) }
  })
  const numbers = body.map(({ line }) => line)
  const wide = body.flatMap(({ cells, line }): RosterFault[] => {
    const at = cells.findIndex((cell, place) => !places.includes(place) && cell.trim() !== '')
    return at < 0 ? [] : [{ row: line, column: at + 1, why: 'more-cells' }]
  })
  const unreadable: RosterFault[] = fault
    ? [{ row: fault.line, column: fault.column, why: 'unreadable' }]
    : []
  const checked = checkRoster(lines, numbers).map((found) => ({
    ...found,
    column: places[found.column - 1]! + 1,
  }))
  const faults = [...checked, ...wide, ...unreadable]
  return { lines, faults: faults.sort((a, b) => a.row - b.row || a.column - b.column) }
}

/** Why these lines are no list of people: the desk's preview and the server ask the same function. */
export function checkRoster(
  lines: readonly RosterLine[],
  numbers: readonly number[] = lines.map((_, at) => at + 1),
): RosterFault[] {
  const keys = new Set<string>()
  const whyNotWeight = weighing(lines)
  return lines.flatMap(({ name, key, weight = '' }, at) => {
    const row = numbers[at] ?? at + 1
    const found: RosterFault[] = []
    if (at === MOST_LISTED) found.push({ row, column: column('name'), why: 'too-many' })
    if (name.trim() === '') found.push({ row, column: column('name'), why: 'no-name' })
    if (name.length > MOST_CELL) found.push({ row, column: column('name'), why: 'too-long' })
    if (key.length > MOST_CELL) found.push({ row, column: column('key'), why: 'too-long' })
    const secret = asSecret(key)
    if (secret !== '' && keys.has(secret))
      found.push({ row, column: column('key'), why: 'same-key' })
    keys.add(secret)
    const why = whyNotWeight(weight)
    if (why) found.push({ row, column: column('weight'), why })
    return found
  })
}

/** Where one has a weight, what is wrong with each, one after the other: their sum has a limit. */
function weighing(lines: readonly RosterLine[]) {
  const weights = lines.map(({ weight = '' }) => weight.trim())
  const isWeighted = weights.some((weight) => weight !== '')
  const decimals = decimalsOf(weights)
  let sum = 0
  return (weight: string): RosterFault['why'] | null => {
    if (!isWeighted) return null
    if (weight.trim() === '') return 'no-weight'
    if (!isWeight(weight)) return 'odd-weight'
    const before = sum
    sum += unitsOf(weight, decimals)
    return sum > MOST_TOTAL && before <= MOST_TOTAL ? 'heavy' : null
  }
}
