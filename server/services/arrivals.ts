import type { Admission, Proven } from '../../shared/presence.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { admission, needsHost } from '../domain/presence.ts'
import type { ArrivalRow, Ports } from '../ports.ts'
import type { Hall } from './agenda.ts'

/** No host decides on more by hand, and strangers shall not fill the desk (D38). */
const MOST_LISTED = 500
/** Whoever was turned away asks again after this long at the earliest. */
const REST_MS = 60_000

/**
 * Devices that could not be admitted by themselves. Rows stay for good, so that a number is never
 * given twice; whoever has a seat is not in the list any more.
 */
export function createArrivals({ clock, store, bus }: Pick<Ports, 'clock' | 'store' | 'bus'>) {
  const rests = new Map<string, number>()

  const isListed = (hall: Hall, row: Omit<ArrivalRow, 'number' | 'voterKey'>): boolean =>
    !row.turnedAway &&
    (row.asked || needsHost(hall.meeting.presence, row.proven, hall.meeting.locked))

  async function listed(hall: Hall): Promise<ArrivalRow[]> {
    const rows = await store.arrivals(hall.meeting.id)
    return rows.filter((row) => isListed(hall, row)).slice(0, MOST_LISTED)
  }

  const isResting = (voterKey: string): boolean =>
    clock.since() < (rests.get(voterKey) ?? -Infinity)

  function rest(voterKey: string): void {
    const now = clock.since()
    for (const [key, until] of rests) if (until <= now) rests.delete(key)
    rests.set(voterKey, now + REST_MS)
  }

  return {
    listed,
    /** What a device that has no seat is told. */
    async standing(hall: Hall, voterKey: string): Promise<Admission> {
      const row = await store.arrival(hall.meeting.id, voterKey)
      const { presence, locked } = hall.meeting
      const own = row && isListed(hall, row) ? row : null
      return admission(presence, row?.proven ?? {}, own, {
        declined: row?.turnedAway ?? false,
        locked,
        withdrawn: hall.withdrawn.has(voterKey),
      })
    },
    /** Keeps what was learned of a device, never a position; refused where the list is full. */
    async note(
      hall: Hall,
      before: ArrivalRow | null,
      { voterKey, proven, asked }: { voterKey: string; proven: Proven; asked: boolean },
    ): Promise<Result<null>> {
      const { id } = hall.meeting
      if (asked && isResting(voterKey)) return refuse('arrival/turned-away')
      const row = {
        voterKey,
        proven,
        asked: asked || (before?.asked ?? false),
        turnedAway: asked ? false : (before?.turnedAway ?? false),
      }
      const isNew = isListed(hall, row) && !(before && isListed(hall, before))
      if (isNew && (await listed(hall)).length >= MOST_LISTED) return refuse('arrival/too-many')
      await store.saveArrival(id, row)
      bus.desk(id)
      return ok(null)
    },
    isResting,
    rest,
    async turnAway(hall: Hall, row: ArrivalRow): Promise<void> {
      rest(row.voterKey)
      await store.saveArrival(hall.meeting.id, { ...row, asked: false, turnedAway: true })
    },
  }
}

export type Arrivals = ReturnType<typeof createArrivals>
