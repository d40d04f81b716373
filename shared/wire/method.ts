import { z } from 'zod'
import {
  MAX_GROUP,
  MAX_LETTERS,
  MAX_MONEY,
  MAX_NUMBER,
  MAX_NUMBER_DECIMALS,
  MAX_POINTS,
  MAX_TEXTS,
  MAX_THRESHOLD,
  MAX_UNIT,
} from '../method.ts'
import { MAX_OPTIONS } from '../vote.ts'
import { optionId } from './fields.ts'

/** How a question is answered, and the answer itself: their shapes, before anybody asks whether they fit. */

const many = z.int().min(0).max(MAX_OPTIONS)
const limits = { min: many, max: many }
const points = z.int().min(0).max(MAX_POINTS)
const level = z.int().min(-MAX_POINTS).max(MAX_POINTS)
const number = z.int().min(-MAX_NUMBER).max(MAX_NUMBER)
const money = z.int().min(0).max(MAX_MONEY)
const group = z.string().min(1).max(MAX_GROUP)
const seats = z.int().min(1).max(MAX_OPTIONS)
const seated = { seats: seats.exactOptional() }

export const methodSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('single'), ...seated }),
  z.strictObject({
    type: z.literal('approval'),
    ...limits,
    quotas: z
      .array(z.strictObject({ group, ...limits }))
      .max(MAX_OPTIONS)
      .readonly()
      .exactOptional(),
    ...seated,
  }),
  z.strictObject({ type: z.literal('decision'), abstain: z.boolean() }),
  z.strictObject({
    type: z.literal('score'),
    min: level,
    max: level,
    unrated: level.nullable(),
    ...seated,
  }),
  z.strictObject({
    type: z.literal('points'),
    each: points,
    min: points,
    max: points,
    ...seated,
  }),
  z.strictObject({
    type: z.literal('ranked'),
    ...limits,
    equal: z.boolean(),
    count: z.enum(['runoff', 'stv', 'schulze', 'borda']),
    seats,
  }),
  z.strictObject({
    type: z.literal('budget'),
    ...limits,
    purse: money,
    currency: z.string().max(MAX_UNIT),
    fits: z.boolean(),
    rule: z.discriminatedUnion('type', [
      z.strictObject({
        type: z.literal('greedy'),
        threshold: z.int().min(0).max(MAX_THRESHOLD),
        misfit: z.enum(['skip', 'stop']),
      }),
      z.strictObject({
        type: z.literal('equal-shares'),
        completion: z.enum(['none', 'utilitarian', 'add1', 'add1-comparison']),
        step: z.int().min(1).max(MAX_MONEY).nullable(),
      }),
    ]),
  }),
  z.strictObject({
    type: z.literal('number'),
    min: number,
    max: number,
    decimals: z.int().min(0).max(MAX_NUMBER_DECIMALS),
    unit: z.string().max(MAX_UNIT),
  }),
  z.strictObject({
    type: z.literal('text'),
    show: z.enum(['cloud', 'list']),
    most: z.int().min(1).max(MAX_TEXTS),
    letters: z.int().min(1).max(MAX_LETTERS),
  }),
])

export const groupSchema = group
export const costSchema = money

export const marksSchema = z.union([
  z.array(optionId).max(MAX_OPTIONS).readonly(),
  z.strictObject({
    ranks: z.array(z.array(optionId).max(MAX_OPTIONS).readonly()).max(MAX_OPTIONS).readonly(),
  }),
  z.strictObject({
    points: z
      .record(optionId, z.int())
      .refine((held) => Object.keys(held).length <= MAX_OPTIONS)
      .readonly(),
  }),
  z.strictObject({ number: z.int() }),
  z.strictObject({
    texts: z
      .array(z.string().max(4 * MAX_LETTERS))
      .max(MAX_TEXTS)
      .readonly(),
  }),
])
