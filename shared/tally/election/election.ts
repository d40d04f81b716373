import type { OptionId } from '../../ids.ts'
import type { Pile, Points, Ranking } from '../terms.ts'

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
