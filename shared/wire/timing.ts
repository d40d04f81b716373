import { z } from 'zod'
import { MAX_SECONDS } from '../vote.ts'
import type { questionIdSchema } from './agenda.ts'
import { questionId, type Ack, type Message } from './fields.ts'

/** The messages of a question's time: its timer, requests for more, and opening it again. */
const seconds = z.int().min(5).max(MAX_SECONDS)

export const extendSchema = z.strictObject({ questionId, seconds })
/** `seconds` null: until it is closed by hand. */
export const reopenSchema = z.strictObject({ questionId, seconds: seconds.nullable() })

type OfQuestion = Message<typeof questionIdSchema>

export interface TimingEvents {
  /** More time for everybody; a question without a timer gets one. */
  'timer:extend': (message: Message<typeof extendSchema>, ack: Ack<null>) => void
  'timer:remove': (message: OfQuestion, ack: Ack<null>) => void
  /** From a phone, once for each question: the desk hears a number and nothing else (D49). */
  'timer:ask': (message: OfQuestion, ack: Ack<null>) => void
  'question:reopen': (message: Message<typeof reopenSchema>, ack: Ack<null>) => void
  /** Ends the time in which it may be opened again. */
  'question:seal': (message: OfQuestion, ack: Ack<null>) => void
}
