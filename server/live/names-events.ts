import type { Socket } from 'socket.io'
import type { MeetingId } from '../../shared/ids.ts'
import { refuse } from '../../shared/result.ts'
import { may } from '../../shared/rights.ts'
import { questionIdSchema } from '../../shared/wire/agenda.ts'
import type { Caller } from './caller.ts'
import type { Gateway } from './gateway.ts'
import type { Listen } from './listen.ts'

/** Who chose what, asked by a phone: for the seat that its pass holds. */
export function phoneNames({ naming }: Gateway, listen: Listen) {
  return (socket: Socket, caller: Caller) => {
    listen(socket, caller, 'names:list', {
      right: 'names:read',
      schema: questionIdSchema,
      deed: async ({ pass }, { questionId }) =>
        pass ? naming.toPhone(pass, questionId) : refuse('meeting/not-admitted'),
    })
  }
}

/** The same, asked by a screen or a desk, of the meeting that it watches. */
export function watcherNames({ naming }: Gateway, listen: Listen) {
  return (socket: Socket, caller: Caller, watched: () => MeetingId | null) => {
    listen(socket, caller, 'names:list', {
      right: 'names:read',
      schema: questionIdSchema,
      deed: async ({ role }, { questionId }) => {
        const id = watched()
        const reader = may(role, 'meeting:run') ? 'host' : 'anybody'
        return id ? naming.toPage(id, questionId, reader) : refuse('meeting/unknown')
      },
    })
  }
}
