import WebSocket from 'ws'
import { refuse, type Result } from '../../shared/result.ts'
import type { ClientToServer } from '../../shared/wire/events.ts'
import { PROTOCOL } from '../../shared/wire/version.ts'

export type Page = 'phone' | 'screen' | 'desk' | 'helper'
export type DeedName = keyof ClientToServer
export type MessageOf<D extends DeedName> = Parameters<ClientToServer[D]>[0]
export type AnswerOf<D extends DeedName> = Parameters<Parameters<ClientToServer[D]>[1]>[0]

export interface LineOptions {
  /** The server as the page's address names it: also the Origin. */
  url: string
  page: Page
  cookie: string
  /** Where the socket goes instead, if something stands between. */
  socketUrl?: string | undefined
  origin?: string | undefined
  /** What a proxy on the way puts before the server. */
  headers?: Record<string, string> | undefined
  protocol?: number
  /** Milliseconds before the first and at most before any new connection (D37). */
  backOff?: { least: number; most: number } | undefined
}

const BACK_OFF = { least: 500, most: 8000 }
/** The jitter of D37: 0.8 of the delay, up or down. */
const JITTER = 0.8
const LOST: Result<never> = refuse('server/busy')

/**
 * One page's socket in little memory: engine.io 4 and socket.io 5 by hand over `ws`. It connects
 * again by itself until closed.
 */
export class Line {
  /** Pushes to this page, its own acknowledgements, bytes received, and connections lost. */
  readonly traffic = { frames: 0, ownAcks: 0, bytes: 0, losses: 0 }
  /** After every connection: the page asks for its snapshot. */
  onReady: (() => void) | null = null
  onLost: (() => void) | null = null
  onPush: ((event: string, message: unknown) => void) | null = null
  isReady = false
  readonly #options: LineOptions
  readonly #waiting = new Map<number, (answer: Result<never>) => void>()
  #socket: WebSocket | null = null
  #number = 0
  #tries = 0
  #isClosed = false

  constructor(options: LineOptions) {
    this.#options = options
  }

  /** Resolves with null at the first connection, or with the reason why there is none. */
  connect(): Promise<string | null> {
    const { url, socketUrl = url, origin = url, cookie, headers } = this.#options
    return new Promise((resolve) => {
      const address = `${socketUrl.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`
      const socket = new WebSocket(address, {
        perMessageDeflate: false,
        skipUTF8Validation: true,
        origin,
        headers: { ...headers, ...(cookie === '' ? {} : { cookie }) },
      })
      this.#socket = socket
      socket.on('message', (data: Buffer) => {
        this.traffic.bytes += data.length
        const refused = this.#take(data.toString())
        if (refused !== undefined) resolve(refused)
      })
      socket.on('error', (fault) => {
        resolve(fault.message)
      })
      socket.on('close', () => {
        resolve('closed')
        if (this.#socket === socket) this.#lost()
      })
    })
  }

  /** Sends one message; no answer in time, or no connection, is `server/busy`. */
  ask<D extends DeedName>(deed: D, message: MessageOf<D>, within = 5000): Promise<AnswerOf<D>> {
    return this.askText(deed, JSON.stringify(message), within) as Promise<AnswerOf<D>>
  }

  /** The same with a message that JSON.stringify would not write. */
  askText(deed: string, text: string, within = 5000): Promise<Result<unknown>> {
    if (!this.isReady) return Promise.resolve(LOST)
    const number = this.#number++
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        settle(LOST)
      }, within)
      const settle = (answer: Result<never>) => {
        clearTimeout(timer)
        this.#waiting.delete(number)
        resolve(answer)
      }
      this.#waiting.set(number, settle)
      this.write(`42${number}["${deed}",${text}]`)
    })
  }

  /** One raw frame, of any kind. */
  write(frame: string | Uint8Array): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(frame)
  }

  /** Drops the connection as a lost network does; the line connects again. */
  cut(): void {
    this.#socket?.terminate()
  }

  close(): void {
    this.#isClosed = true
    this.#socket?.close()
    this.#lost()
  }

  /** Null once connected, a text where refused, undefined for everything else. */
  #take(frame: string): string | null | undefined {
    const kind = frame.slice(0, 2)
    // Another namespace than ours: an answer to a frame that no page sends.
    if (frame[2] === '/') return undefined
    if (frame === '2') this.write('3')
    else if (frame.startsWith('0')) {
      const { protocol = PROTOCOL, page } = this.#options
      this.write(`40${JSON.stringify({ protocol, page })}`)
    } else if (kind === '40') {
      this.isReady = true
      this.#tries = 0
      this.onReady?.()
      return null
    } else if (kind === '44') {
      this.#isClosed = true
      this.#socket?.close()
      return (JSON.parse(frame.slice(2)) as { message: string }).message
    } else if (kind === '43') this.#answered(frame)
    else if (kind === '42') this.#pushed(frame)
    else if (kind === '41') this.#socket?.close()
    return undefined
  }

  #answered(frame: string): void {
    const start = frame.indexOf('[')
    const settle = this.#waiting.get(Number(frame.slice(2, start)))
    const [answer] = JSON.parse(frame.slice(start)) as [Result<never>]
    settle?.(answer)
  }

  #pushed(frame: string): void {
    const [event, message] = JSON.parse(frame.slice(2)) as [string, unknown]
    if (event === 'ballot:signed') this.traffic.ownAcks += 1
    else this.traffic.frames += 1
    this.onPush?.(event, message)
  }

  #lost(): void {
    const wasReady = this.isReady
    this.isReady = false
    this.#socket = null
    for (const settle of [...this.#waiting.values()]) settle(LOST)
    if (wasReady) {
      this.traffic.losses += 1
      this.onLost?.()
    }
    if (this.#isClosed) return
    const { least, most } = this.#options.backOff ?? BACK_OFF
    const delay = Math.min(most, least * 2 ** this.#tries)
    this.#tries += 1
    setTimeout(
      () => {
        if (!this.#isClosed) void this.connect()
      },
      delay * (1 + JITTER * (2 * Math.random() - 1)),
    )
  }
}
