import type { MeetingId, QuestionId } from '../../shared/ids.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { blankQuestion, decisionOptions, type Question } from '../../shared/vote.ts'
import type { QuestionRow } from '../rows.ts'
import type { Agenda, Hall } from './agenda.ts'

/** The options of a decision are its own, and it alone has a rule. */
export function shaped(question: Question): Question {
  const { method } = question
  if (method.type !== 'decision') return { ...question, decision: null }
  return { ...question, options: decisionOptions(method.abstain) }
}

/** A question that nobody has written or opened yet, and that has no place on the agenda yet. */
export function draftRow(id: QuestionId, meetingId: MeetingId): QuestionRow {
  return {
    question: blankQuestion(id),
    meetingId,
    place: 0,
    state: 'draft',
    set: null,
    deadline: null,
    latch: null,
    openedAt: null,
    closedAt: null,
    sealing: false,
    rules: null,
    rulesHash: null,
    opening: null,
    sealHead: null,
    sealSignature: null,
    seal: null,
    counting: null,
    electorate: null,
    alike: null,
    lent: null,
    lotSeed: null,
    texts: null,
    hand: null,
    resultHead: null,
    resultSignature: null,
    tally: null,
    spoiled: 0,
    drifted: false,
    reopenings: 0,
  }
}

/** More would make every change of the desk slow. */
const MOST_DRAFTS = 300

/** Saves new drafts and what makes room for them; in the lobby the first draft is the next to open. */
export async function addDrafts(
  agenda: Agenda,
  hall: Hall,
  rows: readonly QuestionRow[],
): Promise<Result<null>> {
  const ids = new Set(rows.map(({ question }) => question.id))
  const others = hall.questions.filter(({ question }) => !ids.has(question.id))
  const drafts = [...others, ...rows]
    .filter(({ state }) => state === 'draft')
    .sort((a, b) => a.place - b.place)
  if (drafts.length > MOST_DRAFTS) return refuse('agenda/too-many', { most: MOST_DRAFTS })
  const current = hall.meeting.staged ? hall.meeting.current : drafts[0]!.question.id
  await agenda.saveMeeting(hall, { current }, rows)
  return ok(null)
}

export function lastPlace(hall: Hall): number {
  return Math.max(0, ...hall.questions.map((row) => row.place))
}

export function nextDraft(hall: Hall): QuestionRow | undefined {
  return hall.questions.find(({ state }) => state === 'draft')
}

/** What is to be saved once these new drafts stand before all others. */
export function inFront(hall: Hall, added: readonly QuestionRow[]): QuestionRow[] {
  return inserted(hall, added, nextDraft(hall) ?? null)
}

/** The same, where they stand right before that one, or (null) last. */
export function inserted(
  hall: Hall,
  added: readonly QuestionRow[],
  before: QuestionRow | null,
): QuestionRow[] {
  const { questions } = hall
  const at = before ? questions.indexOf(before) : questions.length
  const place = before?.place ?? lastPlace(hall) + 1
  const placed = added.map((row) => ({ ...row, place }))
  return arranged(hall, [...questions.slice(0, at), ...placed, ...questions.slice(at)])
}

/** What is to be saved once this draft stands right before that one, or (null) behind all. */
export function reordered(
  hall: Hall,
  moved: QuestionRow,
  before: QuestionRow | null,
): QuestionRow[] {
  const drafts = hall.questions.filter(({ state }) => state === 'draft')
  const others = drafts.filter((row) => row !== moved)
  const at = before ? others.indexOf(before) : others.length
  const order = [...others.slice(0, at), moved, ...others.slice(at)]
  // What was asked already keeps its place between them.
  return arranged(
    hall,
    hall.questions.map((row) => (row.state === 'draft' ? order.shift()! : row)),
  )
}

/**
 * Of rows in this order those that are not as the hall has them, so that each stands at a place of its
 * own: the places there are, and where two are the same, the next free ones behind.
 */
export function arranged(hall: Hall, order: readonly QuestionRow[]): QuestionRow[] {
  const known = new Set(hall.questions)
  let last = 0
  const places = order
    .map(({ place }) => place)
    .sort((a, b) => a - b)
    .map((place) => (last = Math.max(last + 1, place)))
  return order
    .map((row, at) => (row.place === places[at] ? row : { ...row, place: places[at]! }))
    .filter((row) => !known.has(row))
}
