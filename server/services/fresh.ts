import type { QuestionId, Seat } from '../../shared/ids.ts'
import type { Admission, Proven } from '../../shared/presence.ts'
import { refuse, ok, type Result } from '../../shared/result.ts'
import type { Arrival } from '../../shared/wire/presence.ts'
import { admission, freshRule, needsHost, withLearned } from '../domain/presence.ts'
import type { Ports } from '../ports.ts'
import { runningRow, type Hall } from './agenda.ts'
import type { Arrivals } from './arrivals.ts'

/** What a seat has told for the running question. */
interface Told {
  voterKey: string
  proven: Proven
  /** On the waiting list since the place failed or the host was asked; null: not on it. */
  number: number | null
  asked: boolean
  declined: boolean
}

/** A question that asks for the place once more, and what seats have told for it: in memory only. */
export interface FreshRound {
  questionId: QuestionId
  told: Map<Seat, Told>
}

const NOTHING: Omit<Told, 'voterKey'> = { proven: {}, number: null, asked: false, declined: false }

/** The round of the running question, begun where there is none; null: nothing is asked once more. */
function roundOf(hall: Hall): FreshRound | null {
  const running = runningRow(hall)
  if (!running?.question.fresh) return null
  const { id } = running.question
  if (hall.fresh?.questionId !== id) hall.fresh = { questionId: id, told: new Map() }
  return hall.fresh
}

function standingOf({ meeting }: Hall, told: Omit<Told, 'voterKey'>): Admission {
  const listed = told.number === null ? null : { number: told.number }
  return admission(freshRule(meeting.presence), told.proven, listed, { declined: told.declined })
}

/** What this seat still has to tell before it votes (D28); null: nothing is asked once more. */
export function freshStanding(hall: Hall, seat: Seat): Admission | null {
  const round = roundOf(hall)
  return round && standingOf(hall, round.told.get(seat) ?? NOTHING)
}

/** May this seat cast, as far as its place goes? */
export function isFresh(hall: Hall, seat: Seat): boolean {
  return freshStanding(hall, seat)?.state !== 'waiting'
}

/** Who is admitted while the question runs has just been checked. */
export function noteAdmitted(hall: Hall, seat: Seat, voterKey: string): void {
  roundOf(hall)?.told.set(seat, { ...NOTHING, voterKey, proven: { hand: true } })
}

/** Seats that tell their place once more, and those of them that the host has to see. */
export function createFresh({
  store,
  bus,
  arrivals,
}: Pick<Ports, 'store' | 'bus'> & { arrivals: Pick<Arrivals, 'isResting' | 'rest'> }) {
  const waiting = (hall: Hall) =>
    [...(roundOf(hall)?.told ?? [])].filter(
      ([, told]) => told.number !== null && standingOf(hall, told).state === 'waiting',
    )

  return {
    /** Keeps what a seat has just told, where its place is asked for once more. */
    async learn(
      hall: Hall,
      { voterKey, seat }: { voterKey: string; seat: Seat },
      { learned, asked }: { learned: Proven; asked: boolean },
    ): Promise<Result<null>> {
      const round = roundOf(hall)
      if (!round) return ok(null)
      if (asked && arrivals.isResting(voterKey)) return refuse('arrival/turned-away')
      const before = round.told.get(seat) ?? { ...NOTHING, voterKey }
      const proven = withLearned(before.proven, learned)
      const told = { ...before, proven, asked: asked || before.asked }
      if (asked) told.declined = false
      const isListed = told.asked || needsHost(freshRule(hall.meeting.presence), proven)
      if (isListed && !told.declined && told.number === null) {
        const row = { voterKey, proven: {}, asked: false, turnedAway: false }
        told.number = (await store.saveArrival(hall.meeting.id, row)).number
      }
      round.told.set(seat, told)
      bus.desk(hall.meeting.id)
      return ok(null)
    },
    listed: (hall: Hall): Arrival[] =>
      waiting(hall).map(([, { number, proven, asked }]) => ({
        number: number ?? 0,
        proven,
        asked,
        again: true,
        listed: hall.roster.isSet ? true : null,
      })),
    /** The host's hand; false: nobody with this number waits here. */
    decide(hall: Hall, number: number, admitted: boolean): boolean {
      const found = waiting(hall).find(([, told]) => told.number === number)
      if (!found) return false
      const [seat, told] = found
      const decided = admitted
        ? { ...told, proven: { ...told.proven, hand: true as const } }
        : { ...told, number: null, asked: false, declined: true }
      hall.fresh?.told.set(seat, decided)
      if (!admitted) arrivals.rest(told.voterKey)
      bus.admission(hall.meeting.id, told.voterKey)
      bus.desk(hall.meeting.id)
      return true
    },
  }
}
