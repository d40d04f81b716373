import type { Marks } from '../ballot.ts'
import type { OptionId } from '../ids.ts'
import { ABSTAIN, type Question } from '../vote.ts'
import { countMarks, leading, type Count } from './choice.ts'

export type { Count } from './choice.ts'

/** A counted question. `withheld`: a secret question with too few ballots shows its turnout only. */
export type Tally =
  | { state: 'counted'; ballots: number; counts: Count[]; leading: OptionId[] }
  | { state: 'withheld'; ballots: number; least: number }

/** Counts sealed ballots. Pure: the server, the phone and anyone who recounts call this. */
export function tally(question: Question, ballots: readonly Marks[]): Tally {
  if (isWithheld(question, ballots.length))
    return { state: 'withheld', ballots: ballots.length, least: question.least }
  const counts = countMarks(question.options, ballots)
  // Who abstains is present, but on no side: an abstention never leads.
  const sides = question.method.type === 'decision' ? counts.filter(isSide) : counts
  return { state: 'counted', ballots: ballots.length, counts, leading: leading(sides) }
}

const isSide = ({ id }: Count) => id !== ABSTAIN

/** Would the choices of a handful be guessed from the count? Then nothing but the turnout leaves (D53). */
export function isWithheld({ names, least }: Question, ballots: number): boolean {
  return names === 'secret' && ballots < least
}
