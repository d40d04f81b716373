import { cast, next } from './drive.ts'
import type { Scenario } from './scenario.ts'
import { rounds } from './stage.ts'

/** Everybody at the same moment: milliseconds to the last acknowledgement. */
export const burst: Scenario = {
  ...{ id: '6', name: '모두 동시에 투표, 마지막 확인까지 · all at once, to the last ack' },
  ...{ unit: 'ms', better: 'lower', reach: 2.8, beyond: 1.8 },
  async measure(stage) {
    const { ours, bare } = await stage.halls(stage.scale.voters)
    const asked = await ours.ask('full')
    return rounds(stage.scale.rounds, async () => {
      const ballots = next(asked.ballots, stage.scale.voters)
      const { lasted: reference } = await cast(bare, ballots, {})
      const { lasted } = await cast(ours, ballots, {})
      return { ours: lasted, reference }
    })
  },
}
