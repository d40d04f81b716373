import type { Admission, Proven } from '../../shared/presence.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { givesWay, lineOf } from '../domain/full-list.ts'
import { admission, needsHost } from '../domain/presence.ts'
import { secretHash } from '../domain/secret-hash.ts'
import type { Ports } from '../ports.ts'
import type { ArrivalRow } from '../rows.ts'
import type { Hall } from './agenda.ts'

/** No host decides on more by hand, and strangers shall not fill the desk (D38). */
const MOST_LISTED = 500
/** Whoever was turned away asks again after this long at the earliest. */
const REST_MS = 60_000
/** Of so many devices it is remembered where they came from, and who gave way: the latest. */
const MOST_REMEMBERED = 10_000

/**
 * Devices that could not be admitted by themselves. Rows stay for good, so that a number is never
 * given twice; whoever has a seat is not in the list any more.
 */
export function createArrivals({
  clock,
  store,
  secrets,
  bus,
}: Pick<Ports, 'clock' | 'store' | 'secrets' | 'bus'>) {
  const rests = new Map<string, number>()
  /** A keyed hash of each device's line, in memory only (D29). */
  const lines = new Map<string, string>()
  /** Of whom it was forgotten nothing is said: such a device is a line of its own. */
  const lineOfDevice = (voterKey: string): string => lines.get(voterKey) ?? voterKey
  /** Who left a full list comes back by asking alone: pages that ask by themselves would push on. */
  const gaveWay = new Map<string, true>()

  const isListed = (hall: Hall, row: Omit<ArrivalRow, 'number' | 'voterKey'>): boolean =>
    !row.turnedAway &&
    (row.asked || needsHost(hall.meeting.presence, row.proven, hall.meeting.locked))

  async function waiting(hall: Hall): Promise<ArrivalRow[]> {
    const { meeting, roster } = hall
    // With a list seats are not the devices': whose they are is known here alone.
    const rows = await store.arrivals(meeting.id, roster.isSet)
    const waits = roster.isSet ? rows.filter(({ voterKey }) => !isSeated(hall, voterKey)) : rows
    return waits.filter((row) => isListed(hall, row))
  }

  /** Nobody that the meeting knows leaves for somebody else: by a right code, a name, or the host's hand. */
  function isStranger(hall: Hall, { voterKey, proven }: ArrivalRow): boolean {
    const { roster, withdrawn } = hall
    const isProven = [proven.code, proven.door, proven.password].includes(true)
    const wasIn = withdrawn.has(roster.rollKeyOf(voterKey) ?? '')
    return !isProven && !wasIn && roster.byDevice(voterKey) === null
  }

  /** Room for one more: a full list loses a stranger. False: there is none on it. */
  async function makeRoom(hall: Hall, newcomer: string): Promise<boolean> {
    const { id } = hall.meeting
    const there = await waiting(hall)
    if (there.length < MOST_LISTED) return true
    const strangers = there
      .filter((row) => isStranger(hall, row))
      .map(({ voterKey, number }) => ({ voterKey, number, line: lineOfDevice(voterKey) }))
    const leaving = givesWay(strangers, lineOfDevice(newcomer))
    if (!leaving) return false
    // The row too: its number was given before that of the newcomer, so it is not given again.
    await store.removeArrival(id, leaving.voterKey)
    remember(gaveWay, leaving.voterKey, true)
    bus.admission(id, leaving.voterKey)
    return true
  }

  const isResting = (voterKey: string): boolean =>
    clock.since() < (rests.get(voterKey) ?? -Infinity)

  function rest(voterKey: string): void {
    const now = clock.since()
    for (const [key, until] of rests) if (until <= now) rests.delete(key)
    rests.set(voterKey, now + REST_MS)
  }

  return {
    /** Before anything is noted of a device: where it comes from. */
    cameFrom({ meeting }: Hall, voterKey: string, address: string): void {
      const hash = secretHash(secrets.keyFor('line'), meeting.id, lineOf(address))
      remember(lines, voterKey, hash)
    },
    /** Of more than the desk can hold the strangers who came last, and everybody else. */
    async listed(hall: Hall): Promise<ArrivalRow[]> {
      const there = await waiting(hall)
      const strangers = there.filter((row) => isStranger(hall, row))
      const out = new Set(strangers.slice(0, Math.max(0, there.length - MOST_LISTED)))
      return there.filter((row) => !out.has(row)).slice(0, MOST_LISTED)
    },
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
    /** Keeps what was learned of a device, never a position; refused where the list is full of others. */
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
      if (isNew && !asked && gaveWay.has(voterKey)) return refuse('arrival/too-many')
      if (isNew && !(await makeRoom(hall, voterKey))) return refuse('arrival/too-many')
      gaveWay.delete(voterKey)
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

/** Has this device shown that its owner is on the list? Null: none is set. */
export function listedOf({ roster }: Hall, device: string): boolean | null {
  return roster.isSet ? roster.byDevice(device) !== null : null
}

function isSeated({ roster, voices }: Hall, device: string): boolean {
  const entry = roster.byDevice(device)
  return entry !== null && voices.isHere(entry)
}

/** The longest remembered is forgotten first. */
function remember<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key)
  map.set(key, value)
  for (const oldest of map.keys()) if (map.size > MOST_REMEMBERED) map.delete(oldest)
}

export type Arrivals = ReturnType<typeof createArrivals>
