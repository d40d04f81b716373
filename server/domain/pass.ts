import type { MeetingId, Seat } from '../../shared/ids.ts'
import { readToken, signToken } from './token.ts'

/** What a device may cast for in one vote: checked once, at joining, and carried by every ballot (D56). */
export interface Pass {
  vote: MeetingId
  seats: readonly Seat[]
  /** The voter key of the device: what of its seats still holds is asked of the memory (D62). */
  holder: string
}

export function signPass(key: Uint8Array, { vote, seats, holder }: Pass): string {
  return signToken(key, JSON.stringify([vote, seats, holder]))
}

/** The pass this server signed, or null. */
export function readPass(key: Uint8Array, token: string): Pass | null {
  const body = readToken(key, token)
  if (body === null) return null
  const [vote, seats, holder] = JSON.parse(body) as [MeetingId, Seat[], string?]
  // Older passes name no holder, and nobody could take their admission back.
  return holder === undefined ? null : { vote, seats, holder }
}
