import type { Socket } from 'socket.io'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { questionIdSchema } from '../../shared/wire/agenda.ts'
import { castSchema } from '../../shared/wire/cast.ts'
import type { PhoneSnapshot } from '../../shared/wire/events.ts'
import { nothingSchema } from '../../shared/wire/fields.ts'
import { doorSchema, passwordSchema } from '../../shared/wire/lists.ts'
import { keySchema } from '../../shared/wire/roster.ts'
import {
  enterSchema,
  placeSchema,
  proofSchema,
  unplacedSchema,
} from '../../shared/wire/presence.ts'
import type { Standing, Visitor } from '../services/joining.ts'
import type { Caller } from './caller.ts'
import { createCodes } from './codes.ts'
import type { Gateway } from './gateway.ts'
import type { Deed, Listen } from './listen.ts'
import { phoneNames } from './names-events.ts'

/** What a phone says: that it comes, where it is, and its ballots. */
export function createPhoneEvents(gateway: Gateway, listen: Listen) {
  const { agenda, joining, casting, timing, rooms } = gateway
  const codes = createCodes(gateway)
  const names = phoneNames(gateway, listen)

  return function phoneEvents(socket: Socket, caller: Caller): void {
    const on = <M, T>(
      event: string,
      deed: Omit<Deed<M, T>, 'right'>,
      right: Deed<M, T>['right'],
    ) => {
      listen(socket, caller, event, { ...deed, right })
    }

    /** The place comes first, so that nothing is told between the snapshot and the first event. */
    async function settle(
      visitor: Visitor,
      entered: Result<Standing>,
    ): Promise<Result<PhoneSnapshot>> {
      if (!entered.ok) return entered
      const { seat } = entered.value
      const { meetingId } = visitor
      caller.pass = seat === null ? null : joining.passFor(visitor, seat)
      if (seat === null) await rooms.wait(socket, meetingId)
      else await rooms.seat(socket, meetingId)
      return ok(await joining.snapshot(visitor, entered.value))
    }

    on(
      'meeting:enter',
      {
        schema: enterSchema,
        deed: async ({ device, address }, { code, proof }) => {
          const found = await codes.findMeeting(device, code)
          if (!found.ok) return found
          const visitor = found.value
          const scanned = proof === null ? null : await codes.tryScanned(visitor, proof)
          const entered = await joining.enter(visitor, { scanned, address })
          if (caller.visitor?.meetingId !== visitor.meetingId) {
            caller.visitor = visitor
            const { meetingId, voterKey } = visitor
            await rooms.connected(socket, meetingId, voterKey, (isHere) => {
              gateway.health.moved(meetingId, voterKey, isHere)
              gateway.numbers(meetingId)
            })
          }
          return settle(visitor, entered)
        },
      },
      'presence:prove',
    )

    const prove = <M>(
      event: string,
      schema: Deed<M, PhoneSnapshot>['schema'],
      work: (visitor: Visitor, message: M) => Promise<Result<Standing>>,
    ) => {
      on(
        event,
        {
          schema,
          deed: async ({ visitor }, message: M) =>
            visitor ? settle(visitor, await work(visitor, message)) : refuse('meeting/unknown'),
        },
        'presence:prove',
      )
    }
    prove('presence:place', placeSchema, (visitor, position) =>
      joining.provePlace(visitor, position),
    )
    prove('presence:unplaced', unplacedSchema, (visitor, { why }) =>
      joining.withoutPlace(visitor, why),
    )
    prove('presence:ask', nothingSchema, (visitor) => joining.askHost(visitor))
    prove('presence:code', proofSchema, async (visitor, { code }) =>
      joining.prove(visitor, 'code', await codes.tryPresence(visitor, code)),
    )
    prove('presence:door', doorSchema, async (visitor, { code }) =>
      joining.prove(visitor, 'door', await codes.tryDoor(visitor, code)),
    )
    prove('roster:key', keySchema, async (visitor, { key }) =>
      joining.proveListed(visitor, await codes.tryKey(visitor, key)),
    )
    prove('presence:password', passwordSchema, async (visitor, { password }) =>
      joining.prove(visitor, 'password', await codes.tryPassword(visitor, password)),
    )

    names(socket, caller)
    on(
      'timer:ask',
      {
        schema: questionIdSchema,
        deed: async ({ visitor, pass }, { questionId }) =>
          visitor && pass ? timing.ask(visitor, questionId) : refuse('meeting/not-admitted'),
      },
      'ballot:cast',
    )
    on(
      'ballot:cast',
      {
        schema: castSchema,
        deed: async ({ pass }, { pad: _, ...ballot }) => {
          if (gateway.isStopping()) return refuse('server/stopping')
          if (!pass) return refuse('meeting/not-admitted')
          const kept = await casting.castBallot(pass, ballot)
          const receipts = agenda.question(ballot.questionId)?.row.question.receipts
          if (kept.ok && receipts === 'full')
            gateway.signReceipt(ballot, kept.value.rev, (receipt) => {
              socket.emit('ballot:signed', receipt)
            })
          return kept
        },
      },
      'ballot:cast',
    )
  }
}
