import type { PresenceRule, Proof } from '../presence.ts'
import { baseOf } from '../tally/decision.ts'
import type { Bars, Base, DecisionRule, Majority, Names, Question, Share } from '../vote.ts'
import type { Detailed } from '../words/index.ts'
import type { minutes as koMinutes } from '../words/presenter/minutes-ko.ts'
import type { results as koResults } from '../words/presenter/results-ko.ts'

type Key = keyof typeof koMinutes | keyof typeof koResults
type Say = (key: Key, detail?: Detailed) => string

const NAMES = { open: 'mannerOpen', secret: 'mannerSecret' } satisfies Record<Names, Key>
const BARS = { live: 'shownLive', reveal: 'shownReveal', set: 'shownSet' } satisfies Record<
  Bars,
  Key
>

const BASES = {
  'yes-no': 'baseYesNo',
  valid: 'baseValid',
  cast: 'baseCast',
  entitled: 'baseEntitled',
  present: 'basePresent',
} satisfies Record<Base, Key>

const MAJORITIES = {
  simple: 'majoritySimple',
  absolute: 'majoritySimple',
  'two-thirds': 'majorityTwo',
  'three-quarters': 'majorityThree',
} satisfies Record<Majority, Key>

const PROOFS = {
  code: 'checkedCode',
  hand: 'checkedHand',
  fence: 'checkedFence',
  door: 'checkedDoor',
  network: 'checkedNetwork',
  password: 'checkedPassword',
} satisfies Record<Proof, Key>

/** The frozen rule of a question as minutes say it: a phrase for each part. */
export function ruleWords(say: Say, question: Question) {
  const { names, bars, decision } = question
  return {
    method: methodWords(say, question),
    manner: `${say(NAMES[names])} · ${say(BARS[bars])}`,
    decision: decision ? decisionWords(say, decision) : say('ruleCountOnly'),
  }
}

/** How it was made sure that people are there; null: older questions do not know. */
export function checkedWords(
  say: Say,
  presence: Pick<PresenceRule, 'need' | 'proofs'> | null,
): string {
  if (presence === null) return ''
  const { need } = presence
  const proofs = presence.proofs.map((proof) => say(PROOFS[proof])).join(', ')
  if (proofs === '') return say('checkedFree')
  return need === 'all' && presence.proofs.length > 1 ? say('checkedAll', { proofs }) : proofs
}

function methodWords(say: Say, { method }: Question): string {
  switch (method.type) {
    case 'single':
      return say('methodSingle')
    case 'approval': {
      const { min: least, max: most } = method
      return say(least === most ? 'methodExactly' : 'methodBetween', { least, most })
    }
    case 'decision':
      return say(method.abstain ? 'methodAbstain' : 'methodDecision')
  }
}

function decisionWords(say: Say, rule: DecisionRule): string {
  const majority = `${say(BASES[baseOf(rule)])} · ${say(MAJORITIES[rule.majority])}`
  if (!rule.quorum) return majority
  return `${majority} · ${say('ruleQuorumIs', { quorum: quorumWords(say, rule.quorum) })}`
}

function quorumWords(say: Say, { numerator, denominator, strict }: Share): string {
  return say(strict ? 'quorumMore' : 'quorumShare', { numerator, denominator })
}
