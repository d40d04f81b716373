import { z } from 'zod'
import { MAX_LETTERS } from '../method.ts'
import type { TextCount } from '../tally/texts.ts'
import { questionIdSchema } from './agenda.ts'
import { questionId, type Ack, type Message } from './fields.ts'

/** The messages of answers in words: what the desk lets everybody read (L11). */

export const textShowSchema = z.strictObject({
  questionId,
  /** As the list has it; null: all of them. */
  text: z
    .string()
    .max(4 * MAX_LETTERS)
    .nullable(),
  shown: z.boolean(),
})

/** An answer as the desk sees it. */
export interface WrittenText extends TextCount {
  shown: boolean
}

export interface TextEvents {
  'texts:list': (
    message: Message<typeof questionIdSchema>,
    ack: Ack<{ texts: WrittenText[]; undo: boolean }>,
  ) => void
  'texts:show': (message: Message<typeof textShowSchema>, ack: Ack<null>) => void
  /** The last change is taken back; again, and it is done once more. */
  'texts:undo': (message: Message<typeof questionIdSchema>, ack: Ack<null>) => void
}
