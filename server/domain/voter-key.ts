import { createHmac } from 'node:crypto'
import type { MeetingId } from '../../shared/ids.ts'

/** One vote's identity as a keyed hash of 16 bytes: two votes' rolls cannot be joined (D3, D54). */
export function voterKey(key: Uint8Array, meetingId: MeetingId, device: string): string {
  return createHmac('sha256', key).update(`${meetingId}|${device}`).digest('hex').slice(0, 32)
}
