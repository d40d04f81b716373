import { questionIdSchema } from '../../shared/wire/agenda.ts'
import { handSchema } from '../../shared/wire/results.ts'
import type { Gateway } from './gateway.ts'
import type { Run } from './watch-events.ts'

/** Counting and showing. */
export function runResults(run: Run, { revealing }: Gateway): void {
  run('question:reveal', questionIdSchema, (id, { questionId }) => revealing.reveal(id, questionId))
  run('hand:count', handSchema, (id, { questionId, hand }) =>
    revealing.countByHand(id, questionId, hand),
  )
}
