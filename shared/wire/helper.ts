import { z } from 'zod'
import { MOST_CELL } from '../formats/roster.ts'
import type { MeetingId, QuestionId, Seat } from '../ids.ts'
import type { MeetingView } from '../meeting.ts'
import type { Ack, Message, Nothing } from './fields.ts'

/**
 * The messages of a helper's device, at which one person after another votes by a door code, or while
 * a list is set by a key of it (L09).
 */
export const takeSchema = z.strictObject({ typed: z.string().min(1).max(MOST_CELL) })

export interface HelperSnapshot {
  meetingId: MeetingId
  /** The server's clock, in milliseconds since 1970. */
  now: number
  view: MeetingView
  /** Is a list set, so that its keys are typed and no door codes? */
  listed: boolean
}

/** What one person may do at the device: all of it goes with the ballot, none of it stays. */
export interface Turn {
  questionId: QuestionId
  seat: Seat
  /** The revision that stands for this seat; 0: none. */
  rev: number
  /** The ballot goes by HTTP under this: the device itself has no seat. */
  pass: string
  /** In whose place it is cast; null: in one's own. */
  whose: string | null
  /** What it counts, as the list says; null: one, like everybody's. */
  weight: string | null
  /** Seats of others that are this person's to vote with (D56). */
  voices: number
  /** Seats without a ballot, but for this one: the same key takes the next. */
  left: number
}

export interface HelperEvents {
  'helper:watch': (message: Nothing, ack: Ack<HelperSnapshot>) => void
  /** Asks for more time, for whoever stands there. */
  'helper:time': (message: { questionId: QuestionId }, ack: Ack<null>) => void
  'helper:take': (message: Message<typeof takeSchema>, ack: Ack<Turn>) => void
}
