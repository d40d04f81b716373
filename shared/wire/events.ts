import { z } from 'zod'
import type { Admission, PresenceRule, Proven } from '../presence.ts'
import type { BallotId, JoinCode, MeetingId, Nonce, OptionId, QuestionId, Seat } from '../ids.ts'
import { CODE_LENGTH } from '../ids.ts'
import type { LiveTally, MeetingEvent, MeetingView, QuestionState, Seal } from '../meeting.ts'
import { RADIUS_LIMITS } from '../presence.ts'
import type { Result } from '../result.ts'
import type { Tally } from '../tally/index.ts'
import { MAX_OPTION_TEXT, MAX_OPTIONS, MAX_SECONDS, MAX_TITLE, type Question } from '../vote.ts'
import { CAST_SIZE } from './version.ts'

/**
 * Every message of the sockets. Schemas refuse unknown keys, so nothing unexpected gets past a door;
 * browsers import the types only.
 */
const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))
const id = z.string().regex(/^[A-Za-z0-9_-]{1,32}$/)
const optionId = id.transform((text) => text as OptionId)
const questionId = id.transform((text) => text as QuestionId)
/** What somebody typed or scanned: spaces, dashes and small letters are put right inside. */
const typedCode = z
  .string()
  .min(1)
  .max(CODE_LENGTH * 3)

export const castSchema = z.strictObject({
  questionId,
  seat: z
    .int()
    .min(1)
    .max(10_000_000)
    .transform((seat) => seat as Seat),
  basedOn: z.int().min(0).max(1_000_000),
  ballotId: hex(16).transform((text) => text as BallotId),
  answers: z
    .array(
      z.strictObject({
        questionId,
        marks: z.array(optionId).max(MAX_OPTIONS),
        nonce: hex(16).transform((text) => text as Nonce),
      }),
    )
    .min(1)
    .max(1),
  /** Blanks that bring every cast message to one size. */
  pad: z.string().max(CAST_SIZE).regex(/^ *$/),
})

export const enterSchema = z.strictObject({
  code: typedCode,
  /** The rotating code out of a scanned address. */
  proof: typedCode.nullable(),
})

export const placeSchema = z.strictObject({
  latitude: z.number(),
  longitude: z.number(),
  /** Metres, the radius of 95 % certainty. */
  accuracy: z.number(),
  /** Milliseconds since the position was taken. */
  age: z.number(),
})

export const proofSchema = z.strictObject({ code: typedCode })
export const nothingSchema = z.strictObject({})
export const watchSchema = z.strictObject({ code: typedCode.nullable() })

const methodSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('single') }),
  z.strictObject({
    type: z.literal('approval'),
    min: z.int().min(0).max(MAX_OPTIONS),
    max: z.int().min(0).max(MAX_OPTIONS),
  }),
  z.strictObject({ type: z.literal('decision'), abstain: z.boolean() }),
])

/** A question while it is being written: a text may still be empty, its shape may not be wrong. */
export const questionSchema = z.strictObject({
  id: questionId,
  title: z.string().max(MAX_TITLE),
  method: methodSchema,
  options: z
    .array(z.strictObject({ id: optionId, text: z.string().max(MAX_OPTION_TEXT) }))
    .max(MAX_OPTIONS)
    .refine((options) => new Set(options.map((option) => option.id)).size === options.length)
    .readonly(),
  names: z.enum(['open', 'secret']),
  bars: z.enum(['live', 'reveal']),
  receipts: z.enum(['full', 'none']),
  seconds: z.int().min(5).max(MAX_SECONDS).nullable(),
})

export const questionIdSchema = z.strictObject({ questionId })
export const arrivalSchema = z.strictObject({
  number: z.int().min(1).max(10_000_000),
  admit: z.boolean(),
})
export const titleSchema = z.strictObject({ title: z.string().max(MAX_TITLE) })

const coordinate = (limit: number) => z.number().min(-limit).max(limit)
export const presenceSchema = z.strictObject({
  need: z.enum(['any', 'all']),
  proofs: z
    .array(z.enum(['fence', 'code', 'hand']))
    .max(3)
    .refine((proofs) => new Set(proofs).size === proofs.length),
  fence: z
    .strictObject({
      latitude: coordinate(90),
      longitude: coordinate(180),
      radius: z.number().min(RADIUS_LIMITS.least).max(RADIUS_LIMITS.most),
      grace: z.number().min(0).max(1000),
    })
    .nullable(),
})

export type CastMessage = z.infer<typeof castSchema>
export type PlaceMessage = z.infer<typeof placeSchema>

/** The answer to a cast: durable, and as which revision. */
export interface KeptAnswer {
  kept: true
  rev: number
}

/** Evidence that the box took this revision; `signature` is Ed25519 over canonical {questionId, leaf, rev}, as hex. */
export interface SignedReceipt {
  questionId: QuestionId
  rev: number
  signature: string
}

/** What a phone is to this meeting. */
export interface Me {
  admission: Admission
  /** Signed proof of one's seats, for the door that has no socket; null until admitted. */
  pass: string | null
  seats: readonly Seat[]
  /** The revision that stands for the first seat in the question on stage; 0: none. */
  rev: number
}

