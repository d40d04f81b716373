import { z } from 'zod'
import type { Seat } from '../ids.ts'
import { typedCode, type Ack, type Message, type Nothing } from './fields.ts'
import type { PhoneSnapshot } from './events.ts'

/** The messages of who may vote by code, password or list. */

/** What lies in memory and on paper of one meeting. */
export const MOST_DOOR_CODES = 5000
export const MOST_CODES_AT_ONCE = 1000
export const LEAST_PASSWORD = 4
export const MOST_PASSWORD = 60

const secret = z.string().min(1).max(MOST_PASSWORD)
const seat = z
  .int()
  .min(1)
  .max(10_000_000)
  .transform((number) => number as Seat)

export const doorSchema = z.strictObject({ code: typedCode })
export const passwordSchema = z.strictObject({ password: secret })
export const makeCodesSchema = z.strictObject({ count: z.int().min(1).max(MOST_CODES_AT_ONCE) })
export const withdrawSchema = z.strictObject({ seat, withdrawn: z.boolean() })

/** One printed code; readable here and nowhere else. */
export interface DoorCode {
  number: number
  code: string
}

/** One who was let in. */
export interface Admitted {
  seat: Seat
  withdrawn: boolean
  /** Whose seat it is, where a list is set. */
  entry?: { number: number; name: string; held: boolean }
}

/** What a phone brings to the door. */
export interface DoorEvents {
  'presence:door': (message: Message<typeof doorSchema>, ack: Ack<PhoneSnapshot>) => void
  'presence:password': (message: Message<typeof passwordSchema>, ack: Ack<PhoneSnapshot>) => void
}

/** What the desk does with lists. */
export interface ListEvents {
  'door:make': (message: Message<typeof makeCodesSchema>, ack: Ack<{ codes: DoorCode[] }>) => void
  /** A new link for the helper's device; the one before is worthless from now on. */
  'helper:link': (message: Nothing, ack: Ack<null>) => void
  'password:set': (message: Message<typeof passwordSchema>, ack: Ack<null>) => void
  'people:list': (message: Nothing, ack: Ack<{ people: Admitted[] }>) => void
  /** Takes an admission back at once, or gives it again. */
  'people:withdraw': (message: Message<typeof withdrawSchema>, ack: Ack<null>) => void
}
