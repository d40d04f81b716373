import { baseOf, type Reason, type Verdict } from '../tally/decision.ts'
import type { Base, DecisionRule, Majority } from '../vote.ts'
import type { Detailed } from '../words/index.ts'
import type { verdict as koVerdict } from '../words/shared/verdict-ko.ts'

type Key = keyof typeof koVerdict
type Say = (key: Key, detail?: Detailed) => string

const TITLES = {
  enough: 'verdictPassed',
  'too-few': 'verdictRejected',
  'no-quorum': 'verdictNoQuorum',
  'no-base': 'verdictNoBase',
} satisfies Record<Reason, Key>

const WHOLES = {
  'yes-no': 'wholeYesNo',
  valid: 'wholeValid',
  cast: 'wholeCast',
  entitled: 'wholeEntitled',
  present: 'wholePresent',
} satisfies Record<Base, Key>

const WHOLES_WEIGHT = {
  'yes-no': 'wholeYesNoWeight',
  valid: 'wholeValidWeight',
  cast: 'wholeCastWeight',
  entitled: 'wholeEntitledWeight',
  present: 'wholePresentWeight',
} satisfies Record<Base, Key>

const PARTS = {
  simple: 'majorityHalf',
  absolute: 'majorityHalf',
  'two-thirds': 'majorityTwoThirds',
  'three-quarters': 'majorityThreeQuarters',
} satisfies Record<Majority, Key>

const OFS = {
  'yes-no': 'ofYesNo',
  valid: 'ofValid',
  cast: 'ofCast',
  entitled: 'ofAllEntitled',
  present: 'ofPresent',
} satisfies Record<Base, Key>

const OFS_WEIGHT = {
  'yes-no': 'ofYesNoWeight',
  valid: 'ofValidWeight',
  cast: 'ofCastWeight',
  entitled: 'ofAllEntitledWeight',
  present: 'ofPresentWeight',
} satisfies Record<Base, Key>

/** What a motion needs, as it is said before anybody votes; by weight where the list gives weights. */
export function motionWords(say: Say, rule: DecisionRule, isWeighted = false): string[] {
  const passes = say('ruleLine', {
    whole: say((isWeighted ? OFS_WEIGHT : OFS)[baseOf(rule)]),
    majority: say(PARTS[rule.majority]),
  })
  if (!rule.quorum) return [passes]
  const { numerator, denominator, strict } = rule.quorum
  const heads = strict ? 'quorumOver' : 'quorumLeast'
  const weights = strict ? 'quorumOverWeight' : 'quorumLeastWeight'
  return [passes, say(isWeighted ? weights : heads, { numerator, denominator })]
}

/**
 * A verdict as it is announced: what became of the motion, and by which numbers. `weigh` writes votes by
 * weight, and is there where the verdict is by weight; heads are never called so.
 */
export function verdictWords(
  say: Say,
  { reason, yes, base, needed, quorum }: Verdict,
  rule: DecisionRule,
  weigh: ((units: number) => string) | null = null,
): { title: string; lines: string[] } {
  const told = weigh ?? ((heads: number) => heads)
  const wholes = weigh ? WHOLES_WEIGHT : WHOLES
  const votes =
    base === 0
      ? say('noBaseLine')
      : say(weigh ? 'verdictLineWeight' : 'verdictLine', {
          ...{ yes: told(yes), needed: told(needed) },
          whole: say(wholes[baseOf(rule)], { count: told(base) }),
          majority: say(PARTS[rule.majority]),
        })
  const part =
    quorum &&
    say(weigh ? 'quorumLineWeight' : 'quorumLine', {
      ...{ cast: told(quorum.cast), needed: told(quorum.needed), entitled: told(quorum.entitled) },
    })
  const lines = reason === 'no-quorum' ? [part, votes] : [votes, part]
  return { title: say(TITLES[reason]), lines: lines.filter((line) => line !== null) }
}
