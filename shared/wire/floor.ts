import { z } from 'zod'
import { MAX_FLOOR_LETTERS, type FloorQuestion, type FloorState } from '../floor.ts'
import { hex, id, type Ack, type Message, type Nothing } from './fields.ts'

/** The messages of questions from the floor (L23). */

/** Of its own that one phone asks about: more than anybody has patience to write. */
const MOST_OWN = 50

export const floorRuleSchema = z.strictObject({
  on: z.boolean(),
  check: z.boolean(),
  minutes: z.boolean(),
})
/** Drawn by the phone for one question, and kept there: with it alone its text is told before it is shown. */
const secret = hex(16)

export const floorAskSchema = z.strictObject({
  secret,
  text: z.string().max(4 * MAX_FLOOR_LETTERS),
})
export const floorListSchema = z.strictObject({ own: z.array(secret).max(MOST_OWN) })
export const floorVoteSchema = z.strictObject({ id, voted: z.boolean() })
export const floorMarkSchema = z.strictObject({
  id,
  state: z.enum(['waiting', 'shown', 'hidden', 'answered']),
})
export const floorStageSchema = z.strictObject({ staged: z.boolean(), pinned: id.nullable() })

/** A question as one phone sees it. */
export interface FloorEntry extends FloorQuestion {
  /** Has this seat voted for it? */
  voted: boolean
}

/** What became of a question that this phone sent; it alone knows which these are. */
export interface OwnQuestion {
  id: string
  text: string
  state: FloorState
}

/** The floor as one phone sees it. */
export interface FloorList {
  questions: FloorEntry[]
  /** For each of the secrets that it sent, in their order; null: it is not on the list any more. */
  own: (OwnQuestion | null)[]
  more: number
}

export interface FloorEvents {
  /** Of a phone; said twice it is one question still. */
  'floor:ask': (message: Message<typeof floorAskSchema>, ack: Ack<{ id: string }>) => void
  'floor:list': (message: Message<typeof floorListSchema>, ack: Ack<FloorList>) => void
  'floor:vote': (message: Message<typeof floorVoteSchema>, ack: Ack<null>) => void
  /** Of the desk. */
  'floor:rule': (message: Message<typeof floorRuleSchema>, ack: Ack<null>) => void
  /** All of them, in the order in which they came. */
  'floor:queue': (message: Nothing, ack: Ack<{ questions: FloorQuestion[] }>) => void
  'floor:mark': (message: Message<typeof floorMarkSchema>, ack: Ack<null>) => void
  /** Onto the big screen or off it, and which one stands there in large type. */
  'floor:stage': (message: Message<typeof floorStageSchema>, ack: Ack<null>) => void
}
