import { checkBallot, type Ballot } from '../../shared/ballot.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import type { KeptAnswer } from '../../shared/wire/events.ts'
import type { Pass } from '../domain/pass.ts'
import type { Ports } from '../ports.ts'
import type { Agenda } from './agenda.ts'

export interface Casting {
  /** Keeps one ballot of a seat in this pass, durably, and answers with its revision. */
  castBallot(pass: Pass, ballot: Ballot): Promise<Result<KeptAnswer>>
}

/** The path of every ballot: room or city, socket or HTTP. */
export function createCasting({
  agenda,
  box,
  counters,
  bus,
}: Pick<Ports, 'box' | 'counters' | 'bus'> & { agenda: Agenda }): Casting {
  return {
    async castBallot(pass, ballot) {
      const { questionId, seat } = ballot
      const found = agenda.question(questionId)
      if (!found) return refuse('question/unknown')
      const meetingId = found.hall.meeting.id
      if (pass.vote !== meetingId || !pass.seats.includes(seat))
        return refuse('ballot/not-your-seat')

      const questions = agenda.openTogether(questionId)
      if (!questions) {
        if (found.row.state !== 'draft') found.row.late += 1
        return refuse('question/not-open', { countedRev: await box.standingRev(questionId, seat) })
      }
      const checked = checkBallot(questions, ballot)
      if (!checked.ok) return checked

      const kept = await box.cast(ballot)
      if (!kept.ok) return kept

      if (kept.value.change) {
        counters.kept(questionId, kept.value.change)
        bus.numbers(meetingId)
      }
      return ok({ kept: true, rev: kept.value.rev })
    },
  }
}
