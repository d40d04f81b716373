import { formatNumber, type Language } from '../words/index.ts'

/** Numbers of a number question, kept in the unit's smallest part: 12.5 with one decimal is 125. */

const SHAPE = /^-?(\d{1,3}(,\d{3})+|\d{1,15})(\.\d*)?$/

/** What somebody typed, in the smallest part; null: no number, or finer than that. */
export function partsOf(text: string, decimals: number): number | null {
  const typed = text.trim().replace('−', '-')
  if (!SHAPE.test(typed)) return null
  const [whole = '', part = ''] = typed.replaceAll(',', '').split('.')
  if (part.length > decimals) return null
  const parts = Number(whole + part.padEnd(decimals, '0'))
  return parts === 0 ? 0 : parts
}

/** As a field holds it, without zeros that say nothing: 12.5. */
export function typedText(parts: number, decimals: number): string {
  return String(parts / 10 ** decimals)
}

/** As this language writes it: 1,234.5. */
export function numberText(language: Language, parts: number, decimals: number): string {
  return written(language, BigInt(parts), decimals)
}

/** A mean out of whole numbers, with two more digits than they have, rounded half away from zero; to be read. */
export function meanText(
  language: Language,
  { sum, n }: { sum: number; n: number },
  decimals = 0,
): string {
  const [part, whole] = [BigInt(sum) * 200n, BigInt(n) * 2n]
  const half = part < 0n ? -BigInt(n) : BigInt(n)
  return written(language, (part + half) / whole, decimals + 2)
}

function written(language: Language, parts: bigint, decimals: number): string {
  const one = 10n ** BigInt(decimals)
  const size = parts < 0n ? -parts : parts
  const rest = String(size % one)
    .padStart(decimals, '0')
    .replace(/0+$/, '')
  const text = `${formatNumber(language, Number(size / one))}${rest && decimals > 0 ? `.${rest}` : ''}`
  return parts < 0n ? `-${text}` : text
}
