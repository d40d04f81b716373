import { pause, type Phone } from '../../scripts/crowd/phone.ts'
import type { QuestionId } from '../../shared/ids.ts'
import type { ChaosTest } from './chaos-test.ts'
import type { Random } from './random.ts'
import { aScene, OPTIONS, type Scene } from './scene.ts'

/** Milliseconds before and after the latch in which everybody casts. */
const AROUND_MS = 50

/** Casts around the latch: what was acknowledged counts, what came late is told so and does not (P4). */
export const f9: ChaosTest = {
  id: 'F9',
  async run({ quick, random, environment }) {
    const [voters, rounds] = quick ? [100, 2] : [200, 50]
    const scene = await aScene(voters, {}, environment)
    const problems: string[] = []
    let kept = 0
    let late = 0
    try {
      for (let round = 0; round < rounds; round += 1) {
        const questionId = await scene.ask({ bars: 'reveal' })
        const casts = await castAroundLatch(scene, questionId, random)
        for (const { answer } of casts) {
          if (answer?.ok) kept += 1
          else if (answer?.refusal.code === 'question/not-open') late += 1
          else problems.push(`round ${round}: ${answer?.refusal.code ?? 'no answer'}`)
        }
        problems.push(...(await scene.settle(questionId, casts)))
      }
      if (kept === 0 || late === 0)
        problems.push('no race: all casts were on one side of the latch')
      const figure = `${rounds} closes, ${kept} ballots in time, ${late} late`
      return { tries: rounds * voters, problems, figure }
    } finally {
      await scene.end()
    }
  },
}

async function castAroundLatch({ desk, phones }: Scene, questionId: QuestionId, random: Random) {
  await desk.run('question:close', { questionId })
  const { latch } = await desk.untilState(questionId, 'closing')
  const cast = async (phone: Phone, moment: number) => {
    await pause(moment - Date.now())
    return phone.cast(questionId, [OPTIONS[0]!])
  }
  return Promise.all(
    phones.map((phone) => cast(phone, latch! + (random.next() * 2 - 1) * AROUND_MS)),
  )
}
