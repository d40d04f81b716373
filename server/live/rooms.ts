import type { Server, Socket } from 'socket.io'
import type { MeetingId } from '../../shared/ids.ts'

/** No turn of the event loop sends to more sockets than this (T16). */
const SLICE = 200

/** Names of rooms, and who sits in them. Phones sit in slices, told one turn after the other. */
export function createRooms(io: Server) {
  const slices = new Map<MeetingId, number[]>()
  const phones = new Map<MeetingId, Map<string, number>>()
  /** Where each admitted phone sits. */
  const seated = new Map<Socket, { id: MeetingId; slice: number }>()
  let told = Promise.resolve()

  const sliceName = (id: MeetingId, slice: number) => `meeting:${id}:phones:${slice}`
  const names = {
    watchers: (id: MeetingId) => `meeting:${id}:watchers`,
    screen: (id: MeetingId, screenId: string) => `meeting:${id}:screen:${screenId}`,
    desks: (id: MeetingId) => `meeting:${id}:desks`,
    waiting: (id: MeetingId) => `meeting:${id}:waiting`,
    voter: (voterKey: string) => `voter:${voterKey}`,
    helpers: (id: MeetingId) => `meeting:${id}:helpers`,
    account: (account: number) => `account:${account}`,
    browser: (device: string) => `browser:${device}`,
  }

  /**
   * Sockets leave while they are being served, and nothing that is registered then is ever called
   * off: whoever is gone gets no place. `leave` is registered before anything is awaited.
   */
  async function sit(socket: Socket, room: string, leave: () => void): Promise<void> {
    socket.once('disconnect', leave)
    await socket.join(room)
  }

  function stand(socket: Socket): string | null {
    const place = seated.get(socket)
    const sizes = place && slices.get(place.id)
    if (!place || !sizes) return null
    seated.delete(socket)
    if (sizes[place.slice]) sizes[place.slice]! -= 1
    return sliceName(place.id, place.slice)
  }

  async function wait(socket: Socket, id: MeetingId): Promise<void> {
    if (!socket.connected) return
    const left = stand(socket)
    if (left !== null) await socket.leave(left)
    await socket.join(names.waiting(id))
  }

  return {
    names,
    /** Counts a device as connected while any of its sockets lives; `changed` hears whether it is here. */
    async connected(
      socket: Socket,
      id: MeetingId,
      voterKey: string,
      changed: (isHere: boolean) => void,
    ): Promise<void> {
      if (!socket.connected) return
      const devices = phones.get(id) ?? new Map<string, number>()
      phones.set(id, devices)
      devices.set(voterKey, (devices.get(voterKey) ?? 0) + 1)
      changed(true)
      await sit(socket, names.voter(voterKey), () => {
        const left = (devices.get(voterKey) ?? 1) - 1
        if (left > 0) devices.set(voterKey, left)
        else devices.delete(voterKey)
        changed(left > 0)
      })
    },
    connectedDevices: (id: MeetingId): number => phones.get(id)?.size ?? 0,
    /** Puts an admitted phone where a meeting's events are told, once. */
    async seat(socket: Socket, id: MeetingId): Promise<void> {
      if (!socket.connected || seated.get(socket)?.id === id) return
      const sizes = slices.get(id) ?? []
      slices.set(id, sizes)
      const free = sizes.findIndex((size) => size < SLICE)
      const slice = free < 0 ? sizes.length : free
      sizes[slice] = (sizes[slice] ?? 0) + 1
      // Before anything is awaited: a second message of this phone must not seat it again.
      seated.set(socket, { id, slice })
      await sit(socket, sliceName(id, slice), () => stand(socket))
      await socket.leave(names.waiting(id))
    },
    /** Puts a phone that is not admitted where it hears that it should ask again. */
    wait,
    /** Puts all sockets of a device there, whatever its page does about it. */
    unseat(id: MeetingId, voterKey: string): void {
      for (const name of io.sockets.adapter.rooms.get(names.voter(voterKey)) ?? []) {
        const socket = io.sockets.sockets.get(name)
        if (socket) void wait(socket, id)
      }
    },
    /** Ends every line of a meeting; each comes back by itself and learns what there is. */
    close(id: MeetingId): void {
      const count = slices.get(id)?.length ?? 0
      const seated = Array.from({ length: count }, (_, slice) => sliceName(id, slice))
      io.in([...seated, names.waiting(id), names.watchers(id)]).disconnectSockets(true)
    },
    /** One message to all phones of a meeting, in order, a slice a turn. */
    tellPhones(id: MeetingId, event: string, message: unknown): void {
      const count = slices.get(id)?.length ?? 0
      told = told.then(async () => {
        for (let slice = 0; slice < count; slice += 1) {
          io.to(sliceName(id, slice)).emit(event, message)
          await new Promise((resolve) => setImmediate(resolve))
        }
      })
    },
  }
}

export type Rooms = ReturnType<typeof createRooms>
