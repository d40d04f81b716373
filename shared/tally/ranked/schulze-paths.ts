import type { OptionId } from '../../ids.ts'
import { votesOver, type Pairwise } from './pairwise.ts'

/** The strongest chains of won pairs, each as strong as its weakest pair; 0 where there is none. */
export interface Paths {
  strength(from: OptionId, to: OptionId): number
  isBefore(a: OptionId, b: OptionId): boolean
  /** One strongest chain, both ends included; of equal ones the shorter, then the first by ids. */
  between(from: OptionId, to: OptionId): OptionId[]
}

/** Floyd and Warshall's algorithm, with the least of a chain in place of its sum. */
export function strongestPaths(pairs: Pairwise): Paths {
  const { options } = pairs
  const placeOf = new Map(options.map((id, place) => [id, place]))
  const won = options.map((a) =>
    options.map((b) => {
      const votes = votesOver(pairs, a, b)
      return votes > votesOver(pairs, b, a) ? votes : 0
    }),
  )
  const strengths = won.map((row) => [...row])
  for (const [through, links] of strengths.entries())
    for (const row of strengths)
      for (const [to, link] of links.entries())
        row[to] = Math.max(row[to]!, Math.min(row[through]!, link))

  const strength = (from: OptionId, to: OptionId) =>
    strengths[placeOf.get(from)!]![placeOf.get(to)!]!

  return {
    strength,
    isBefore: (a, b) => a !== b && strength(a, b) > strength(b, a),
    between(from, to) {
      const [start, end] = [placeOf.get(from)!, placeOf.get(to)!]
      const least = strength(from, to)
      // Step by step over pairs that are strong enough: who is reached first is reached shortest.
      const before = new Map([[start, start]])
      for (const place of before.keys())
        for (const [next, votes] of won[place]!.entries())
          if (votes >= least && !before.has(next)) before.set(next, place)
      const chain = [end]
      while (chain[0] !== start) chain.unshift(before.get(chain[0]!)!)
      return chain.map((place) => options[place]!)
    },
  }
}
