import { z } from 'zod'
import type { MeetingId, QuestionId, Seat } from '../ids.ts'
import type { MeetingView } from '../meeting.ts'
import { typedCode, type Ack, type Message, type Nothing } from './fields.ts'

/** The messages of a helper's device, at which one person after another votes by a door code (L09). */
export const takeSchema = z.strictObject({ code: typedCode })

export interface HelperSnapshot {
  meetingId: MeetingId
  /** The server's clock, in milliseconds since 1970. */
  now: number
  view: MeetingView
}

/** What one person may do at the device: all of it goes with the ballot, none of it stays. */
export interface Turn {
  questionId: QuestionId
  seat: Seat
  /** The revision that stands for this seat; 0: none. */
  rev: number
  /** The ballot goes by HTTP under this: the device itself has no seat. */
  pass: string
}

export interface HelperEvents {
  'helper:watch': (message: Nothing, ack: Ack<HelperSnapshot>) => void
  /** Asks for more time, for whoever stands there. */
  'helper:time': (message: { questionId: QuestionId }, ack: Ack<null>) => void
  'helper:take': (message: Message<typeof takeSchema>, ack: Ack<Turn>) => void
}
