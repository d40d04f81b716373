import type { StampedAnswer, StampedBallot } from '../shared/ballot.ts'
import type { Marks } from '../shared/marks.ts'
import type { Leaf, MeetingId, QuestionId, Seat } from '../shared/ids.ts'
import type { MeetingEvent } from '../shared/meeting.ts'
import type { Result } from '../shared/result.ts'
import type { Stamp } from '../shared/stamp.ts'
import type { Count } from '../shared/tally/choice.ts'
import type { Tally } from '../shared/tally/counted.ts'
import type { Beside } from '../shared/tally/index.ts'
import type { Question, Receipts } from '../shared/vote.ts'
import type {
  AccountRow,
  ActRow,
  ArrivalRow,
  FloorRow,
  MeetingRow,
  ProxiedRow,
  QuestionRow,
  RosterRow,
  SessionRow,
} from './rows.ts'

/** Everything the services need from outside. Only main.ts knows who implements it. */
export interface Ports {
  clock: Clock
  dice: Dice
  box: BallotBox
  keys: KeyStore
  signer: Signer
  store: Store
  secrets: Secrets
  disk: Disk
  counters: Counters
  tallier: Tallier
  bus: Bus
  log: Log
  passwords: Passwords
}

export interface Clock {
  /** Wall time in milliseconds since 1970: for stored instants. */
  now(): number
  /** Milliseconds of a clock that never jumps: for running timers. */
  since(): number
  /** Runs `work` once after `ms`; returns how to call it off. */
  after(ms: number, work: () => void): () => void
}

export interface Dice {
  /** A new id: 22 letters of base64url. */
  id(): string
  /** `size` unpredictable bytes. */
  secret(size: number): Uint8Array
  /** A whole number from 0 up to, and without, `limit`. */
  below(limit: number): number
}

/** What one accepted ballot changes, for the counters. */
export interface Change {
  seat: Seat
  rev: number
  answers: readonly StampedAnswer[]
}

export interface Kept {
  rev: number
  /** Null where the same ballot was already in the box. */
  change: Change | null
}

/** Envelopes are sealed by question: receipts say which salt a leaf holds. */
export interface SealedBallot extends Stamp {
  leaf: Leaf
  /** Tells apart ballots with the same leaf. */
  copy: number
  marks: Marks
  /** Null where receipts are `none`: the box's salt takes its place. */
  nonce: string | null
}

export interface BallotBox {
  /**
   * A new box that takes ballots; its key and salt are made by the caller. Before the first ballot
   * it may be made again, with other settings.
   */
  create(
    questionId: QuestionId,
    settings: { salt: string; receipts: Receipts; size: number },
  ): Promise<void>
  /**
   * Keeps one ballot, at most one for each seat, as revision `basedOn + 1`, only where the stored
   * revision equals `basedOn` (0: none). The same ballot id again changes nothing and gets the same
   * answer. Otherwise `ballot/changed-elsewhere` { rev }. After `close` `question/not-open`
   * { countedRev }. Resolves only once the ballot is durable.
   */
  cast(ballot: StampedBallot): Promise<Result<Kept>>
  /** The revision that stands for this seat; 0: none. */
  standingRev(questionId: QuestionId, seat: Seat): Promise<number>
  /** All that an unsealed box holds: for the counters at a start. Null: its seal has begun. */
  changes(questionId: QuestionId): Promise<Change[] | null>
  /** Takes no more. Idempotent; every ballot resolved before this call is in the box. */
  close(questionId: QuestionId): Promise<void>
  /** A closed box takes ballots again, in one order with casts and closes; once sealed never more (D48). */
  reopen(questionId: QuestionId): Promise<Result<null>>
  /**
   * Opens the envelopes of a closed box, writes turnout, keeps the ballots sorted by hash. Final and
   * idempotent: what was cut off is finished by the same again.
   */
  seal(questionId: QuestionId): Promise<SealedSize>
  /** The ballots of a sealed question in order of leaf: an order that says nothing about when they came. */
  read(questionId: QuestionId): Promise<{ ballots: SealedBallot[]; salt: string; turnout: number }>
}

/** Opens a large box beside the process that answers phones, and reads it there, too. */
export interface Sorter {
  /**
   * The ballots of a box that takes no more, without owners and in order of leaf, slice by slice: the
   * next one comes when it is asked for. Throws `UnreadableBox`.
   */
  sorted(questionId: QuestionId, key: Uint8Array): AsyncIterable<readonly SealedBallot[]>
  /** What the ballots of a sealed box come to. */
  rootOf(questionId: QuestionId): Promise<SealedSize>
}

export interface SealedSize {
  size: number
  root: string
}

/** A sealed question to be counted; plain data. */
export interface CountJob {
  question: Question
  beside: Omit<Beside, 'onStep'>
}

export interface CountedBox {
  tally: Tally
  /** All that the box holds, spoiled ones too. */
  ballots: number
  turnout: number
}

/** How far a count is: ballots read, and how often shares were raised. */
export interface Reached {
  ballots: number
  steps: number
}

