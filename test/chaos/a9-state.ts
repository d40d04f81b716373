import type { Phone } from '../../scripts/crowd/phone.ts'
import { makeBallot, padded } from '../../shared/client/outbox.ts'
import type { OptionId, QuestionId, Seat } from '../../shared/ids.ts'
import type { CastMessage } from '../../shared/wire/cast.ts'
import { send } from '../../scripts/crowd/http.ts'
import { rowsOf } from './checker.ts'
import type { ChaosTest } from './chaos-test.ts'
import { aQuestion, aScene, OPTIONS, type Scene } from './scene.ts'

/** Casts outside state or rules, by both doors: refused, and no row is written. */
export const a9: ChaosTest = {
  id: 'A9',
  async run() {
    const scene = await aScene(8)
    let phoneNumber = 0
    // A phone in turn for each case, so that no budget answers in the law's place.
    const nextPhone = () => scene.phones[(phoneNumber += 1) % scene.phones.length]!
    const problems: string[] = []
    let tries = 0
    const expectNo = async (state: string, cases: Record<string, string>, id: QuestionId) => {
      for (const [name, text] of Object.entries(cases))
        for (const [door, code] of await castBoth(scene, nextPhone(), text)) {
          tries += 1
          if (code === 'kept' || /^(server|message\/too-often)/.test(code))
            problems.push(`${state}, ${name}, ${door}: ${code}`)
        }
      const rows = rowsOf(scene.server.dataDir, id)
      if (rows !== 0) problems.push(`${state}: ${rows} rows`)
    }
    try {
      const waiting = await scene.desk.write(aQuestion())
      await expectNo('draft', { valid: valid(waiting) }, waiting)
      await expectNo('unknown', { valid: valid('none' as QuestionId) }, waiting)

      const id = await scene.ask({ method: { type: 'approval', min: 1, max: 2 } })
      await expectNo('open', wrongBallots(id), id)
      await scene.desk.close(id)
      await expectNo('sealed', { valid: valid(id) }, id)
      await scene.desk.reveal(id)
      await expectNo('revealed', { valid: valid(id) }, id)
      await scene.desk.run('meeting:next', {})
      await expectNo('off the stage', { valid: valid(id) }, id)
      return { tries, problems, figure: `${tries} casts refused, 0 rows` }
    } finally {
      await scene.end()
    }
  },
}

const SEAT = '"@seat"'

/** A good ballot; its seat is put in when the phone is known. */
function ballot(questionId: QuestionId, change: Partial<CastMessage> = {}): string {
  const marks = [OPTIONS[0]!]
  const { message } = makeBallot({ questionId, seat: 1 as Seat, basedOn: 0, marks })
  return JSON.stringify({ ...padded(message), seat: '@seat', ...change })
}

function valid(questionId: QuestionId): string {
  return ballot(questionId)
}

function wrongBallots(id: QuestionId): Record<string, string> {
  const good = ballot(id)
  const marked = (...marks: string[]) => {
    const held = JSON.parse(good) as CastMessage
    const answers = [{ ...held.answers[0]!, marks: marks as OptionId[] }]
    return JSON.stringify({ ...held, answers })
  }
  const raw = (from: string | RegExp, to: string) => good.replace(from, to)
  return {
    'too many': marked(...OPTIONS.slice(0, 3)),
    'none marked': marked(),
    'unknown option': marked('pizza'),
    'one twice': marked(OPTIONS[0]!, OPTIONS[0]!),
    'option of the prototype': marked('__proto__'),
    'other seat': raw(SEAT, '9999'),
    'no seat': raw(SEAT, 'null'),
    'seat 0': raw(SEAT, '0'),
    'negative seat': raw(SEAT, '-1'),
    'half a seat': raw(SEAT, '1.5'),
    'endless seat': raw(SEAT, '1e999'),
    'seat as text': raw(SEAT, '"1"'),
    'revision not there': raw('"basedOn":0', '"basedOn":7'),
    'negative revision': raw('"basedOn":0', '"basedOn":-1'),
    'endless revision': raw('"basedOn":0', '"basedOn":1e999'),
    'revision as text': raw('"basedOn":0', '"basedOn":"0"'),
    'short id': raw(/"ballotId":"../, '"ballotId":"'),
    'no answers': raw(/"answers":\[.*\],"pad"/, '"answers":[],"pad"'),
    'answer to another question': raw(/("answers":\[\{"questionId":")[^"]*/, '$1none'),
    'marks as text': raw(/"marks":\[[^\]]*\]/, '"marks":"kimbap"'),
    'marks null': raw(/"marks":\[[^\]]*\]/, '"marks":null'),
    'nonce in capitals': raw(/"nonce":"..../, '"nonce":"ABCD'),
    'one key more': raw('{', '{"admin":true,'),
    weight: raw('{', '{"weight":1000,'),
    prototype: raw('{', '{"__proto__":{"seat":1},'),
    'pad of letters': raw(/"pad":" /, '"pad":"x'),
    huge: raw(/"pad":" /, `"pad":"${' '.repeat(5000)}`),
  }
}

async function castBoth(
  { server }: Scene,
  phone: Phone,
  text: string,
): Promise<[string, string][]> {
  const body = text.replace(SEAT, `${phone.seat}`)
  const said = await phone.line.askText('ballot:cast', body)
  const { status, text: answer } = await send(`${server.url}/api/ballots`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${phone.snapshot?.me.pass}`,
      origin: server.url,
    },
    body,
  })
  const code = status === 200 ? 'kept' : (JSON.parse(answer) as { code: string }).code
  return [
    ['socket', said.ok ? 'kept' : said.refusal.code],
    ['HTTP', code],
  ]
}
