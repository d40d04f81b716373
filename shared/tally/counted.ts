import type { OptionId } from '../ids.ts'
import type { Count } from './choice.ts'
import type { Verdict } from './decision.ts'
import type { Spent } from './budget.ts'
import { together, type HandCount } from './hand.ts'
import type { Ranked } from './ranked.ts'
import type { Numbers, Spread } from './spread.ts'
import type { Outcome } from './terms.ts'
import type { Texts } from './texts.ts'

/**
 * A counted question. `ballots` and `counts` are those of the box; `hand` stands beside them, and
 * `leading` and `verdict` are of both together, by weight where there is one: `ballots` are heads,
 * `weight` is what they hold together.
 */
export interface Counted {
  state: 'counted'
  ballots: number
  weight?: number
  counts: Count[]
  leading: OptionId[]
  /** Who is elected, where the question elects somebody; then `leading` are those. */
  outcome?: Outcome
  /** What the method says besides one number an option. */
  detail?: Detail
  hand?: HandCount
  verdict?: Verdict
}

/** A secret question with too few ballots shows its turnout only; `round`: beside another round it would
 * tell what a few people chose. */
export interface Withheld {
  state: 'withheld'
  ballots: number
  least: number
  round?: true
}

export type Tally = Counted | Withheld

/** What stands behind the numbers of an option, or in their place. */
export type Detail = Spread | Numbers | Ranked | Spent | Texts

/** All counted votes, whichever way they came. */
export function people({ ballots, hand }: Counted): number {
  return ballots + (hand?.people ?? 0)
}

/** Is the first place, or the last seat, between several that nothing tells apart? */
export function isTied({ outcome, leading: best }: Counted): boolean {
  return outcome ? outcome.state === 'tied' : best.length > 1
}

/** Did everybody who voted choose the same? Then a count says what each of them chose (D7). */
export function isUnanimous(counted: Counted): boolean {
  const whole = people(counted)
  const { detail } = counted
  if (detail?.type === 'score')
    return whole > 0 && detail.levels.every(({ counts }) => counts.some((count) => count === whole))
  // Nobody has looked at what they wrote.
  if (detail?.type === 'text') return false
  if (detail?.type === 'number') return whole > 0 && detail.bins.length === 1 && isOneNumber(detail)
  return (
    whole > 0 &&
    together(counted.counts, counted.hand).every(({ count }) => count === 0 || count === whole)
  )
}

const isOneNumber = ({ bins: [only] }: Numbers): boolean => only?.from === only?.to
