import { createHash, createHmac } from 'node:crypto'
import type { MeetingId } from '../../shared/ids.ts'
import { MAIN_SCREEN } from './screens.ts'
import { readToken, signToken } from './token.ts'

/** The cookie of one browser: its id, signed, so that nobody makes up a device. */
export function deviceCookie(key: Uint8Array, device: string): string {
  return signToken(key, device)
}

export function readDevice(key: Uint8Array, cookie: string): string | null {
  return readToken(key, cookie)
}

/** A browser that signed in here once, whoever it was: strangers cannot make one up. */
export function knownCookie(key: Uint8Array, browser: string): string {
  return signToken(key, browser)
}

export function readKnown(key: Uint8Array, cookie: string): string | null {
  return readToken(key, cookie)
}

/** What is stored of a device: never the id that its cookie holds. */
export function deviceKey(key: Uint8Array, device: string): string {
  return createHmac('sha256', key).update(`stored|${device}`).digest('hex')
}

/** One big screen of one meeting. */
export interface ScreenOf {
  meetingId: MeetingId
  screenId: string
}

/** A read-only link to one of a meeting's big screens; the first one's names its meeting alone. */
export function screenToken(key: Uint8Array, { meetingId, screenId }: ScreenOf): string {
  return signToken(key, screenId === MAIN_SCREEN ? meetingId : `${meetingId}/${screenId}`)
}

export function readScreenToken(key: Uint8Array, token: string): ScreenOf | null {
  const [meetingId, screenId = MAIN_SCREEN] = readToken(key, token)?.split('/') ?? []
  return meetingId === undefined ? null : { meetingId: meetingId as MeetingId, screenId }
}

/** A link to a helper's device in one meeting; a later `making` of it takes its place. */
export interface HelperLink {
  meetingId: MeetingId
  making: number
}

export function helperToken(key: Uint8Array, { meetingId, making }: HelperLink): string {
  return signToken(key, `${making}|${meetingId}`)
}

export function readHelperToken(key: Uint8Array, token: string): HelperLink | null {
  const [making, meetingId] = readToken(key, token)?.split('|') ?? []
  return meetingId ? { meetingId: meetingId as MeetingId, making: Number(making) } : null
}

/** What is stored of an invitation: whoever reads it there cannot use it. */
export function hashOfLink(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
