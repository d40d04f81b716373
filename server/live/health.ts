import type { MeetingId } from '../../shared/ids.ts'
import type { Health, Trouble } from '../../shared/wire/health.ts'
import type { Clock } from '../ports.ts'
import type { Casting } from '../services/casting.ts'
import { createRecentTimes, RECENT_MS } from './recent-times.ts'

const SHARE = 0.95
/** Beyond it phones begin to send again: they wait a second and a half. */
const SLOW_MS = 1000
/** Phones whose screens go dark leave one by one; a network that fails takes many at once. */
const MANY_LOST = 5
const LARGE_SHARE = 0.25

/** What a facilitator should do something about. */
export function troublesOf({
  connected,
  reconnecting,
  ackedWithin,
}: Omit<Health, 'troubles'>): Trouble[] {
  const troubles: Trouble[] = []
  if (reconnecting >= MANY_LOST && reconnecting >= LARGE_SHARE * (connected + reconnecting))
    troubles.push('lines')
  if (ackedWithin !== null && ackedWithin > SLOW_MS) troubles.push('slow')
  return troubles
}

/** Measures each meeting as it goes: who has just left, and how fast ballots are acknowledged. */
export function createHealth(clock: Pick<Clock, 'since'>) {
  const times = new Map<MeetingId, ReturnType<typeof createRecentTimes>>()
  /** When each device left that is not back, the longest ago first. */
  const left = new Map<MeetingId, Map<string, number>>()

  function reconnecting(id: MeetingId): number {
    const gone = left.get(id)
    for (const [device, at] of gone ?? []) {
      if (clock.since() - at < RECENT_MS) break
      gone?.delete(device)
    }
    return gone?.size ?? 0
  }

  return {
    /** A device has come, or its last socket has left. */
    moved(id: MeetingId, device: string, isHere: boolean): void {
      const gone = left.get(id) ?? new Map<string, number>()
      left.set(id, gone)
      gone.delete(device)
      if (!isHere) gone.set(device, clock.since())
    },
    /** The same casting with a watch on it: the ballots of every door pass here. */
    timed(casting: Casting): Casting {
      return {
        async castBallot(pass, ballot) {
          const arrived = clock.since()
          const kept = await casting.castBallot(pass, ballot)
          if (!kept.ok) return kept
          const recent = times.get(pass.vote) ?? createRecentTimes()
          times.set(pass.vote, recent)
          recent.add(clock.since(), clock.since() - arrived)
          return kept
        },
      }
    },
    of(id: MeetingId, connected: number): Health {
      const { count, ms } = times.get(id)?.within(clock.since(), SHARE) ?? { count: 0, ms: null }
      const measured = {
        ...{ connected, reconnecting: reconnecting(id) },
        ...{ acked: count, ackedWithin: ms },
      }
      return { ...measured, troubles: troublesOf(measured) }
    },
  }
}

export type RoomHealth = ReturnType<typeof createHealth>
