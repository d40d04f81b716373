import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

const TEXT = 1
const CLOSE = 8
/** Marks of a length that follows in two or in eight bytes. */
const SHORT = 126
const LONG = 127
/** All wires read into it, one after the other: nothing is allocated for a frame. */
const INBOX = Buffer.alloc(64 * 1024)
const NOTHING = Buffer.alloc(0)

/**
 * A phone's end of a websocket in as little work as it can be: the driver of both sides, so that
 * what is compared is the servers. Server frames are short and whole; anything else is a fault.
 */
export class Wire {
  /** The text lies in a shared buffer: who wants to keep it copies it. */
  onText: (text: Buffer) => void = () => undefined
  onClose: () => void = () => undefined
  readonly #socket: Socket
  #rest = NOTHING
  #upgraded: (() => void) | null = null

  private constructor(port: number, greeting: string) {
    this.#socket = connect({
      ...{ port, host: '127.0.0.1', noDelay: true },
      onread: { buffer: INBOX, callback: (size) => this.#read(INBOX.subarray(0, size)) },
    })
    this.#socket.on('error', () => undefined)
    this.#socket.on('close', () => {
      this.onClose()
    })
    this.#socket.write(greeting)
  }

  /** Resolves once the server speaks websocket; `onText` is set before its first word. */
  static open(
    port: number,
    path: string,
    headers: Record<string, string>,
    onText: (wire: Wire, text: Buffer) => void,
  ): Promise<Wire> {
    const lines = Object.entries({
      host: `127.0.0.1:${port}`,
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': randomBytes(16).toString('base64'),
      ...headers,
    }).map(([name, value]) => `${name}: ${value}\r\n`)
    const wire = new Wire(port, `GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`)
    wire.onText = (text) => {
      onText(wire, text)
    }
    return new Promise((resolve, reject) => {
      wire.onClose = () => {
        reject(new Error('a phone was not let in'))
      }
      wire.#upgraded = () => {
        wire.onClose = () => undefined
        resolve(wire)
      }
    })
  }

  /** Sends what `frame` made. */
  write(made: Buffer): void {
    this.#socket.write(made)
  }

  close(): void {
    this.#socket.destroy()
  }

  #read(chunk: Buffer): true {
    const got = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk
    let at = this.#upgraded ? this.#shake(got) : 0
    while (at < got.length) {
      const next = this.#take(got, at)
      if (next === null) break
      at = next
    }
    this.#rest = at < got.length ? Buffer.from(got.subarray(at)) : NOTHING
    return true
  }

  #shake(got: Buffer): number {
    const end = got.indexOf('\r\n\r\n')
    if (end < 0) return 0
    if (!got.subarray(0, 12).equals(Buffer.from('HTTP/1.1 101'))) this.close()
    else this.#upgraded!()
    this.#upgraded = null
    return end + 4
  }

  /** Where the next frame begins; null while this one is not whole. */
  #take(got: Buffer, at: number): number | null {
    const start = at + (got[at + 1] === SHORT ? 4 : 2)
    if (got.length < start) return null
    if (got[at + 1] === LONG) throw new Error('a frame that is longer than any of ours')
    const end = start + (start > at + 2 ? got.readUInt16BE(at + 2) : got[at + 1]!)
    if (got.length < end) return null
    const kind = got[at]! & 15
    if (kind === TEXT) this.onText(got.subarray(start, end))
    else if (kind === CLOSE) this.close()
    else throw new Error(`a frame of kind ${kind}`)
    return end
  }
}

/** One masked frame of a text, ready to be written: made before the clock starts. */
export function frame(text: string): Buffer {
  const length = Buffer.byteLength(text)
  const head = length < SHORT ? 2 : 4
  const made = Buffer.alloc(head + 4 + length)
  made[0] = 0x80 | TEXT
  made[1] = 0x80 | (length < SHORT ? length : SHORT)
  if (length >= SHORT) made.writeUInt16BE(length, 2)
  const mask = randomBytes(4)
  mask.copy(made, head)
  made.write(text, head + 4)
  for (let place = 0; place < length; place += 1) made[head + 4 + place]! ^= mask[place % 4]!
  return made
}
