import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { percentile } from '../crowd/figures.ts'
import { cast, next, type Driven, type ReadyBallot } from './drive.ts'
import type { Asked } from './hall.ts'
import type { Scenario } from './scenario.ts'
import { rounds } from './stage.ts'

const A_SECOND = 1000
const SYNCS = 100
const PAGE = 4096

/** The 99th percentile of acknowledgements at 1,000 ballots a second. */
export async function ackP99(hall: Driven, ballots: readonly ReadyBallot[]): Promise<number> {
  const { times } = await cast(hall, ballots, { perSecond: A_SECOND })
  return percentile(times, 0.99)
}

/** Ballots for so many seconds of it. */
export const streamOf = ({ ballots }: Asked, seconds: number) => next(ballots, A_SECOND * seconds)

/** What one flush to disk takes here: half of all need less. */
function flushP50(): number {
  const folder = mkdtempSync(join(tmpdir(), 'mvoting-'))
  const file = openSync(join(folder, 'flushed'), 'w')
  const page = Buffer.alloc(PAGE, 1)
  const times = Array.from({ length: SYNCS }, (_, place) => {
    const start = performance.now()
    writeSync(file, page, 0, PAGE, place * PAGE)
    fdatasyncSync(file)
    return performance.now() - start
  })
  closeSync(file)
  rmSync(folder, { recursive: true })
  return percentile(times, 0.5)
}

/** Nothing can acknowledge a durable ballot sooner than `ws` and one flush. */
export const steady: Scenario = {
  ...{ id: '5', name: '초당 1,000표일 때 확인까지 p99 · ack p99 at 1,000 ballots a second' },
  ...{ unit: 'ms', better: 'lower', reach: 6, beyond: 3 },
  async measure(stage) {
    const { ours, bare } = await stage.halls(stage.scale.voters)
    const asked = await ours.ask('full')
    return rounds(stage.scale.rounds, async () => {
      const ballots = streamOf(asked, stage.scale.seconds)
      const reference = (await ackP99(bare, ballots)) + flushP50()
      return { ours: await ackP99(ours, ballots), reference }
    })
  },
}
