import { z } from 'zod'
import type { Marks } from '../marks.ts'
import { MAX_OPTIONS } from '../vote.ts'
import { questionIdSchema } from './agenda.ts'
import type { QuestionId } from '../ids.ts'
import { optionId, questionId, type Ack, type Message, type Nothing } from './fields.ts'

/** More people than any hall holds. */
const MOST_PEOPLE = 100_000
const number = z.int().min(0).max(MOST_PEOPLE)

/** What was counted by hand; null takes it back. */
export const handSchema = z.strictObject({
  questionId,
  hand: z
    .strictObject({
      people: z.int().min(1).max(MOST_PEOPLE),
      counts: z.array(z.strictObject({ id: optionId, count: number })).max(MAX_OPTIONS),
    })
    .nullable(),
})

/** Who chose what. `proof`: where names are not published, what shows that this one is in the list. */
export interface NamedBallot {
  name: string
  marks: Marks
  weight?: number
  proof?: { leaf: string; blind: string }
}

/** The messages of what is counted and shown. */
export interface ResultEvents {
  /** Where the count takes a while it is only begun by the answer, and tried again where it was in vain. */
  'question:reveal': (message: Message<typeof questionIdSchema>, ack: Ack<null>) => void
  /** Ends the count of a question, and of those that are revealed with it. */
  'count:stop': (message: Message<typeof questionIdSchema>, ack: Ack<null>) => void
  /** Puts a revealed question back on every screen and phone. */
  'stage:show': (message: Message<typeof questionIdSchema>, ack: Ack<null>) => void
  /** A draft that asks a revealed question once more. */
  'question:again': (
    message: Message<typeof questionIdSchema>,
    ack: Ack<{ questionId: QuestionId }>,
  ) => void
  /** Opens the test at once. */
  'question:test': (message: Nothing, ack: Ack<null>) => void
  /** The names of a revealed question, in order of name, for whoever its rule names. */
  'names:list': (
    message: Message<typeof questionIdSchema>,
    ack: Ack<{ ballots: NamedBallot[] }>,
  ) => void
  /** Votes of people without a device: between the close and the reveal. */
  'hand:count': (message: Message<typeof handSchema>, ack: Ack<null>) => void
}
