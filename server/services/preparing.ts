import type { Prepared } from '../../shared/formats/agenda.ts'
import type { MeetingId, QuestionId } from '../../shared/ids.ts'
import { canonical } from '../../shared/leaf.ts'
import { ok, type Result } from '../../shared/result.ts'
import { blankQuestion } from '../../shared/vote.ts'
import { MAIN_SCREEN } from '../domain/screens.ts'
import type { Ports } from '../ports.ts'
import type { QuestionRow, ScreenRow } from '../rows.ts'
import type { Agenda, Hall } from './agenda.ts'
import { addDrafts, arranged, draftRow, lastPlace, shaped } from './drafts.ts'
import { newMeeting } from './new-meeting.ts'

/** Many questions at a time: out of a file, or out of an earlier meeting. */
export interface Preparing {
  /** Adds them behind all others, whole or not at all. */
  addQuestions(
    id: MeetingId,
    questions: readonly Prepared[],
  ): Promise<Result<{ questionIds: QuestionId[] }>>
  /** A meeting with the name, rule of presence, screens and questions of this one, to be asked anew. */
  copy(hall: Hall): Promise<Hall>
}

export function createPreparing({
  agenda,
  clock,
  dice,
  bus,
}: Pick<Ports, 'clock' | 'dice' | 'bus'> & { agenda: Agenda }): Preparing {
  const draft = (meetingId: MeetingId, question: Prepared) =>
    written(draftRow(dice.id() as QuestionId, meetingId), question)

  return {
    addQuestions: (id, questions) =>
      agenda.inTurn(id, async () => {
        const hall = agenda.hall(id)
        const last = hall.questions.at(-1)
        // On the last one nobody has written: the first that comes in is written there.
        const blank = last && isBlank(last) ? last : null
        const rows = questions.map((question, at) =>
          at === 0 && blank
            ? written(blank, question)
            : { ...draft(id, question), place: lastPlace(hall) + 1 },
        )
        const others = hall.questions.filter((row) => row !== blank)
        const added = await addDrafts(agenda, hall, arranged(hall, [...others, ...rows]))
        if (!added.ok) return added
        bus.desk(id)
        return ok({ questionIds: rows.map(({ question }) => question.id) })
      }),
    copy: (hall) =>
      agenda.inTurn(hall.meeting.id, async () => {
        const { title, presence, screens } = hall.meeting
        const meeting = newMeeting({ agenda, clock, dice }, title)
        // What was asked once more, or tried on the way, belongs to that day.
        const kept = hall.questions.filter(
          ({ question, state }) =>
            question.roundOf === null && (!question.test || state === 'draft'),
        )
        const rows = kept.map(({ question }, at) => ({
          ...draft(meeting.id, question),
          place: at + 1,
        }))
        const copies = new Map(kept.map(({ question }, at) => [question.id, rows[at]!.question.id]))
        return agenda.addMeeting(
          {
            ...{ ...meeting, presence, current: rows[0]?.question.id ?? null },
            screens: screens.map((screen) => ({
              ...screen,
              id: screen.id === MAIN_SCREEN ? MAIN_SCREEN : dice.id(),
              content: contentIn(screen, copies),
            })),
          },
          rows,
        )
      }),
  }
}

/** The row with this question on it, under the row's own id. */
function written(row: QuestionRow, question: Prepared): QuestionRow {
  const { id } = row.question
  return { ...row, question: shaped({ ...row.question, ...question, id, roundOf: null }) }
}

function isBlank({ question, state }: QuestionRow): boolean {
  return state === 'draft' && canonical(question) === canonical(blankQuestion(question.id))
}

/** A screen that showed one result shows that of the copy; of a question that stays behind, the meeting. */
function contentIn(
  { content }: ScreenRow,
  copies: ReadonlyMap<QuestionId, QuestionId>,
): ScreenRow['content'] {
  if (content.type !== 'result') return content
  const questionId = copies.get(content.questionId)
  return questionId ? { type: 'result', questionId } : { type: 'meeting' }
}
