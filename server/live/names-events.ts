import { refuse } from '../../shared/result.ts'
import { may } from '../../shared/rights.ts'
import { questionIdSchema } from '../../shared/wire/agenda.ts'
import type { Gateway } from './gateway.ts'
import type { Listen } from './listen.ts'

/** Who chose what, asked by a phone: for the seat that its pass holds. */
export function phoneNames({ naming }: Gateway, listen: Listen): void {
  listen('names:list', {
    right: 'names:read',
    schema: questionIdSchema,
    deed: async ({ pass }, { questionId }) =>
      pass ? naming.toPhone(pass, questionId) : refuse('meeting/not-admitted'),
  })
}

/** The same, asked by a screen or a desk, of the meeting that it watches. */
export function watcherNames({ naming }: Gateway, listen: Listen): void {
  listen('names:list', {
    right: 'names:read',
    schema: questionIdSchema,
    deed: async ({ role, watched }, { questionId }) => {
      const reader = may(role, 'meeting:run') ? 'host' : 'anybody'
      return watched ? naming.toPage(watched, questionId, reader) : refuse('meeting/unknown')
    },
  })
}
