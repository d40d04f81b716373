import { questionIdSchema } from '../../shared/wire/agenda.ts'
import { nothingSchema } from '../../shared/wire/fields.ts'
import { handSchema } from '../../shared/wire/results.ts'
import type { Gateway } from './gateway.ts'
import type { Run } from './watch-events.ts'

/** Counting and showing. */
export function runResults(run: Run, { revealing, repeating }: Gateway): void {
  run('question:reveal', questionIdSchema, (id, { questionId }) => revealing.reveal(id, questionId))
  run('count:stop', questionIdSchema, (id, { questionId }) => revealing.stop(id, questionId))
  run('stage:show', questionIdSchema, (id, { questionId }) => revealing.show(id, questionId))
  run('question:again', questionIdSchema, (id, { questionId }) =>
    repeating.askAgain(id, questionId),
  )
  run('question:test', nothingSchema, (id) => repeating.openTest(id))
  run('hand:count', handSchema, (id, { questionId, hand }) =>
    revealing.countByHand(id, questionId, hand),
  )
}
