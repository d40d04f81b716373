import { pause, type Phone } from '../../scripts/crowd/phone.ts'
import type { QuestionId } from '../../shared/ids.ts'
import type { ChaosTest } from './chaos-test.ts'
import type { Random } from './random.ts'
import { aScene, OPTIONS } from './scene.ts'

const LEAST_REVISIONS = 3

/** SIGKILL every 0.6 to 1.2 s while voters cast and change their votes. */
export const f1: ChaosTest = {
  id: 'F1',
  async run({ quick, random }) {
    const [voters, kills] = quick ? [40, 5] : [400, 50]
    const scene = await aScene(voters)
    try {
      const questionId = await scene.ask()
      let isOver = false
      const voting = scene.phones.map((phone) =>
        voteOn(phone, { questionId, random }, () => isOver),
      )
      for (let kill = 0; kill < kills; kill += 1) {
        await pause(600 + random.next() * 600)
        await scene.server.kill()
        await scene.server.restart()
      }
      isOver = true
      await Promise.all(voting)
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

/** At least three revisions, and on until the kills are over. */
async function voteOn(
  phone: Phone,
  { questionId, random }: { questionId: QuestionId; random: Random },
  isOver: () => boolean,
): Promise<void> {
  for (let rev = 0; rev < LEAST_REVISIONS || !isOver(); rev += 1) {
    await pause(random.next() * 1500)
    await phone.cast(questionId, [random.pick(OPTIONS)])
  }
}
