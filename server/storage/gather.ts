import type { Clock } from '../ports.ts'

/**
 * Group commit: while work trickles in, a commit waits until so much is there, or until so long
 * after the last one. The first after a quiet while never waits. (PostgreSQL: commit_delay.)
 */
const COMMIT_DELAY_MS = 20

/**
 * Decides when `drain` empties `queue`: never twice at once, and again for what came meanwhile. Call
 * the answer after each addition; `urgent` where nothing may wait. `drain` does not reject. `worth` is
 * how many are a commit without waiting longer.
 */
export function createGather(
  { after, since }: Pick<Clock, 'after' | 'since'>,
  queue: { readonly length: number },
  drain: () => Promise<void>,
  worth: number,
): (urgent?: boolean) => void {
  let isDraining = false
  let lastAt = -Infinity
  let callOff: (() => void) | null = null

  async function run(): Promise<void> {
    lastAt = since()
    while (queue.length > 0) await drain()
    isDraining = false
  }

  function start(): void {
    isDraining = true
    callOff?.()
    callOff = null
    setImmediate(() => void run())
  }

  return function gather(urgent = false) {
    if (isDraining) return
    const wait = lastAt + COMMIT_DELAY_MS - since()
    if (urgent || queue.length >= worth || wait <= 0) start()
    else callOff ??= after(wait, start)
  }
}
