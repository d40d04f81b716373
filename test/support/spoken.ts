import type { OptionId } from '../../shared/ids.ts'
import type { Pile, Ranking } from '../../shared/tally/terms.ts'

export const id = (name: string) => name as OptionId
export const ids = (names: string): OptionId[] => names.split(' ').filter(Boolean).map(id)

/** Elections written as they are spoken: `3: b > c`, `=` for equal ranks, `-` for one left out. */
export function spoken(text: string): Pile<Ranking>[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [count = '', ranks = ''] = line.split(':')
      return { count: Number(count), ballot: ranks.split('>').map(rankOf) }
    })
}

const rankOf = (rank: string) =>
  rank
    .split('=')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== '-')
    .map(id)
