import type { BallotId, Nonce, QuestionId, Seat } from './ids.ts'
import { checkMarks } from './checks.ts'
import type { Marks } from './marks.ts'
import { ok, refuse, type Result } from './result.ts'
import type { Stamp } from './stamp.ts'
import type { Question } from './vote.ts'

export interface Answer {
  questionId: QuestionId
  marks: Marks
  nonce: Nonce
}

/** The marks of one seat for the questions that are cast together; in a meeting that is one (D57). */
export interface Ballot {
  /** The question that names the box. */
  questionId: QuestionId
  seat: Seat
  /** The revision this one replaces; 0 where the seat has not voted yet (D46). */
  basedOn: number
  ballotId: BallotId
  answers: readonly Answer[]
}

/** An answer as it lies in the box: what the phone sent, and what the server knows of its seat. */
export type StampedAnswer = Answer & Stamp

export interface StampedBallot extends Ballot {
  answers: readonly StampedAnswer[]
}

/** A whole ballot against the whole paper: every question answered once, in its order, and validly. */
export function checkBallot(questions: readonly Question[], ballot: Ballot): Result<Ballot> {
  if (ballot.answers.length !== questions.length) return refuse('ballot/wrong-shape')
  for (const [place, question] of questions.entries()) {
    const answer = ballot.answers[place]
    if (answer?.questionId !== question.id) return refuse('ballot/wrong-shape')
    const checked = checkMarks(question, answer.marks)
    if (!checked.ok) return checked
  }
  return ok(ballot)
}
