import type { MeetingId, QuestionId } from '../../shared/ids.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { checkHand, type HandCount } from '../../shared/tally/hand.ts'
import { advance, reopenUntil } from '../domain/meeting-run.ts'
import type { Ports } from '../ports.ts'
import { isOnStage, revealedOf, type Agenda } from './agenda.ts'
import type { Counting } from './counting.ts'
import { nextSeq, type Questions } from './questions.ts'

/** What is counted and shown once a question is sealed. */
export interface Revealing {
  reveal(id: MeetingId, questionId: QuestionId): Promise<Result<null>>
  /** Votes of people without a device, between the close and the reveal; null: there were none (D33). */
  countByHand(id: MeetingId, questionId: QuestionId, hand: HandCount | null): Promise<Result<null>>
}

export function createRevealing({
  agenda,
  counting,
  questions,
  clock,
  bus,
}: Pick<Ports, 'clock' | 'bus'> & {
  agenda: Agenda
  counting: Counting
  questions: Questions
}): Revealing {
  return {
    reveal: (id, questionId) =>
      agenda.inTurn(id, async () => {
        const found = agenda.questionOf(id, questionId)
        if (!found) return refuse('question/unknown')
        const { hall } = found
        if (reopenUntil(found.row) !== null) await questions.seal(questionId)
        const sealed = agenda.question(questionId)?.row ?? found.row
        const revealed = advance(sealed, 'reveal', clock.now())
        if (!revealed.ok) return revealed
        const row = await counting.count(hall, revealed.value)
        await agenda.saveQuestion(row)
        const shown = revealedOf(row)
        // The room has gone on: only the desk and screens of results want to know.
        if (!shown || !isOnStage(hall, questionId)) {
          bus.desk(id)
          bus.screens(id, null)
        } else
          bus.event(id, {
            type: 'question:revealed',
            seq: nextSeq(hall, bus),
            questionId,
            ...shown,
          })
        return ok(null)
      }),
    countByHand: (id, questionId, hand) =>
      agenda.inTurn(id, async () => {
        const found = agenda.questionOf(id, questionId)
        if (!found) return refuse('question/unknown')
        const { row } = found
        if (row.state !== 'closed' && row.state !== 'sealed') return refuse('question/wrong-state')
        if (hand) {
          const checked = checkHand(row.question, hand)
          if (!checked.ok) return checked
        }
        await agenda.saveQuestion({ ...row, hand })
        bus.desk(id)
        return ok(null)
      }),
  }
}
