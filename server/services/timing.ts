import type { MeetingId, QuestionId } from '../../shared/ids.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { extended, untimed } from '../domain/meeting-run.ts'
import type { Ports } from '../ports.ts'
import type { QuestionRow } from '../rows.ts'
import type { Agenda, Hall } from './agenda.ts'
import type { Visitor } from './joining.ts'
import { nextSeq, type Questions } from './questions.ts'

/** The time of a question: one deadline for everybody, moved by the facilitator alone (D49). */
export interface Timing {
  extend(id: MeetingId, questionId: QuestionId, seconds: number): Promise<Result<null>>
  remove(id: MeetingId, questionId: QuestionId): Promise<Result<null>>
  /** A voter needs more time. Once a device and question; whoever asks again gets the same answer. */
  ask(visitor: Visitor, questionId: QuestionId): Result<null>
  reopen(id: MeetingId, questionId: QuestionId, seconds: number | null): Promise<Result<null>>
  seal(id: MeetingId, questionId: QuestionId): Promise<Result<null>>
}

export function createTiming({
  agenda,
  questions,
  clock,
  bus,
}: Pick<Ports, 'clock' | 'bus'> & { agenda: Agenda; questions: Questions }): Timing {
  /** Does the deed when it is its turn, with the question as it stands then. */
  function withQuestion(
    id: MeetingId,
    questionId: QuestionId,
    deed: (found: { hall: Hall; row: QuestionRow }) => Promise<Result<null>>,
  ): Promise<Result<null>> {
    return agenda.inTurn(id, async () => {
      const found = agenda.question(questionId)
      return found?.hall.meeting.id === id ? deed(found) : refuse('question/unknown')
    })
  }

  /** Keeps the new deadline and tells it. Whoever asked for it has been heard. */
  async function move(hall: Hall, moved: Result<QuestionRow>): Promise<Result<null>> {
    if (!moved.ok) return moved
    const row = moved.value
    const questionId = row.question.id
    await agenda.saveQuestion(row)
    questions.arm(row)
    const asks = hall.asks.get(questionId)
    if (asks) asks.open = 0
    bus.event(row.meetingId, {
      type: 'question:timer',
      seq: nextSeq(hall, bus),
      questionId,
      deadline: row.deadline,
    })
    return ok(null)
  }

  return {
    extend: (id, questionId, seconds) =>
      withQuestion(id, questionId, ({ hall, row }) =>
        move(hall, extended(row, seconds, clock.now())),
      ),
    remove: (id, questionId) =>
      withQuestion(id, questionId, ({ hall, row }) => move(hall, untimed(row))),
    ask({ meetingId, voterKey }, questionId) {
      const found = agenda.question(questionId)
      if (found?.hall.meeting.id !== meetingId) return refuse('question/unknown')
      const { hall, row } = found
      if (row.state !== 'open') return refuse('question/not-open')
      const asks = hall.asks.get(questionId) ?? { by: new Set(), open: 0 }
      hall.asks.set(questionId, asks)
      // Where there is no deadline everybody has all the time.
      if (row.deadline === null || asks.by.has(voterKey)) return ok(null)
      asks.by.add(voterKey)
      asks.open += 1
      bus.numbers(meetingId)
      return ok(null)
    },
    reopen: (id, questionId, seconds) =>
      withQuestion(id, questionId, () => questions.reopen(questionId, seconds)),
    seal: (id, questionId) => withQuestion(id, questionId, () => questions.seal(questionId)),
  }
}
