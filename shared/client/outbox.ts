import type { Answer } from '../ballot.ts'
import type { BallotId, Nonce, QuestionId, Seat } from '../ids.ts'
import type { Marks } from '../marks.ts'
import type { Receipts } from '../vote.ts'
import type { CastMessage } from '../wire/cast.ts'
import { CAST_SIZE } from '../wire/version.ts'

/** A ballot on this phone: not yet acknowledged, or kept to be found after the reveal. */
export interface HeldBallot {
  message: Omit<CastMessage, 'pad'>
  /** The revision the server gave it; null until acknowledged. */
  rev: number | null
  /** Milliseconds since 1970, this phone's clock. */
  castAt: number
  signature: string | null
}

/** `place`: the meeting or, for a seat that is not the phone's own, the meeting and that seat. */
const keyOf = (place: string, question: QuestionId) => `mv.ballot.${place}.${question}`

/** So many random bytes in hex; without https too. */
export const random = (size: number) =>
  [...crypto.getRandomValues(new Uint8Array(size))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')

/**
 * A new ballot with an id and a nonce made here (D58). Its leaf is not: to cast a ballot needs no hash,
 * and whoever looks for it makes the leaf of what is held.
 */
export function makeBallot({
  questionId,
  seat,
  basedOn,
  marks,
}: {
  questionId: QuestionId
  seat: Seat
  basedOn: number
  marks: Marks
}): HeldBallot {
  const answer: Answer = { questionId, marks, nonce: random(16) as Nonce }
  return {
    message: {
      questionId,
      seat,
      basedOn,
      ballotId: random(16) as BallotId,
      answers: [answer],
    },
    rev: null,
    castAt: Date.now(),
    signature: null,
  }
}

/** The message as it travels: filled with blanks to one size, whatever was chosen (D8). */
export function padded(message: HeldBallot['message']): CastMessage {
  const bare = { ...message, pad: '' }
  const bytes = new TextEncoder().encode(JSON.stringify(bare)).length
  return { ...bare, pad: ' '.repeat(Math.max(0, CAST_SIZE - bytes)) }
}

/** Keeps the ballot on this phone through a reload or a dead battery; a full store keeps it in memory only. */
export function keep(place: string, held: HeldBallot): void {
  try {
    localStorage.setItem(keyOf(place, held.message.questionId), JSON.stringify(held))
  } catch {
    // Private windows may refuse storage; the page itself still holds the ballot and sends it.
  }
}

export function held(place: string, question: QuestionId): HeldBallot | null {
  const text = localStorage.getItem(keyOf(place, question))
  return text === null ? null : (JSON.parse(text) as HeldBallot)
}

export function forget(place: string, question: QuestionId): void {
  localStorage.removeItem(keyOf(place, question))
}

/** Is there anything a code could find? Not where equal ballots share one leaf (D17). */
export const hasCode = (receipts: Receipts) => receipts === 'full'
