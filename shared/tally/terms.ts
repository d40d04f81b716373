import type { OptionId } from '../ids.ts'

/** The vocabulary that all counts share. A count is pure: the same question and ballots, the same outcome. */

/** One paper's ranks from best to worst: one option a rank; several are equal, none is a rank left out. */
export type Ranking = readonly (readonly OptionId[])[]
/** Whole numbers by option; an option that is not named got what the rule gives to those not named. */
export type Points = Readonly<Record<OptionId, number>>

/**
 * Identical ballots, merged: they are always treated alike, so a count walks over piles and never over
 * people. `count` is how many, or what they hold together where ballots have weights: a whole number.
 */
export interface Pile<Ballot> {
  ballot: Ballot
  count: number
}

/**
 * The committed order that breaks a tie which no rule breaks: all options, first is best. Drawn from a
 * seed that was committed before the first ballot (lot.ts); null: there is none, and a tie stays one.
 */
export type Lot = readonly OptionId[] | null

/** Options that a count could not tell apart, and what did; `tied`: nothing did, and none is preferred. */
export interface Tie {
  /** The round, stage or step it came up in, from 1. */
  stage: number
  options: readonly OptionId[]
  resolvedBy: 'rule' | 'earlier' | 'lot' | 'tied'
}

/** What every method says at the end; each adds its own rounds, purchases or pairs beside it. */
export interface Outcome {
  /** `tied`: a tie decides who wins and nothing may break it; `winners` are those beyond doubt. */
  state: 'decided' | 'tied' | 'none'
  /** In the order of their election where the method has one, else from best to worst. */
  winners: readonly OptionId[]
  ties: readonly Tie[]
}

/** Merges what is the same. `key` must tell apart what a count may tell apart, and nothing else. */
export function pileUp<Ballot>(
  ballots: Iterable<Ballot>,
  key: (ballot: Ballot) => string,
  weight: (ballot: Ballot) => number = () => 1,
): Pile<Ballot>[] {
  const piles = new Map<string, Pile<Ballot>>()
  for (const ballot of ballots) {
    const name = key(ballot)
    const pile = piles.get(name)
    if (pile) pile.count += weight(ballot)
    else piles.set(name, { ballot, count: weight(ballot) })
  }
  return [...piles.values()]
}
