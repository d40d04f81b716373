import type { QuestionState } from '../../shared/meeting.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { checkQuestion, GRACE_SECONDS, MAX_SECONDS } from '../../shared/vote.ts'
import type { QuestionRow } from '../rows.ts'

/** How long a question that was open when the server died may still take ballots (D50). */
const RESTART_GRACE_MS = 15_000
/** How long a closed question may be opened again (D48). */
const REOPEN_MS = 600_000

/** What happens to a question, one way: draft, open, closing, closed, sealed, revealed. */
export type Step = 'open' | 'end' | 'latch' | 'seal' | 'reveal'

const STEPS: Record<Step, { from: QuestionState; to: QuestionState }> = {
  open: { from: 'draft', to: 'open' },
  end: { from: 'open', to: 'closing' },
  latch: { from: 'closing', to: 'closed' },
  seal: { from: 'closed', to: 'sealed' },
  reveal: { from: 'sealed', to: 'revealed' },
}

/** The question after this step; a step out of its turn is refused, so two hands at once do no harm. */
export function advance(row: QuestionRow, step: Step, now: number): Result<QuestionRow> {
  if (row.state !== STEPS[step].from)
    return refuse(step === 'open' ? 'question/frozen' : 'question/wrong-state')
  const next = { ...row, state: STEPS[step].to }
  switch (step) {
    case 'open': {
      const checked = checkQuestion(row.question)
      if (!checked.ok) return checked
      const { seconds } = row.question
      return ok({
        ...next,
        openedAt: now,
        deadline: seconds === null ? null : now + seconds * 1000,
      })
    }
    case 'end':
      return ok({ ...next, latch: Math.max(row.latch ?? 0, now + GRACE_SECONDS * 1000) })
    case 'latch':
      return ok({ ...next, closedAt: now })
    case 'seal':
    case 'reveal':
      return ok(next)
  }
}

/** Until when this question may be opened again; null: it is not closed, its seal has begun, or its rules forbid it. */
export function reopenUntil({ state, question, closedAt, sealing }: QuestionRow): number | null {
  const isAllowed = question.reopen && question.bars !== 'live' && !sealing
  return state === 'closed' && isAllowed && closedAt !== null ? closedAt + REOPEN_MS : null
}

/** The closed question, open once more: with this many seconds, or (null) until it is closed by hand. */
export function reopened(
  row: QuestionRow,
  { seconds, now }: { seconds: number | null; now: number },
): Result<QuestionRow> {
  if (now >= (reopenUntil(row) ?? 0)) return refuse('question/wrong-state')
  return ok({
    ...row,
    state: 'open',
    deadline: seconds === null ? null : now + seconds * 1000,
    latch: null,
    closedAt: null,
    reopenings: row.reopenings + 1,
  })
}

/** The open question with more time; one without a timer gets one that begins now (D49). */
export function extended(row: QuestionRow, seconds: number, now: number): Result<QuestionRow> {
  if (row.state !== 'open') return refuse('question/wrong-state')
  const from = Math.max(row.deadline ?? now, now)
  const longest = now + MAX_SECONDS * 1000
  return ok({ ...row, deadline: Math.min(from + seconds * 1000, longest) })
}

/** The open question without a timer: it is closed by hand. */
export function untimed(row: QuestionRow): Result<QuestionRow> {
  return row.state === 'open' ? ok({ ...row, deadline: null }) : refuse('question/wrong-state')
}

/**
 * After a restart: phones come back one by one, so no latch falls before they had their time (D50).
 * An open question holds that moment already; its deadline stays what everybody was told.
 */
export function resumed(row: QuestionRow, now: number): QuestionRow {
  if (row.state !== 'open' && row.state !== 'closing') return row
  const overdue = row.state === 'closing' || (row.deadline !== null && row.deadline <= now)
  const latch = Math.max(row.latch ?? 0, now + RESTART_GRACE_MS)
  return { ...row, state: overdue ? 'closing' : 'open', latch }
}
