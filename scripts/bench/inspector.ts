import WebSocket from 'ws'
import { pause } from '../crowd/phone.ts'
import { usageOf } from '../crowd/usage.ts'

/** How a process is started whose garbage can be taken away from outside. */
export const INSPECTED = { NODE_OPTIONS: '--inspect-port=0' }

const LISTENS = /Debugger listening on (ws:\S+)/
const WITHIN = 5000

/** Memory of a process without its garbage: Node's own inspector takes that away. */
export class Inspector {
  readonly #pid: number
  readonly #socket: WebSocket
  #number = 0

  private constructor(pid: number, socket: WebSocket) {
    this.#pid = pid
    this.#socket = socket
  }

  /** `output` is what the process has written to stderr so far. */
  static async of(pid: number, output: () => string): Promise<Inspector> {
    process.kill(pid, 'SIGUSR1')
    for (const stop = Date.now() + WITHIN; Date.now() < stop; await pause(20)) {
      const [, url] = LISTENS.exec(output()) ?? []
      if (url === undefined) continue
      const socket = new WebSocket(url)
      await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
      return new Inspector(pid, socket)
    }
    throw new Error('no inspector')
  }

  /** Resident memory in KiB. */
  async memory(): Promise<number> {
    for (let time = 0; time < 2; time += 1) {
      await this.#ask('HeapProfiler.collectGarbage')
      await pause(200)
    }
    return (usageOf(this.#pid)?.rssMb ?? 0) * 1024
  }

  close(): void {
    this.#socket.close()
  }

  #ask(method: string): Promise<void> {
    const id = ++this.#number
    return new Promise((resolve) => {
      const answered = (text: Buffer) => {
        if ((JSON.parse(text.toString()) as { id?: number }).id !== id) return
        this.#socket.off('message', answered)
        resolve()
      }
      this.#socket.on('message', answered)
      this.#socket.send(JSON.stringify({ id, method }))
    })
  }
}
