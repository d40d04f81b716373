import type { Server } from 'socket.io'
import type { MeetingId } from '../../shared/ids.ts'
import type { LiveTally } from '../../shared/meeting.ts'
import type { PresenceCode } from '../../shared/wire/events.ts'
import type { Clock, Log } from '../ports.ts'
import type { Agenda, Hall } from '../services/agenda.ts'
import { createPace } from './pace.ts'
import type { Picture } from './picture.ts'
import type { Rooms } from './rooms.ts'

const TICK_MS = 100
const DESK_EVERY = 2
const HEALTH_EVERY = 10
const FLOOR_EVERY = 5

/** Tells screens and desks what changed, at a bounded pace; phones are told none of it. */
export function createTicker(
  io: Server,
  {
    agenda,
    clock,
    log,
    rooms,
    picture,
  }: { agenda: Agenda; clock: Clock; log: Log; rooms: Rooms; picture: Picture },
) {
  const desks = new Set<MeetingId>()
  const floors = new Set<MeetingId>()
  const codes = new Map<MeetingId, PresenceCode>()
  const healths = new Map<MeetingId, string>()
  let turn = 0
  let cancel: (() => void) | null = null

  const pace = createPace(clock, (id, withBars) => {
    const hall = [...agenda.halls()].find(({ meeting }) => meeting.id === id)
    if (!hall) return
    const live: LiveTally = picture.live(hall)
    const told = withBars ? live : { ...live, counts: null }
    // The last one of a change has bars and must arrive; those before it may be dropped on a slow line.
    const watchers = io.to(rooms.names.watchers(id))
    if (withBars) watchers.emit('tally:changed', told)
    else watchers.volatile.emit('tally:changed', told)
  })

  function tellCode(hall: Hall): void {
    const { id, presence } = hall.meeting
    const before = codes.get(id)
    const isShown = before?.code != null
    if (before && before.until > clock.now() && isShown === presence.proofs.includes('code')) return
    const code = picture.presenceCode(hall)
    codes.set(id, code)
    io.to(rooms.names.watchers(id)).emit('code:changed', code)
  }

  function tellHealth(hall: Hall): void {
    if (turn % HEALTH_EVERY !== 0) return
    const { id } = hall.meeting
    const health = picture.health(hall)
    const measured = JSON.stringify(health)
    if (healths.get(id) === measured) return
    healths.set(id, measured)
    // Not volatile: what is told only where it changed must arrive.
    io.to(rooms.names.desks(id)).emit('health:changed', health)
  }

  function tellFloor(hall: Hall): void {
    const { id } = hall.meeting
    if (turn % FLOOR_EVERY !== 0 || !floors.delete(id)) return
    io.to(rooms.names.watchers(id)).emit('floor:changed', picture.floor(hall))
  }

  async function tellDesk(hall: Hall): Promise<void> {
    const { id } = hall.meeting
    if (turn % DESK_EVERY !== 0 || !desks.delete(id)) return
    io.to(rooms.names.desks(id)).emit('desk:changed', await picture.desk(hall))
  }

  function tick(): void {
    turn += 1
    for (const hall of agenda.halls()) {
      tellCode(hall)
      tellHealth(hall)
      tellFloor(hall)
      tellDesk(hall).catch((fault: unknown) => {
        log.error('ticker/desk', fault)
        desks.add(hall.meeting.id)
      })
    }
    cancel = clock.after(TICK_MS, tick)
  }

  return {
    start: tick,
    stop(): void {
      cancel?.()
      pace.stop()
    },
    numbers: pace.changed,
    desk(id: MeetingId): void {
      desks.add(id)
    },
    floor(id: MeetingId): void {
      floors.add(id)
    },
  }
}
