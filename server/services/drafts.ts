import type { MeetingId, QuestionId } from '../../shared/ids.ts'
import { blankQuestion } from '../../shared/vote.ts'
import type { QuestionRow } from '../rows.ts'
import type { Agenda, Hall } from './agenda.ts'

/** A question that nobody has written or opened yet, at this place of the agenda. */
export function draftRow(id: QuestionId, meetingId: MeetingId, place: number): QuestionRow {
  return {
    question: blankQuestion(id),
    meetingId,
    place,
    state: 'draft',
    deadline: null,
    latch: null,
    openedAt: null,
    closedAt: null,
    rules: null,
    rulesHash: null,
    opening: null,
    sealHead: null,
    sealSignature: null,
    seal: null,
    electorate: null,
    hand: null,
    resultHead: null,
    resultSignature: null,
    tally: null,
    spoiled: 0,
    drifted: false,
    reopenings: 0,
  }
}

export function lastPlace(hall: Hall): number {
  return Math.max(0, ...hall.questions.map((row) => row.place))
}

export function nextDraft(hall: Hall): QuestionRow | undefined {
  return hall.questions.find(({ state }) => state === 'draft')
}

/** Leaves a place free before the first draft; the last one moves first, so that none ever share one. */
export async function placeInFront(agenda: Agenda, hall: Hall): Promise<number> {
  const drafts = hall.questions.filter(({ state }) => state === 'draft')
  const [first] = drafts
  for (const row of drafts.reverse()) await agenda.saveQuestion({ ...row, place: row.place + 1 })
  return first?.place ?? lastPlace(hall) + 1
}

/** The drafts once this one stands right before that one, or (null) last; of them only those that move. */
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
  const rows = order.map((row, place) => ({ ...row, place: drafts[place]!.place }))
  return rows.filter(({ place }, turn) => place !== order[turn]!.place)
}
