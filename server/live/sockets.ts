import type { IncomingMessage, Server as HttpServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import { LARGEST_MESSAGE, PROTOCOL } from '../../shared/wire/version.ts'
import type { Access } from '../services/access.ts'
import type { Accounts } from '../services/accounts.ts'
import type { Helping } from '../services/helping.ts'
import type { Caller } from './caller.ts'
import type { Cookies } from '../cookies.ts'
import { refusalOf } from '../faults.ts'
import { sendInOneBuffer } from './one-buffer.ts'

/** May a page of this origin talk to us? `cors` does not guard a websocket, this does (T12). */
export function isOwnOrigin(request: IncomingMessage, publicUrl: string | undefined): boolean {
  const { origin, host } = request.headers
  if (origin === undefined) return true
  if (publicUrl !== undefined && origin === publicUrl) return true
  return origin === `http://${host ?? ''}` || origin === `https://${host ?? ''}`
}

const textOf = (said: unknown) => (typeof said === 'string' ? said : null)

/** socket.io as a hall needs it: no compression, no history, identity before the first event. */
export function createSockets(
  server: HttpServer,
  {
    access,
    accounts,
    helping,
    cookies,
    publicUrl,
    addressOf,
  }: {
    access: Access
    accounts: Pick<Accounts, 'of'>
    helping: Pick<Helping, 'meetingOf'>
    cookies: Cookies
    publicUrl: string | undefined
    addressOf: (request: IncomingMessage) => string
  },
): Server {
  const io = new Server(server, {
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: LARGEST_MESSAGE,
    connectTimeout: 10_000,
    allowRequest: (request, decide) => {
      decide(null, isOwnOrigin(request, publicUrl))
    },
  })
  sendInOneBuffer(io)

  async function callerOf({ handshake, request }: Socket): Promise<Caller | string> {
    const { protocol, page, code, screen }: Record<string, unknown> = handshake.auth
    if (protocol !== PROTOCOL) return 'version/old'
    const device = access.device(cookies.read(request, 'device'))
    if (device === null) return 'identity/missing'
    const none = { signedIn: null, screenOf: null, helper: null }
    const nowhere = { watched: null, visitor: null, pass: null }
    const caller = { device, address: addressOf(request), ...none, ...nowhere }
    if (page === 'phone') return { ...caller, role: 'voter' }
    if (page === 'helper') {
      const helper = cookies.read(request, 'helper')
      const isOurs = helping.meetingOf(helper) !== null
      return isOurs ? { ...caller, role: 'helper', helper } : 'identity/not-allowed'
    }
    const signedIn = await accounts.of(device)
    if (signedIn) {
      const { account, until } = signedIn
      return { ...caller, role: account.role, signedIn: { account: account.number, until } }
    }
    const cookie = cookies.read(request, 'screen')
    const named = { code: textOf(code), screen: textOf(screen) }
    const screenOf = page === 'screen' ? access.screenOf(cookie, named) : null
    return screenOf === null ? 'identity/not-allowed' : { ...caller, role: 'screen', screenOf }
  }

  io.use((socket, next) => {
    callerOf(socket).then(
      (caller) => {
        if (typeof caller === 'string') next(new Error(caller))
        else {
          socket.data = caller
          next()
        }
      },
      (fault: unknown) => {
        next(new Error(refusalOf(fault).refusal.code))
      },
    )
  })
  io.on('connection', forgetHeaders)
  return io
}

/** They were read at the handshake: a hall's cookies shall not lie in memory as long as its lines live. */
function forgetHeaders({ handshake, request }: Socket): void {
  handshake.headers = request.headers = {}
  request.rawHeaders = []
}
