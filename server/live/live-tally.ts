import type { QuestionId, Seat } from '../../shared/ids.ts'
import { countMarks, type Cast } from '../../shared/tally/choice.ts'
import { hasBars } from '../../shared/method.ts'
import type { Question } from '../../shared/vote.ts'
import type { Change, Counters } from '../ports.ts'

interface Running {
  question: Question
  /** Seats, so that a change told twice counts once: a commit whose answer was lost is asked for again. */
  voted: Set<Seat>
  /** Old marks per seat, so that a change takes them back; live questions only (D52). */
  marks: Map<number, Cast> | null
}

/** Counters of open questions, in memory and nowhere else (T10). */
export function createCounters(): Counters {
  const running = new Map<QuestionId, Running>()

  function take(state: Running, { seat, answers }: Change): void {
    const own = answers.find((answer) => answer.questionId === state.question.id)
    state.voted.add(seat)
    if (state.marks && own) state.marks.set(seat, own)
  }

  return {
    start(question, held) {
      const marks =
        question.bars === 'live' && hasBars(question.method) ? new Map<number, Cast>() : null
      const state: Running = { question, voted: new Set(), marks }
      for (const change of held) take(state, change)
      running.set(question.id, state)
    },
    kept(questionId, change) {
      const state = running.get(questionId)
      if (state) take(state, change)
    },
    voted: (questionId) => running.get(questionId)?.voted.size ?? null,
    seats: (questionId) => running.get(questionId)?.voted ?? new Set(),
    counts(questionId) {
      const state = running.get(questionId)
      return state?.marks ? countMarks(state.question, state.marks.values()) : null
    },
    stop(questionId) {
      running.delete(questionId)
    },
  }
}
