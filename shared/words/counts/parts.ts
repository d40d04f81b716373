import { fraction } from '../../tally/fraction.ts'
import { formatNumber, type Language } from '../index.ts'

/** Votes in hundred-thousandths as the language writes them, every digit of them: 1,381.20404. */
export const votesIn =
  (language: Language) =>
  (parts: number | string | undefined): string => {
    const count = Number(parts)
    const rest = String(count % 100_000)
      .padStart(5, '0')
      .replace(/0+$/, '')
    return `${formatNumber(language, Math.floor(count / 100_000))}${rest && `.${rest}`}`
  }

/** Points that may be parts of one, `parts` to each: 1,234, 7.5, 3 1/3. */
export const pointsIn =
  (language: Language) =>
  (points: number | string | undefined, parts: number | string | undefined): string => {
    const { n, d } = fraction(Number(points), Number(parts))
    const whole = formatNumber(language, Number(n / d))
    if (d === 1n) return whole
    return d === 2n ? `${whole}.5` : `${whole} ${n % d}/${d}`
  }
