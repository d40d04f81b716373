import type { MeetingId } from '../../shared/ids.ts'
import type { Role } from '../../shared/rights.ts'
import type { Pass } from '../services/holding.ts'
import type { Visitor } from '../services/joining.ts'

/** One socket's standing: fixed at the handshake, but for what it joins. */
export interface Caller {
  device: string
  /** Where its line comes from: never kept, never logged. */
  address: string
  role: Role
  /** Who runs meetings from this browser, and until when (milliseconds since 1970). */
  signedIn: { account: number; until: number } | null
  /** The screen that a link names; null for all others. */
  screenOf: { meetingId: MeetingId; screenId: string } | null
  /** What a helper's device was opened with; null for all others. */
  helper: string | null
  /** The meeting whose desk or screen this page shows. */
  watched: MeetingId | null
  visitor: Visitor | null
  pass: Pass | null
}