/** Counts beside the process that answers phones, and reads the box there, too. */
export interface Tallier {
  /**
   * Rejects where that process dies, with `OutOfRoom` where it had no memory, and with the signal's
   * reason where that ends it.
   */
  count(
    job: CountJob,
    course: { signal: AbortSignal; onReached(reached: Reached): void },
  ): Promise<CountedBox>
}

/** One key per box; never in the database, its journal or its backups. */
export interface KeyStore {
  /** Once, at opening; an existing key is kept. */
  create(questionId: QuestionId): Promise<void>
  /** A missing key is a fault, never a new key. */
  keyOf(questionId: QuestionId): Promise<Uint8Array>
  /** Overwrites, flushes and removes. Idempotent. */
  destroy(questionId: QuestionId): Promise<void>
}

export interface Signer {
  keyId: string
  /** Ed25519, SPKI as base64. */
  publicKey: string
  /** Ed25519 over the UTF-8 bytes of `text`, as hex. */
  sign(text: string): string
}

/** A key for one purpose, derived from the server's secret: purposes never share one. */
export interface Secrets {
  keyFor(purpose: Purpose): Uint8Array
}

export type Purpose =
  | 'device'
  | 'known'
  | 'line'
  | 'pass'
  | 'voter'
  | 'presence'
  | 'screen'
  | 'helper'
  | 'door'
  | 'floor'
  | 'password'
  | 'member'

/** Slow on purpose, and off this thread. */
export interface Passwords {
  /** All that is needed to try a password later. */
  hash(password: string): Promise<string>
  fits(password: string, hash: string): Promise<boolean>
}

export interface Disk {
  /** Free bytes where the data lies. */
  free(): Promise<number>
}

/** The live picture of open questions: in memory, a hint; what is sealed is the truth. */
export interface Counters {
  /** Begins with what the box holds already. */
  start(question: Question, held: readonly Change[]): void
  kept(questionId: QuestionId, change: Change): void
  /** Seats that have voted; null where nothing is counted. */
  voted(questionId: QuestionId): number | null
  /** Which these are; none where nothing is counted. */
  seats(questionId: QuestionId): ReadonlySet<Seat>
  /** Null unless the question's bars are live. */
  counts(questionId: QuestionId): Count[] | null
  /** Forgets all marks of a sealed question. */
  stop(questionId: QuestionId): void
}

/** What the room is told of. Nothing here answers; a message nobody hears is lost, the snapshot is not. */
export interface Bus {
  /** To screens, desks and admitted phones of a meeting. */
  event(meetingId: MeetingId, event: MeetingEvent): void
  /** Numbers on screens and desks are out of date. */
  numbers(meetingId: MeetingId): void
  /** The desk's picture is out of date. */
  desk(meetingId: MeetingId): void
  /** Questions from the floor, or the votes for them, have changed. */
  floor(meetingId: MeetingId): void
  /** What one screen, or (null) every screen, shows or looks like has changed. */
  screens(meetingId: MeetingId, screenId: string | null): void
  /** A screen was removed: its windows are shut. */
  screenGone(meetingId: MeetingId, screenId: string): void
  /** One device, or (null) all that wait, should ask again whether they are admitted. */
  admission(meetingId: MeetingId, voterKey: string | null): void
  /** The same to one device whose seat was taken back: it hears nothing else until it asks. */
  seatLost(meetingId: MeetingId, voterKey: string): void
  /** Who is who has changed: every phone asks again whether it is admitted. */
  identity(meetingId: MeetingId): void
  /** The helper's device has another link: what was opened by the one before closes. */
  helperChanged(meetingId: MeetingId): void
  /** The desks of one browser close. */
  signedOut(device: string): void
  /** All desks of an account close, but those of one browser where one stays signed in. */
  signedOutElsewhere(account: number, here: string | null): void
  /** The meeting is no more: whoever looks at it is told by its next answer. */
  removed(meetingId: MeetingId): void
}

export interface Log {
  info(event: string, detail?: Record<string, unknown>): void
  warn(event: string, detail?: Record<string, unknown>): void
  error(event: string, fault: unknown): void
}

