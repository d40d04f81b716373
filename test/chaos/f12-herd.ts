import { percentile } from '../../scripts/crowd/figures.ts'
import { pause } from '../../scripts/crowd/phone.ts'
import type { ChaosTest } from './chaos-test.ts'
import { aScene, OPTIONS } from './scene.ts'

const WITHIN_MS = 2000
const MOST_MS = 3000
const MOST_P99_MS = 1500

/** A whole hall, never seen before, casts within two seconds of the opening. */
export const f12: ChaosTest = {
  id: 'F12',
  async run({ quick, random }) {
    const voters = quick ? 300 : 2000
    const scene = await aScene(voters)
    try {
      const questionId = await scene.ask()
      const casts = await Promise.all(
        scene.phones.map(async (phone) => {
          await pause(random.next() * WITHIN_MS)
          return phone.cast(questionId, [random.pick(OPTIONS)])
        }),
      )
      const problems: string[] = []
      const times = casts.map(({ sentAt, answeredAt }) => answeredAt - sentAt[0]!)
      const [p99, longest] = [percentile(times, 0.99), Math.max(...times)]
      if (p99 > MOST_P99_MS) problems.push(`p99 is ${p99.toFixed(0)} ms`)
      if (longest > MOST_MS) problems.push(`the last answer came after ${longest.toFixed(0)} ms`)
      const unkept = casts.filter(({ answer }) => !answer?.ok).length
      if (unkept > 0) problems.push(`${unkept} ballots were not kept`)
      const losses = scene.phones.reduce((sum, { line }) => sum + line.traffic.losses, 0)
      if (losses > 0) problems.push(`${losses} connections were lost`)
      problems.push(...(await scene.settle(questionId)))
      const figure =
        `${voters} ballots within ${WITHIN_MS} ms, ` +
        `answered p99 ${p99.toFixed(0)} ms, last ${longest.toFixed(0)} ms`
      return { tries: voters, problems, figure }
    } finally {
      await scene.end()
    }
  },
}
