import type { OptionId } from '../ids.ts'
import type { Pile, Points, Ranking } from '../tally/terms.ts'

/** What every file of ballots says, whichever format it came in. */

export interface Entry {
  /** As the file names it: a project's number, a candidate's place from 1. */
  id: OptionId
  name: string
  /** In the smallest unit of the file's money: its amounts times ten to the power of `decimals`. */
  cost?: number
  categories?: readonly string[]
  /** The neighbourhood or district that it is for, where the file has several. */
  district?: string
  /** Whom it is for, in the file's words. */
  beneficiaries?: readonly string[]
  /** It stands in the file, and nothing is counted for it. */
  withdrawn?: boolean
}

/** `set`: who marked it, however many; an option stands in a ballot or it does not. */
export type Ballots =
  | { form: 'set'; piles: readonly Pile<readonly OptionId[]>[] }
  | { form: 'ranked'; piles: readonly Pile<Ranking>[] }
  | { form: 'points'; piles: readonly Pile<Points>[] }

export interface Election {
  title: string
  options: readonly Entry[]
  ballots: Ballots
  /** How many are to be elected, where the file says so. */
  seats: number | null
  /** The order in which the file breaks ties, first is best, where it gives one. */
  lot?: readonly OptionId[]
  /** Money to be spent, in the same unit as the costs. */
  budget: number | null
  /** Digits behind the point of the file's money. */
  decimals: number
}

/** What a file of ranks says, and no sets and no points. */
export type RankedElection = Election & { ballots: Extract<Ballots, { form: 'ranked' }> }

/** Where a file cannot be read and what was expected there; line and column from 1, in letters. */
export interface FormatFault {
  line: number
  column: number
  /** A code with words in both languages (words/counts/formats). */
  expected: string
  /** What stands there instead, cut to a few letters. */
  found: string
}

/** Nothing is read by half: a value, or every fault that was found (the first of them where one hides the rest). */
export type Reading<T> = { ok: true; value: T } | { ok: false; faults: FormatFault[] }

/** A reader that takes a file in pieces of any length, cut anywhere, so that 64 MB need not be one string. */
export interface Reader<T> {
  feed(piece: string): void
  end(): Reading<T>
}
