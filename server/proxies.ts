import express from 'express'
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

type Trusts = (address: string | undefined, hop: number) => boolean

/** Whose `X-Forwarded-…` headers count: none, so many hops, or addresses, networks and `loopback`. */
function trustOf(trusted: string | undefined): Trusts {
  if (trusted === undefined) return () => false
  const app = express()
  app.set('trust proxy', /^\d+$/.test(trusted) ? Number(trusted) : trusted)
  return app.get('trust proxy fn') as Trusts
}

/** Is this what express takes as `trust proxy`? */
export function isTrust(trusted: string): boolean {
  try {
    trustOf(trusted)
    return true
  } catch {
    return false
  }
}

/**
 * What proxies say of a request, believed only as far as `trusted` goes. Express requests and socket
 * handshakes (`socket.request`) are asked alike, so no door has an opinion of its own.
 */
export function createProxies(trusted: string | undefined) {
  const trusts = trustOf(trusted)
  const peerOf = ({ socket }: IncomingMessage) => socket.remoteAddress ?? ''

  return {
    /** The address that the request came from; an IPv4 address is never written as IPv6. */
    addressOfClient(request: IncomingMessage): string {
      const peer = peerOf(request)
      const chain = [...listed(request, 'x-forwarded-for'), peer].reverse()
      const client = chain.find((address, hop) => !trusts(address, hop)) ?? chain.at(-1) ?? peer
      return plain(isIP(client) ? client : peer)
    },
    /** Did it come over https, to us or to the proxy in front? */
    isSecure(request: IncomingMessage): boolean {
      if ('encrypted' in request.socket) return true
      return trusts(peerOf(request), 0) && listed(request, 'x-forwarded-proto')[0] === 'https'
    },
  }
}

export type Proxies = ReturnType<typeof createProxies>

function listed({ headers }: IncomingMessage, name: string): string[] {
  return [headers[name] ?? []]
    .flat()
    .join()
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '')
