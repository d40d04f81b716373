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
import { identityOf } from '../services/arrivals.ts'
import type { Standing, Visitor } from '../services/joining.ts'
import type { Caller } from './caller.ts'
import { createCodes } from './codes.ts'
import { floorEvents } from './floor-events.ts'
import type { Gateway } from './gateway.ts'
import type { Deed, Listen } from './listen.ts'
import { phoneNames } from './names-events.ts'

/** What a phone says: that it comes, where it is, and its ballots. */
export function phoneEvents(gateway: Gateway, listen: Listen): void {
  const { agenda, joining, casting, timing, rooms } = gateway
  const codes = createCodes(gateway)

  /** Has the host taken this device's admission back, or its place on the list? */
  function isOut({ meetingId, voterKey }: Visitor): boolean {
    const { withdrawn, unlisted } = identityOf(agenda.hall(meetingId), voterKey)
    return withdrawn || unlisted
  }

  /** The place comes first, so that nothing is told between the snapshot and the first event. */
  async function settle(
    socket: Socket,
    caller: Caller,
    visitor: Visitor,
    entered: Result<Standing>,
  ): Promise<Result<PhoneSnapshot>> {
    if (!entered.ok) return entered
    const { meetingId } = visitor
    // Between the look at the roll and this place the host may have sent the device out.
    const seat = isOut(visitor) ? null : entered.value.seat
    caller.pass = seat === null ? null : joining.passFor(visitor, seat)
    if (seat === null) await rooms.wait(socket, meetingId)
    else await rooms.seat(socket, meetingId)
    return ok(await joining.snapshot(visitor, { ...entered.value, seat }))
  }

  listen('meeting:enter', {
    right: 'presence:prove',
    schema: enterSchema,
    deed: async (caller, { code, proof }, socket) => {
      const { device, address } = caller
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
      return settle(socket, caller, visitor, entered)
    },
  })

  const prove = <M>(
    event: string,
    schema: Deed<M, PhoneSnapshot>['schema'],
    work: (visitor: Visitor, message: M) => Promise<Result<Standing>>,
  ) => {
    listen(event, {
      right: 'presence:prove',
      schema,
      deed: async (caller, message, socket) => {
        const { visitor } = caller
        if (!visitor) return refuse('meeting/unknown')
        return settle(socket, caller, visitor, await work(visitor, message))
      },
    })
  }
  prove('presence:place', placeSchema, (visitor, position) => joining.provePlace(visitor, position))
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

  phoneNames(gateway, listen)
  floorEvents(gateway, listen, isOut)
  listen('timer:ask', {
    right: 'ballot:cast',
    schema: questionIdSchema,
    deed: async ({ visitor, pass }, { questionId }) =>
      visitor && pass && !isOut(visitor)
        ? timing.ask(visitor, questionId)
        : refuse('meeting/not-admitted'),
  })
  listen('ballot:cast', {
    right: 'ballot:cast',
    schema: castSchema,
    deed: async ({ pass }, { pad: _, ...ballot }, socket) => {
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
  })
}
