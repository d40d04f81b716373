import type { OptionId, QuestionId, Seat } from './ids.ts'
import {
  dearest,
  hasOptions,
  isRaised,
  leastStep,
  MAX_LETTERS,
  seatsOf,
  takesEquals,
  type Method,
  type Of,
} from './method.ts'
import { ok, refuse, type Result } from './result.ts'

/**
 * What stands beside a choice. `open`: no name is stored; `secret`: no count before the seal either;
 * `named`: the name out of the list, from the reveal on (D63).
 */
export type Names = 'open' | 'secret' | 'named'
/** Who may read the names of a named question; `roster`: people on the list, and who runs the meeting. */
export type NamesFor = 'everyone' | 'roster'
/** When the count shows; `set`: together with its neighbours. `secret` excludes `live` (D51, D52). */
export type Bars = 'live' | 'reveal' | 'set'
/** `full`: the phone keeps a code to find its ballot after the reveal; `none`: nobody can (D17). */
export type Receipts = 'full' | 'none'
/** From the reveal on: every ballot, or the count and the leaves alone, recounted by those who are named (D53). */
export type Ballots = 'published' | 'totals'

export interface Option {
  id: OptionId
  /** Empty for those of a decision and of the test: they are said in the reader's language. */
  text: string
  /** What of its kind it is, where the rule says how many of each belong on a ballot. */
  group?: string
  /** Of a project: what it takes out of the purse, in whole units. */
  cost?: number
}

/** What is asked, as the facilitator wrote it. Frozen and hashed when it opens (D2). */
export interface Question {
  id: QuestionId
  title: string
  method: Method
  options: readonly Option[]
  names: Names
  namesFor: NamesFor
  bars: Bars
  receipts: Receipts
  ballots: Ballots
  /** Who recounts where totals alone are published, as the facilitator wrote it; empty: an owner. */
  auditors: string
  /** Seconds until it closes by itself, or null: until the facilitator closes it. */
  seconds: number | null
  /** When a yes / no / abstain question passes; null: the count stands for itself. */
  decision: DecisionRule | null
  /** A secret question with fewer ballots than this shows nothing but the turnout (D7, D53). */
  least: number
  /** `opening`: only who is admitted when it opens may vote; later ones watch (L07). */
  electorate: 'present' | 'opening'
  /** Phones tell their place once more when it opens (D28). */
  fresh: boolean
  /** Between close and seal it may be opened again, for ten minutes (D48). */
  reopen: boolean
  /** For ever a test: no head, no minutes, no statistics (D60). */
  test: boolean
  /** The question that this one asks once more (D61). */
  roundOf: QuestionId | null
  /** A tie that the method leaves is broken by a lot whose seed is committed at the opening. */
  lot: boolean
}

/** What counts as the whole: see ballots, threshold decisions. */
export type Base = 'yes-no' | 'valid' | 'cast' | 'entitled' | 'present'
export type Majority = 'simple' | 'absolute' | 'two-thirds' | 'three-quarters'

/** A part of a whole; `strict`: more than that part. */
export interface Share {
  numerator: number
  denominator: number
  strict: boolean
}

/** `absolute` is more than half of those entitled, whatever the base (L12). */
export interface DecisionRule {
  base: Base
  majority: Majority
  /** The part of those entitled that must have cast. */
  quorum: Share | null
}

/** A question as it is before anybody wrote it; older stored ones lack what came later. */
export function blankQuestion(id: QuestionId): Question {
  return {
    id,
    title: '',
    method: { type: 'decision', abstain: true },
    options: decisionOptions(true),
    names: 'open',
    namesFor: 'everyone',
    bars: 'live',
    receipts: 'full',
    ballots: 'published',
    auditors: '',
    seconds: null,
    decision: null,
    least: SMALLEST_SECRET,
    electorate: 'present',
    fresh: false,
    reopen: false,
    test: false,
    roundOf: null,
    lot: false,
  }
}

/** Who was here when a question opened that nobody else decides (L07). */
export interface Opening {
  /** Seats are given in order: a later one came after the opening. */
  lastSeat: Seat
  /** How many seats that were. */
  seats: number
  /** What they held together, in the unit of the list's weights. */
  weight?: number
}

/** May this seat vote? Where no opening is fixed, everybody who is admitted may. */
export function isEntitled(opening: Opening | null, seat: Seat): boolean {
  return opening === null || seat <= opening.lastSeat
}

/** The usual least size of a group whose secret count is shown, and the smallest that may be chosen (D7). */
export const SMALLEST_SECRET = 5
export const LEAST_SECRET = 3
/** Seconds between the end of a question and the latch, for ballots on their way (D39). */
export const GRACE_SECONDS = 2

export const MAX_OPTIONS = 40
export const MAX_TITLE = 300
export const MAX_OPTION_TEXT = 120
export const MAX_SECONDS = 3600
/** Letters of the auditors' names together: a big screen says them beside a result. */
export const MAX_AUDITORS = 60

export const YES = 'yes' as OptionId
export const NO = 'no' as OptionId
export const ABSTAIN = 'abstain' as OptionId
const COFFEE = 'coffee' as OptionId
const TEA = 'tea' as OptionId

