import type { Socket } from 'socket.io'
import { asCode, isCode, type MeetingId } from '../../shared/ids.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { screenWatchSchema, titleSchema, watchSchema } from '../../shared/wire/events.ts'
import { may, type TeamRole } from '../../shared/rights.ts'
import type { Hall } from '../services/agenda.ts'
import type { Caller } from './caller.ts'
import { watcherNames } from './names-events.ts'
import { runAdmission } from './run-admission.ts'
import { runAgenda } from './run-agenda.ts'
import { runFloor } from './run-floor.ts'
import { runLists } from './run-lists.ts'
import { runResults } from './run-results.ts'
import { runScreens } from './run-screens.ts'
import { runTexts } from './run-texts.ts'
import { runTiming } from './run-timing.ts'
import type { Gateway } from './gateway.ts'
import type { Deed, Listen } from './listen.ts'

/** Registers one deed of the desk in the meeting that it watches. */
export type Run = <M, T>(
  event: string,
  schema: Deed<M, T>['schema'],
  work: (id: MeetingId, message: M, caller: Caller) => Promise<Result<T>>,
) => void

/** What screens and desks say: what they watch, and what the desk does there. */
export function watchEvents(gateway: Gateway, listen: Listen): void {
  const { acts, agenda, meetings, rooms, picture } = gateway

  /** The meeting a watcher means: the one of its link, of its address, or the latest. */
  function meant({ screenOf }: Caller, typed: string | null): Result<Hall> {
    if (screenOf) return ok(agenda.hall(screenOf.meetingId))
    if (typed !== null && isCode(asCode(typed))) return agenda.byCode(asCode(typed))
    const latest = agenda.latest()
    return latest ? ok(latest) : refuse('meeting/unknown')
  }

  async function watch(socket: Socket, caller: Caller, hall: Hall, room: string): Promise<void> {
    caller.watched = hall.meeting.id
    await socket.join([rooms.names.watchers(caller.watched), room])
  }

  listen('screen:watch', {
    right: 'meeting:watch',
    schema: screenWatchSchema,
    deed: async (caller, { code, screen }, socket) => {
      const found = meant(caller, code)
      if (!found.ok) return found
      const hall = found.value
      const { id, screens } = hall.meeting
      const wanted = caller.screenOf?.screenId ?? screen
      const shown = screens.find((each) => each.id === wanted)
      if (!shown) return refuse('screen/unknown')
      await watch(socket, caller, hall, rooms.names.screen(id, shown.id))
      return ok({
        ...picture.screen(hall, may(caller.role, 'meeting:run')),
        screen: shown,
        results: picture.results(hall, shown.content),
      })
    },
  })
  listen('desk:watch', {
    right: 'meeting:run',
    schema: watchSchema,
    deed: async (caller, { code }, socket) => {
      const found = meant(caller, code)
      if (!found.ok) return found
      await watch(socket, caller, found.value, rooms.names.desks(found.value.meeting.id))
      socket.emit('health:changed', picture.health(found.value))
      return ok(await picture.deskSnapshot(found.value, caller.role as TeamRole))
    },
  })

  watcherNames(gateway, listen)
  const run: Run = (event, schema, work) => {
    listen(event, {
      right: 'meeting:run',
      schema,
      deed: async (caller, message) => {
        const { signedIn, watched } = caller
        if (!watched || !signedIn) return refuse('meeting/unknown')
        const note = acts.begin(watched, signedIn.account, event, message)
        const done = await work(watched, message, caller)
        // The deed is done: a note that cannot be kept does not undo it.
        if (done.ok) void note?.()
        return done
      },
    })
  }
  run('meeting:name', titleSchema, (id, { title }) => meetings.name(id, title))
  runAdmission(run, gateway)
  runFloor(run, gateway)
  runLists(run, gateway)
  runAgenda(run, gateway)
  runResults(run, gateway)
  runScreens(run, gateway)
  runTexts(run, gateway)
  runTiming(run, gateway)
}
