import type { Admission, Proven } from '../../shared/presence.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { admission, needsHost } from '../domain/presence.ts'
import type { Ports } from '../ports.ts'
import type { ArrivalRow } from '../rows.ts'
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
    const { meeting, roster } = hall
    // With a list seats are not the devices': whose they are is known here alone.
    const rows = await store.arrivals(meeting.id, roster.isSet)
    const waits = roster.isSet ? rows.filter(({ voterKey }) => !isSeated(hall, voterKey)) : rows
    return waits.filter((row) => isListed(hall, row)).slice(0, MOST_LISTED)
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
        ...identityOf(hall, voterKey),
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

/** Whether the host took this device's admission back, and whether it is missing on the list. */
export function identityOf({ roster, withdrawn }: Hall, device: string) {
  const rollKey = roster.rollKeyOf(device)
  return { withdrawn: rollKey !== null && withdrawn.has(rollKey), unlisted: rollKey === null }
}

function isSeated({ roster, voices }: Hall, device: string): boolean {
  const entry = roster.byDevice(device)
  return entry !== null && voices.isHere(entry)
}

export type Arrivals = ReturnType<typeof createArrivals>
