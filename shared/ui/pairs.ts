import type { OptionId } from '../ids.ts'
import { votesOver, type Pairwise } from '../tally/ranked/pairwise.ts'
import type { Link, Schulze } from '../tally/ranked/schulze.ts'
import type { SayPicture } from './teller.ts'

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

/**
 * Why whoever was elected first stands before all others, in one line: it wins every pair, or by the
 * chain of pairs against somebody who wins the pair with it. Null where neither is to be told: a lot or
 * nothing decided.
 */
export function pairsLine(
  say: SayPicture,
  { condorcet, winners, reasons, pairs }: Schulze,
  nameOf: (id: OptionId) => string,
  figure: (votes: number) => string,
): string | null {
  const [first] = winners
  if (first === undefined) return null
  if (first === condorcet) return say('beatsAll', { name: nameOf(first) })
  for (const id of pairs.options) {
    const reason = reasons[id]
    if (reason?.code !== 'beaten-chain' || reason.by !== first) continue
    if (votesOver(pairs, id, first) <= votesOver(pairs, first, id)) continue
    return say('chainLine', {
      links: linksText(say, reason.chain, nameOf, figure),
      ...{ votes: figure(reason.votes), against: figure(reason.against) },
      ...{ from: nameOf(id), to: nameOf(first) },
    })
  }
  return null
}

/** A chain of pairs, each with the votes that win it. */
export const linksText = (
  say: SayPicture,
  chain: readonly Link[],
  nameOf: (id: OptionId) => string,
  figure: (votes: number) => string,
): string =>
  chain
    .map(({ over, under, votes }) =>
      say('chainLink', { over: nameOf(over), under: nameOf(under), votes: figure(votes) }),
    )
    .join(' · ')
