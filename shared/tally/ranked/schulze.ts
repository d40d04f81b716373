import type { OptionId } from '../../ids.ts'
import { highest } from '../highest.ts'
import type { Lot, Outcome, Pile, Ranking } from '../terms.ts'
import { comparePairs, condorcetWinner, votesOver, type Pairwise } from './pairwise.ts'
import { strongestPaths, type Paths } from './schulze-paths.ts'

/** One pair of a chain: `votes` rank `over` over `under`, `against` the other way round. */
export interface Link {
  over: OptionId
  under: OptionId
  votes: number
  against: number
}

/**
 * Why an option ended as it did: a code with words in both languages (words/counts/schulze).
 * condorcet: it beats all others one to one. unbeaten: no chain against it is stronger than its own.
 * next: only those who won before it are stronger. lot-won, lot-lost: the lot decided between equals.
 * beaten: more rank `by` over it than the other way round. beaten-chain: `by` has the stronger chain, of
 * `votes` in its weakest pair, and `against` in that of the chain back. tied: there is no lot.
 */
export type SchulzeReason =
  | { code: 'condorcet' | 'unbeaten' | 'next' | 'lot-won' | 'lot-lost' | 'tied' | 'none' }
  | {
      code: 'beaten' | 'beaten-chain'
      by: OptionId
      chain: readonly Link[]
      votes: number
      against: number
    }

export interface Schulze extends Outcome {
  pairs: Pairwise
  condorcet: OptionId | null
  /** From best to worst; options of one rank are equal. */
  ranks: readonly (readonly OptionId[])[]
  reasons: Readonly<Record<OptionId, SchulzeReason>>
}

/**
 * Schulze's method by winning votes (Schulze, "A new monotonic, clone-independent, reversal symmetric,
 * and Condorcet-consistent single-winner election method", 2011): a stands before b where the strongest
 * chain of won pairs from a to b is stronger than the one back; a chain is as strong as its weakest pair.
 * Those before whom nobody stands rank first, then those before whom only these stand, and so on;
 * several seats go by these ranks, equal ones by the lot. Without a ranked option nobody wins.
 */
export function countSchulze(
  options: readonly OptionId[],
  piles: Iterable<Pile<Ranking>>,
  { seats, lot }: { seats: number; lot: Lot },
): Schulze {
  const pairs = comparePairs(options, piles)
  const paths = strongestPaths(pairs)
  const ranks = pairs.valid === 0 ? [] : ranksOf(pairs.options, paths)
  const keys = new Map(ranks.flatMap((equals, rank) => equals.map((id) => [id, -rank])))
  const outcome = highest(keys, seats, lot)
  const condorcet = condorcetWinner(pairs)
  const reasons = reasonsOf({ ...outcome, pairs, condorcet, ranks }, paths)
  return { ...outcome, pairs, condorcet, ranks, reasons }
}

/** Peels off, one rank after the other, those before whom nobody left stands: chains form no circle. */
function ranksOf(options: readonly OptionId[], { isBefore }: Paths): OptionId[][] {
  const ranks: OptionId[][] = []
  let left = options
  while (left.length > 0) {
    const first = left.filter((id) => !left.some((other) => isBefore(other, id)))
    ranks.push(first)
    left = left.filter((id) => !first.includes(id))
  }
  return ranks
}

function reasonsOf(
  { pairs, condorcet, ranks, winners, ties }: Omit<Schulze, 'reasons'>,
  paths: Paths,
): Schulze['reasons'] {
  const [tie] = ties
  const reasonOf = (id: OptionId): SchulzeReason => {
    if (ranks.length === 0) return { code: 'none' }
    if (id === condorcet) return { code: 'condorcet' }
    if (tie?.options.includes(id)) {
      if (tie.resolvedBy === 'tied') return { code: 'tied' }
      return { code: winners.includes(id) ? 'lot-won' : 'lot-lost' }
    }
    if (winners.includes(id)) return { code: ranks[0]!.includes(id) ? 'unbeaten' : 'next' }
    const by = ranks.flat().find((other) => paths.isBefore(other, id))!
    const chain = linksOf(pairs, paths.between(by, id))
    const [link] = chain
    if (link && chain.length === 1) return { code: 'beaten', by, chain, ...votesIn(link) }
    const [votes, against] = [paths.strength(by, id), paths.strength(id, by)]
    return { code: 'beaten-chain', by, chain, votes, against }
  }
  return Object.fromEntries(pairs.options.map((id) => [id, reasonOf(id)]))
}

const linksOf = (pairs: Pairwise, chain: readonly OptionId[]): Link[] =>
  chain.slice(1).map((under, at) => {
    const over = chain[at]!
    return {
      ...{ over, under },
      votes: votesOver(pairs, over, under),
      against: votesOver(pairs, under, over),
    }
  })

const votesIn = ({ votes, against }: Link) => ({ votes, against })
