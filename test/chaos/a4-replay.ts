import type { Cast, Phone } from '../../scripts/crowd/phone.ts'
import { makeBallot, padded } from '../../shared/client/outbox.ts'
import type { QuestionId } from '../../shared/ids.ts'
import { leavesOf } from '../../shared/leaf.ts'
import type { Result } from '../../shared/result.ts'
import type { KeptAnswer } from '../../shared/wire/cast.ts'
import type { ChaosTest } from './chaos-test.ts'
import { aScene, OPTIONS } from './scene.ts'

const REVISIONS = 3

/** Old casts again after the third revision: they change nothing; the third itself gets its answer again. */
export const a4: ChaosTest = {
  id: 'A4',
  async run({ quick }) {
    const voters = quick ? 50 : 250
    const scene = await aScene(voters)
    try {
      const questionId = await scene.ask()
      const problems = (
        await Promise.all(scene.phones.map((phone) => replayOf(phone, questionId)))
      ).flat()
      const casts = scene.phones.flatMap((phone) => phone.casts)
      problems.push(...(await scene.settle(questionId, casts)))
      const tries = voters * (REVISIONS + 1)
      return { tries, problems, figure: `${tries} casts again, by ${voters} voters` }
    } finally {
      await scene.end()
    }
  },
}

/** What went wrong for one phone; by the socket and by HTTP in turn. */
async function replayOf(phone: Phone, questionId: QuestionId): Promise<string[]> {
  const bodies = []
  for (let basedOn = 0; basedOn < REVISIONS; basedOn += 1) {
    const marks = [OPTIONS[basedOn]!]
    const { message } = makeBallot({ questionId, seat: phone.seat!, basedOn, marks })
    const leaf = leavesOf(message)[0]!
    const body = padded(message)
    const sentAt = [performance.now()]
    const answer = await phone.line.ask('ballot:cast', body)
    const { seat, ballotId } = message
    const kept = { questionId, seat, basedOn, ballotId, marks, leaf, sentAt, answer }
    phone.casts.push({ ...kept, answeredAt: performance.now() } satisfies Cast)
    bodies.push(body)
  }
  const [first, second, third] = bodies
  const fresh = makeBallot({ questionId, seat: phone.seat!, basedOn: 0, marks: [OPTIONS[3]!] })
  const tries: [string, Promise<Result<KeptAnswer>>, string][] = [
    ['the first again', phone.line.ask('ballot:cast', first!), 'changed to 3'],
    ['the second again', phone.castByHttp(second!), 'changed to 3'],
    ['a new one on nothing', phone.castByHttp(padded(fresh.message)), 'changed to 3'],
    ['the third again', phone.line.ask('ballot:cast', third!), 'kept as 3'],
  ]
  const answers = await Promise.all(
    tries.map(async ([name, answer, wanted]) => [name, inWords(await answer), wanted] as const),
  )
  return answers
    .filter(([, said, wanted]) => said !== wanted)
    .map(([name, said, wanted]) => `${name}: ${said}, not ${wanted}`)
}

function inWords(answer: Result<KeptAnswer>): string {
  if (answer.ok) return `kept as ${answer.value.rev}`
  const { code, detail } = answer.refusal
  const rev = (detail as { rev?: number } | undefined)?.rev
  return code === 'ballot/changed-elsewhere' ? `changed to ${rev}` : code
}
