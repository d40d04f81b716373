import type { Socket } from 'socket.io'
import type { z } from 'zod'
import { refuse, type No, type Result } from '../../shared/result.ts'
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
  /** Takes the price of one message; a refusal where there is nothing left to pay with. */
  async function pay(socket: Socket, caller: Caller): Promise<No | null> {
    const budget = caller.signedIn ? limits.deeds : limits.messages
    if (await budget(caller.device)) return null
    // Each answer costs us more than the next message costs whoever does not listen.
    if (!(await limits.refusals(socket.id))) socket.conn.close()
    return refuse('message/too-often')
  }

  async function answer<M, T>(
    socket: Socket,
    caller: Caller,
    { right, schema, deed }: Deed<M, T>,
    raw: unknown,
  ): Promise<Result<T>> {
    const unpaid = await pay(socket, caller)
    if (unpaid) return unpaid
    if (!may(caller.role, right)) return refuse('identity/not-allowed')
    if (caller.signedIn && caller.signedIn.until <= clock.now()) {
      socket.disconnect(true)
      return refuse('identity/not-allowed')
    }
    const parsed = schema.safeParse(raw)
    return parsed.success ? deed(caller, parsed.data) : refuse('message/malformed')
  }

  function reply<T>(args: readonly unknown[], answered: Promise<Result<T>>): void {
    const ack = args.at(-1)
    const faulted = (fault: unknown) => {
      log.error('live/fault', fault)
      return refusalOf(fault)
    }
    void answered.catch(faulted).then((result) => {
      if (typeof ack === 'function') (ack as (result: Result<T>) => void)(result)
    })
  }

  function listen<M, T>(socket: Socket, caller: Caller, event: string, deed: Deed<M, T>): void {
    socket.on(event, (...args: unknown[]) => {
      reply(args, answer(socket, caller, deed, args[0]))
    })
  }

  /**
   * Everything that this socket's page has no business with, known or not: answered, not passed over
   * in silence, and paid for. One listener for all of it: a hall of phones would hold the desk's
   * whole table once each.
   */
  function refuseRest(socket: Socket, caller: Caller): void {
    socket.onAny((event: string, ...args: unknown[]) => {
      if (socket.listenerCount(event) > 0) return
      const refused = async () => (await pay(socket, caller)) ?? refuse('identity/not-allowed')
      reply(args, refused())
    })
  }

  return { listen, refuseRest }
}

export type Listen = ReturnType<typeof createListen>['listen']
