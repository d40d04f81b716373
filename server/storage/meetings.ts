import { sql, type Kysely, type Selectable } from 'kysely'
import type { Store } from '../ports.ts'
import type { MeetingRow, QuestionRow } from '../rows.ts'
import type { Fence, PresenceRule } from '../../shared/presence.ts'
import { usualBallots } from '../../shared/patterns.ts'
import { blankQuestion, type Question } from '../../shared/vote.ts'
import { NO_FLOOR } from '../domain/floor.ts'
import { MAIN_SCREEN, newScreen } from '../domain/screens.ts'
import type { Tables } from './tables.ts'

type Meetings = Pick<
  Store,
  | 'meetings'
  | 'saveMeeting'
  | 'removeMeeting'
  | 'questions'
  | 'saveQuestion'
  | 'saveQuestions'
  | 'removeQuestion'
>

/** Tables of who may vote and what they asked, removed with their meeting. */
const OF_PEOPLE = [
  ...(['roll', 'arrival', 'door_code', 'withdrawal', 'roster', 'proxied'] as const),
  ...(['floor', 'floor_vote'] as const),
]

/** Meetings and their questions: small rows, written whole. */
export function createMeetings(tables: Kysely<Tables>): Meetings {
  return {
    async meetings() {
      const rows = await tables.selectFrom('meeting').selectAll().orderBy('id').execute()
      return rows.map(readMeeting)
    },
    saveMeeting: (row, questions = []) =>
      tables.transaction().execute(async (all) => {
        await saveMeeting(all, row)
        for (const question of questions) await saveQuestion(all, question)
      }),
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
    saveQuestions: (rows) =>
      tables.transaction().execute(async (all) => {
        for (const row of rows) await saveQuestion(all, row)
      }),
    removeMeeting: (id) =>
      tables.transaction().execute(async (step) => {
        const boxes = sql`select number from box
          where question_id in (select id from question where meeting = ${id})`
        for (const table of ['envelope', 'turnout', 'ballot'])
          await sql`delete from ${sql.table(table)} where box in (${boxes})`.execute(step)
        await sql`delete from box where number in (${boxes})`.execute(step)
        for (const table of OF_PEOPLE) await step.deleteFrom(table).where('vote', '=', id).execute()
        for (const table of ['question', 'act'] as const)
          await step.deleteFrom(table).where('meeting', '=', id).execute()
        await step.deleteFrom('meeting').where('id', '=', id).execute()
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

/** Before there were areas and networks, and doors that lock. */
type OlderMeeting = Omit<
  MeetingRow,
  'locked' | 'since' | 'password' | 'helperLinks' | 'presence' | 'floor'
> & {
  floor?: MeetingRow['floor']
  locked?: boolean
  since?: number
  password?: MeetingRow['password']
  helperLinks?: number
  presence: Omit<PresenceRule, 'fence' | 'networks'> & {
    fence: (Omit<Fence, 'type'> & { type?: Fence['type'] }) | null
    networks?: readonly string[]
  }
}

/** What came later than a stored row has its usual value. */
function readMeeting({ body }: Selectable<Tables['meeting']>): MeetingRow {
  const row = JSON.parse(body) as OlderMeeting
  const { fence, networks = [] } = row.presence
  const typed = fence && ({ ...fence, type: fence.type ?? 'circle' } as Fence)
  const ways = { locked: false, password: null, helperLinks: 0 }
  const later = { ...ways, floor: NO_FLOOR, since: 0, screens: [newScreen(MAIN_SCREEN)] }
  return { ...later, ...row, presence: { ...row.presence, fence: typed, networks } }
}

function readQuestion(body: string): QuestionRow {
  const row = JSON.parse(body) as Omit<QuestionRow, 'question'> & {
    question: Pick<Question, 'id'> & Partial<Question>
  }
  const { id } = row.question
  const later = {
    reopenings: 0,
    sealing: false,
    electorate: null,
    alike: null,
    lent: null,
    lotSeed: null,
    hand: null,
    openedAt: null,
    opening: null,
    set: null,
    texts: null,
    counting: null,
  }
  const question = { ...blankQuestion(id), ...row.question }
  // Before there was a choice every ballot was published: to those who were asked nothing else was promised.
  const ballots = row.state === 'draft' ? usualBallots(question) : 'published'
  return { ...later, ...row, question: { ...question, ballots, ...row.question } }
}
