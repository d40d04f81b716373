import type { FloorRule, FloorState, FloorView } from '../shared/floor.ts'
import type { JoinCode, MeetingId, QuestionId } from '../shared/ids.ts'
import type { CountState, QuestionState, Seal } from '../shared/meeting.ts'
import type { Area, Circle, PresenceRule, Proven } from '../shared/presence.ts'
import type { Electorate } from '../shared/tally/decision.ts'
import type { HandCount } from '../shared/tally/hand.ts'
import type { Tally } from '../shared/tally/counted.ts'
import type { TextCount } from '../shared/tally/texts.ts'
import type { Opening, Question } from '../shared/vote.ts'
import type { Weights } from '../shared/weights.ts'
import type { ResultHead, SealHead } from '../shared/wire/api.ts'
import type { Screen } from '../shared/wire/screens.ts'

export interface MeetingRow {
  id: MeetingId
  code: JoinCode
  title: string
  presence: PresenceRule
  /** A keyed hash of what the host tells (L08); null: none is set. */
  password: string | null
  /** How often the link of the helper's device was made: only the last one holds. 0: never. */
  helperLinks: number
  /** The question on stage or next to open. */
  current: QuestionId | null
  /** False in the lobby between two questions. */
  staged: boolean
  screens: readonly ScreenRow[]
  /** Questions from the floor, and whether they are on the big screen. */
  floor: FloorRule & Pick<FloorView, 'staged' | 'pinned'>
  /** Nobody new is let in but by hand. */
  locked: boolean
  /** Milliseconds since 1970. */
  since: number
}

/** One big screen: what it shows and how it looks. */
export type ScreenRow = Screen

/** What is frozen and hashed at the opening (D2). */
export interface Rules {
  question: Question
  /** As the meeting has it, but for the place and the networks themselves. */
  presence: Omit<PresenceRule, 'fence' | 'networks'> & { fence: FenceShape | null }
  opening: Opening | null
  /** Who has one vote: a device or, where a list is set, an entry of it (D54). */
  identity: 'device' | 'roster'
  /** What the list's weights are counted in; absent: one vote each (D55). */
  weights?: Weights
  change: 'until close'
  graceSeconds: number
  /** SHA-256 of the seed that breaks a tie; absent: a tie stays one. */
  lot?: string
}

/** What is published of a fence: how wide it is, not where. */
export type FenceShape = Pick<Circle, 'type' | 'radius' | 'grace'> | Pick<Area, 'type' | 'grace'>

export interface QuestionRow {
  question: Question
  meetingId: MeetingId
  place: number
  state: QuestionState
  /** With which questions it is revealed: the first of them that was opened; null: none was yet. */
  set: QuestionId | null
  deadline: number | null
  latch: number | null
  /** At first; opening it again does not move it. */
  openedAt: number | null
  closedAt: number | null
  /** Its seal has begun while it could still be opened again: from there on it cannot. */
  sealing: boolean
  rules: Rules | null
  rulesHash: string | null
  /** Of the lot, drawn at the opening and told at the reveal; null: the rules ask for none. */
  lotSeed: string | null
  /** Who was here then, where nobody else may vote. */
  opening: Opening | null
  sealHead: SealHead | null
  sealSignature: string | null
  seal: Seal | null
  /** Of a sealed question whose reveal waits for its count, or waited in vain; else null. */
  counting: CountState | null
  /** Frozen at the latch; with those counted by hand from the reveal on. */
  electorate: Electorate | null
  /** Seats of each weight that were here at the latch; null: all weigh the same. Nobody else sees it. */
  alike: Readonly<Record<string, number>> | null
  /**
   * How many of the seats, and of those of each weight, are in a hand that holds another one too and is
   * counted there: the rest are people. null: no list, so nobody votes for another.
   */
  lent: { all: number; alike: Readonly<Record<string, number>> } | null
  hand: HandCount | null
  resultHead: ResultHead | null
  resultSignature: string | null
  tally: Tally | null
  spoiled: number
  drifted: boolean
  /** How often it was opened again after a close (D48). */
  reopenings: number
  /** Answers in words that everybody may read, and those before the last change; null: none ever. */
  texts: { shown: readonly TextCount[]; before: readonly TextCount[] } | null
}

/** A device that could not be admitted by itself; nothing of its position is kept. */
export interface ArrivalRow {
  voterKey: string
  number: number
  proven: Proven
  asked: boolean
  turnedAway: boolean
}

/** Somebody on the list of those who may vote. */
export interface RosterRow {
  /** From 1, as the list was written. */
  number: number
  name: string
  /** Of the key that the person types: worth nothing without the server's own. */
  keyHash: string
  /** The voter key of the device that typed it. */
  device: string | null
  /** Votes, as a number was typed; null: one, like everybody (D55). */
  weight: string | null
  /** The number of the entry that holds this one's voice; null: none does (D56). */
  proxy: number | null
}

/** How the seat of somebody who gave their voice away stands, where it is not simply their own. */
export interface ProxiedRow {
  /** As it stands on the roll. */
  voterKey: string
  /** Nobody has checked in for it: it was given for the sake of who holds the voice. */
  absent: boolean
  /** Somebody came or left after a ballot of this seat in that question: there it stays where it was. */
  stays: QuestionId | null
}

/** Somebody who runs meetings here. */
export interface AccountRow {
  number: number
  name: string
  role: 'owner' | 'facilitator'
  /** With a password, a way in without a link. */
  login: string | null
  password: string | null
  since: number
  /** Acts keep the name of whoever has left. */
  removed: boolean
}

/** One browser of an account. */
export interface SessionRow {
  deviceKey: string
  account: number
  until: number
}

/** What somebody did at the desk: for those who run the meeting with them. */
export interface ActRow {
  meetingId: MeetingId
  at: number
  account: number
  deed: string
  about: string
}

/** A question from the floor. Whose it is stands nowhere. */
export interface FloorRow {
  id: string
  /** From 1, as they came. */
  number: number
  text: string
  state: FloorState
  /** Somebody at the desk has marked it or put it in large type: it keeps its place on a full list. */
  looked: boolean
  /** Keyed hashes of the seats that want to hear about it. */
  voters: Set<string>
}
