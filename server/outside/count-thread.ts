import { Worker } from 'node:worker_threads'
import type { CountedBox, Reached, Tallier } from '../ports.ts'

/** What the thread says; nothing else comes from it. */
type Word = { reached: Reached } | { counted: CountedBox }

/**
 * Each count in a thread of its own, which `entry` is the program of and `kept` tells where the boxes
 * lie. Counts are rare: a thread that waits for one would only take memory from the room.
 */
export function createTallier(entry: URL, kept: object): Tallier {
  return {
    count: (job, { signal, onReached }) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted()
        const thread = new Worker(entry, { workerData: { ...job, kept } })
        const end = () => {
          reject(signal.reason as Error)
          void thread.terminate()
        }
        signal.addEventListener('abort', end, { once: true })
        thread.on('message', (word: Word) => {
          if ('counted' in word) resolve(word.counted)
          else onReached(word.reached)
        })
        thread.on('error', reject)
        thread.on('exit', (code) => {
          signal.removeEventListener('abort', end)
          reject(new Error(`a count ended with ${code} and said nothing`))
        })
      }),
  }
}
