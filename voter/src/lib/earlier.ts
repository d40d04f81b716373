import type { HeldBallot } from '../../../shared/client/outbox.ts'
import type { MeetingId, QuestionId } from '../../../shared/ids.ts'

/**
 * The ballot that stands while its replacement is on the way: it is the one that counts, and whose
 * code is found, if the change comes too late.
 */
const keyOf = (meeting: MeetingId, question: QuestionId) => `mv.earlier.${meeting}.${question}`

export function setAside(meeting: MeetingId, held: HeldBallot): void {
  try {
    localStorage.setItem(keyOf(meeting, held.message.questionId), JSON.stringify(held))
  } catch {
    // Without a store an earlier ballot still counts; only its code is lost.
  }
}

export function setAsideBallot(meeting: MeetingId, question: QuestionId): HeldBallot | null {
  const text = localStorage.getItem(keyOf(meeting, question))
  return text === null ? null : (JSON.parse(text) as HeldBallot)
}

export function dropAside(meeting: MeetingId, question: QuestionId): void {
  localStorage.removeItem(keyOf(meeting, question))
}
