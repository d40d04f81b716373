import type { OptionId } from '../ids.ts'
import { checkMarks } from '../checks.ts'
import { seatsOf, type Method } from '../method.ts'
import { ABSTAIN, NO, YES, type Option, type Question } from '../vote.ts'
import { countBudget } from './budget.ts'
import { countMarks, leading, votesOf, type Cast, type Count } from './choice.ts'
import { decide, type Electorate, type Sides } from './decision.ts'
import { isFew } from './few.ts'
import { together, type HandCount } from './hand.ts'
import { highest } from './highest.ts'
import type { Detail, Tally } from './counted.ts'
import { countRanked } from './ranked.ts'
import { numbersOf, spreadOf } from './spread.ts'
import type { Lot, Outcome } from './terms.ts'
import { textsOf } from './texts.ts'

/** What a count rests on besides the box; it stands in the result head, so that anyone can recount. */
export interface Beside {
  electorate?: Electorate
  hand?: HandCount
  /** The order that breaks a tie, drawn from the seed that was committed at the opening. */
  lot?: Lot
  /** Told how often shares were raised: such a count may take a minute. */
  onStep?: (reached: { steps: number }) => void
}

/** Counts sealed ballots. Pure: the server, the phone and anyone who recounts call this. */
export function tally(question: Question, ballots: readonly Cast[], beside: Beside = {}): Tally {
  const { electorate, hand, lot = null, onStep } = beside
  const valid = ballots.filter(({ marks }) => checkMarks(question, marks).ok)
  if (isWithheld(question, valid, { ...beside, ballots: ballots.length }))
    return { state: 'withheld', ballots: valid.length, least: question.least }
  const isWeighted = electorate?.weights !== undefined
  const counts = countMarks(question, valid, isWeighted)
  const all = together(counts, hand)
  // Who abstains is present, but on no side: an abstention never leads.
  const sides = question.method.type === 'decision' ? all.filter(isSide) : all
  const detail = detailOf(question, valid, { lot, ...(onStep && { onStep }) })
  const outcome = outcomeOf(detail) ?? electedBy(question.method, all, lot)
  const spoiled = isWeighted ? weightOf(ballots) - weightOf(valid) : ballots.length - valid.length
  return {
    state: 'counted',
    ballots: valid.length,
    ...(isWeighted && { weight: weightOf(valid) }),
    counts,
    leading: outcome ? [...outcome.winners] : leading(sides),
    ...(outcome && { outcome }),
    ...(detail && { detail }),
    ...(hand && { hand }),
    ...(question.decision &&
      question.method.type === 'decision' &&
      electorate && {
        verdict: decide(question.decision, sidesOf(all, spoiled), electorate),
      }),
  }
}

/** Nobody whom nobody marked is elected, however many seats there are. */
function electedBy(method: Method, counts: readonly Count[], lot: Lot): Outcome | null {
  const seats = seatsOf(method)
  if (seats === 0) return null
  const marked = counts.filter(({ count }) => count > 0)
  return highest(new Map(marked.map((each) => [each.id, votesOf(each)])), seats, lot)
}

function detailOf(
  { method, options }: Question,
  ballots: readonly Cast[],
  { lot, onStep }: { lot: Lot } & Pick<Beside, 'onStep'>,
): Detail | null {
  switch (method.type) {
    case 'score':
      return spreadOf(method, options, ballots)
    case 'number':
      return numbersOf(ballots)
    case 'ranked':
      return countRanked(method, idsOf(options), ballots, lot)
    case 'budget':
      return countBudget(method, options, ballots, { lot, ...(onStep && { onStep }) })
    case 'single':
    case 'approval':
    case 'decision':
    case 'points':
      return null
    case 'text':
      return textsOf(ballots)
  }
}

/** Those methods that elect by more than one number an option say themselves who won. */
function outcomeOf(detail: Detail | null): Outcome | null {
  if (!detail || !('winners' in detail)) return null
  const { state, winners, ties } = detail
  return { state, winners, ties }
}

const idsOf = (options: readonly Option[]) => options.map(({ id }) => id)

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
