import type { Scenario } from './scenario.ts'
import { rounds } from './stage.ts'

/** Page, cookie, socket, seat and snapshot, against a bare connection: CPU of the server. */
export const join: Scenario = {
  ...{ id: '8', name: '입장 한 번의 CPU · CPU per join' },
  ...{ unit: 'ms', better: 'lower', reach: 3.5, beyond: 2 },
  async measure(stage) {
    const { voters } = stage.scale
    return rounds(stage.scale.rounds, async () => {
      const { ours, bare } = await stage.empty(voters)
      const [figure, reference] = await rounds(2, async (side) => {
        const hall = side === 0 ? ours : bare
        const before = hall.cpuMs()
        await hall.fill(voters)
        return (hall.cpuMs() - before) / voters
      })
      return { ours: figure!, reference: reference! }
    })
  },
}
