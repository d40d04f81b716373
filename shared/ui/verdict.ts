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

/** What a motion needs, as it is said before anybody votes. */
export function motionWords(say: Say, rule: DecisionRule): string[] {
  const passes = say('ruleLine', {
    whole: say(OFS[baseOf(rule)]),
    majority: say(PARTS[rule.majority]),
  })
  if (!rule.quorum) return [passes]
  const { numerator, denominator, strict } = rule.quorum
  const least = strict ? 'quorumOver' : 'quorumLeast'
  return [passes, say(least, { numerator, denominator })]
}

/** A verdict as it is announced: what became of the motion, and by which numbers. */
export function verdictWords(
  say: Say,
  { reason, yes, base, needed, quorum }: Verdict,
  rule: DecisionRule,
): { title: string; lines: string[] } {
  const votes =
    base === 0
      ? say('noBaseLine')
      : say('verdictLine', {
          ...{ yes, needed },
          whole: say(WHOLES[baseOf(rule)], { count: base }),
          majority: say(PARTS[rule.majority]),
        })
  const part = quorum && say('quorumLine', quorum)
  const lines = reason === 'no-quorum' ? [part, votes] : [votes, part]
  return { title: say(TITLES[reason]), lines: lines.filter((line) => line !== null) }
}
