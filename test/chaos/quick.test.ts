import { describe, expect, it } from 'vitest'
import { a1 } from './a1-parallel.ts'
import { a4 } from './a4-replay.ts'
import { a5 } from './a5-junk.ts'
import { a7 } from './a7-origin.ts'
import { a9 } from './a9-state.ts'
import type { ChaosTest } from './chaos-test.ts'
import { f1 } from './f1-kill.ts'
import { f5 } from './f5-lost-ack.ts'
import { f9 } from './f9-closing.ts'
import { createRandom } from './random.ts'

const SEED = 20_261_123
const WITHIN = 60_000

async function problemsIn({ run }: ChaosTest): Promise<string[]> {
  const { problems } = await run({ quick: true, random: createRandom(SEED) })
  return problems
}

describe('a real server under faults and abuse', () => {
  it(
    '[CH1] loses and doubles nothing when it is killed in the middle of a vote',
    { timeout: WITHIN },
    async () => {
      expect(await problemsIn(f1)).toEqual([])
    },
  )
  it('[CH2] counts once what is sent again after a lost answer', { timeout: WITHIN }, async () => {
    expect(await problemsIn(f5)).toEqual([])
  })
  it(
    '[CH3] keeps one of many ballots that one seat casts at once',
    { timeout: WITHIN },
    async () => {
      expect(await problemsIn(a1)).toEqual([])
    },
  )
  it('[CH4] outlives hostile frames and writes nothing wrong', { timeout: WITHIN }, async () => {
    expect(await problemsIn(a5)).toEqual([])
  })
  it(
    '[CH5] refuses foreign pages, forged cookies and other roles',
    { timeout: WITHIN },
    async () => {
      expect(await problemsIn(a7)).toEqual([])
    },
  )
  it('[CH6] refuses casts outside state and rules without a row', { timeout: WITHIN }, async () => {
    expect(await problemsIn(a9)).toEqual([])
  })
  it(
    '[CH7] counts what it took before the latch, and tells the rest',
    { timeout: WITHIN },
    async () => {
      expect(await problemsIn(f9)).toEqual([])
    },
  )
  it('[CH8] lets an old ballot change nothing', { timeout: WITHIN }, async () => {
    expect(await problemsIn(a4)).toEqual([])
  })
})
