import type { MeetingId, QuestionId } from '../../shared/ids.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { testQuestion } from '../../shared/vote.ts'
import type { Ports } from '../ports.ts'
import type { Agenda } from './agenda.ts'
import { addDrafts, draftRow, inFront, lastPlace } from './drafts.ts'
import type { Questions } from './questions.ts'

/** Questions that nobody has to write: the test, and one that is asked once more. */
export interface Repeating {
  /** Coffee or tea, open at once; a test for ever (D60). */
  openTest(id: MeetingId): Promise<Result<null>>
  /** The next question asks this one again: a round of its own, with the roll as it is then (D61). */
  askAgain(id: MeetingId, questionId: QuestionId): Promise<Result<{ questionId: QuestionId }>>
}

export function createRepeating({
  agenda,
  questions,
  dice,
  bus,
}: Pick<Ports, 'dice' | 'bus'> & { agenda: Agenda; questions: Questions }): Repeating {
  return {
    openTest: (id) =>
      agenda.inTurn(id, async () => {
        const hall = agenda.hall(id)
        const row = draftRow(dice.id() as QuestionId, id)
        const question = testQuestion(row.question.id)
        return questions.open(hall, { ...row, question, place: lastPlace(hall) + 1 })
      }),
    askAgain: (id, questionId) =>
      agenda.inTurn(id, async () => {
        const found = agenda.questionOf(id, questionId)
        if (!found) return refuse('question/unknown')
        const { hall, row } = found
        const { question, state } = row
        if (question.test) return refuse('question/test')
        if (state !== 'revealed') return refuse('question/wrong-state')
        const draft = draftRow(dice.id() as QuestionId, id)
        const again = draft.question.id
        // The set has been shown; this round comes alone.
        const bars = question.bars === 'set' ? 'reveal' : question.bars
        const asked = { ...question, id: again, bars, roundOf: questionId }
        const added = await addDrafts(agenda, hall, inFront(hall, [{ ...draft, question: asked }]))
        if (!added.ok) return added
        bus.desk(id)
        return ok({ questionId: again })
      }),
  }
}
