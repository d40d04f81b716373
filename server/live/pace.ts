import type { MeetingId } from '../../shared/ids.ts'
import type { Clock } from '../ports.ts'

/** Numbers at most ten times a second, bars at most four (D6); whatever the crowd does. */
const NUMBERS_MS = 100
const BARS_MS = 300
/** After a quiet while: what belongs to one commit is told together. */
const SOON_MS = 5

interface Told {
  numbersAt: number
  barsAt: number
  next: { at: number; callOff: () => void } | null
}

/**
 * When a meeting's changed numbers are told, and when its bars with them: at once after a quiet
 * while, and at a bounded pace in a crowd.
 */
export function createPace(
  clock: Pick<Clock, 'since' | 'after'>,
  tell: (id: MeetingId, withBars: boolean) => void,
) {
  const meetings = new Map<MeetingId, Told>()

  function run(id: MeetingId, told: Told): void {
    told.next = null
    const now = clock.since()
    const withBars = now >= told.barsAt + BARS_MS
    told.numbersAt = now
    if (withBars) told.barsAt = now
    else arm(id, told, told.barsAt + BARS_MS)
    tell(id, withBars)
  }

  function arm(id: MeetingId, told: Told, at: number): void {
    if (told.next && told.next.at <= at) return
    told.next?.callOff()
    const wait = Math.max(SOON_MS, at - clock.since())
    const callOff = clock.after(wait, () => {
      run(id, told)
    })
    told.next = { at, callOff }
  }

  return {
    changed(id: MeetingId): void {
      const told = meetings.get(id) ?? { numbersAt: -Infinity, barsAt: -Infinity, next: null }
      meetings.set(id, told)
      arm(id, told, told.numbersAt + NUMBERS_MS)
    },
    stop(): void {
      for (const { next } of meetings.values()) next?.callOff()
    },
  }
}
