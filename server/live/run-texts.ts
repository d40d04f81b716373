import { questionIdSchema } from '../../shared/wire/agenda.ts'
import { textShowSchema } from '../../shared/wire/texts.ts'
import type { Gateway } from './gateway.ts'
import type { Run } from './watch-events.ts'

/** Answers in words: what everybody may read. */
export function runTexts(run: Run, { texts }: Gateway): void {
  run('texts:list', questionIdSchema, (id, { questionId }) => texts.list(id, questionId))
  run('texts:show', textShowSchema, (id, { questionId, ...change }) =>
    texts.show(id, questionId, change),
  )
  run('texts:undo', questionIdSchema, (id, { questionId }) => texts.undo(id, questionId))
}
