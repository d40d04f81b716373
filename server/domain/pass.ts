import type { MeetingId, Seat } from '../../shared/ids.ts'
import { readToken, signToken } from './token.ts'

/** What a device may cast for in one vote: checked once, at joining, and carried by every ballot (D56). */
export interface Pass {
  vote: MeetingId
  seats: readonly Seat[]
}

export function signPass(key: Uint8Array, pass: Pass): string {
  return signToken(key, JSON.stringify([pass.vote, pass.seats]))
}

/** The pass this server signed, or null. */
export function readPass(key: Uint8Array, token: string): Pass | null {
  const body = readToken(key, token)
  if (body === null) return null
  const [vote, seats] = JSON.parse(body) as [MeetingId, Seat[]]
  return { vote, seats }
}
