import { questionIdSchema } from '../../shared/wire/agenda.ts'
import { extendSchema, reopenSchema } from '../../shared/wire/timing.ts'
import type { Gateway } from './gateway.ts'
import type { Run } from './watch-events.ts'

/** The time of a question: its timer, and opening it again. */
export function runTiming(run: Run, { timing }: Gateway): void {
  run('timer:extend', extendSchema, (id, { questionId, seconds }) =>
    timing.extend(id, questionId, seconds),
  )
  run('timer:remove', questionIdSchema, (id, { questionId }) => timing.remove(id, questionId))
  run('question:reopen', reopenSchema, (id, { questionId, seconds }) =>
    timing.reopen(id, questionId, seconds),
  )
  run('question:seal', questionIdSchema, (id, { questionId }) => timing.seal(id, questionId))
}
