import { checkMarks } from '../ballot.ts'
import type { OptionId } from '../ids.ts'
import { ABSTAIN, NO, YES, type Question } from '../vote.ts'
import { countMarks, leading, votesOf, type Cast, type Count } from './choice.ts'
import { decide, type Electorate, type Sides, type Verdict } from './decision.ts'
import { isFew } from './few.ts'
import { together, type HandCount } from './hand.ts'

export type { Cast, Count } from './choice.ts'
export type { Electorate, Verdict } from './decision.ts'
export type { HandCount } from './hand.ts'

/**
 * A counted question. `ballots` and `counts` are those of the box; `hand` stands beside them, and
 * `leading` and `verdict` are of both together, by weight where there is one: `ballots` are heads, `weight`
 * is what they hold together. `withheld`: a secret question with too few ballots
 * shows its turnout only; `round`: beside another round it would tell what a few people chose.
 */
export type Tally =
  | {
      state: 'counted'
      ballots: number
      weight?: number
      counts: Count[]
      leading: OptionId[]
      hand?: HandCount
      verdict?: Verdict
    }
  | { state: 'withheld'; ballots: number; least: number; round?: true }

/** What a count rests on besides the box; it stands in the result head, so that anyone can recount. */
export interface Beside {
  electorate?: Electorate
  hand?: HandCount
}

/** Counts sealed ballots. Pure: the server, the phone and anyone who recounts call this. */
export function tally(question: Question, ballots: readonly Cast[], beside: Beside = {}): Tally {
  const { electorate, hand } = beside
  const valid = ballots.filter(({ marks }) => checkMarks(question, marks).ok)
  if (isWithheld(question, valid, { ...beside, ballots: ballots.length }))
    return { state: 'withheld', ballots: valid.length, least: question.least }
  const isWeighted = electorate?.weights !== undefined
  const counts = countMarks(question.options, valid, isWeighted)
  const all = together(counts, hand)
  // Who abstains is present, but on no side: an abstention never leads.
  const sides = question.method.type === 'decision' ? all.filter(isSide) : all
  const spoiled = isWeighted ? weightOf(ballots) - weightOf(valid) : ballots.length - valid.length
  return {
    state: 'counted',
    ballots: valid.length,
    ...(isWeighted && { weight: weightOf(valid) }),
    counts,
    leading: leading(sides),
    ...(hand && { hand }),
    ...(question.decision &&
      question.method.type === 'decision' &&
      electorate && {
        verdict: decide(question.decision, sidesOf(all, spoiled), electorate),
      }),
  }
}

const weightOf = (ballots: readonly Cast[]) =>
  ballots.reduce((sum, { weight = 0 }) => sum + weight, 0)

const isSide = ({ id }: Count) => id !== ABSTAIN

function sidesOf(counts: readonly Count[], spoiled: number): Sides {
  const of = (id: OptionId) => {
    const found = counts.find((each) => each.id === id)
    return found ? votesOf(found) : 0
  }
  return { yes: of(YES), no: of(NO), abstain: of(ABSTAIN), spoiled }
}

/**
 * Would the choices of a handful be guessed from the count? Then nothing but the turnout leaves (D53).
 * Ballots of one weight are a group of their own: whoever knows who holds it knows whom to look for (D55).
 * Whoever casts for others knows those ballots: people count, and of a spoiled one any may have been.
 */
function isWithheld(
  question: Question,
  valid: readonly Cast[],
  { ballots, electorate, hand }: Beside & { ballots: number },
): boolean {
  const voters = electorate?.voters ?? ballots
  const groups = new Map<number | undefined, number>()
  for (const { weight } of valid) groups.set(weight, (groups.get(weight) ?? 0) + 1)
  const byHand = hand ? [hand.people] : []
  const sizes = [voters - (ballots - valid.length), ...groups.values(), ...byHand]
  return isFew(question, Math.min(...sizes))
}

/** All counted votes, whichever way they came. */
export function people({ ballots, hand }: Extract<Tally, { state: 'counted' }>): number {
  return ballots + (hand?.people ?? 0)
}

/** Did everybody who voted choose the same? Then a count says what each of them chose (D7). */
export function isUnanimous(counted: Extract<Tally, { state: 'counted' }>): boolean {
  const whole = people(counted)
  return (
    whole > 0 &&
    together(counted.counts, counted.hand).every(({ count }) => count === 0 || count === whole)
  )
}
