import { z } from 'zod'
import type { Admission, PresenceRule } from '../presence.ts'
import type { JoinCode, MeetingId, QuestionId, Seat } from '../ids.ts'
import type { LiveTally, MeetingEvent, MeetingView, Stage } from '../meeting.ts'
import { MAX_TITLE } from '../vote.ts'
import type { AgendaEntry, AgendaEvents } from './agenda.ts'
import type { CastEvents, SignedReceipt } from './cast.ts'
import type { ResultEvents } from './results.ts'
import { id, typedCode, type Ack, type Message } from './fields.ts'
import type { TeamRole } from '../rights.ts'
import type { Act, TeamEvents } from './team.ts'
import type { Health } from './health.ts'
import type { FloorPicture, FloorRule } from '../floor.ts'
import type { FloorEvents } from './floor.ts'
import type { HelperEvents } from './helper.ts'
import type { DoorEvents, ListEvents } from './lists.ts'
import type { AdmissionEvents, Arrival, PresenceEvents } from './presence.ts'
import type { ListedEvents, RosterEvents } from './roster.ts'
import type { DeskScreen, Screen, ScreenEvents } from './screens.ts'
import type { TextEvents } from './texts.ts'
import type { TimingEvents } from './timing.ts'

/** Every message of the sockets, by subject in the files beside; browsers import the types only. */
export const watchSchema = z.strictObject({ code: typedCode.nullable() })
export const screenWatchSchema = z.strictObject({
  code: typedCode.nullable(),
  /** Which of the meeting’s screens; a link names its own. */
  screen: id.default('main'),
})
export const titleSchema = z.strictObject({ title: z.string().max(MAX_TITLE) })

/** A seat whose owner gave their voice to this phone's (D56). */
export interface Voice {
  seat: Seat
  name: string
  /** Its votes, as the list says them; absent: one, like everybody. */
  weight?: string
  /** The revision that stands for it in the question on stage; 0: none. */
  rev: number
}

/** What a phone is to this meeting. */
export interface Me {
  admission: Admission
  /** Signed proof of one's seats, for the door that has no socket; null until admitted. */
  pass: string | null
  /** What this phone votes with in the question on stage, its own seat first. */
  seats: readonly Seat[]
  /** The seats beside its own; absent where there are none. */
  voices?: readonly Voice[]
  /** Votes of the own seat, as the list says them; absent: one, like everybody (D55). */
  weight?: string
  /** Who voted with this phone's own seat before its owner came, and keeps it in the question on stage. */
  votedBy?: string
  /** The revision that stands for the own seat in the question on stage; 0: none. */
  rev: number
  /** Whether the question on stage asks for the place once more, and what is left to do (D28). */
  fresh: Admission | null
}

export interface PhoneSnapshot {
  meetingId: MeetingId
  /** The server's clock, in milliseconds since 1970. */
  now: number
  view: MeetingView
  me: Me
  /** Why the code out of the scanned address was not taken; null where it was, or none came. */
  scanned: 'code/wrong' | 'code/too-many-tries' | 'door/wrong' | 'door/used' | null
  /** Has this phone shown that its owner is on the list? Null: none is set. */
  listed: boolean | null
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

/** What desks and big screens both know. */
export interface WatchSnapshot {
  meetingId: MeetingId
  now: number
  view: MeetingView
  live: LiveTally
  floor: FloorPicture
  presenceCode: PresenceCode
  /** Where phones reach this server: `http://host:port`. */
  address: string
  /** May this page do what the facilitator does (keys, buttons)? */
  mayRun: boolean
}

export interface ScreenSnapshot extends WatchSnapshot {
  screen: Screen
  /** The revealed questions that this screen shows, in the order of the agenda. */
  results: readonly Stage[]
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
  /** Printed codes for one admission each, and how many are used up. */
  doorCodes: { made: number; spent: number }
  floor: FloorRule
  hasPassword: boolean
  /** How many are on the list of those who may vote; 0: none is set. */
  roster: number
  /** Where the list gives weights: how many people here hold the rarest one; null: one vote each. */
  alike: number | null
  /** Address that makes a browser the helper's device; null: none was made yet. */
  helperLink: string | null
  /** What facilitators did here, the latest first. */
  acts: readonly Act[]
  /** Address of a read-only big screen for another computer. */
  screenLink: string
  screens: readonly DeskScreen[]
  /** Can browsers be asked for a position at `address`? Only over https or on this very machine. */
  positions: boolean
  /** Whose map lies under the fence (`https://…/{z}/{x}/{y}.png`), and whom it thanks; null: none. */
  tiles: { address: string; credit: string } | null
}

export interface DeskSnapshot extends WatchSnapshot {
  role: TeamRole
  desk: Desk
}

/** Who opens a page of a meeting. */
interface WatchEvents {
  /** A big screen; `code` null: the one meeting its link names. */
  'screen:watch': (message: Message<typeof screenWatchSchema>, ack: Ack<ScreenSnapshot>) => void
  'desk:watch': (message: Message<typeof watchSchema>, ack: Ack<DeskSnapshot>) => void
  'meeting:name': (message: Message<typeof titleSchema>, ack: Ack<null>) => void
}

export interface ClientToServer
  extends
    CastEvents,
    PresenceEvents,
    DoorEvents,
    AdmissionEvents,
    ListEvents,
    ListedEvents,
    RosterEvents,
    HelperEvents,
    AgendaEvents,
    TeamEvents,
    ResultEvents,
    FloorEvents,
    TextEvents,
    TimingEvents,
    ScreenEvents,
    WatchEvents {}

type Emitted<Event extends { type: string }> = {
  [E in Event as E['type']]: (event: Omit<E, 'type'>) => void
}

export interface ServerToClient extends Emitted<MeetingEvent> {
  'tally:changed': (live: LiveTally) => void
  /** To desks and screens, at a bounded pace. */
  'floor:changed': (floor: FloorPicture) => void
  'code:changed': (code: PresenceCode) => void
  'desk:changed': (desk: Desk) => void
  /** To one screen, or to all of a meeting: it asks for a snapshot. */
  'screen:changed': () => void
  /** To desks, at most once a second. */
  'health:changed': (health: Health) => void
  /** To one phone: it was admitted or turned away; it asks for a snapshot. */
  'admission:changed': () => void
  'ballot:signed': (receipt: SignedReceipt) => void
  /** To one window: newer ones of this browser took its place; it is about to be disconnected. */
  'window:replaced': () => void
  /** The operator stops the server: this line ends in a moment, and a new one is tried by itself. */
  'server:stopping': () => void
}
