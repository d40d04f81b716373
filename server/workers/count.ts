import { readdirSync, writeFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { tally } from '../../shared/tally/index.ts'
import type { CountedBox, CountJob, Reached } from '../ports.ts'
import { openBoxReader, type KeptIn } from '../storage/box-reader.ts'

/** What this process is told, once, and what it says: how far it is, and at last the count or why there is none. */
export interface CountTask extends CountJob {
  kept: KeptIn
}
export type CountWord = { reached: Reached } | { counted: CountedBox } | { fault: Error }

/** Milliseconds between two words of how far it is. */
const WORD_EVERY = 1000
/** Whom Linux ends first where memory runs out: us, and not the server. */
const END_ME_FIRST = '1000'

const server = process.ppid
const say = (word: CountWord) => process.send?.(word)

/** Phones come first. On Linux every thread has a priority of its own. */
function giveWay(): void {
  const isLinux = process.platform === 'linux'
  const threads = isLinux ? readdirSync('/proc/self/task').map(Number) : [process.pid]
  for (const thread of threads) setPriority(thread, constants.priority.PRIORITY_LOW)
  if (isLinux) writeFileSync('/proc/self/oom_score_adj', END_ME_FIRST)
}

async function count({ kept, question, beside }: CountTask): Promise<void> {
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
      // Killed as it was, it starts another count; this one would only be in its way.
      if (process.ppid !== server) process.exit()
      spoken = performance.now()
      say({ reached: { ballots: size, steps } })
    },
  })
  say({ counted: { tally: counted, ballots: size, turnout } })
}

// A stop typed at the terminal is the server's to answer.
process.on('SIGINT', () => undefined)
process.once('disconnect', () => process.exit())
process.once('message', (task) => {
  giveWay()
  count(task as CountTask).catch((fault: unknown) => say({ fault: fault as Error }))
})
