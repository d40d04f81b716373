import { tally } from '../../shared/tally/index.ts'
import type { CountJob } from '../ports.ts'
import { openBoxReader, type KeptIn } from '../storage/box-reader.ts'
import { beside, say } from './beside.ts'

/** Milliseconds between two words of how far it is. */
const WORD_EVERY = 1000

/** Counts a sealed box; says how far it is, and at last the count. */
await beside<CountJob & { kept: KeptIn }>(async ({ kept, question, beside: standing }) => {
  const reader = openBoxReader(kept)
  const { ballots, turnout } = await reader.read(question.id)
  await reader.close()
  const size = ballots.length
  say({ reached: { ballots: size, steps: 0 } })
  let spoken = performance.now()
  const counted = tally(question, ballots, {
    ...standing,
    onStep({ steps }) {
      if (performance.now() - spoken < WORD_EVERY) return
      spoken = performance.now()
      say({ reached: { ballots: size, steps } })
    },
  })
  say({ counted: { tally: counted, ballots: size, turnout } })
})
