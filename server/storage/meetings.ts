import type { Kysely, Selectable } from 'kysely'
import type { JoinCode, MeetingId, QuestionId } from '../../shared/ids.ts'
import type { MeetingRow, QuestionRow, Store } from '../ports.ts'
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
      return rows.map((row) => JSON.parse(row.body) as QuestionRow)
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
  const { id, ...values } = {
    ...row,
    presence: JSON.stringify(row.presence),
    staged: row.staged ? 1 : 0,
  }
  await tables
    .insertInto('meeting')
    .values({ id, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
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

function readMeeting(row: Selectable<Tables['meeting']>): MeetingRow {
  return {
    id: row.id as MeetingId,
    code: row.code as JoinCode,
    title: row.title,
    presence: JSON.parse(row.presence) as MeetingRow['presence'],
    current: row.current as QuestionId | null,
    staged: row.staged === 1,
  }
}
