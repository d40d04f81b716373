import { asCode, type MeetingId, type Seat } from '../../shared/ids.ts'
import type { Proof, Proven, Unplaced } from '../../shared/presence.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import type { PhoneSnapshot } from '../../shared/wire/events.ts'
import type { Arrival } from '../../shared/wire/presence.ts'
import { isInNetworks } from '../domain/networks.ts'
import { admission, needsHost, withLearned } from '../domain/presence.ts'
import { isPresenceCode, presenceCode } from '../domain/presence-code.ts'
import { checkPlace, sharpness, type Position } from '../domain/venue.ts'
import { voterKey } from '../domain/voter-key.ts'
import type { Ports } from '../ports.ts'
import type { Agenda, Hall } from './agenda.ts'
import { createArrivals, identityOf, listedOf } from './arrivals.ts'
import type { Attendance } from './attendance.ts'
import { createFresh, noteAdmitted } from './fresh.ts'
import { createHolding, type Holding } from './holding.ts'
import type { Rosters } from './rosters.ts'
import { createTurns } from './turns.ts'

/** One device at one meeting. */
export interface Visitor {
  meetingId: MeetingId
  voterKey: string
}

/** What a phone brings along without a deed of its owner. */
export interface Brought {
  scanned: Scanned | null
  /** Where its line comes from: compared, and neither kept nor logged. */
  address: string
}

/** What a visit came to. Whoever has a seat sits down first and asks for the snapshot then. */
export interface Standing {
  /** Null: not admitted yet. */
  seat: Seat | null
  scanned: PhoneSnapshot['scanned']
}

/** What became of a secret that may be guessed; `spent`: the device has no try left. */
export type Tried = 'right' | 'wrong' | 'used' | 'spent'
export type Secret = 'code' | 'door' | 'password'

/** Why it proves nothing; null: it does. */
function whyNot<S extends Secret>(secret: S, tried: Tried) {
  if (tried === 'right') return null
  if (tried === 'spent') return 'code/too-many-tries'
  return tried === 'used' ? 'door/used' : (`${secret}/wrong` as const)
}

/** A code out of a scanned address, and what became of it. */
export interface Scanned {
  secret: 'code' | 'door'
  tried: Tried
}

export interface Joining extends Holding {
  /** Who this device is to the meeting with this code. */
  visitor(device: string, code: string): Result<Visitor>
  /** Has this device been here before: admitted, or on the waiting list? */
  isKnown(visitor: Visitor): Promise<boolean>
  /** Is this what the big screen shows now, or has just shown? Every try costs: see live/codes.ts. */
  isPresenceCode(visitor: Visitor, typed: string): boolean
  asksFor(visitor: Visitor, proof: Proof): boolean
  /** Where this device stands; a scanned code that is right admits it, and so may the venue's network. */
  enter(visitor: Visitor, brought: Brought): Promise<Result<Standing>>
  /** Checks a position and drops it (D28, D29). */
  provePlace(visitor: Visitor, position: Position): Promise<Result<Standing>>
  /** This phone tells no position: the host sees why. */
  withoutPlace(visitor: Visitor, why: Unplaced): Promise<Result<Standing>>
  prove(visitor: Visitor, secret: Secret, tried: Tried): Promise<Result<Standing>>
  /** By a key of the list, which was tried before. */
  proveListed(visitor: Visitor, tried: Tried): Promise<Result<Standing>>
  askHost(visitor: Visitor): Promise<Result<Standing>>
  /** The host's hand at the door: whom a helper's device admits. */
  letIn(visitor: Visitor): Promise<Result<Standing>>
  /**
   * The host's hand: lets a waiting device in, or turns it away. Where a list is set and the device
   * typed no key, `entry` says whose free place it takes.
   */
  decide(
    meetingId: MeetingId,
    number: number,
    admit: boolean,
    entry?: number | null,
  ): Promise<Result<null>>
  arrivals(meetingId: MeetingId): Promise<Arrival[]>
  /** What the big screen shows now; null where the meeting does not ask for it. */
  presenceCode(hall: Hall): { code: string | null; until: number }
}

