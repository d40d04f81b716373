import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import WebSocket, { WebSocketServer } from 'ws'
import type { Random } from './random.ts'

/** Shares of acknowledgements and of pushes that never arrive, and of ballots that end in a reset. */
export interface Faults {
  swallowed?: number
  dropped?: number
  reset?: number
}

/** A bad network between phones and server: frames are lost whole, connections in the middle. */
export async function createProxy(target: string, faults: Faults, random: Random) {
  const happened = { swallowed: 0, dropped: 0, resets: 0 }
  const befalls = (fault: keyof Faults) => random.next() < (faults[fault] ?? 0)
  const server = createServer()
  const doors = new WebSocketServer({ server, perMessageDeflate: false })

  doors.on('connection', (near, request) => {
    const { cookie, origin } = request.headers
    const far = new WebSocket(`${target.replace(/^http/, 'ws')}${request.url ?? '/'}`, {
      perMessageDeflate: false,
      headers: { ...(cookie ? { cookie } : {}), ...(origin ? { origin } : {}) },
    })
    const cut = () => {
      near.terminate()
      far.terminate()
    }
    const early: string[] = []
    far.on('open', () => {
      for (const frame of early.splice(0)) far.send(frame)
    })
    near.on('message', (data: Buffer) => {
      const frame = data.toString()
      if (far.readyState === WebSocket.OPEN) far.send(frame)
      else early.push(frame)
      // After the message has left: the server may take it, the phone will not hear of it.
      if (!isCast(frame) || !befalls('reset')) return
      happened.resets += 1
      setTimeout(cut, random.below(20))
    })
    far.on('message', (data: Buffer) => {
      const frame = data.toString()
      if (frame.startsWith('43') && befalls('swallowed')) happened.swallowed += 1
      else if (frame.startsWith('42') && befalls('dropped')) happened.dropped += 1
      else near.send(frame)
    })
    for (const side of [near, far]) {
      side.on('close', cut)
      side.on('error', cut)
    }
  })

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    happened,
    close(): void {
      for (const near of doors.clients) near.terminate()
      server.close()
    },
  }
}

function isCast(frame: string): boolean {
  return frame.includes('["ballot:cast"')
}
