import type { Of } from '../method.ts'
import { formatNumber, type Language } from '../words/index.ts'
import { withUnit } from './figures.ts'

/** Numbers of a number question, kept in the unit's smallest part: 12.5 with one decimal is 125. */

/** How a question writes them. */
type Written = Pick<Of<'number'>, 'decimals' | 'unit'>

/** What was typed, in the unit's smallest part; `fine`: it has more decimals than are asked; null: nothing. */
export type Typed = { value: number } | { fault: 'odd' | 'fine' } | null

/**
 * Reads a number as people type it: with comma or point, with or without thousands, with its unit.
 * One comma before exactly three digits is read as thousands, as both our languages write them; the
 * page says back what it understood.
 */
export function readNumber(typed: string, { decimals, unit }: Written): Typed {
  const bare = typed.normalize('NFKC').replace(/[\s'’]/g, '')
  const own = unit.normalize('NFKC').replace(/\s/g, '')
  const text = own !== '' && bare.endsWith(own) ? bare.slice(0, -own.length) : bare
  if (text === '') return null
  const [, sign, unsigned = ''] = /^([-+−–]?)(.*)$/.exec(text) ?? []
  const [, whole = '', fraction = ''] = /^(\d*)\.?(\d*)$/.exec(withPoint(unsigned)) ?? []
  if (whole + fraction === '') return { fault: 'odd' }
  const digits = fraction.replace(/0+$/, '')
  if (digits.length > decimals) return { fault: 'fine' }
  const value = Number(whole + digits.padEnd(decimals, '0'))
  return { value: sign === '' || sign === '+' ? value : 0 - value }
}

/** Without thousands, and with a point before the decimals; what is neither stays as it is. */
function withPoint(text: string): string {
  const last = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'))
  const mark = text[last]
  if (mark === undefined) return text
  const other = mark === ',' ? '.' : ','
  const isGroups =
    text.indexOf(mark) !== last || (mark === ',' && /^[1-9]\d{0,2},\d{3}$/.test(text))
  if (isGroups && !text.includes(other)) return ungrouped(text, mark)
  const whole = text.slice(0, last)
  return `${whole.includes(other) ? ungrouped(whole, other) : whole}.${text.slice(last + 1)}`
}

function ungrouped(text: string, mark: string): string {
  const [first = '', ...groups] = text.split(mark)
  const isSound = /^\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group))
  return isSound ? first + groups.join('') : text
}

/** What somebody typed, in the smallest part; null: no number, or finer than that. */
export function partsOf(text: string, decimals: number): number | null {
  const read = readNumber(text, { decimals, unit: '' })
  return read && 'value' in read ? read.value : null
}

/** As a field holds it, without zeros that say nothing: 12.5. */
export function typedText(parts: number, decimals: number): string {
  return String(parts / 10 ** decimals)
}

/** As this language writes it: 1,234.5. */
export function numberText(language: Language, parts: number, decimals: number): string {
  const look = { maximumFractionDigits: decimals }
  return formatNumber(language, parts / 10 ** decimals, look)
}

/** With its unit: 12명 and 30%, but 12 kg. */
export function amountText(language: Language, parts: number, { decimals, unit }: Written): string {
  return withUnit(numberText(language, parts, decimals), unit)
}
