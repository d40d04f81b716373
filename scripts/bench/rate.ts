import type { Receipts } from '../../shared/vote.ts'
import { cast, next, type Pace, type ReadyBallot } from './drive.ts'
import type { BareHall, OurHall } from './hall.ts'
import type { Round, Scenario } from './scenario.ts'
import { rounds, type Stage } from './stage.ts'

const IN_FLIGHT = 256

/** Ballots a second, and the share of a core that the server used. */
async function rateOf(hall: OurHall | BareHall, ballots: readonly ReadyBallot[], pace: Pace) {
  const before = hall.cpuMs()
  const { lasted } = await cast(hall, ballots, { inFlight: IN_FLIGHT, ...pace })
  return { rate: (ballots.length / lasted) * 1000, busy: (hall.cpuMs() - before) / lasted }
}

async function measure(stage: Stage, receipts: Receipts): Promise<Round[]> {
  const { scale } = stage
  const { ours, bare } = await stage.halls(scale.voters)
  const asked = await ours.ask(receipts)
  return rounds(scale.rounds, async () => {
    const ballots = next(asked.ballots, scale.voters * scale.ballots)
    const reference = await rateOf(bare, ballots, {})
    const own = await rateOf(ours, ballots, { signed: receipts === 'full' })
    return {
      ours: own.rate,
      reference: reference.rate,
      busy: { ours: own.busy, reference: reference.busy },
    }
  })
}

const common = { unit: '/s', better: 'higher', reach: 0.2, beyond: 0.35 } as const

/** Durable ballots over our socket, against `ws` that acknowledges and keeps nothing. */
export const rate: Scenario[] = [
  {
    ...{ id: '1', name: '초당 투표(봉투) · ballots a second, in envelopes', ...common },
    measure: (stage) => measure(stage, 'none'),
  },
  {
    ...{
      id: '1s',
      name: '초당 투표(봉투, 서명) · the same until every receipt is signed',
      ...common,
    },
    measure: (stage) => measure(stage, 'full'),
  },
]
