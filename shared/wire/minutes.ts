import type { JoinCode, QuestionId } from '../ids.ts'
import type { QuestionState } from '../meeting.ts'
import type { PresenceRule } from '../presence.ts'
import type { TextCount } from '../tally/texts.ts'
import type { Question } from '../vote.ts'
import type { Weights } from '../weights.ts'
import type { PublicKeys, ResultHead, SealHead } from './api.ts'
import type { NamedBallot } from './results.ts'

/** What a meeting asked and decided, out of what is stored (L24). Tests stand in no minutes (D60). */
export interface Minutes {
  format: 'mvoting-minutes'
  version: 1
  title: string
  code: JoinCode
  /** ISO 8601, to the minute: when the meeting was made, and when these minutes were. */
  since: string
  made: string
  /** What the signatures below are checked with. */
  keys: PublicKeys['keys']
  /** In the order of the agenda. */
  questions: MinutesQuestion[]
  /** Questions from the floor that everybody could read, the most wanted first, where the desk wants them here. */
  floor?: readonly MinutesFloor[]
  /** What was not revealed stands here without a number of any kind (L15). */
  others: MinutesOther[]
}

/** A revealed question: its frozen rule, both signed heads, and what no head holds. */
export interface MinutesQuestion {
  /** Its number on the agenda, from 1; tests have none. */
  place: number
  question: Question
  /** How people were checked when it opened. */
  presence: Pick<PresenceRule, 'need' | 'proofs'> | null
  /** ISO 8601, to the minute; null: it was opened before that was noted. */
  openedAt: string | null
  fingerprint: string
  seal: SealHead
  sealSignature: string
  /** Turnout, electorate, count, hands, verdict, times opened again. */
  result: ResultHead
  resultSignature: string
  /** What votes are counted in, where the list gave weights. */
  weights?: Weights
  /** Who chose what, where the question was named; else absent. */
  names?: NamedBallot[]
  /** Answers in words that everybody may read, where there are any. */
  texts?: readonly TextCount[]
  /** Voters whose ballot or change came after the close: of these the server knows since it started. */
  late: number
}

/** A question from the floor; whose it is nobody knows. */
export interface MinutesFloor {
  text: string
  votes: number
  answered: boolean
}

export interface MinutesOther {
  place: number
  questionId: QuestionId
  title: string
  state: Exclude<QuestionState, 'revealed'>
}
