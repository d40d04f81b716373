import { fromUnits, MOST_DECIMALS, type Weights } from '../weights.ts'
import { formatNumber, type Language } from '../words/index.ts'

/** Votes by weight as this language writes them: 1,234.5. */
export function weightText(language: Language, units: number, weights: Weights): string {
  const look = { maximumFractionDigits: MOST_DECIMALS }
  return formatNumber(language, fromUnits(units, weights), look)
}
