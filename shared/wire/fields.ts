import { z } from 'zod'
import { CODE_LENGTH, type OptionId, type QuestionId } from '../ids.ts'
import type { Result } from '../result.ts'

/** What messages are made of. Schemas refuse unknown keys, so nothing unexpected gets past a door. */
export const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))
export const id = z.string().regex(/^[A-Za-z0-9_-]{1,32}$/)
/** Not a name that every object has: a record of points would lose it. */
export const optionId = id.refine((text) => !(text in {})).transform((text) => text as OptionId)
export const questionId = id.transform((text) => text as QuestionId)
/** What somebody typed or scanned: spaces, dashes and small letters are put right inside. */
export const typedCode = z
  .string()
  .min(1)
  .max(CODE_LENGTH * 3)

export const nothingSchema = z.strictObject({})

/** Every answer to a message: a value or a refusal. */
export type Ack<T> = (result: Result<T>) => void
export type Message<Schema extends z.ZodType> = z.input<Schema>
export type Nothing = Record<string, never>
