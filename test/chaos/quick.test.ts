import { describe, expect, it } from 'vitest'
import { a1 } from './a1-parallel.ts'
import { a4 } from './a4-replay.ts'
import { a5 } from './a5-junk.ts'
import { a7 } from './a7-origin.ts'
import { a8 } from './a8-others.ts'
import { a9 } from './a9-state.ts'
import { a9Words } from './a9-words.ts'
import type { ChaosTest } from './chaos-test.ts'
import { f1 } from './f1-kill.ts'
import { f12 } from './f12-herd.ts'
import { f13 } from './f13-storm.ts'
import { f14 } from './f14-address.ts'
import { f15 } from './f15-missed.ts'
import { f19 } from './f19-stop.ts'
import { f2Large } from './f2-large.ts'
import { f2 } from './f2-seal.ts'
import { f3 } from './f3-power.ts'
import { f5 } from './f5-lost-ack.ts'
import { f9 } from './f9-closing.ts'
import { createRandom } from './random.ts'
import { s1 } from './s1-order.ts'
import { s4 } from './s4-tally.ts'
import { HAS_STRACE, INSTALL_STRACE } from './trace.ts'

const SEED = 20_261_123
const timeout = 180_000

/** CI skips nothing. */
const hasNoStrace = !HAS_STRACE && process.env.CI !== 'true'
if (hasNoStrace) console.warn(`Skipped the power cuts, which need strace: ${INSTALL_STRACE}`)

async function problemsIn({ run }: ChaosTest): Promise<string[]> {
  const { problems } = await run({ quick: true, random: createRandom(SEED) })
  return problems
}

// After a restart no latch falls before fifteen seconds (D50): these mostly wait for it.
describe.concurrent('a real server that is ended in the middle', { timeout }, () => {
  it('[CH1] loses and doubles nothing when it is killed in the middle of a vote', async () => {
    expect(await problemsIn(f1)).toEqual([])
  })
  it('[CH9] seals again, with the same root, whatever a kill broke off', async () => {
    expect(await problemsIn(f2)).toEqual([])
  })
  it('[SL4] finishes the seal of a large box with the same root, whatever a kill broke off', async () => {
    expect(await problemsIn(f2Large)).toEqual([])
  })
  it('[CH11] has a whole hall back soon after it was killed', async () => {
    expect(await problemsIn(f13)).toEqual([])
  })
  it('[CH14] stops and starts under load and loses nothing', async () => {
    expect(await problemsIn(f19)).toEqual([])
  })
  it.skipIf(hasNoStrace)('[CH18] has what it acknowledged after any power cut', async () => {
    expect(await problemsIn(f3)).toEqual([])
  })
  it('[CH16] keeps the order of the casts nowhere', async () => {
    expect(await problemsIn(s1)).toEqual([])
  })
})

// And these for the two seconds in which ballots on their way still count.
describe.concurrent('a real server on a bad network, among bad guests', { timeout }, () => {
  it('[CH2] counts once what is sent again after a lost answer', async () => {
    expect(await problemsIn(f5)).toEqual([])
  })
  it('[CH3] keeps one of many ballots that one seat casts at once', async () => {
    expect(await problemsIn(a1)).toEqual([])
  })
  it('[CH5] refuses foreign pages and forged cookies', async () => {
    expect(await problemsIn(a7)).toEqual([])
  })
  it('[CH6] refuses casts outside state and rules without a row', async () => {
    expect(await problemsIn(a9)).toEqual([])
  })
  it('[FL17] refuses words out of state and as junk, and keeps none that is not plain', async () => {
    expect(await problemsIn(a9Words)).toEqual([])
  })
  it('[CH8] lets an old ballot change nothing', async () => {
    expect(await problemsIn(a4)).toEqual([])
  })
  it('[CH15] hands nobody what belongs to others, at any route or event', async () => {
    expect(await problemsIn(a8)).toEqual([])
  })
  it('[CH12] refuses nobody because of the address that a hall shares', async () => {
    expect(await problemsIn(f14)).toEqual([])
  })
  it('[CH13] has no phone that stays wrong after a missed push', async () => {
    expect(await problemsIn(f15)).toEqual([])
  })
  it('[CH17] tells who sees all pushes no more than the turnout', async () => {
    expect(await problemsIn(s4)).toEqual([])
  })
})

// Milliseconds and megabytes are measured alone.
describe('a real server that is measured', { timeout }, () => {
  it('[CH4] outlives hostile frames and writes nothing wrong', async () => {
    expect(await problemsIn(a5)).toEqual([])
  })
  it('[CH7] counts what it took before the latch, and tells the rest', async () => {
    expect(await problemsIn(f9)).toEqual([])
  })
  it('[CH10] answers a whole hall that casts at once', async () => {
    expect(await problemsIn(f12)).toEqual([])
  })
})
