import type { Socket } from 'socket.io'
import type { MeetingId } from '../../shared/ids.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { questionIdSchema } from '../../shared/wire/agenda.ts'
import { nothingSchema } from '../../shared/wire/fields.ts'
import { takeSchema } from '../../shared/wire/helper.ts'
import type { Caller } from './caller.ts'
import { createCodes } from './codes.ts'
import type { Gateway } from './gateway.ts'
import type { Deed, Listen } from './listen.ts'

/**
 * What a helper's device says. It hears what phones hear, and has no seat: ballots go by HTTP, each
 * under the pass of the person whose turn it was.
 */
export function helperEvents(gateway: Gateway, listen: Listen): void {
  const { helping, rooms, timing } = gateway
  const codes = createCodes(gateway)

  const on = <M, T>(
    event: string,
    schema: Deed<M, T>['schema'],
    work: (id: MeetingId, message: M, caller: Caller, socket: Socket) => Promise<Result<T>>,
  ) => {
    listen(event, {
      right: 'turn:take',
      schema,
      // Asked each time: the link may have been made anew since.
      deed: async (caller, message, socket) => {
        const id = helping.meetingOf(caller.helper ?? '')
        return id === null ? refuse('identity/not-allowed') : work(id, message, caller, socket)
      },
    })
  }

  on('helper:watch', nothingSchema, async (id, _, __, socket) => {
    await socket.join(rooms.names.helpers(id))
    await rooms.seat(socket, id)
    return ok(helping.snapshot(id))
  })
  // The device asks for whoever stands there: its queue is one request (D49).
  on('helper:time', questionIdSchema, async (meetingId, { questionId }, caller) =>
    timing.ask({ meetingId, voterKey: `helper|${caller.device}` }, questionId),
  )
  on('helper:take', takeSchema, (id, { typed }, caller) =>
    codes.tryHelped(caller.device, id, typed),
  )
}
