import {
  addSchema,
  insertSchema,
  moveSchema,
  questionIdSchema,
  questionSchema,
} from '../../shared/wire/agenda.ts'
import { nothingSchema } from '../../shared/wire/fields.ts'
import type { Gateway } from './gateway.ts'
import type { Run } from './watch-events.ts'

/** Writing questions and running them. */
export function runAgenda(run: Run, { meetings }: Gateway): void {
  run('question:add', addSchema, (id, added) => meetings.addQuestion(id, added))
  run('question:insert', insertSchema, (id, { title }) => meetings.insertQuestion(id, title))
  run('question:write', questionSchema, (id, question) => meetings.writeQuestion(id, question))
  run('question:remove', questionIdSchema, (id, { questionId }) =>
    meetings.removeQuestion(id, questionId),
  )
  run('question:move', moveSchema, (id, { questionId, before }) =>
    meetings.moveQuestion(id, questionId, before),
  )
  run('question:open', questionIdSchema, (id, { questionId }) => meetings.open(id, questionId))
  run('question:close', questionIdSchema, (id, { questionId }) => meetings.close(id, questionId))
  run('meeting:next', nothingSchema, (id) => meetings.next(id))
}
