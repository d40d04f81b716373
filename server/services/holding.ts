import type { QuestionId, Seat } from '../../shared/ids.ts'
import type { PhoneSnapshot } from '../../shared/wire/events.ts'
import { readPass, signPass, type Pass } from '../domain/pass.ts'
import type { Ports } from '../ports.ts'
import type { Agenda, Hall } from './agenda.ts'
import { listedOf, type Arrivals } from './arrivals.ts'
import { freshStanding } from './fresh.ts'
import type { Standing, Visitor } from './joining.ts'

export type { Pass }

/** What a device holds in a meeting: the seats that it votes with, its pass, and what it knows. */
export interface Holding {
  /** The pass that a ballot by HTTP brings along, if it is ours. */
  readPass(token: string): Pass | null
  /** What this device may cast for, should it hold this seat. */
  passFor(visitor: Visitor, seat: Seat): Pass
  /** What a phone that stands so knows and may do. */
  snapshot(visitor: Visitor, standing: Standing): Promise<PhoneSnapshot>
}

export function createHolding({
  agenda,
  arrivals,
  clock,
  box,
  secrets,
}: Pick<Ports, 'clock' | 'box' | 'secrets'> & {
  agenda: Agenda
  arrivals: Pick<Arrivals, 'standing'>
}): Holding {
  const passKey = secrets.keyFor('pass')

  return {
    readPass: (token) => readPass(passKey, token),
    passFor: ({ meetingId, voterKey: key }, seat) => passOf(agenda.hall(meetingId), key, seat),
    /** The view is taken last, with nothing awaited after it: no event may fall in between. */
    async snapshot({ meetingId, voterKey: key }, { seat, scanned }) {
      const hall = agenda.hall(meetingId)
      const { presence } = hall.meeting
      const { need, proofs } = presence
      const listed = listedOf(hall, key)
      const common = { meetingId, now: clock.now(), need, proofs, scanned, listed }
      if (seat === null) {
        const waits = await arrivals.standing(hall, key)
        return {
          ...common,
          view: { ...agenda.view(hall), stage: null },
          me: { admission: waits, pass: null, seats: [], rev: 0, fresh: null },
        }
      }
      const before = agenda.view(hall).stage?.question.id ?? null
      const revs = new Map<Seat, number>()
      for (const each of seatsOf(hall, key, seat))
        revs.set(each, before ? await box.standingRev(before, each) : 0)
      const view = agenda.view(hall)
      const now = view.stage?.question.id ?? null
      // In a question that opened meanwhile this phone has not voted.
      const revOf = (each: Seat) => (now === before ? (revs.get(each) ?? 0) : 0)
      return {
        ...common,
        view,
        me: {
          admission: { state: 'admitted' },
          pass: signPass(passKey, passOf(hall, key, seat)),
          ...handOf(hall, key, { seat, question: now, revOf }),
          fresh: view.stage && freshStanding(hall, seat),
        },
      }
    },
  }
}

/** All that this device may ever cast for; what of it holds is asked at each ballot. */
function seatsOf({ roster, voices }: Hall, device: string, own: Seat): Seat[] {
  const entry = roster.byDevice(device)
  return entry ? voices.entriesOf(entry).flatMap((each) => roster.seatOf(each) ?? []) : [own]
}

function passOf(hall: Hall, device: string, own: Seat): Pass {
  return { vote: hall.meeting.id, seats: seatsOf(hall, device, own), holder: device }
}

/** With which seats a device votes in this question, and for whom (D56). */
function handOf(
  { roster, voices }: Hall,
  device: string,
  { seat, question, revOf }: { seat: Seat; question: QuestionId | null; revOf(seat: Seat): number },
): Pick<PhoneSnapshot['me'], 'seats' | 'rev' | 'voices' | 'votedBy' | 'weight'> {
  const entry = roster.byDevice(device)
  if (!entry) return { seats: [seat], rev: revOf(seat) }
  const isOwn = voices.isOwn(entry, question)
  const others = voices
    .entriesOf(entry)
    .filter((each) => each !== entry && voices.voterOf(each, question) === entry)
    .map((each) => ({
      ...{ seat: roster.seatOf(each)!, name: roster.labelOf(each) },
      ...(each.weight !== null && { weight: each.weight }),
    }))
  return {
    rev: isOwn ? revOf(seat) : 0,
    seats: [...(isOwn ? [seat] : []), ...others.map((each) => each.seat)],
    ...(others.length > 0 && {
      voices: others.map((each) => ({ ...each, rev: revOf(each.seat) })),
    }),
    ...(entry.weight !== null && { weight: entry.weight }),
    ...(!isOwn && { votedBy: voices.holderOf(entry)?.name ?? '' }),
  }
}
