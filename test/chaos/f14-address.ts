import { joinAll } from '../../scripts/crowd/hall.ts'
import type { Phone } from '../../scripts/crowd/phone.ts'
import { makeBallot, padded } from '../../shared/client/outbox.ts'
import type { QuestionId } from '../../shared/ids.ts'
import type { Result } from '../../shared/result.ts'
import { rowsOf } from './checker.ts'
import type { ChaosTest } from './chaos-test.ts'
import { aScene, OPTIONS, type Scene } from './scene.ts'

const ADDRESS = { 'x-forwarded-for': '203.0.113.7' }
/** One hall typed it wrong first: every so manieth phone. */
const WRONG_EVERY = 10
const WINDOWS = 2

/** A hall behind one address types the code, reloads, and votes by both doors: no limit says no (P14). */
export const f14: ChaosTest = {
  id: 'F14',
  async run({ quick }) {
    const voters = quick ? 200 : 500
    const scene = await aScene(0)
    const { desk, server } = scene
    await desk.run('presence:rule', { need: 'any', proofs: ['code'], fence: null })
    const options = { url: server.url, code: desk.code, headers: ADDRESS }
    const { phones, refused } = await joinAll(voters, 0, options)
    const refusals = new Map(Object.entries(refused))
    let tries = voters
    const note = async (answer: Promise<Result<unknown>>, expected?: string) => {
      tries += 1
      const said = await answer
      if (said.ok || said.refusal.code === expected) return
      refusals.set(said.refusal.code, (refusals.get(said.refusal.code) ?? 0) + 1)
    }
    try {
      const code = await shownCode(scene)
      await Promise.all(
        phones.map(async ({ line }, place) => {
          if (place % WRONG_EVERY === 0)
            await note(line.ask('presence:code', { code: wrong(code) }), 'code/wrong')
          await note(line.ask('presence:code', { code }))
        }),
      )
      for (let window = 0; window < WINDOWS; window += 1)
        await Promise.all(phones.map((phone) => note(phone.enter())))
      const questionId = await scene.ask()
      await Promise.all(
        phones.map(async (phone) => {
          await note(phone.line.ask('ballot:cast', ballot(phone, questionId, 0)))
          await note(phone.castByHttp(ballot(phone, questionId, 1)))
        }),
      )
      const problems = [...refusals].map(([reason, times]) => `refused with ${reason}: ${times}`)
      const rows = rowsOf(server.dataDir, questionId)
      if (rows !== voters) problems.push(`${rows} rows for ${voters} voters`)
      return { tries, problems, figure: `${voters} phones, ${tries} messages, one address` }
    } finally {
      for (const phone of phones) phone.leave()
      await scene.end()
    }
  },
}

/** What the big screen shows to the hall. */
async function shownCode({ desk }: Scene): Promise<string> {
  const watched = await desk.line.ask('desk:watch', { code: null })
  return (watched.ok && watched.value.presenceCode.code) || 'no code'
}

function wrong(code: string): string {
  return code.startsWith('A') ? `B${code.slice(1)}` : `A${code.slice(1)}`
}

function ballot(phone: Phone, questionId: QuestionId, basedOn: number) {
  const marks = [OPTIONS[basedOn]!]
  return padded(makeBallot({ questionId, seat: phone.seat!, basedOn, marks }).message)
}
