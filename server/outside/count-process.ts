import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { OutOfRoom, type CountedBox, type CountJob, type Reached, type Tallier } from '../ports.ts'

/** What the process says; nothing else comes from it. */
type Word = { reached: Reached } | { counted: CountedBox } | { fault: Error }

/** Its garbage is collected by itself alone: helpers would take the core on which phones are answered. */
const FLAGS = ['--single-threaded-gc']
/** How Node ends where its heap is full, and Linux where memory is. */
const FULL = ['SIGABRT', 'SIGKILL']

/**
 * Each count in a process of its own, which `entry` is the program of and `kept` tells where the boxes
 * lie. Counts are rare: one that waits for the next would only take memory from the room.
 */
export function createTallier(entry: URL, kept: object): Tallier {
  return {
    count: (job: CountJob, { signal, onReached }) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted()
        const counter = fork(fileURLToPath(entry), [], {
          execArgv: FLAGS,
          serialization: 'advanced',
        })
        const end = () => {
          reject(signal.reason as Error)
          counter.kill('SIGKILL')
        }
        signal.addEventListener('abort', end, { once: true })
        counter.on('message', (word: Word) => {
          if ('reached' in word) onReached(word.reached)
          else {
            if ('counted' in word) resolve(word.counted)
            else reject(word.fault)
            counter.disconnect()
          }
        })
        counter.on('error', reject)
        counter.on('exit', (code, how) => {
          signal.removeEventListener('abort', end)
          const said = `a count ended with ${how ?? code} and said nothing`
          reject(how !== null && FULL.includes(how) ? new OutOfRoom(said) : new Error(said))
        })
        // One that died before it was told says so by its exit.
        counter.send({ ...job, kept }, () => undefined)
      }),
  }
}
