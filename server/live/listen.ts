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
  deed: (caller: Caller, message: M, socket: Socket) => Promise<Result<T>>
}

/** Registers what one kind of page may send. */
export type Listen = <M, T>(event: string, deed: Deed<M, T>) => void

/** A message of any shape to an answer; what a table holds of a deed once its types are known to fit. */
type Answer = (socket: Socket, caller: Caller, raw: unknown) => Promise<Result<unknown>>
export type Table = ReadonlyMap<string, Answer>

/**
 * The only way to be heard: limit, right, schema, fault. A missing ack, a wrong shape or a rejected
 * promise never ends the process (T11). Tables are built once and shared: a hall of phones that held
 * each its own would pay for them in memory (performance, 9).
 */
export function createListening({
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

  function answering<M, T>({ right, schema, deed }: Deed<M, T>): Answer {
    return async (socket, caller, raw) => {
      if (!may(caller.role, right)) return refuse('identity/not-allowed')
      if (caller.signedIn && caller.signedIn.until <= clock.now()) {
        socket.disconnect(true)
        return refuse('identity/not-allowed')
      }
      const parsed = schema.safeParse(raw)
      return parsed.success ? deed(caller, parsed.data, socket) : refuse('message/malformed')
    }
  }

  function reply(args: readonly unknown[], answered: Promise<Result<unknown>>): void {
    const ack = args.at(-1)
    const faulted = (fault: unknown) => {
      log.error('live/fault', fault)
      return refusalOf(fault)
    }
    void answered.catch(faulted).then((result) => {
      if (typeof ack === 'function') (ack as (result: Result<unknown>) => void)(result)
    })
  }

  return {
    /** All that one kind of page may send. */
    tableOf(...register: ((listen: Listen) => void)[]): Table {
      const table = new Map<string, Answer>()
      const listen: Listen = (event, deed) => table.set(event, answering(deed))
      for (const each of register) each(listen)
      return table
    },
    /** What is in no table of this page's is answered too, not passed over in silence, and paid for. */
    hear(socket: Socket, caller: Caller, table: Table): void {
      socket.onAny((event: string, ...args: unknown[]) => {
        const answered = async () => {
          const unpaid = await pay(socket, caller)
          const answer = table.get(event)
          return (
            unpaid ?? (answer ? answer(socket, caller, args[0]) : refuse('identity/not-allowed'))
          )
        }
        reply(args, answered())
      })
    },
  }
}
