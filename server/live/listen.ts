import type { Socket } from 'socket.io'
import type { z } from 'zod'
import { refuse, type Result } from '../../shared/result.ts'
import { may, type Action } from '../../shared/rights.ts'
import { refusalOf } from '../faults.ts'
import type { Limits } from '../limits.ts'
import type { Clock, Log } from '../ports.ts'
import type { Caller } from './caller.ts'

/** Who may send an event, what it looks like, and what is done. */
export interface Deed<M, T> {
  right: Action
  schema: z.ZodType<M>
  deed: (caller: Caller, message: M) => Promise<Result<T>>
}

/**
 * The only way to register an event: limit, right, schema, fault. A missing ack, a wrong shape or a
 * rejected promise never ends the process (T11).
 */
export function createListen({
  clock,
  limits,
  log,
}: {
  clock: Pick<Clock, 'now'>
  limits: Limits
  log: Log
}) {
  async function answer<M, T>(
    socket: Socket,
    caller: Caller,
    { right, schema, deed }: Deed<M, T>,
    raw: unknown,
  ): Promise<Result<T>> {
    try {
      const budget = caller.signedIn ? limits.deeds : limits.messages
      if (!(await budget(caller.device))) {
        // Each answer costs us more than the next message costs whoever does not listen.
        if (!(await limits.refusals(socket.id))) socket.conn.close()
        return refuse('message/too-often')
      }
      if (!may(caller.role, right)) return refuse('identity/not-allowed')
      if (caller.signedIn && caller.signedIn.until <= clock.now()) {
        socket.disconnect(true)
        return refuse('identity/not-allowed')
      }
      const parsed = schema.safeParse(raw)
      if (!parsed.success) return refuse('message/malformed')
      return await deed(caller, parsed.data)
    } catch (fault) {
      log.error('live/fault', fault)
      return refusalOf(fault)
    }
  }

  return function listen<M, T>(
    socket: Socket,
    caller: Caller,
    event: string,
    deed: Deed<M, T>,
  ): void {
    socket.on(event, (...args: unknown[]) => {
      const ack = args.at(-1)
      void answer(socket, caller, deed, args[0]).then((result) => {
        if (typeof ack === 'function') (ack as (result: Result<T>) => void)(result)
      })
    })
  }
}

export type Listen = ReturnType<typeof createListen>
