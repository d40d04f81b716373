import express from 'express'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { io } from 'socket.io-client'
import { describe, expect, it, onTestFinished } from 'vitest'
import { newCookie, send } from '../../scripts/crowd/http.ts'
import { createProxies } from '../../server/proxies.ts'
import { Line } from '../support/hall.ts'
import { aServer } from '../support/server.ts'

interface Seen {
  address: string
  secure: boolean
}

/** What both doors see of a request with these headers, where this is trusted. */
async function seenWith(trusted: string | undefined, headers: Record<string, string>) {
  const proxies = createProxies(trusted)
  const see = (request: IncomingMessage): Seen => ({
    address: proxies.addressOfClient(request),
    secure: proxies.isSecure(request),
  })
  const app = express().get('/', (request, response) => {
    response.json(see(request))
  })
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const sockets = new Server(server)
  sockets.on('connection', (socket) => socket.emit('seen', see(socket.request)))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const socket = io(url, { extraHeaders: headers, transports: ['websocket'], forceNew: true })
  const heard = new Promise<Seen>((resolve) => socket.once('seen', resolve))
  onTestFinished(async () => {
    socket.close()
    await sockets.close()
  })
  const { text } = await send(url, { headers })
  return { express: JSON.parse(text) as Seen, sockets: await heard }
}

const SPOOFED = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https' }
const both = (seen: Seen) => ({ express: seen, sockets: seen })

describe('what proxies say', () => {
  it('[TL6] counts nothing where no proxy is trusted, or another one', async () => {
    const peer = both({ address: '127.0.0.1', secure: false })
    expect(await seenWith(undefined, SPOOFED)).toEqual(peer)
    expect(await seenWith('10.0.0.0/8', SPOOFED)).toEqual(peer)
  })

  it('[TL6] counts as far as it is trusted: by hops, by network, by name', async () => {
    const client = both({ address: '203.0.113.9', secure: true })
    for (const trusted of ['1', 'loopback', '127.0.0.1', '127.0.0.0/8, 10.0.0.0/8'])
      expect(await seenWith(trusted, SPOOFED), trusted).toEqual(client)
  })

  it('[TL6] lets nobody put an address in front of the proxy’s own', async () => {
    const chain = { 'x-forwarded-for': '198.51.100.1, 203.0.113.9' }
    const client = both({ address: '203.0.113.9', secure: false })
    expect(await seenWith('1', chain)).toEqual(client)
    expect(await seenWith('loopback', chain)).toEqual(client)
    const two = both({ address: '198.51.100.1', secure: false })
    expect(await seenWith('2', chain)).toEqual(two)
    const words = { 'x-forwarded-for': 'somebody' }
    expect(await seenWith('1', words)).toEqual(both({ address: '127.0.0.1', secure: false }))
    const mapped = { 'x-forwarded-for': '::ffff:203.0.113.9' }
    expect(await seenWith('1', mapped)).toEqual(client)
  })

  it('[TL7] makes cookies Secure where a trusted one says https, and only there', async () => {
    const headers = { 'x-forwarded-proto': 'https' }
    const trusting = await aServer({ TRUST_PROXY: 'loopback' })
    const through = await send(trusting.url, { headers })
    expect(through.headers['set-cookie']).toMatchObject([/^__Host-mv=.*; Secure$/])
    expect(through.headers['strict-transport-security']).toBeDefined()
    const direct = await send(trusting.url)
    expect(direct.headers['set-cookie']).toMatchObject([/^mv=(?!.*Secure)/])

    const spoofed = await send((await aServer()).url, { headers })
    expect(spoofed.headers['set-cookie']).toMatchObject([/^mv=(?!.*Secure)/])
    expect(spoofed.headers['strict-transport-security']).toBeUndefined()
  })

  it('[MD3] believes over https only the cookie that https alone can have set', async () => {
    const { url } = await aServer({ TRUST_PROXY: 'loopback' })
    const https = { 'x-forwarded-proto': 'https' }
    const plain = await newCookie(url, '/')
    const guarded = await newCookie(url, '/', https)
    const planted = { [plain]: https, [guarded]: {} }
    for (const [cookie, headers] of Object.entries(planted)) {
      expect((await send(url, { headers: { ...headers, cookie } })).cookies).toHaveLength(1)
      const line = new Line(url, 'phone', cookie, headers)
      await expect(line.connected()).rejects.toThrow('identity/missing')
    }
    const both = `${plain}; ${guarded}`
    for (const headers of [https, {}])
      expect((await send(url, { headers: { ...headers, cookie: both } })).cookies).toEqual([])
    const line = await new Line(url, 'phone', guarded, https).connected()
    line.close()
  })
})