export interface PhoneSnapshot {
  meetingId: MeetingId
  /** The server's clock, in milliseconds since 1970. */
  now: number
  view: MeetingView
  me: Me
  /** Why the code out of the scanned address was not taken; null where it was, or none came. */
  scanned: 'code/wrong' | 'code/too-many-tries' | null
  /** What this meeting asks for, without the place itself. */
  proofs: PresenceRule['proofs']
  need: PresenceRule['need']
}

/** What a big screen shows beside the view. */
export interface PresenceCode {
  /** Null where the meeting does not ask for it. */
  code: string | null
  /** When the next one comes, by the server's clock. */
  until: number
}

export interface ScreenSnapshot {
  meetingId: MeetingId
  now: number
  view: MeetingView
  live: LiveTally
  presenceCode: PresenceCode
  /** Where phones reach this server: `http://host:port`. */
  address: string
  /** May this page do what the facilitator does (keys, buttons)? */
  mayRun: boolean
}

/** One phone that could not be admitted by itself. */
export interface Arrival {
  number: number
  proven: Proven
  /** It asked for the host. */
  asked: boolean
}

export interface AgendaEntry {
  question: Question
  state: QuestionState
  deadline: number | null
  latch: number | null
  seal: Seal | null
  tally: Tally | null
  /** The live count was not the sealed count; the ballots' figure is what everybody sees. */
  drifted: boolean
  /** Voters whose ballot or change came after the close, since the server started. */
  late: number
  /** Its ballots could not be opened: the key of its box is missing or damaged. */
  unreadable: boolean
}

/** The facilitator's whole desk: small, and sent anew on every change. */
export interface Desk {
  title: string
  code: JoinCode
  presence: PresenceRule
  agenda: readonly AgendaEntry[]
  /** The question on stage or, in the lobby, the one that opens next. */
  current: QuestionId | null
  arrivals: readonly Arrival[]
  /** Address of a read-only big screen for another computer. */
  screenLink: string
  /** Can browsers be asked for a position at `address`? Only over https or on this very machine. */
  positions: boolean
}

export interface DeskSnapshot extends ScreenSnapshot {
  desk: Desk
}

type Ack<T> = (result: Result<T>) => void
type Message<Schema extends z.ZodType> = z.input<Schema>
type Nothing = Record<string, never>

export interface ClientToServer {
  'meeting:enter': (message: Message<typeof enterSchema>, ack: Ack<PhoneSnapshot>) => void
  'presence:place': (message: Message<typeof placeSchema>, ack: Ack<PhoneSnapshot>) => void
  'presence:code': (message: Message<typeof proofSchema>, ack: Ack<PhoneSnapshot>) => void
  /** Puts this phone on the waiting list. */
  'presence:ask': (message: Nothing, ack: Ack<PhoneSnapshot>) => void
  'ballot:cast': (message: Message<typeof castSchema>, ack: Ack<KeptAnswer>) => void

  /** A big screen; `code` null: the one meeting its link names. */
  'screen:watch': (message: Message<typeof watchSchema>, ack: Ack<ScreenSnapshot>) => void
  'desk:watch': (message: Message<typeof watchSchema>, ack: Ack<DeskSnapshot>) => void
  'meeting:name': (message: Message<typeof titleSchema>, ack: Ack<null>) => void
  'presence:rule': (message: Message<typeof presenceSchema>, ack: Ack<null>) => void
  'arrival:decide': (message: Message<typeof arrivalSchema>, ack: Ack<null>) => void
  /** Adds an empty question at the end of the agenda. */
  'question:add': (message: Nothing, ack: Ack<{ questionId: QuestionId }>) => void
  'question:write': (message: Message<typeof questionSchema>, ack: Ack<null>) => void
  'question:remove': (message: Message<typeof questionIdSchema>, ack: Ack<null>) => void
  'question:open': (message: Message<typeof questionIdSchema>, ack: Ack<null>) => void
  'question:close': (message: Message<typeof questionIdSchema>, ack: Ack<null>) => void
  'question:reveal': (message: Message<typeof questionIdSchema>, ack: Ack<null>) => void
  /** Clears the stage; the next draft of the agenda becomes current. */
  'meeting:next': (message: Nothing, ack: Ack<null>) => void
}

type Emitted<Event extends { type: string }> = {
  [E in Event as E['type']]: (event: Omit<E, 'type'>) => void
}

export interface ServerToClient extends Emitted<MeetingEvent> {
  'tally:changed': (live: LiveTally) => void
  'code:changed': (code: PresenceCode) => void
  'desk:changed': (desk: Desk) => void
  /** To one phone: it was admitted or turned away; it asks for a snapshot. */
  'admission:changed': () => void
  'ballot:signed': (receipt: SignedReceipt) => void
  /** To one window: newer ones of this browser took its place; it is about to be disconnected. */
  'window:replaced': () => void
  /** The operator stops the server: this line ends in a moment, and a new one is tried by itself. */
  'server:stopping': () => void
}
