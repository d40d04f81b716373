import { joinAll } from '../../scripts/crowd/hall.ts'
import type { Phone } from '../../scripts/crowd/phone.ts'
import { strayed } from './agreement.ts'
import type { ChaosTest } from './chaos-test.ts'
import { createProxy } from './proxy.ts'
import { aScene, OPTIONS, type Scene } from './scene.ts'

const DROPPED = 0.2
const MOST_MS = 3000

/**
 * One push in five never arrives: the next one that does shows the gap, and a snapshot fills it
 * (D36). A connection that keeps the order loses its last push only by ending, and the one after it
 * begins with a snapshot: so at the end half of the phones hear one more push, the others lose
 * their connection.
 */
export const f15: ChaosTest = {
  id: 'F15',
  async run({ quick, random }) {
    const [voters, rounds] = quick ? [100, 2] : [300, 20]
    const scene = await aScene(0)
    const faults = { dropped: DROPPED }
    const proxy = await createProxy(scene.server.url, faults, random)
    const { phones } = await joinAll(voters, voters / 200, {
      ...{ url: scene.server.url, socketUrl: proxy.url, code: scene.desk.code },
      ...{ backOff: { least: 80, most: 600 }, patience: 1500 },
    })
    const problems: string[] = []
    let stale = 0
    try {
      for (let round = 0; round < rounds; round += 1) {
        faults.dropped = DROPPED
        problems.push(...(await aQuestionFor(scene, phones)))
        faults.dropped = 0
        stale += (await strayed(scene.desk, phones, 0)).length
        for (const { line } of phones.filter((_, place) => place % 2 === 0)) line.cut()
        await scene.desk.run('meeting:name', { title: `round ${round}` })
        const left = (await strayed(scene.desk, phones, MOST_MS)).length
        if (left > 0) problems.push(`round ${round}: ${left} phones are still wrong`)
      }
      const { dropped } = proxy.happened
      if (stale === 0) problems.push('no phone was ever wrong')
      const figure = `${voters} phones, ${dropped} pushes dropped, ${stale} times wrong, then right`
      return { tries: dropped, problems, figure }
    } finally {
      for (const phone of phones) phone.leave()
      proxy.close()
      await scene.end()
    }
  },
}

/** From the opening to the reveal; who did not hear of the opening casts all the same. */
async function aQuestionFor(scene: Scene, phones: readonly Phone[]): Promise<string[]> {
  const questionId = await scene.ask()
  const casts = await Promise.all(phones.map((phone) => phone.cast(questionId, [OPTIONS[0]!])))
  return scene.settle(questionId, casts)
}
