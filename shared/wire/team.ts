import { z } from 'zod'
import type { JoinCode } from '../ids.ts'
import type { TeamRole } from '../rights.ts'
import { MAX_TITLE } from '../vote.ts'
import { typedCode, type Ack, type Message, type Nothing } from './fields.ts'

const MAX_NAME = 60

/** PostgreSQL keeps no NUL, and nobody's name has a line break. */
const name = z
  .string()
  .max(MAX_NAME)
  .regex(/^\P{Cc}*$/u)
const password = z.string().max(200)

export const accountSchema = z.strictObject({ number: z.int().min(1).max(1_000_000) })
export const inviteSchema = z.strictObject({ name, role: z.enum(['owner', 'facilitator']) })
export const nameSchema = z.strictObject({ name })
export const passwordSchema = z.strictObject({ login: name, password })
export const signInSchema = passwordSchema
export const meetingSchema = z.strictObject({ code: typedCode })
export const newMeetingSchema = z.strictObject({ title: z.string().max(MAX_TITLE) })

/** Somebody who may run the meetings of this server. */
export interface TeamMember {
  number: number
  /** Empty: the owner who has not said it yet. */
  name: string
  role: TeamRole
  login: string | null
  me: boolean
  /** At a desk now. */
  here: boolean
  /** Has a link that nobody has opened yet. */
  invited: boolean
}

export interface MeetingEntry {
  code: JoinCode
  title: string
  since: number
  questions: number
  /** A question takes ballots now. */
  running: boolean
}

/** One thing that somebody did at the desk. */
export interface Act {
  at: number
  /** Empty: somebody without a name. */
  name: string
  deed: string
  about: string
}

export interface TeamEvents {
  'team:list': (message: Nothing, ack: Ack<TeamMember[]>) => void
  /** The link to send: it opens the desk once, within a week. */
  'team:invite': (message: Message<typeof inviteSchema>, ack: Ack<{ link: string }>) => void
  'team:renew': (message: Message<typeof accountSchema>, ack: Ack<{ link: string }>) => void
  'team:remove': (message: Message<typeof accountSchema>, ack: Ack<null>) => void
  'account:name': (message: Message<typeof nameSchema>, ack: Ack<null>) => void
  'account:password': (message: Message<typeof passwordSchema>, ack: Ack<null>) => void
  'meetings:list': (message: Nothing, ack: Ack<MeetingEntry[]>) => void
  'meetings:add': (message: Message<typeof newMeetingSchema>, ack: Ack<{ code: JoinCode }>) => void
  /** A new one with this one's name, rule of presence, screens and questions, and nobody in it. */
  'meetings:copy': (message: Message<typeof meetingSchema>, ack: Ack<{ code: JoinCode }>) => void
  'meetings:remove': (message: Message<typeof meetingSchema>, ack: Ack<null>) => void
}
