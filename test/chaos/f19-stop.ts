import { pause } from '../../scripts/crowd/phone.ts'
import type { ChaosTest } from './chaos-test.ts'
import { aScene } from './scene.ts'
import { voteWhile } from './voting.ts'

const MOST_STOP_MS = 5000

/** Rolling restarts: SIGTERM while voters cast and change their votes. */
export const f19: ChaosTest = {
  id: 'F19',
  async run({ quick, random }) {
    const [voters, restarts] = quick ? [60, 4] : [400, 40]
    const scene = await aScene(voters)
    const problems: string[] = []
    let longest = 0
    try {
      const questionId = await scene.ask()
      await voteWhile(scene.phones, { questionId, random }, async () => {
        for (let restart = 0; restart < restarts; restart += 1) {
          await pause(400 + random.next() * 600)
          const start = performance.now()
          const code = await scene.server.terminate()
          const took = performance.now() - start
          longest = Math.max(longest, took)
          if (code !== 0) problems.push(`restart ${restart}: it ended with ${code}`)
          if (took > MOST_STOP_MS) problems.push(`restart ${restart}: ${took.toFixed(0)} ms`)
          await scene.server.restart()
        }
      })
      problems.push(...(await scene.settle(questionId)))
      const casts = scene.phones.flatMap((phone) => phone.casts)
      const resent = casts.filter(({ sentAt }) => sentAt.length > 1).length
      const figure =
        `${restarts} restarts, slowest stop ${longest.toFixed(0)} ms, ` +
        `${casts.length} casts, ${resent} sent again`
      return { tries: casts.length, problems, figure }
    } finally {
      await scene.end()
    }
  },
}
