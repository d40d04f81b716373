import { z } from 'zod'
import { id, questionId, type Ack, type Message, type Nothing } from './fields.ts'

/** The messages of big screens: what each shows, and how it looks. */
export const MAX_SCREEN_NAME = 60

const contentSchema = z.discriminatedUnion('type', [
  /** The whole meeting, as it goes. */
  z.strictObject({ type: z.literal('meeting') }),
  /** The way in alone. */
  z.strictObject({ type: z.literal('join') }),
  /** The question and how many voted; never a count. */
  z.strictObject({ type: z.literal('question') }),
  /** Results revealed so far, one after the other. */
  z.strictObject({ type: z.literal('earlier') }),
  z.strictObject({ type: z.literal('result'), questionId }),
  /** Questions from the floor, whatever else goes on. */
  z.strictObject({ type: z.literal('floor') }),
])

export const screenSchema = z.strictObject({
  id,
  name: z.string().max(MAX_SCREEN_NAME),
  content: contentSchema,
  look: z.strictObject({ theme: z.enum(['dark', 'light']), large: z.boolean() }),
})
export const screenIdSchema = z.strictObject({ screenId: id })

export type Screen = z.infer<typeof screenSchema>
export type ScreenContent = Screen['content']

/** A screen as the desk sees it, with the address that opens it elsewhere, to watch only. */
export interface DeskScreen extends Screen {
  link: string
}

export interface ScreenEvents {
  'screen:add': (message: Nothing, ack: Ack<{ screenId: string }>) => void
  'screen:write': (message: Message<typeof screenSchema>, ack: Ack<null>) => void
  /** Its link opens nothing any more; where it is open, it is shut. */
  'screen:remove': (message: Message<typeof screenIdSchema>, ack: Ack<null>) => void
}
