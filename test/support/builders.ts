import type { Ballot } from '../../shared/ballot.ts'
import type { Marks } from '../../shared/marks.ts'
import type { BallotId, Nonce, OptionId, QuestionId, Seat } from '../../shared/ids.ts'
import { blankQuestion, type Question } from '../../shared/vote.ts'

/** Builders say only what matters to the rule. */
export const option = (id: string) => id as OptionId
export const marks = (...ids: string[]): OptionId[] => ids.map(option)
/** Ballots as a count takes them, where everybody has one vote. */
export const casts = (all: readonly Marks[]) => all.map((each) => ({ marks: each }))
export const hex = (number: number, bytes = 16) => number.toString(16).padStart(bytes * 2, '0')

export function aQuestion(change: Partial<Question> = {}): Question {
  return {
    ...blankQuestion('q1' as QuestionId),
    title: 'Coffee or tea?',
    method: { type: 'single' },
    options: ['coffee', 'tea', 'water'].map((text) => ({ id: option(text), text })),
    ...change,
  }
}

let made = 0

export function aBallot({
  seat = 1,
  basedOn = 0,
  marked = ['tea'],
  question = 'q1',
  ballotId,
}: {
  seat?: number
  basedOn?: number
  /** Option ids, or marks of another form. */
  marked?: string[] | Exclude<Marks, readonly OptionId[]>
  question?: string
  ballotId?: string
} = {}): Ballot {
  made += 1
  const questionId = question as QuestionId
  return {
    questionId,
    seat: seat as Seat,
    basedOn,
    ballotId: (ballotId ?? hex(made)) as BallotId,
    answers: [
      {
        questionId,
        marks: Array.isArray(marked) ? marks(...marked) : marked,
        nonce: hex(made + 1_000_000) as Nonce,
      },
    ],
  }
}
