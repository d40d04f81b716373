import type { Socket } from 'socket.io'

/** Sockets of one device that may be open at once; a further one takes the oldest's place (D38). */
const SOCKETS_A_DEVICE = 3

/** Counts the windows of each device, and closes the oldest where there are too many. */
export function createWindows() {
  const windows = new Map<string, Socket[]>()

  return function takePlace(socket: Socket, device: string): void {
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
}
