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