/** The options of a yes / no / abstain question. */
export function decisionOptions(abstain: boolean): Option[] {
  const ids = abstain ? [YES, NO, ABSTAIN] : [YES, NO]
  return ids.map((id) => ({ id, text: '' }))
}

/** The test: said in each reader's language, and a test for ever (D60). */
export function testQuestion(id: QuestionId): Question {
  const options = [COFFEE, TEA].map((option) => ({ id: option, text: '' }))
  const method = { type: 'single' } as const
  return { ...blankQuestion(id), method, options, receipts: 'none', test: true }
}

/** May this question be put to people? The desk's button and the server ask the same function. */
export function checkQuestion(question: Question): Result<Question> {
  // Nobody writes a test, and its words are everybody's own.
  if (question.test) return ok(question)
  if (question.title.trim() === '') return refuse('question/no-title')
  if (question.names === 'secret' && question.bars === 'live') return refuse('question/secret-live')
  if (question.reopen && question.bars === 'live') return refuse('question/reopen-live')
  if (question.ballots === 'totals' && question.names !== 'secret')
    return refuse('question/totals-secret')

  const { method, options } = question
  if (hasOptions(method)) {
    const no = faultOfOptions(options)
    if (no) return no
  }
  return faultOfMethod(method, options) ?? ok(question)
}

function faultOfOptions(options: readonly Option[]) {
  if (options.length < 2) return refuse('question/too-few-options', { least: 2 })
  if (options.length > MAX_OPTIONS)
    return refuse('question/too-many-options', { most: MAX_OPTIONS })
  const texts = options.map((option) => option.text.trim().toLowerCase())
  const empty = texts.indexOf('')
  if (empty >= 0) return refuse('question/empty-option', { place: empty + 1 })
  const twice = texts.findIndex((text, place) => texts.indexOf(text) !== place)
  return twice >= 0 ? refuse('question/same-option', { place: twice + 1 }) : null
}

/** Numbers of a method that nobody could vote or count by; null: there are none. */
export function faultOfMethod(method: Method, options: readonly Option[]) {
  const most = options.length
  if (seatsOf(method) >= most && seatsOf(method) > 0)
    return refuse('question/too-many-seats', { most: most - 1 })
  switch (method.type) {
    case 'approval':
      return faultOfLimits(method, most) ?? faultOfQuotas(method, options)
    case 'ranked':
      if (method.equal && !takesEquals(method.count)) return refuse('question/equal-ranks')
      return faultOfLimits(method, most)
    case 'score': {
      const { min, max, unrated } = method
      const isOn = unrated === null || (unrated >= min && unrated <= max)
      return min < max && isOn ? null : refuse('question/bad-scale')
    }
    case 'number':
      return method.min < method.max ? null : refuse('question/bad-scale')
    case 'budget':
      return faultOfLimits(method, most) ?? faultOfMoney(method, options)
    case 'points':
      return faultOfPoints(method, most)
    case 'text':
      return faultOfLetters(method)
    case 'single':
    case 'decision':
      return null
  }
}

function faultOfLimits({ min, max }: { min: number; max: number }, options: number) {
  const isPossible = min >= 1 && max >= min && max <= options
  return isPossible ? null : refuse('question/bad-limits', { options })
}

/** A group that no option is in, or limits that no ballot can meet. */
function faultOfQuotas({ min, max, quotas = [] }: Of<'approval'>, options: readonly Option[]) {
  let room = options.length
  for (const { group, ...limits } of quotas) {
    const held = options.filter((option) => option.group === group).length
    room -= Math.max(0, held - limits.max)
    if (limits.max < limits.min || limits.min > held || limits.max < 1)
      return refuse('question/bad-quota', { group, options: held })
  }
  const asked = quotas.reduce((sum, quota) => sum + quota.min, 0)
  if (asked > max) return refuse('question/quotas-over', { asked, most: max })
  return room < min ? refuse('question/quotas-under', { least: min, room }) : null
}

/** A purse and a cost for each project, of which at least one can be paid. */
function faultOfMoney(method: Of<'budget'>, options: readonly Option[]) {
  const { purse, rule } = method
  if (purse < 1) return refuse('question/no-purse')
  const free = options.findIndex(({ cost = 0 }) => cost < 1)
  if (free >= 0) return refuse('question/no-cost', { place: free + 1 })
  const isInReach = options.some(({ cost = 0 }) => cost <= purse)
  if (!isInReach) return refuse('question/purse-too-small')
  const step = isRaised(method) && 'step' in rule ? rule.step : null
  const least = leastStep(dearest(purse, options))
  return step !== null && step < least ? refuse('question/step-too-small', { least }) : null
}

function faultOfPoints({ each, min, max }: Of<'points'>, options: number) {
  const isPossible = each >= 1 && min >= 1 && max >= min && min <= each * options
  return isPossible ? null : refuse('question/bad-points')
}

/** A ballot of so many letters would not have the one size of all ballots (D8). */
function faultOfLetters({ most, letters }: Of<'text'>) {
  if (most * letters <= MAX_LETTERS) return null
  return refuse('question/too-many-letters', { texts: most, most: Math.floor(MAX_LETTERS / most) })
}
