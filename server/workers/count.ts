import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { tally } from '../../shared/tally/index.ts'
import type { CountedBox, CountJob, Reached } from '../ports.ts'
import { openBoxReader, type KeptIn } from '../storage/box-reader.ts'

/** What this thread is started with, and what it says: how far it is, and at last the count. */
export interface CountTask extends CountJob {
  kept: KeptIn
}
export type CountWord = { reached: Reached } | { counted: CountedBox }

/** Milliseconds between two words of how far it is. */
const WORD_EVERY = 1000

const say = (word: CountWord) => {
  parentPort?.postMessage(word)
}

// On Linux this is the thread's own; elsewhere it would be that of the whole server.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL)

const { kept, question, beside } = workerData as CountTask
const reader = openBoxReader(kept)
const { ballots, turnout } = await reader.read(question.id)
await reader.close()
const size = ballots.length
say({ reached: { ballots: size, steps: 0 } })
let spoken = performance.now()
const counted = tally(question, ballots, {
  ...beside,
  onStep({ steps }) {
    if (performance.now() - spoken < WORD_EVERY) return
    spoken = performance.now()
    say({ reached: { ballots: size, steps } })
  },
})
say({ counted: { tally: counted, ballots: size, turnout } })
