import { z } from 'zod'
import { MOST_PREPARED } from '../formats/agenda.ts'
import type { QuestionId } from '../ids.ts'
import type { CountState, QuestionState, Round, Seal } from '../meeting.ts'
import type { Electorate } from '../tally/decision.ts'
import type { HandCount } from '../tally/hand.ts'
import type { Tally } from '../tally/counted.ts'
import {
  LEAST_SECRET,
  MAX_AUDITORS,
  MAX_OPTION_TEXT,
  MAX_OPTIONS,
  MAX_SECONDS,
  MAX_TITLE,
  SMALLEST_SECRET,
  type Opening,
  type Question,
} from '../vote.ts'
import type { Weights } from '../weights.ts'
import { costSchema, groupSchema, methodSchema } from './method.ts'
import { optionId, questionId, type Ack, type Message, type Nothing } from './fields.ts'

/** A question while it is being written: a text may still be empty, its shape may not be wrong. */
export const questionSchema = z.strictObject({
  id: questionId,
  title: z.string().max(MAX_TITLE),
  method: methodSchema,
  options: z
    .array(
      z.strictObject({
        id: optionId,
        text: z.string().max(MAX_OPTION_TEXT),
        group: groupSchema.exactOptional(),
        cost: costSchema.exactOptional(),
      }),
    )
    .max(MAX_OPTIONS)
    .refine((options) => new Set(options.map((option) => option.id)).size === options.length)
    .readonly(),
  names: z.enum(['open', 'secret', 'named']),
  namesFor: z.enum(['everyone', 'roster']),
  bars: z.enum(['live', 'reveal', 'set']),
  receipts: z.enum(['full', 'none']),
  ballots: z.enum(['published', 'totals']),
  auditors: z.string().max(MAX_AUDITORS),
  seconds: z.int().min(5).max(MAX_SECONDS).nullable(),
  decision: z
    .strictObject({
      base: z.enum(['yes-no', 'valid', 'cast', 'entitled', 'present']),
      majority: z.enum(['simple', 'absolute', 'two-thirds', 'three-quarters']),
      quorum: z
        .strictObject({
          numerator: z.int().min(1).max(100),
          denominator: z.int().min(1).max(100),
          strict: z.boolean(),
        })
        .refine(({ numerator, denominator }) => numerator <= denominator)
        .nullable(),
    })
    .nullable(),
  least: z.int().min(LEAST_SECRET).max(SMALLEST_SECRET),
  electorate: z.enum(['present', 'opening']),
  fresh: z.boolean(),
  reopen: z.boolean(),
  test: z.boolean(),
  roundOf: questionId.nullable(),
  lot: z.boolean(),
})

/** Questions out of a file: what only a meeting gives them is not in it. */
export const importSchema = z.strictObject({
  questions: z
    .array(questionSchema.omit({ id: true, test: true, roundOf: true }))
    .min(1)
    .max(MOST_PREPARED),
})
export interface Imported {
  questionIds: QuestionId[]
}

export const addSchema = z.strictObject({
  before: questionId.nullable().default(null),
  kind: z.enum(['blank', 'test']).default('blank'),
})
export const questionIdSchema = z.strictObject({ questionId })
export const moveSchema = z.strictObject({ questionId, before: questionId.nullable() })
export const insertSchema = z.strictObject({ title: z.string().max(MAX_TITLE) })

export interface AgendaEntry {
  question: Question
  state: QuestionState
  /** Which set it was opened with; null: none of its set was yet. */
  set: QuestionId | null
  deadline: number | null
  latch: number | null
  /** Who was here when it opened, where nobody else may vote. */
  opening: Opening | null
  /** What votes are counted in, from the opening on; absent: one vote each. */
  weights?: Weights
  seal: Seal | null
  /** Where a reveal waits for its count, or waited in vain: ballots read so far, shares raised. */
  counting: { state: CountState; read: number; raised: number } | null
  tally: Tally | null
  electorate: Electorate | null
  earlier: Round | null
  /** What was counted by hand: the desk's own note until the reveal. */
  hand: HandCount | null
  /** The live count was not the sealed count; the ballots' figure is what everybody sees. */
  drifted: boolean
  /** Voters whose ballot or change came after the close, since the server started. */
  late: number
  /** Its ballots could not be opened: the key of its box is missing or damaged. */
  unreadable: boolean
  /** While closed: until when it may be opened again; and how often it was. */
  reopenUntil: number | null
  reopenings: number
}

export interface AgendaEvents {
  /** Adds an empty question or a test, right before a draft or (null) at the end of the agenda. */
  'question:add': (message: Message<typeof addSchema>, ack: Ack<{ questionId: QuestionId }>) => void
  /** A yes / no / abstain question before all other drafts: for what comes up in the room. */
  'question:insert': (
    message: Message<typeof insertSchema>,
    ack: Ack<{ questionId: QuestionId }>,
  ) => void
  'question:write': (message: Message<typeof questionSchema>, ack: Ack<null>) => void
  'question:remove': (message: Message<typeof questionIdSchema>, ack: Ack<null>) => void
  /** A draft goes right before another one, or (null) behind all. */
  'question:move': (message: Message<typeof moveSchema>, ack: Ack<null>) => void
  'question:open': (message: Message<typeof questionIdSchema>, ack: Ack<null>) => void
  'question:close': (message: Message<typeof questionIdSchema>, ack: Ack<null>) => void
  /** Clears the stage; the next draft of the agenda becomes current. */
  'meeting:next': (message: Nothing, ack: Ack<null>) => void
}
