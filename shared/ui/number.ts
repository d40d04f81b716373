import type { Of } from '../method.ts'
import type { Language } from '../words/index.ts'

/** How a question writes its numbers; values are whole numbers of the unit's smallest part. */
type Written = Pick<Of<'number'>, 'decimals' | 'unit'>

/** A value as this language writes it, with its unit: 1,234.5 kg. */
export function numberText(language: Language, value: number, { decimals, unit }: Written): string {
  const text = new Intl.NumberFormat(language, { maximumFractionDigits: decimals }).format(
    value / 10 ** decimals,
  )
  // 12명, 30%, but 12 kg.
  return unit === '' || /^[%\p{sc=Hangul}]/u.test(unit) ? `${text}${unit}` : `${text} ${unit}`
}

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
