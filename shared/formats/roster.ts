import { asSecret } from '../ids.ts'
import { decimalsOf, isWeight, MOST_TOTAL, unitsOf } from '../weights.ts'
import { readCsv } from './csv.ts'

/** Who may vote, as somebody wrote it: without a key the server makes one. */
export interface RosterLine {
  name: string
  /** A member number or the like, which the person types. */
  key: string
  /** Who holds this one's voice, by key or by a name that nobody else has (D56). */
  proxy?: string | undefined
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
    | 'proxy-unknown'
    | 'proxy-self'
    | 'proxy-chain'
    | 'proxy-many'
    | 'no-weight'
    | 'odd-weight'
    | 'heavy'
}

export const MOST_LISTED = 5000
/** Characters of a name, and of a key. */
export const MOST_CELL = 60
/** Ballots are filled in one by one: nobody does that for more in the time of a question. */
export const MOST_VOICES = 20

/** In this order without a heading; behind the key a heading decides, and a weight has one always. */
const COLUMNS = ['name', 'key', 'proxy', 'weight'] as const
const column = (of: (typeof COLUMNS)[number]) => COLUMNS.indexOf(of) + 1
/** The first line of a table that somebody exported. */
const HEADING = /^(이름|성명|성함|name|full name)$/i
const PROXY_HEADING = /^(위임|의결권 ?위임|위임 ?받은 ?(사람|분)|대리인|수임인|proxy|voice)$/i
const WEIGHT_HEADING =
  /^(의결권|의결권 ?수|표 ?수|가중치|지분|지분율|면적|전유 ?면적|주식 ?수|weight|votes|shares?)$/i

/** The list in a text of columns, and everything that keeps it from being taken. */
export function readRoster(text: string): { lines: RosterLine[]; faults: RosterFault[] } {
  const { rows, fault } = readCsv(text)
  const first = rows[0]?.cells.map((cell) => cell.trim()) ?? []
  const isHeaded = HEADING.test(first[0] ?? '')
  const headed = (heading: RegExp) => first.findIndex((cell) => heading.test(cell))
  const weightAt = isHeaded ? headed(WEIGHT_HEADING) : -1
  const proxyAt = isHeaded ? headed(PROXY_HEADING) : 2
  const keyAt = [weightAt, proxyAt].includes(1) ? -1 : 1
  /** Where each of our columns lies in the text; -1: nowhere. */
  const places = [0, keyAt, proxyAt, weightAt]
  const body = isHeaded ? rows.slice(1) : rows
  const lines = body.map(({ cells }) => {
    const [name = '', key = '', proxy = '', weight = ''] = places.map((at) =>
      (cells[at] ?? '').trim(),
    )
    return { name, key, ...(proxy !== '' && { proxy }), ...(weightAt >= 0 && { weight }) }
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
  const held = new Map<number, number>()
  const holders = holdersOf(lines)
  const whyNotWeight = weighing(lines)
  return lines.flatMap(({ name, key, proxy = '', weight = '' }, at) => {
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
    const holder = holders[at] ?? null
    if (holder !== null) held.set(holder, (held.get(holder) ?? 0) + 1)
    const why = proxy.trim() === '' ? null : whyNot(lines, at, { holder, held })
    if (why) found.push({ row, column: column('proxy'), why })
    const light = whyNotWeight(weight)
    if (light) found.push({ row, column: column('weight'), why: light })
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

function whyNot(
  lines: readonly RosterLine[],
  at: number,
  { holder, held }: { holder: number | null; held: ReadonlyMap<number, number> },
) {
  if (holder === null) return 'proxy-unknown'
  if (holder === at + 1) return 'proxy-self'
  // Whoever votes for others was trusted in person: a voice is not handed on.
  if (lines[holder - 1]?.proxy?.trim()) return 'proxy-chain'
  return held.get(holder)! > MOST_VOICES ? 'proxy-many' : null
}

/** The number, from 1, of whoever holds each line's voice; null: nobody, or nobody that can be told. */
export function holdersOf(lines: readonly RosterLine[]): (number | null)[] {
  const byKey = new Map<string, number>()
  const byName = new Map<string, number | null>()
  lines.forEach(({ name, key }, at) => {
    if (key.trim() !== '') byKey.set(asSecret(key), at + 1)
    // Of namesakes none is meant.
    byName.set(asName(name), byName.has(asName(name)) ? null : at + 1)
  })
  return lines.map(({ proxy = '' }) =>
    proxy.trim() === '' ? null : (byKey.get(asSecret(proxy)) ?? byName.get(asName(proxy)) ?? null),
  )
}

const asName = (name: string) => name.trim().normalize('NFC').toLowerCase()
