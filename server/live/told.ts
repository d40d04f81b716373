import type { Server } from 'socket.io'
import type { Bus } from '../ports.ts'
import type { Rooms } from './rooms.ts'
import type { createTicker } from './ticker.ts'

/** What services tell, as it reaches the sockets of this node. */
export function createTold(
  io: Server,
  { rooms, ticker }: { rooms: Rooms; ticker: ReturnType<typeof createTicker> },
): Bus {
  const { names } = rooms
  return {
    event(id, { type, ...told }) {
      if (type !== 'stage:cleared') rooms.tellPhones(id, type, told)
      io.to(names.watchers(id)).emit(type, told)
    },
    numbers: (id) => {
      ticker.numbers(id)
    },
    desk: (id) => {
      ticker.desk(id)
    },
    floor: (id) => {
      ticker.floor(id)
    },
    admission(id, voterKey) {
      const room = voterKey === null ? names.waiting(id) : names.voter(voterKey)
      io.to(room).emit('admission:changed')
    },
    seatLost(id, voterKey) {
      rooms.unseat(id, voterKey)
      io.to(names.voter(voterKey)).emit('admission:changed')
    },
    identity(id) {
      rooms.tellPhones(id, 'admission:changed', undefined)
      io.to(names.waiting(id)).emit('admission:changed')
    },
    helperChanged(id) {
      io.in(names.helpers(id)).disconnectSockets(true)
    },
    screens(id, screenId) {
      io.to(screenId === null ? names.watchers(id) : names.screen(id, screenId)).emit(
        'screen:changed',
      )
    },
    screenGone(id, screenId) {
      io.in(names.screen(id, screenId)).disconnectSockets(true)
    },
    signedOut(device) {
      io.in(names.browser(device)).disconnectSockets(true)
    },
    signedOutElsewhere(account, here) {
      const all = io.in(names.account(account))
      const others = here === null ? all : all.except(names.browser(here))
      others.disconnectSockets(true)
    },
    removed: (id) => {
      rooms.close(id)
    },
  }
}
