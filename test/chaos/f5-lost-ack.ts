import { joinAll } from '../../scripts/crowd/hall.ts'
import { pause } from '../../scripts/crowd/phone.ts'
import type { ChaosTest } from './chaos-test.ts'
import { createProxy } from './proxy.ts'
import { aScene, OPTIONS } from './scene.ts'

/** Replies swallowed, connections reset, ballots sent twice: nothing is lost, nothing counts twice. */
export const f5: ChaosTest = {
  id: 'F5',
  async run({ quick, random }) {
    const [voters, revisions] = quick ? [100, 6] : [500, 20]
    const scene = await aScene(0)
    const proxy = await createProxy(scene.server.url, { swallowed: 0.02, reset: 0.01 }, random)
    const { phones } = await joinAll(voters, voters / 200, {
      ...{ url: scene.server.url, socketUrl: proxy.url, code: scene.desk.code },
      ...{ backOff: { least: 80, most: 600 }, patience: 1500, doubled: 0.05 },
    })
    try {
      const questionId = await scene.ask()
      await Promise.all(
        phones.map(async (phone) => {
          for (let rev = 0; rev < revisions; rev += 1) {
            await pause(random.next() * 600)
            await phone.cast(questionId, [random.pick(OPTIONS)])
          }
        }),
      )
      const casts = phones.flatMap((phone) => phone.casts)
      const problems = await scene.settle(questionId, casts)
      const unacked = casts.filter(({ answer }) => !answer?.ok).length
      if (unacked > 0) problems.push(`${unacked} ballots were never acknowledged`)
      const { swallowed, resets } = proxy.happened
      const figure = `${casts.length} ballots, ${swallowed} replies swallowed, ${resets} resets`
      return { tries: casts.length, problems, figure }
    } finally {
      for (const phone of phones) phone.leave()
      proxy.close()
      await scene.end()
    }
  },
}
