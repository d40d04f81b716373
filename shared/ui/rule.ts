import type { RankedCount } from '../method.ts'
import type { PresenceRule, Proof } from '../presence.ts'
import type { Bars, Question } from '../vote.ts'
import type { Detailed } from '../words/index.ts'
import type { minutes as koMinutes } from '../words/presenter/minutes-ko.ts'
import type { verdict as koVerdict } from '../words/shared/verdict-ko.ts'
import { auditText } from './audit.ts'
import { motionWords } from './verdict.ts'

type Key = keyof typeof koMinutes | keyof typeof koVerdict
type Say = (key: Key, detail?: Detailed) => string

const BARS = { live: 'shownLive', reveal: 'shownReveal', set: 'shownSet' } satisfies Record<
  Bars,
  Key
>

const PROOFS = {
  code: 'checkedCode',
  hand: 'checkedHand',
  fence: 'checkedFence',
  door: 'checkedDoor',
  network: 'checkedNetwork',
  password: 'checkedPassword',
} satisfies Record<Proof, Key>

/** The frozen rule of a question as minutes say it: a phrase for each part. */
export function ruleWords(say: Say, question: Question, isWeighted = false) {
  const { bars, decision } = question
  return {
    method: methodWords(say, question),
    manner: [say(namesKey(question)), say(BARS[bars]), auditText(say, question)]
      .filter(Boolean)
      .join(' · '),
    decision: decision ? motionWords(say, decision, isWeighted).join(' · ') : say('ruleCountOnly'),
  }
}

const RANKED = {
  runoff: 'methodRunoff',
  stv: 'methodStv',
  schulze: 'methodSchulze',
  borda: 'methodBorda',
} satisfies Record<RankedCount, Key>

function namesKey({ names, namesFor }: Question): Key {
  switch (names) {
    case 'open':
      return 'mannerOpen'
    case 'secret':
      return 'mannerSecret'
    case 'named':
      return namesFor === 'roster' ? 'mannerNamedRoster' : 'mannerNamed'
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
    case 'score':
      return say('methodScore', { least: method.min, most: method.max })
    case 'points':
      return say('methodPoints', { most: method.max, each: method.each })
    case 'ranked':
      return say(RANKED[method.count], { seats: method.seats })
    case 'budget':
      return say(method.rule.type === 'greedy' ? 'methodGreedy' : 'methodShares')
    case 'number':
      return say('methodNumber', { unit: method.unit })
    case 'text':
      return say('methodText')
  }
}
