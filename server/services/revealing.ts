import type { MeetingId, QuestionId } from '../../shared/ids.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { setOf } from '../../shared/sets.ts'
import { checkHand, type HandCount } from '../../shared/tally/hand.ts'
import { advance, reopenUntil } from '../domain/meeting-run.ts'
import type { Ports } from '../ports.ts'
import type { QuestionRow } from '../rows.ts'
import {
  isOnStage,
  isRunning,
  onStage,
  revealedOf,
  stageOf,
  type Agenda,
  type Hall,
} from './agenda.ts'
import type { Counting } from './counting.ts'
import { nextSeq, tellFloor, type Questions } from './questions.ts'

/** What is counted and shown once a question is sealed. */
export interface Revealing {
  /** Counts before everybody: the question, or the whole set that it is in, at once or not at all. */
  reveal(id: MeetingId, questionId: QuestionId): Promise<Result<null>>
  /** Votes of people without a device, between the close and the reveal; null: there were none (D33). */
  countByHand(id: MeetingId, questionId: QuestionId, hand: HandCount | null): Promise<Result<null>>
  /** Puts a result back before everybody. */
  show(id: MeetingId, questionId: QuestionId): Promise<Result<null>>
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
  /** What must be revealed at once, each of it sealed; where ballots cannot be opened nobody waits. */
  async function together(hall: Hall, row: QuestionRow): Promise<Result<QuestionRow[]>> {
    const set = setOf(hall.questions, row.question.id) ?? [row]
    const members = set.filter(({ question }) => !hall.unreadable.has(question.id))
    const left = members.filter((member) => !isOver(member)).length
    if (left > 0 && set.length > 1) return refuse('question/set-waits', { left })
    const sealed: QuestionRow[] = []
    for (const member of members) {
      const { id } = member.question
      if (reopenUntil(member) !== null) await questions.seal(id)
      const revealed = advance(agenda.question(id)?.row ?? member, 'reveal', clock.now())
      if (!revealed.ok) return revealed
      sealed.push(revealed.value)
    }
    return ok(sealed)
  }

  return {
    reveal: (id, questionId) =>
      agenda.inTurn(id, async () => {
        const found = agenda.questionOf(id, questionId)
        if (!found) return refuse('question/unknown')
        const { hall } = found
        const revealed = await together(hall, found.row)
        if (!revealed.ok) return revealed
        const rows: QuestionRow[] = []
        for (const row of revealed.value) rows.push(await counting.count(hall, row, rows))
        await agenda.saveQuestions(rows)
        // The room looks at one question at most: of all others desk and screens of results want to know.
        bus.desk(id)
        bus.screens(id, null)
        for (const row of rows) {
          const shown = revealedOf(hall, row)
          const { id: shownId } = row.question
          if (shown && isOnStage(hall, shownId))
            bus.event(id, {
              type: 'question:revealed',
              seq: nextSeq(hall, bus),
              questionId: shownId,
              ...shown,
            })
        }
        return ok(null)
      }),
    countByHand: (id, questionId, hand) =>
      agenda.inTurn(id, async () => {
        const found = agenda.questionOf(id, questionId)
        if (!found) return refuse('question/unknown')
        const { row } = found
        if (row.question.test) return refuse('question/test')
        if (row.state !== 'closed' && row.state !== 'sealed') return refuse('question/wrong-state')
        if (hand) {
          // Nobody on the list stands behind a raised hand, so it has no weight.
          if (row.rules?.weights) return refuse('hand/weights')
          const checked = checkHand(row.question, hand)
          if (!checked.ok) return checked
        }
        await agenda.saveQuestion({ ...row, hand })
        bus.desk(id)
        return ok(null)
      }),
    show: (id, questionId) =>
      agenda.inTurn(id, async () => {
        const found = agenda.questionOf(id, questionId)
        if (!found) return refuse('question/unknown')
        const { hall, row } = found
        const stage = stageOf(hall, row)
        if (stage?.state !== 'revealed' || isRunning(hall)) return refuse('question/wrong-state')
        if (isOnStage(hall, questionId) && !hall.meeting.floor.staged) return ok(null)
        const { staged } = hall.meeting.floor
        await agenda.saveMeeting(hall, onStage(hall, questionId))
        bus.event(id, { type: 'stage:shown', seq: nextSeq(hall, bus), stage })
        if (staged) tellFloor(hall, bus)
        return ok(null)
      }),
  }
}

/** Has everybody voted who could? */
function isOver(row: QuestionRow): boolean {
  return row.state === 'sealed' || reopenUntil(row) !== null
}
