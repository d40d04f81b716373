import type { Server, Socket } from 'socket.io'
import { asCode, isCode, type MeetingId } from '../../shared/ids.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import {
  arrivalSchema,
  castSchema,
  enterSchema,
  nothingSchema,
  placeSchema,
  presenceSchema,
  proofSchema,
  questionIdSchema,
  questionSchema,
  titleSchema,
  watchSchema,
  type PhoneSnapshot,
} from '../../shared/wire/events.ts'
import type { Limits } from '../limits.ts'
import type { Log } from '../ports.ts'
import type { Agenda, Hall } from '../services/agenda.ts'
import type { Casting } from '../services/casting.ts'
import type { Joining, Standing, Visitor } from '../services/joining.ts'
import type { Meetings } from '../services/meetings.ts'
import type { Caller } from './caller.ts'
import { createCodes } from './codes.ts'
import { createListen, type Deed } from './listen.ts'
import type { Picture } from './picture.ts'
import type { SignReceipt } from './receipts.ts'
import type { Rooms } from './rooms.ts'

/** Sockets of one device that may be open at once; a further one takes the oldest's place (D38). */
const SOCKETS_A_DEVICE = 3

export interface Gateway {
  agenda: Agenda
  meetings: Meetings
  joining: Joining
  casting: Casting
  limits: Limits
  log: Log
  rooms: Rooms
  picture: Picture
  signReceipt: SignReceipt
  /** A meeting's numbers changed. */
  numbers: (id: MeetingId) => void
  isStopping: () => boolean
}

/** Message to service to answer: the gateway itself decides nothing. */
export function createGateway(io: Server, gateway: Gateway): void {
  const { agenda, meetings, joining, casting, rooms, picture } = gateway
  const codes = createCodes(gateway)
  const listen = createListen(gateway)

  function phone(socket: Socket, caller: Caller): void {
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
      if (seat === null) await rooms.wait(socket, meetingId)
      else if (caller.pass?.vote !== meetingId) {
        // Before anything is awaited: a second message of this phone must not seat it again.
        caller.pass = { vote: meetingId, seats: [seat] }
        await rooms.seat(socket, meetingId)
      }
      return ok(await joining.snapshot(visitor, entered.value))
    }

    on(
      'meeting:enter',
      {
        schema: enterSchema,
        deed: async ({ device }, { code, proof }) => {
          const found = await codes.findMeeting(device, code)
          if (!found.ok) return found
          const visitor = found.value
          const isProof = proof !== null && joining.asksForCode(visitor)
          const scanned = isProof ? await codes.tryPresence(visitor, proof) : null
          const entered = await joining.enter(visitor, scanned)
          if (caller.visitor?.meetingId !== visitor.meetingId) {
            caller.visitor = visitor
            const { meetingId, voterKey } = visitor
            await rooms.connected(socket, meetingId, voterKey, () => {
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
    prove('presence:ask', nothingSchema, (visitor) => joining.askHost(visitor))
    prove('presence:code', proofSchema, async (visitor, { code }) =>
      joining.proveCode(visitor, await codes.tryPresence(visitor, code)),
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

  /** The meeting a watcher means: the one of its link, of its address, or the first. */
  function meant({ screenOf }: Caller, typed: string | null): Result<Hall> {
    if (screenOf) return ok(agenda.hall(screenOf))
    if (typed !== null && isCode(asCode(typed))) return agenda.byCode(asCode(typed))
    const [first] = agenda.halls()
    return first ? ok(first) : refuse('meeting/unknown')
  }

  function watcher(socket: Socket, caller: Caller): void {
    let watched: MeetingId | null = null

    async function watch(hall: Hall, room: string): Promise<void> {
      watched = hall.meeting.id
      await socket.join([rooms.names.watchers(watched), room])
    }

    listen(socket, caller, 'screen:watch', {
      right: 'meeting:watch',
      schema: watchSchema,
      deed: async (_, { code }) => {
        const found = meant(caller, code)
        if (!found.ok) return found
        await watch(found.value, rooms.names.watchers(found.value.meeting.id))
        return ok(picture.screen(found.value, caller.role === 'facilitator'))
      },
    })
    listen(socket, caller, 'desk:watch', {
      right: 'meeting:run',
      schema: watchSchema,
      deed: async (_, { code }) => {
        const found = meant(caller, code)
        if (!found.ok) return found
        await watch(found.value, rooms.names.desks(found.value.meeting.id))
        return ok(await picture.deskSnapshot(found.value))
      },
    })

    const run = <M, T>(
      event: string,
      schema: Deed<M, T>['schema'],
      work: (id: MeetingId, message: M) => Promise<Result<T>>,
    ) => {
      listen(socket, caller, event, {
        right: 'meeting:run',
        schema,
        deed: async (_, message: M) =>
          watched ? work(watched, message) : refuse('meeting/unknown'),
      })
    }
    run('meeting:name', titleSchema, (id, { title }) => meetings.name(id, title))
    run('presence:rule', presenceSchema, (id, rule) => meetings.setPresence(id, rule))
    run('arrival:decide', arrivalSchema, (id, { number, admit }) =>
      joining.decide(id, number, admit),
    )
    run('question:add', nothingSchema, (id) => meetings.addQuestion(id))
    run('question:write', questionSchema, (id, question) => meetings.writeQuestion(id, question))
    run('question:remove', questionIdSchema, (id, { questionId }) =>
      meetings.removeQuestion(id, questionId),
    )
    run('question:open', questionIdSchema, (id, { questionId }) => meetings.open(id, questionId))
    run('question:close', questionIdSchema, (id, { questionId }) => meetings.close(id, questionId))
    run('question:reveal', questionIdSchema, (id, { questionId }) =>
      meetings.reveal(id, questionId),
    )
    run('meeting:next', nothingSchema, (id) => meetings.next(id))
  }

  const windows = new Map<string, Socket[]>()

  function takePlace(socket: Socket, device: string): void {
    const mine = [...(windows.get(device) ?? []), socket]
    while (mine.length > SOCKETS_A_DEVICE) {
      const oldest = mine.shift()
      oldest?.emit('window:replaced')
      oldest?.disconnect(true)
    }
    windows.set(device, mine)
    socket.once('disconnect', () => {
      const left = (windows.get(device) ?? []).filter((each) => each !== socket)
      if (left.length > 0) windows.set(device, left)
      else windows.delete(device)
    })
  }

  io.on('connection', (socket) => {
    const caller = socket.data as Caller
    // A facilitator's phone window never takes the desk's or the screen's place.
    if (caller.role === 'voter') takePlace(socket, caller.device)
    // Every event is registered for every socket: the table of rights answers, not silence.
    phone(socket, caller)
    watcher(socket, caller)
  })
}
