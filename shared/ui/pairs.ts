import type { OptionId } from '../ids.ts'
import { votesOver, type Pairwise } from '../tally/ranked/pairwise.ts'

/** One option against all others, one to one. */
export interface PairRow {
  id: OptionId
  won: number
  drawn: number
  lost: number
  /** Against each option in the order of `options`; null: itself. */
  against: readonly ({ votes: number; other: number } | null)[]
}

/** Who beats whom, and how often each does. */
export function pairRows(pairs: Pairwise, options: readonly OptionId[]): PairRow[] {
  return options.map((id) => {
    const against = options.map((other) =>
      other === id
        ? null
        : { votes: votesOver(pairs, id, other), other: votesOver(pairs, other, id) },
    )
    const met = against.filter((each) => each !== null)
    return {
      id,
      won: met.filter(({ votes, other }) => votes > other).length,
      drawn: met.filter(({ votes, other }) => votes === other).length,
      lost: met.filter(({ votes, other }) => votes < other).length,
      against,
    }
  })
}
