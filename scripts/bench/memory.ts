import type { Scenario } from './scenario.ts'
import { rounds } from './stage.ts'

/** Resident memory that a phone adds to a server, garbage taken away before and after. */
export const memory: Scenario = {
  ...{ id: '9', name: '휴대전화 한 대의 메모리 · memory per phone' },
  ...{ unit: 'KiB', better: 'lower', reach: 3, beyond: 2 },
  async measure(stage) {
    const { listeners } = stage.scale
    return rounds(stage.scale.rounds, async () => {
      const { ours, bare } = await stage.empty(listeners)
      const [figure, reference] = await rounds(2, async (side) => {
        const hall = side === 0 ? ours : bare
        const before = await hall.memory()
        await hall.fill(listeners)
        return ((await hall.memory()) - before) / listeners
      })
      return { ours: figure!, reference: reference! }
    })
  },
}
