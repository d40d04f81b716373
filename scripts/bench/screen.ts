import { percentile } from '../crowd/figures.ts'
import { pause } from '../crowd/phone.ts'
import { cast, next } from './drive.ts'
import type { Round, Scenario } from './scenario.ts'
import { rounds, type Stage } from './stage.ts'

/** How often screens are told at most: what the figures are compared with. */
const TICK_MS = 100
const A_SECOND = 1000
const SINGLE = 8
/** Longer than any number waits for its bars. */
const QUIET_MS = 450

/**
 * From acknowledgement to number, the commit being a moment before both: of so many first ballots,
 * each round those of other phones.
 */
async function measure(stage: Stage, count: number, perSecond: number): Promise<Round[]> {
  const { scale } = stage
  const { ours } = await stage.halls(scale.voters)
  const { questionId, ballots } = await ours.ask('full')
  const answered: number[] = []
  return rounds(scale.rounds, async () => {
    const { answeredAt } = await cast(ours, next(ballots, count), { perSecond })
    await pause(2 * TICK_MS)
    const before = answered.length
    answered.push(...answeredAt)
    const lags = ours.screen.lags(questionId, answered).slice(before)
    return { ours: percentile(lags, 0.95), reference: TICK_MS }
  })
}

const common = { unit: 'ms', better: 'lower', reach: 1.1 } as const

/** Milliseconds until the big screen holds a ballot, in ticks. */
export const screen: Scenario[] = [
  {
    ...{ id: '7', name: '화면에 숫자가 오르기까지 p95 · to the number on the screen, p95' },
    ...{ ...common, beyond: null },
    measure: (stage) =>
      measure(stage, Math.floor(stage.scale.voters / stage.scale.rounds), A_SECOND),
  },
  {
    ...{ id: '7q', name: '조용할 때 화면까지 p95 · the same when it is quiet' },
    ...{ ...common, beyond: 0.2 },
    measure: (stage) => measure(stage, SINGLE, 1000 / QUIET_MS),
  },
]
