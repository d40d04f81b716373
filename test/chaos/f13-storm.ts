import { pause, type Phone } from '../../scripts/crowd/phone.ts'
import { strayed } from './agreement.ts'
import type { ChaosTest } from './chaos-test.ts'
import { aScene, OPTIONS, type Scene } from './scene.ts'

/** As the page does it (D37). */
const BACK_OFF = { least: 500, most: 8000 }
const MOST_MS = 15_000
const MOST_CPU_MS = 10_000

/** kill -9 with a full hall that is voting: all are back and right, and the server is not worn out. */
export const f13: ChaosTest = {
  id: 'F13',
  async run({ quick, random }) {
    const voters = quick ? 200 : 2000
    const scene = await aScene(voters, { backOff: BACK_OFF, patience: 5000 })
    try {
      const questionId = await scene.ask()
      const voting = scene.phones.map(async (phone) => {
        await pause(random.next() * 2000)
        await phone.cast(questionId, [random.pick(OPTIONS)])
      })
      await pause(1000)
      await scene.server.kill()
      const back = allAnew(scene.phones)
      await scene.server.restart()
      const { took, missing } = await backWithin(scene, back)
      const cpu = scene.server.usage()?.cpuMs ?? 0
      await Promise.all(voting)

      const problems: string[] = []
      if (missing > 0) problems.push(`${missing} phones are not back after ${MOST_MS} ms`)
      if (cpu > MOST_CPU_MS) problems.push(`the server worked for ${cpu} ms`)
      problems.push(...(await scene.settle(questionId)))
      const figure =
        `${voters} phones back after ${(took / 1000).toFixed(1)} s, ` +
        `${(cpu / 1000).toFixed(1)} s of CPU`
      return { tries: voters, problems, figure }
    } finally {
      await scene.end()
    }
  },
}

/** Resolves when each phone has taken a snapshot of the new server. */
function allAnew(phones: readonly Phone[]): Promise<unknown> {
  return Promise.all(
    phones.map((phone) => new Promise((resolve) => (phone.onView = () => resolve(null)))),
  )
}

async function backWithin({ desk, phones }: Scene, back: Promise<unknown>) {
  const start = performance.now()
  await Promise.race([back, pause(MOST_MS)])
  const left = Math.max(0, MOST_MS - (performance.now() - start))
  const missing = (await strayed(desk, phones, left)).length
  return { took: performance.now() - start, missing }
}
