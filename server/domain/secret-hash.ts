import { createHmac } from 'node:crypto'
import type { MeetingId } from '../../shared/ids.ts'

/** What is kept of a code, password or member number: worth nothing without the server's key, or elsewhere. */
export function secretHash(key: Uint8Array, meetingId: MeetingId, secret: string): string {
  return createHmac('sha256', key).update(`${meetingId}|${secret}`).digest('hex')
}
