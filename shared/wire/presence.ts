import { z } from 'zod'
import type { Proven } from '../presence.ts'
import { RADIUS_LIMITS } from '../presence.ts'
import { typedCode, type Ack, type Message, type Nothing } from './fields.ts'
import type { PhoneSnapshot } from './events.ts'

/** The messages of who is here. */
export const enterSchema = z.strictObject({
  code: typedCode,
  /** The rotating code or the door code out of a scanned address. */
  proof: typedCode.nullable(),
})

export const placeSchema = z.strictObject({
  latitude: z.number(),
  longitude: z.number(),
  /** Metres, the radius of 95 % certainty. */
  accuracy: z.number(),
  /** Milliseconds since the position was taken. */
  age: z.number(),
})

export const proofSchema = z.strictObject({ code: typedCode })
export const arrivalSchema = z.strictObject({
  number: z.int().min(1).max(10_000_000),
  admit: z.boolean(),
})
const coordinate = (limit: number) => z.number().min(-limit).max(limit)
export const presenceSchema = z.strictObject({
  need: z.enum(['any', 'all']),
  proofs: z
    .array(z.enum(['fence', 'code', 'door', 'password', 'hand']))
    .max(5)
    .refine((proofs) => new Set(proofs).size === proofs.length),
  fence: z
    .strictObject({
      latitude: coordinate(90),
      longitude: coordinate(180),
      radius: z.number().min(RADIUS_LIMITS.least).max(RADIUS_LIMITS.most),
      grace: z.number().min(0).max(1000),
    })
    .nullable(),
})

export type PlaceMessage = z.infer<typeof placeSchema>

/** One phone that could not be admitted by itself. */
export interface Arrival {
  number: number
  proven: Proven
  /** It asked for the host. */
  asked: boolean
}

/** What a phone says of itself. */
export interface PresenceEvents {
  'meeting:enter': (message: Message<typeof enterSchema>, ack: Ack<PhoneSnapshot>) => void
  'presence:place': (message: Message<typeof placeSchema>, ack: Ack<PhoneSnapshot>) => void
  'presence:code': (message: Message<typeof proofSchema>, ack: Ack<PhoneSnapshot>) => void
  /** Puts this phone on the waiting list. */
  'presence:ask': (message: Nothing, ack: Ack<PhoneSnapshot>) => void
}

/** What the desk decides about who may vote. */
export interface AdmissionEvents {
  'presence:rule': (message: Message<typeof presenceSchema>, ack: Ack<null>) => void
  'arrival:decide': (message: Message<typeof arrivalSchema>, ack: Ack<null>) => void
}
