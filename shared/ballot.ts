import type { BallotId, Nonce, OptionId, QuestionId, Seat } from './ids.ts'
import { ok, refuse, type Result } from './result.ts'
import type { Stamp } from './stamp.ts'
import type { Question } from './vote.ts'

/** What one voter marked: option ids, each at most once; the order says nothing. */
export type Marks = readonly OptionId[]

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

/** Is this a valid answer to this question? Phone and server ask the same function. */
export function checkMarks(question: Question, marks: Marks): Result<Marks> {
  if (new Set(marks).size !== marks.length) return refuse('ballot/wrong-shape')
  const known = new Set(question.options.map((option) => option.id))
  if (!marks.every((mark) => known.has(mark))) return refuse('ballot/unknown-option')

  const { least, most } = limits(question)
  if (marks.length < least)
    return refuse('ballot/too-few', { least, missing: least - marks.length })
  if (marks.length > most) return refuse('ballot/too-many', { most, over: marks.length - most })
  return ok(marks)
}

/** How many options a valid ballot marks. */
export function limits({ method }: Question): { least: number; most: number } {
  switch (method.type) {
    case 'single':
    case 'decision':
      return { least: 1, most: 1 }
    case 'approval':
      return { least: method.min, most: method.max }
  }
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
