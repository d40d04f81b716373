import type { HeldBallot } from '../../../shared/client/outbox.ts'
import type { QuestionId } from '../../../shared/ids.ts'

/**
 * The ballot that stands while its replacement is on the way: it is the one that counts, and whose
 * code is found, if the change comes too late.
 */
const keyOf = (place: string, question: QuestionId) => `mv.earlier.${place}.${question}`

export function setAside(place: string, held: HeldBallot): void {
  try {
    localStorage.setItem(keyOf(place, held.message.questionId), JSON.stringify(held))
  } catch {
    // Without a store an earlier ballot still counts; only its code is lost.
  }
}

export function setAsideBallot(place: string, question: QuestionId): HeldBallot | null {
  const text = localStorage.getItem(keyOf(place, question))
  return text === null ? null : (JSON.parse(text) as HeldBallot)
}

export function dropAside(place: string, question: QuestionId): void {
  localStorage.removeItem(keyOf(place, question))
}
