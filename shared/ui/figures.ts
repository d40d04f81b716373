import type { Weights } from '../weights.ts'
import { formatNumber, type Language } from '../words/index.ts'
import { weightText } from './weights.ts'

/** `sum / n` as it is read, rounded half up in whole numbers: 3.67 out of 11 and 3. Nothing of nobody. */
export function meanText(language: Language, sum: number, n: number, digits: number): string {
  if (n === 0) return ''
  const [top, below] = [BigInt(sum) * 10n ** BigInt(digits), BigInt(n)]
  const doubled = 2n * top + below
  const rounded = doubled / (2n * below) - (doubled < 0n && doubled % (2n * below) !== 0n ? 1n : 0n)
  return fixed(language, Number(rounded), digits)
}

/** A whole number of small parts as this language writes it: 12.5 out of 125 with one decimal. */
export function fixed(language: Language, parts: number, decimals: number): string {
  if (decimals === 0) return formatNumber(language, parts)
  const look = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  return formatNumber(language, parts / 10 ** decimals, look)
}

/** Korean counters stand right behind the number, like percent and degrees; all others after a blank. */
export function withUnit(text: string, unit: string): string {
  if (unit === '' || text === '') return text
  return /^[가-힣%°]/.test(unit) ? `${text}${unit}` : `${text} ${unit}`
}

/** Money as a room reads it: round sums in thousands or millions, of which nothing is cut off. */
export function moneyText(language: Language, units: number, currency: string): string {
  const isRound = units >= 1e5 && units % 1e4 === 0
  const look = isRound
    ? ({ notation: 'compact', maximumFractionDigits: 6, useGrouping: 'always' } as const)
    : {}
  return withUnit(formatNumber(language, units, look), currency)
}

/** Votes that may be parts of one, `per` to a vote: two decimals, cut off, so that nobody has more than there is. */
export function votesText(
  language: Language,
  parts: number,
  per: number,
  weights: Weights | undefined,
): string {
  const votes = per === 1 ? parts : Math.floor(parts / (per / 100)) / 100
  if (weights) return weightText(language, votes, weights)
  return formatNumber(language, votes, { maximumFractionDigits: 2 })
}
