import { z } from 'zod'
import { MOST_LISTED } from '../formats/roster.ts'
import type { Proven } from '../presence.ts'
import { CORNER_LIMITS, MOST_NETWORKS } from '../presence.ts'
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

export const unplacedSchema = z.strictObject({
  why: z.enum(['denied', 'unavailable', 'timeout']),
})
export const lockSchema = z.strictObject({ locked: z.boolean() })
export const proofSchema = z.strictObject({ code: typedCode })
export const arrivalSchema = z.strictObject({
  number: z.int().min(1).max(10_000_000),
  admit: z.boolean(),
  /** On whose place of the list a phone comes that typed no key. */
  entry: z.int().min(1).max(MOST_LISTED).nullable().default(null),
})
// Numbers of any size: what is no place is refused with a sentence, not as a malformed message.
const spot = { latitude: z.number(), longitude: z.number() }
const grace = z.number().min(0).max(1000)
const fenceSchema = z.union([
  z.strictObject({
    type: z.literal('circle').default('circle'),
    ...spot,
    radius: z.number(),
    grace,
  }),
  z.strictObject({
    type: z.literal('area'),
    corners: z.array(z.strictObject(spot)).max(CORNER_LIMITS.most).readonly(),
    grace,
  }),
])
export const presenceSchema = z.strictObject({
  need: z.enum(['any', 'all']),
  proofs: z
    .array(z.enum(['fence', 'code', 'door', 'password', 'network', 'hand']))
    .max(6)
    .refine((proofs) => new Set(proofs).size === proofs.length),
  fence: fenceSchema.nullable(),
  networks: z.array(z.string().max(64)).max(MOST_NETWORKS).readonly().default([]),
})

export type PlaceMessage = z.infer<typeof placeSchema>

/** One phone that could not be admitted by itself. */
export interface Arrival {
  number: number
  proven: Proven
  /** It asked for the host. */
  asked: boolean
  /** It has a seat, and its place for the running question is in doubt. */
  again: boolean
  /** Has it shown that its owner is on the list? Null: none is set. */
  listed: boolean | null
}

/** What a phone says of itself. */
export interface PresenceEvents {
  'meeting:enter': (message: Message<typeof enterSchema>, ack: Ack<PhoneSnapshot>) => void
  'presence:place': (message: Message<typeof placeSchema>, ack: Ack<PhoneSnapshot>) => void
  /** Why this phone tells no position. */
  'presence:unplaced': (message: Message<typeof unplacedSchema>, ack: Ack<PhoneSnapshot>) => void
  'presence:code': (message: Message<typeof proofSchema>, ack: Ack<PhoneSnapshot>) => void
  /** Puts this phone on the waiting list. */
  'presence:ask': (message: Nothing, ack: Ack<PhoneSnapshot>) => void
}

/** What the desk decides about who may vote. */
export interface AdmissionEvents {
  'presence:rule': (message: Message<typeof presenceSchema>, ack: Ack<null>) => void
  /** The network that this desk's own line comes from, as CIDR; null: this cannot be told. */
  'presence:network': (message: Nothing, ack: Ack<{ network: string | null }>) => void
  'doors:lock': (message: Message<typeof lockSchema>, ack: Ack<null>) => void
  'arrival:decide': (message: Message<typeof arrivalSchema>, ack: Ack<null>) => void
}
