import { z } from 'zod'
import type { BallotId, Nonce, QuestionId, Seat } from '../ids.ts'
import { marksSchema } from './method.ts'
import { hex, questionId, type Ack, type Message } from './fields.ts'
import { CAST_SIZE } from './version.ts'

/** The messages of a ballot. */
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
        marks: marksSchema,
        nonce: hex(16).transform((text) => text as Nonce),
      }),
    )
    .min(1)
    .max(1),
  /** Blanks that bring every cast message to one size. */
  pad: z.string().max(CAST_SIZE).regex(/^ *$/),
})

export type CastMessage = z.infer<typeof castSchema>

/** The answer to a cast: durable, and as which revision. */
export interface KeptAnswer {
  kept: true
  rev: number
}

/** Evidence that the box took this revision; `signature` is Ed25519 over canonical {questionId, leaf, rev}, as hex. */
export interface SignedReceipt {
  questionId: QuestionId
  /** A phone may vote for more than one (D56). */
  seat: Seat
  rev: number
  signature: string
}

export interface CastEvents {
  'ballot:cast': (message: Message<typeof castSchema>, ack: Ack<KeptAnswer>) => void
}
