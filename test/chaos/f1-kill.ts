import { pause } from '../../scripts/crowd/phone.ts'
import type { ChaosTest } from './chaos-test.ts'
import { aScene } from './scene.ts'
import { voteWhile } from './voting.ts'

/** SIGKILL every 0.6 to 1.2 s while voters cast and change their votes. */
export const f1: ChaosTest = {
  id: 'F1',
  async run({ quick, random, environment }) {
    const [voters, kills] = quick ? [40, 5] : [400, 50]
    const scene = await aScene(voters, {}, environment)
    try {
      const questionId = await scene.ask()
      await voteWhile(scene.phones, { questionId, random }, async () => {
        for (let kill = 0; kill < kills; kill += 1) {
          await pause(600 + random.next() * 600)
          await scene.server.kill()
          await scene.server.restart()
        }
      })
      const problems = await scene.settle(questionId)
      const casts = scene.phones.flatMap((phone) => phone.casts)
      const resent = casts.filter(({ sentAt }) => sentAt.length > 1).length
      const figure = `${kills} kills, ${casts.length} casts, ${resent} sent again`
      return { tries: casts.length, problems, figure }
    } finally {
      await scene.end()
    }
  },
}
