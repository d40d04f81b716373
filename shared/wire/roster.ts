import { z } from 'zod'
import { MOST_CELL, MOST_LISTED } from '../formats/roster.ts'
import type { PhoneSnapshot } from './events.ts'
import type { Ack, Message, Nothing } from './fields.ts'

/** The messages of who is on the list (L06). It comes by HTTP: a socket carries no list. */

const cell = z.string().max(MOST_CELL)
export const rosterSchema = z.strictObject({
  lines: z
    .array(
      z.strictObject({
        ...{ name: cell, key: cell },
        ...{ proxy: cell.optional(), weight: cell.optional() },
      }),
    )
    .min(1)
    .max(MOST_LISTED),
})
export const keySchema = z.strictObject({ key: z.string().min(1).max(MOST_CELL) })
export const entrySchema = z.strictObject({ number: z.int().min(1).max(MOST_LISTED) })

/** Keys that the server made, readable in this one answer. */
export interface RosterMade {
  size: number
  codes: { number: number; name: string; code: string }[]
}

/** One on the list, as the desk sees it. */
export interface RosterEntry {
  number: number
  name: string
  /** `held`: its key was typed at a device; `present`: it was let in, too. */
  state: 'free' | 'held' | 'present'
  /** The number of whoever holds this one's voice; null: nobody (D56). */
  proxy: number | null
  /** Votes, as the list says them; null: one, like everybody. */
  weight: string | null
}

/** What a phone says of its owner. */
export interface ListedEvents {
  'roster:key': (message: Message<typeof keySchema>, ack: Ack<PhoneSnapshot>) => void
}

/** What the desk does with the list. */
export interface RosterEvents {
  'roster:list': (message: Nothing, ack: Ack<{ entries: RosterEntry[] }>) => void
  'roster:remove': (message: Nothing, ack: Ack<null>) => void
  /** Another phone may take this entry's place; its seat and ballots stay. */
  'roster:release': (message: Message<typeof entrySchema>, ack: Ack<null>) => void
}
