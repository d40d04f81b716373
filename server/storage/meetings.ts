import type { Kysely, Selectable } from 'kysely'
import type { MeetingRow, QuestionRow, Store } from '../ports.ts'
import { blankQuestion } from '../../shared/vote.ts'
import { MAIN_SCREEN, newScreen } from '../domain/screens.ts'
import type { Tables } from './tables.ts'

type Meetings = Pick<
  Store,
  'meetings' | 'saveMeeting' | 'questions' | 'saveQuestion' | 'saveOpening' | 'removeQuestion'
>

/** Meetings and their questions: small rows, written whole. */
export function createMeetings(tables: Kysely<Tables>): Meetings {
  return {
    async meetings() {
      const rows = await tables.selectFrom('meeting').selectAll().execute()
      return rows.map(readMeeting)
    },
    saveMeeting: (row) => saveMeeting(tables, row),
    async questions(meetingId) {
      const rows = await tables
        .selectFrom('question')
        .select('body')
        .where('meeting', '=', meetingId)
        .orderBy('place')
        .execute()
      return rows.map((row) => readQuestion(row.body))
    },
    saveQuestion: (row) => saveQuestion(tables, row),
    saveOpening: (meeting, question) =>
      tables.transaction().execute(async (both) => {
        await saveMeeting(both, meeting)
        await saveQuestion(both, question)
      }),
    async removeQuestion(id) {
      await tables.deleteFrom('question').where('id', '=', id).execute()
    },
  }
}

async function saveMeeting(tables: Kysely<Tables>, row: MeetingRow): Promise<void> {
  const { id, code } = row
  const body = JSON.stringify(row)
  await tables
    .insertInto('meeting')
    .values({ id, code, body })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ code, body }))
    .execute()
}

async function saveQuestion(tables: Kysely<Tables>, row: QuestionRow): Promise<void> {
  const { question, meetingId: meeting, place } = row
  const body = JSON.stringify(row)
  await tables
    .insertInto('question')
    .values({ id: question.id, meeting, place, body })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ place, body }))
    .execute()
}

/** What came later than a stored row has its usual value. */
function readMeeting({ body }: Selectable<Tables['meeting']>): MeetingRow {
  const row = JSON.parse(body) as Omit<MeetingRow, 'screens'>
  return { screens: [newScreen(MAIN_SCREEN)], ...row }
}

function readQuestion(body: string): QuestionRow {
  const row = JSON.parse(body) as Omit<QuestionRow, 'reopenings'>
  return { reopenings: 0, ...row, question: { ...blankQuestion(row.question.id), ...row.question } }
}