export function createJoining({
  agenda,
  rosters,
  attendance,
  ...ports
}: Pick<Ports, 'clock' | 'store' | 'box' | 'secrets' | 'bus'> & {
  agenda: Agenda
  attendance: Pick<Attendance, 'admit'>
  rosters: Pick<Rosters, 'assign'>
}): Joining {
  const { clock, store, box, secrets, bus } = ports
  const presenceKey = secrets.keyFor('presence')
  const arrivals = createArrivals({ clock, store, secrets, bus })
  const fresh = createFresh({ store, bus, arrivals })
  /** What a phone does and what the host decides about it never overlap. */
  const inTurn = createTurns()

  /** The seat that this device may still use. */
  async function seatOf(id: MeetingId, key: string): Promise<Seat | null> {
    const { roster, voices, withdrawn } = agenda.hall(id)
    const rollKey = roster.rollKeyOf(key)
    if (rollKey === null || withdrawn.has(rollKey) || voices.standing({ rollKey }).absent)
      return null
    return store.seatOf(id, rollKey)
  }

  /** What is learned of a device, and whether that gives it a seat. */
  async function learn(
    { meetingId, voterKey: key }: Visitor,
    learned: Proven = {},
    asked = false,
    scanned: Standing['scanned'] = null,
  ): Promise<Result<Standing>> {
    const seat = await seatOf(meetingId, key)
    if (seat !== null) {
      const isNews = asked || Object.keys(learned).length > 0
      const hall = agenda.hall(meetingId)
      const told = isNews
        ? await inTurn(key, () => fresh.learn(hall, { voterKey: key, seat }, { learned, asked }))
        : ok(null)
      return told.ok ? ok({ seat, scanned }) : told
    }
    const given = await inTurn(key, () => seatFor(agenda.hall(meetingId), key, learned, asked))
    return given.ok ? ok({ seat: given.value, scanned }) : given
  }

  /** Gives a seat where the proofs suffice; else remembers what was learned, never a position. */
  async function seatFor(
    hall: Hall,
    key: string,
    learned: Proven,
    asked: boolean,
  ): Promise<Result<Seat | null>> {
    const { id, presence, locked } = hall.meeting
    const taken = await seatOf(id, key)
    if (taken !== null) return ok(taken)
    const identity = identityOf(hall, key)
    const before = await store.arrival(id, key)
    const facts: Proven = locked && !before ? { ...learned, shut: true } : learned
    const proven = withLearned(before?.proven ?? {}, facts)
    if (admission(presence, proven, before, { locked, ...identity }).state === 'admitted') {
      if (before) bus.desk(id)
      return ok(await admit(hall, key))
    }
    const isNews = asked || Object.keys(facts).length > 0
    if (!isNews && (before || !needsHost(presence, proven, locked))) return ok(null)
    const noted = await arrivals.note(hall, before, { voterKey: key, proven, asked })
    // Whoever only opened the page asked for no place on the list.
    return noted.ok || !isNews ? ok(null) : noted
  }

  async function admit(hall: Hall, key: string) {
    const { id } = hall.meeting
    const rollKey = hall.roster.rollKeyOf(key)
    if (rollKey === null) throw new Error('nobody on the list is admitted')
    const seat = await attendance.admit(hall, rollKey)
    noteAdmitted(hall, seat, key)
    bus.numbers(id)
    return seat
  }

  return {
    ...createHolding({ agenda, clock, box, secrets, arrivals }),
    visitor(device, typed) {
      const found = agenda.byCode(asCode(typed))
      if (!found.ok) return found
      const { id } = found.value.meeting
      return ok({ meetingId: id, voterKey: voterKey(secrets.keyFor('voter'), id, device) })
    },
    async isKnown({ meetingId, voterKey: key }) {
      const { roster, voices } = agenda.hall(meetingId)
      const rollKey = roster.rollKeyOf(key)
      return (
        (rollKey !== null &&
          !voices.standing({ rollKey }).absent &&
          (await store.seatOf(meetingId, rollKey)) !== null) ||
        (await store.arrival(meetingId, key)) !== null
      )
    },
    isPresenceCode: ({ meetingId }, typed) =>
      isPresenceCode(presenceKey, meetingId, clock.now(), asCode(typed)),
    asksFor: ({ meetingId }, proof) =>
      agenda.hall(meetingId).meeting.presence.proofs.includes(proof),
    async enter(visitor, { scanned, address }) {
      const why = scanned && whyNot(scanned.secret, scanned.tried)
      const { proofs, networks } = agenda.hall(visitor.meetingId).meeting.presence
      const isHere = proofs.includes('network') && isInNetworks(networks, address)
      const learned: Proven = {
        ...(scanned && why === null ? { [scanned.secret]: true } : {}),
        ...(isHere ? { network: true } : {}),
      }
      arrivals.cameFrom(agenda.hall(visitor.meetingId), visitor.voterKey, address)
      const entered = await learn(visitor, learned, false, why)
      // A full waiting list is no reason to show no page.
      return entered.ok ? entered : ok({ seat: null, scanned: why })
    },
    async provePlace(visitor, position) {
      const { fence, proofs } = agenda.hall(visitor.meetingId).meeting.presence
      if (!fence || !proofs.includes('fence')) return refuse('place/not-asked')
      const checked = checkPlace(fence, position)
      if (!checked.ok) return checked
      return learn(visitor, { fence: checked.value, found: sharpness(position) })
    },
    async withoutPlace(visitor, why) {
      const { proofs } = agenda.hall(visitor.meetingId).meeting.presence
      return proofs.includes('fence')
        ? learn(visitor, { unplaced: why })
        : refuse('place/not-asked')
    },
    async prove(visitor, secret, tried) {
      const why = whyNot(secret, tried)
      if (why === null) return learn(visitor, { [secret]: true })
      if (secret === 'code') await learn(visitor, { wrongCode: true })
      return refuse(why)
    },
    async proveListed(visitor, tried) {
      if (tried === 'right') return learn(visitor)
      return refuse(tried === 'spent' ? 'code/too-many-tries' : `roster/${tried}`)
    },
    askHost: (visitor) => learn(visitor, {}, true),
    letIn: (visitor) => learn(visitor, { hand: true }),
    async decide(meetingId, number, admitted, entry = null) {
      const hall = agenda.hall(meetingId)
      if (fresh.decide(hall, number, admitted)) return ok(null)
      const there = await store.arrivals(meetingId, hall.roster.isSet)
      const found = there.find((row) => row.number === number)
      if (!found) return refuse('arrival/unknown')
      const { voterKey: key } = found
      return inTurn(key, async () => {
        const row = await store.arrival(meetingId, key)
        if (!row || (await seatOf(meetingId, key)) !== null) return refuse('arrival/unknown')
        if (admitted && identityOf(hall, key).unlisted) {
          const assigned = await rosters.assign(hall, key, entry)
          if (!assigned.ok) return assigned
        }
        if (admitted) await admit(hall, key)
        else await arrivals.turnAway(hall, row)
        bus.admission(meetingId, key)
        bus.desk(meetingId)
        return ok(null)
      })
    },
    async arrivals(meetingId) {
      const hall = agenda.hall(meetingId)
      const rows = await arrivals.listed(hall)
      const first = rows.map(({ voterKey: key, number, proven, asked }) => ({
        number,
        proven,
        asked,
        again: false,
        listed: listedOf(hall, key),
      }))
      return [...fresh.listed(hall), ...first]
    },
    presenceCode({ meeting }) {
      const shown = presenceCode(presenceKey, meeting.id, clock.now())
      return { ...shown, code: meeting.presence.proofs.includes('code') ? shown.code : null }
    },
  }
}
