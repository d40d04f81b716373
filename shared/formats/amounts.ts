/** Money as files write it, and in whole numbers of the smallest unit that a file uses. */

/** No currency divides further; a finer number is not money. */
const MOST_DECIMALS = 4
const SHAPE = /^(\d{1,15})(?:\.(\d+))?$/

/** How many decimals this amount needs; null where it is no amount of money. */
export function decimalsIn(text: string): number | null {
  const read = SHAPE.exec(text)
  const decimals = read?.[2]?.replace(/0+$/, '').length ?? 0
  if (!read || decimals > MOST_DECIMALS) return null
  return Number.isSafeInteger(toUnits(text, decimals)) ? decimals : null
}

/** An amount as a whole number of units, `decimals` of which digits stand behind the point. */
export function toUnits(text: string, decimals: number): number {
  const [whole = '', part = ''] = text.split('.')
  return Number(whole + part.slice(0, decimals).padEnd(decimals, '0'))
}

/** So many units as a file writes them: without zeros that say nothing. */
export function fromUnits(units: number, decimals: number): string {
  const digits = String(units).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const part = digits.slice(digits.length - decimals).replace(/0+$/, '')
  return part === '' ? whole : `${whole}.${part}`
}
