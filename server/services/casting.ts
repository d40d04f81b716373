import { checkBallot, type Ballot, type StampedBallot } from '../../shared/ballot.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { isEntitled, type Question } from '../../shared/vote.ts'
import type { KeptAnswer } from '../../shared/wire/cast.ts'
import type { Pass } from '../domain/pass.ts'
import { BLIND_BYTES, stampOf } from '../domain/stamping.ts'
import type { Ports } from '../ports.ts'
import type { QuestionRow } from '../rows.ts'
import type { Agenda, Hall } from './agenda.ts'
import { isFresh } from './fresh.ts'

export interface Casting {
  /** Keeps one ballot of a seat in this pass, durably, and answers with its revision. */
  castBallot(pass: Pass, ballot: Ballot): Promise<Result<KeptAnswer>>
}

interface Found {
  hall: Hall
  row: QuestionRow
}

/** The path of every ballot: room or city, socket or HTTP. */
export function createCasting({
  agenda,
  box,
  counters,
  dice,
  bus,
}: Pick<Ports, 'box' | 'counters' | 'dice' | 'bus'> & { agenda: Agenda }): Casting {
  /** Counts a seat once, and only where this ballot would have changed what counts. */
  function note({ meeting, late }: Hall, ballot: Ballot, countedRev: number): void {
    const { questionId, seat, basedOn } = ballot
    const seats = late.get(questionId) ?? new Set()
    if (countedRev > basedOn || seats.has(seat)) return
    late.set(questionId, seats.add(seat))
    bus.desk(meeting.id)
  }

  async function tooLate({ hall, row }: Found, ballot: Ballot): Promise<Result<never>> {
    const { questionId, seat } = ballot
    // Behind what is in the queue: an earlier ballot of this seat may not be in its box yet.
    if (row.state === 'closing') await box.close(questionId)
    const countedRev = await box.standingRev(questionId, seat)
    if (row.state !== 'draft') note(hall, ballot, countedRev)
    return refuse('question/not-open', { countedRev })
  }

  const blind = () => Buffer.from(dice.secret(BLIND_BYTES)).toString('hex')

  /** With what the list says of this seat, where the rules want it beside the choice. */
  function stamped({ roster }: Hall, questions: readonly Question[], ballot: Ballot) {
    const entry = roster.entryOf(ballot.seat)
    if (!entry) return ballot
    const answers = ballot.answers.map((answer, place) => ({
      ...answer,
      ...stampOf(questions[place]!, entry, { roster, blind }),
    }))
    return { ...ballot, answers } satisfies StampedBallot
  }

  return {
    async castBallot(pass, ballot) {
      const { questionId, seat } = ballot
      const found = agenda.question(questionId)
      if (!found) return refuse('question/unknown')
      const meetingId = found.hall.meeting.id
      if (pass.vote !== meetingId || !pass.seats.includes(seat))
        return refuse('ballot/not-your-seat')
      const { roster, voices, withdrawn } = found.hall
      if (withdrawn.has(roster.rollKeyOf(pass.holder) ?? '')) return refuse('seat/withdrawn')
      const voter = roster.byDevice(pass.holder)
      if (!voices.mayCast(pass.holder, seat, questionId))
        return refuse(voter ? 'ballot/not-your-seat' : 'meeting/not-admitted')

      const questions = agenda.openTogether(questionId)
      if (!questions) return tooLate(found, ballot)
      if (!isEntitled(found.row.opening, seat)) return refuse('ballot/not-entitled')
      // Where a proxy is counts, not where the seat's owner is.
      if (!isFresh(found.hall, (voter && roster.seatOf(voter)) ?? seat))
        return refuse('presence/fresh-needed')
      const checked = checkBallot(questions, ballot)
      if (!checked.ok) return checked

      const cast = box.cast(stamped(found.hall, questions, ballot))
      const over = () => undefined
      found.hall.sent.set(seat, cast.then(over, over))
      const kept = await cast
      if (!kept.ok) {
        if (kept.refusal.code === 'question/not-open')
          note(found.hall, ballot, Number(kept.refusal.detail?.countedRev))
        return kept
      }

      if (kept.value.change) {
        counters.kept(questionId, kept.value.change)
        bus.numbers(meetingId)
      }
      return ok({ kept: true, rev: kept.value.rev })
    },
  }
}
