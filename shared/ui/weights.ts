import { fromUnits, MOST_DECIMALS, type Weights } from '../weights.ts'
import type { Language } from '../words/index.ts'

/** Votes by weight as this language writes them: 1,234.5. */
export function weightText(language: Language, units: number, weights: Weights): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: MOST_DECIMALS }).format(
    fromUnits(units, weights),
  )
}
