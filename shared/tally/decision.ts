import type { DecisionRule, Majority, Share } from '../vote.ts'
import type { WeightsOf } from '../weights.ts'
import { leastOf } from './fraction.ts'

/** Who might have voted: those the roll names, and those who were there at the close. */
export interface Electorate {
  entitled: number
  present: number
  /** What these hold together, where the list gives weights; absent: one vote each. */
  weights?: WeightsOf
  /** People who cast a secret question's ballots, or the fewest of one weight; absent: one for each. */
  voters?: number
}

/** The sides of a yes / no / abstain question, and the ballots that are on none. */
export interface Sides {
  yes: number
  no: number
  abstain: number
  spoiled: number
}

/**
 * enough, too-few: yes measured against what the rule asks. no-quorum: too few took part.
 * no-base: there is nothing to be a part of, so nothing is decided.
 */
export type Reason = 'enough' | 'too-few' | 'no-quorum' | 'no-base'

/** What a count decides, with every number that it was decided by. */
export interface Verdict {
  passed: boolean
  reason: Reason
  yes: number
  base: number
  /** The least number of yes that passes. */
  needed: number
  quorum: { cast: number; entitled: number; needed: number } | null
  /** All of these are votes by weight, in the list's unit, and not heads (D55). */
  weighted?: true
}

const MAJORITIES = {
  simple: { numerator: 1, denominator: 2, strict: true },
  absolute: { numerator: 1, denominator: 2, strict: true },
  'two-thirds': { numerator: 2, denominator: 3, strict: false },
  'three-quarters': { numerator: 3, denominator: 4, strict: false },
} satisfies Record<Majority, Share>

/**
 * Does yes carry it? Whole numbers only, so that every machine decides alike (L12). With weights the
 * sides are votes by weight, and so are the base and the quorum.
 */
export function decide(rule: DecisionRule, sides: Sides, electorate: Electorate): Verdict {
  const { yes, no, abstain, spoiled } = sides
  const valid = yes + no + abstain
  const cast = valid + spoiled
  const { entitled, present } = electorate.weights ?? electorate
  const bases = { 'yes-no': yes + no, valid, cast, entitled, present }
  const base = bases[baseOf(rule)]
  const share = MAJORITIES[rule.majority]
  const needed = leastOf(base, share)

  const quorum = rule.quorum && { cast, entitled, needed: leastOf(entitled, rule.quorum) }
  const isQuorate = rule.quorum === null || reaches(cast, entitled, rule.quorum)
  const carries = reaches(yes, base, share)
  const reason = !isQuorate ? 'no-quorum' : base === 0 ? 'no-base' : carries ? 'enough' : 'too-few'
  return {
    ...{ passed: reason === 'enough', reason, yes, base, needed, quorum },
    ...(electorate.weights && { weighted: true as const }),
  }
}

/** What the rule counts as the whole: an absolute majority is one of all who are entitled. */
export function baseOf({ base, majority }: DecisionRule): DecisionRule['base'] {
  return majority === 'absolute' ? 'entitled' : base
}

/** Is `part` of `whole` this share? By cross products: no fraction is ever rounded. */
function reaches(part: number, whole: number, { numerator, denominator, strict }: Share): boolean {
  const [has, needs] = [part * denominator, whole * numerator]
  return strict ? has > needs : has >= needs
}
