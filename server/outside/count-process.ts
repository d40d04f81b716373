import type { CountedBox, Reached, Tallier } from '../ports.ts'
import { startBeside } from './beside.ts'

/** What the process says; nothing else comes from it. */
type Word = { reached: Reached } | { counted: CountedBox }

/** Each count in a process of its own, which `entry` is the program of; `kept`: where the boxes lie. */
export function createTallier(entry: URL, kept: object): Tallier {
  return {
    async count(job, { signal, onReached }) {
      signal.throwIfAborted()
      const counter = startBeside<Word>(entry, { ...job, kept })
      const ended = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
      })
      try {
        for (;;) {
          const word = await Promise.race([counter.next(), ended])
          if ('counted' in word) return word.counted
          onReached(word.reached)
        }
      } finally {
        counter.end()
      }
    },
  }
}
