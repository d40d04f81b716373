import { Line } from '../../scripts/crowd/line.ts'
import type { Cast, Phone } from '../../scripts/crowd/phone.ts'
import { makeBallot, padded } from '../../shared/client/outbox.ts'
import type { QuestionId } from '../../shared/ids.ts'
import { leavesOf } from '../../shared/leaf.ts'
import { refuse, type Result } from '../../shared/result.ts'
import type { CastMessage, KeptAnswer } from '../../shared/wire/cast.ts'
import type { ChaosTest } from './chaos-test.ts'
import { aScene, OPTIONS, type Scene } from './scene.ts'

type Door = (body: CastMessage) => Promise<Result<KeptAnswer>>

/** Different ballots of one seat at once, by two sockets and by HTTP: one stands, the rest is told so. */
export const a1: ChaosTest = {
  id: 'A1',
  async run({ quick, environment }) {
    const [voters, rounds] = quick ? [40, 2] : [200, 20]
    const scene = await aScene(voters, {}, environment)
    const seconds = await Promise.all(scene.phones.map((phone) => secondSocket(scene, phone)))
    const problems: string[] = []
    let tries = 0
    try {
      for (let round = 0; round < rounds; round += 1) {
        const questionId = await scene.ask()
        const casts = await castAtOnce(scene, seconds, questionId)
        tries += casts.length
        const rows = await scene.rowsOf(questionId)
        if (rows !== voters) problems.push(`round ${round}: ${rows} rows for ${voters} voters`)
        problems.push(
          ...problemsOfAnswers(casts, voters),
          ...(await scene.settle(questionId, casts)),
        )
      }
      return {
        tries,
        problems,
        figure: `${rounds} rounds of ${voters} voters, 4 casts each at once`,
      }
    } finally {
      for (const line of seconds) line.close()
      await scene.end()
    }
  },
}

/** Another window of the same browser. */
async function secondSocket({ server, desk }: Scene, { cookie }: Phone): Promise<Line> {
  const line = new Line({ url: server.url, page: 'phone', cookie })
  await line.connect()
  await line.ask('meeting:enter', { code: desk.code, proof: null })
  return line
}

async function castAtOnce(
  { phones }: Scene,
  seconds: readonly Line[],
  questionId: QuestionId,
): Promise<Cast[]> {
  const ready = phones.flatMap((phone, place) => {
    const second = seconds[place]
    const doors: Door[] = [
      (body) => phone.line.ask('ballot:cast', body),
      (body) => phone.castByHttp(body),
      async (body) => second?.ask('ballot:cast', body) ?? refuse('server/busy'),
      (body) => phone.castByHttp(body),
    ]
    return doors.map((door, number) => prepare(phone, { questionId, number, door }))
  })
  // The barrier: all ballots are made, now all go out.
  return Promise.all(ready.map((go) => go()))
}

function prepare(
  phone: Phone,
  { questionId, number, door }: { questionId: QuestionId; number: number; door: Door },
): () => Promise<Cast> {
  const marks = [OPTIONS[number % OPTIONS.length]!]
  const { message } = makeBallot({ questionId, seat: phone.seat!, basedOn: 0, marks })
  const leaf = leavesOf(message)[0]!
  const body = padded(message)
  return async () => {
    const sentAt = [performance.now()]
    const answer = await door(body)
    const { seat, basedOn, ballotId } = message
    return {
      ...{ questionId, seat, basedOn, ballotId, marks, leaf },
      ...{ sentAt, answer, answeredAt: performance.now() },
    }
  }
}

function problemsOfAnswers(casts: readonly Cast[], voters: number): string[] {
  const kept = casts.filter(({ answer }) => answer?.ok).length
  const others = casts.flatMap(({ answer }) => (answer && !answer.ok ? [answer.refusal.code] : []))
  const strange = [...new Set(others)].filter((code) => code !== 'ballot/changed-elsewhere')
  return [
    ...(kept === voters ? [] : [`${kept} casts kept for ${voters} voters`]),
    ...strange.map((code) => `refused with ${code}`),
  ]
}