/** Subjects that are read and written outside the ballot path. */
export interface Store {
  meetings(): Promise<MeetingRow[]>
  /** With these of its questions, all in one transaction: no meeting shows one that is not open. */
  saveMeeting(row: MeetingRow, questions?: readonly QuestionRow[]): Promise<void>
  /** With all that was kept for it, in one transaction. */
  removeMeeting(id: MeetingId): Promise<void>
  questions(meetingId: MeetingId): Promise<QuestionRow[]>
  saveQuestion(row: QuestionRow): Promise<void>
  /** All in one transaction. */
  saveQuestions(rows: readonly QuestionRow[]): Promise<void>
  removeQuestion(id: QuestionId): Promise<void>
  /** The seat of this voter, given one if there is none. */
  admit(meetingId: MeetingId, voterKey: string): Promise<Seat>
  seatOf(meetingId: MeetingId, voterKey: string): Promise<Seat | null>
  seats(meetingId: MeetingId): Promise<number>
  /** Those without a seat of their own, or `whoever` came; by number. */
  arrivals(meetingId: MeetingId, whoever?: boolean): Promise<ArrivalRow[]>
  arrival(meetingId: MeetingId, voterKey: string): Promise<ArrivalRow | null>
  /** Writes what is known of an arrival; a new one gets a number that nobody had, and keeps it. */
  saveArrival(meetingId: MeetingId, row: Omit<ArrivalRow, 'number'>): Promise<ArrivalRow>
  /** Never the newest one: its number would be given again. */
  removeArrival(meetingId: MeetingId, voterKey: string): Promise<void>
  /** Seats on the roll with their holders, in order. */
  admitted(meetingId: MeetingId): Promise<{ seat: Seat; voterKey: string }[]>
  /** Devices whose admission the host took back (D62). */
  withdrawn(meetingId: MeetingId): Promise<string[]>
  setWithdrawn(meetingId: MeetingId, voterKey: string, is: boolean): Promise<void>
  /** Keeps new door codes; the number of the first, the others follow. */
  addDoorCodes(meetingId: MeetingId, hashes: readonly string[]): Promise<number>
  /** Takes a door code for one voter, for good; its number, or whose it is not. */
  spendDoorCode(
    meetingId: MeetingId,
    hash: string,
    voterKey: string,
  ): Promise<number | 'used' | 'unknown'>
  /** Who is on the list, in order; empty where none is set. */
  roster(meetingId: MeetingId): Promise<RosterRow[]>
  /** In place of the list before, in one transaction. */
  saveRoster(meetingId: MeetingId, rows: readonly RosterRow[]): Promise<void>
  /** Which device stands for an entry; null: none. */
  holdEntry(meetingId: MeetingId, number: number, device: string | null): Promise<void>
  /** How seats of those stand who gave their voice away (D56). */
  proxied(meetingId: MeetingId): Promise<ProxiedRow[]>
  /** And whether the admission is taken back, in one transaction: half of it gives a ballot away. */
  saveProxied(meetingId: MeetingId, row: ProxiedRow, withdrawn: boolean): Promise<void>
  doorCodes(meetingId: MeetingId): Promise<{ made: number; spent: number }>
  /** All that ever were, in order of number. */
  accounts(): Promise<AccountRow[]>
  /** A new account's number: never one that was given before. */
  addAccount(row: Omit<AccountRow, 'number'>): Promise<number>
  saveAccount(row: AccountRow): Promise<void>
  /** With its sessions and invitations, in one transaction. */
  removeAccount(number: number): Promise<void>
  session(deviceKey: string): Promise<SessionRow | null>
  saveSession(row: SessionRow): Promise<void>
  removeSession(deviceKey: string): Promise<void>
  /** Those of an account, but one. */
  removeSessions(account: number, but: string): Promise<void>
  addInvitation(tokenHash: string, account: number, until: number): Promise<void>
  /** Whose it is, once; null where it is spent, too old or nobody's. */
  spendInvitation(tokenHash: string, now: number): Promise<number | null>
  invited(now: number): Promise<number[]>
  /** Questions from the floor, in the order in which they came. */
  floor(meetingId: MeetingId): Promise<FloorRow[]>
  /** A new one, or how it stands now. */
  saveFloor(meetingId: MeetingId, row: Omit<FloorRow, 'voters'>): Promise<void>
  /** With the votes for it, in one transaction. */
  removeFloor(meetingId: MeetingId, id: string): Promise<void>
  setFloorVote(
    meetingId: MeetingId,
    vote: { id: string; voter: string },
    is: boolean,
  ): Promise<void>
  addAct(row: ActRow): Promise<void>
  /** The latest first. */
  acts(meetingId: MeetingId, most: number): Promise<ActRow[]>
}

/** A count found no memory: here the same would end the server. */
export class OutOfRoom extends Error {}

/** The envelopes of this box cannot be opened: its key is missing or damaged, or they are. */
export class UnreadableBox extends Error {}

/** Full, failing or locked: SQLite's own codes. */
const SQLITE_BUSY = /^SQLITE_(FULL|BUSY|IOERR)/
/**
 * PostgreSQL's: no connection, a read-only copy, transactions that were broken off, no room, a lock or
 * a time limit, a database that stops or starts, a failing disk.
 */
const POSTGRES_BUSY = /^(08...|25006|25P0[34]|40...|53...|55P03|57014|57P0[1-5]|58030)$/
/** Of the system, where no database answers. */
const NETWORK_BUSY = /^(ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|ENOTFOUND)$/
const BUSY = [SQLITE_BUSY, POSTGRES_BUSY, NETWORK_BUSY]
/** What the pool says without a code. */
const UNCONNECTED =
  /^(Connection terminated|timeout exceeded when trying to connect|Client (was closed|has encountered)|Query read timeout)/

/**
 * The disk is full, fails, somebody else holds the data, or the database is away for a moment: the same
 * again may work (D42). Whoever answers a person says `server/busy`.
 */
export function isBusyFault(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false
  const code = 'code' in fault && typeof fault.code === 'string' ? fault.code : ''
  return BUSY.some((codes) => codes.test(code)) || UNCONNECTED.test(fault.message)
}
