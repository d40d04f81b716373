import type { OptionId } from '../../ids.ts'
import { pileUp, type Pile, type Ranking } from '../../tally/terms.ts'
import { byId } from '../../tally/highest.ts'
import type { Faults } from '../faults.ts'
import { wholeOf, type Token } from './tokens.ts'

/** A rank that somebody left out. */
export const LEFT_OUT = '-'

/** The papers of a BLT file while it is read: what was read once, word for word, is only counted again. */
export interface Papers {
  add(words: readonly Token[], count: number): void
  /** Counts a line `count 3 1=2 0` that another one said already; false: it has to be read. */
  isAgain(line: string): boolean
  readonly total: number
  piles(): Pile<Ranking>[]
}

export function createPapers(
  candidateOf: (token: Token) => OptionId | null,
  faults: Faults,
): Papers {
  const byText = new Map<string, Pile<Ranking>>()
  const ranks = new Map<string, readonly OptionId[]>()
  let total = 0

  function rankOf(word: Token): readonly OptionId[] {
    const known = ranks.get(word.text)
    if (known) return known
    const rank = apart(word).flatMap((each) => candidateOf(each) ?? [])
    rank.sort(byId)
    if (faults.isEmpty) ranks.set(word.text, rank)
    return rank
  }

  return {
    add(words, count) {
      total += count
      const text = words.map((word) => word.text).join(' ')
      const pile = byText.get(text)
      if (pile) pile.count += count
      else {
        const ballot = words.map(rankOf)
        if (hasTwice(ballot.flat())) findTwice(words.flatMap(apart), candidateOf, faults)
        byText.set(text, { ballot, count })
      }
    },
    isAgain(line) {
      const blank = line.indexOf(' ')
      const pile = line.endsWith(' 0') && byText.get(line.slice(blank + 1, -2))
      const count = pile && wholeOf(line.slice(0, blank))
      if (!pile || !count || !Number.isSafeInteger(total + count)) return false
      pile.count += count
      total += count
      return true
    },
    get total() {
      return total
    },
    piles: () =>
      // Equal ranks may be written in any order.
      pileUp(
        byText.values(),
        ({ ballot }) => ballot.map((rank) => rank.join('=')).join(' '),
        ({ count }) => count,
      ).map(({ ballot: { ballot }, count }) => ({ ballot, count })),
  }
}

/** The candidates of one rank, each where it stands. */
function apart({ text, line, column }: Token): Token[] {
  if (text === LEFT_OUT) return []
  let at = column
  return text.split('=').map((part) => {
    const token = { text: part, line, column: at }
    at += part.length + 1
    return token
  })
}

const hasTwice = (ids: readonly OptionId[]) => new Set(ids).size < ids.length

/** Whoever stands twice among these is a fault. */
export function findTwice(
  words: readonly Token[],
  candidateOf: (token: Token) => OptionId | null,
  faults: Faults,
): void {
  const seen = new Set<OptionId>()
  for (const word of words) {
    const id = candidateOf(word)
    if (id !== null && seen.has(id)) faults.add(word, 'blt-once', word.text)
    if (id !== null) seen.add(id)
  }
}
