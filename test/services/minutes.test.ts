import { createPublicKey, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { minutesCsv } from '../../server/http/minutes-csv.ts'
import type { QuestionId } from '../../shared/ids.ts'
import { canonical } from '../../shared/leaf.ts'
import { tally } from '../../shared/tally/index.ts'
import type { Question } from '../../shared/vote.ts'
import { marks, option } from '../support/builders.ts'
import { aHouseEach, house } from '../support/house-each.ts'

aHouseEach(() => {
  house.hall.seats = 10
})

const secret = { names: 'secret', bars: 'reveal' } as const
const simple = { base: 'yes-no', majority: 'simple', quorum: null } as const

async function sealed(change: Partial<Question>, ...cast: string[]): Promise<QuestionId> {
  const id = await house.draft(change)
  expect(await house.meetings.open(house.id, id)).toMatchObject({ ok: true })
  for (const [place, mark] of cast.entries())
    await house.cast(id, { seat: place + 1, marked: [mark] })
  await house.meetings.close(house.id, id)
  await house.clock.pass(2000)
  return id
}
const reveal = async (id: QuestionId) => {
  expect(await house.revealing.reveal(house.id, id)).toMatchObject({ ok: true })
}
async function taken() {
  const answer = await house.minutes(house.hall.meeting.code)
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}
const hand = {
  people: 3,
  counts: ['yes', 'no', 'abstain'].map((id, at) => ({ id: option(id), count: [2, 1, 0][at]! })),
}

describe('minutes', () => {
  it('[MI1] state the rule, the turnout and totals that equal the ballots, under both signatures', async () => {
    const id = await sealed({ decision: simple }, 'yes', 'yes', 'no', 'abstain')
    await house.revealing.countByHand(house.id, id, hand)
    await reveal(id)
    const { keys, questions } = await taken()
    const [asked] = questions
    const published = await house.counting.published(id)
    if (!asked || !published.ok) throw new Error('not revealed')
    const { question, ballots } = published.value

    const recount = tally(question, ballots!, asked.result)
    expect(canonical(recount)).toBe(canonical(asked.result.tally))
    expect(asked).toMatchObject({
      place: 1,
      question: { title: 'Tea?', decision: simple },
      presence: { need: 'any', proofs: ['code', 'hand'] },
      result: { turnout: 4, hand, reopenings: 0, tally: { verdict: { passed: true, yes: 4 } } },
    })
    expect(asked.openedAt! <= asked.result.closedAt).toBe(true)
    expect(asked.result.seal).toEqual(asked.seal)

    const [key] = keys
    const publicKey = createPublicKey({
      key: Buffer.from(key?.publicKey ?? '', 'base64'),
      format: 'der',
      type: 'spki',
    })
    const isSigned = (head: unknown, signature: string) =>
      verify(null, Buffer.from(canonical(head)), publicKey, Buffer.from(signature, 'hex'))
    expect(asked.result.keyId).toBe(key?.keyId)
    expect(isSigned(asked.seal, asked.sealSignature)).toBe(true)
    expect(isSigned(asked.result, asked.resultSignature)).toBe(true)
  })

  it('[MI1] withhold what was withheld, and leave tests out', async () => {
    await reveal(await sealed({ ...secret, title: 'Who?' }, 'yes', 'no'))
    const test = await house.draft({ title: 'Coffee?' })
    const row = house.rowOf(test)
    await house.agenda.saveQuestion({ ...row, question: { ...row.question, test: true } })
    const { questions, others } = await taken()
    expect(questions.map(({ result }) => result.tally)).toEqual([
      { state: 'withheld', ballots: 2, least: 5 },
    ])
    expect(others).toEqual([])
    expect(JSON.stringify(questions)).not.toMatch(/"counts"|verdict/)
  })

  it('[MI2] name a question that is not revealed and its state, and no number of it', async () => {
    const id = await sealed({ bars: 'live', title: 'Now?' }, 'yes', 'yes', 'no')
    await house.revealing.countByHand(house.id, id, hand)
    expect(house.rowOf(id).state).toBe('sealed')
    const { questions, others } = await taken()
    expect(questions).toEqual([])
    expect(others).toEqual([{ place: 1, questionId: id, title: 'Now?', state: 'sealed' }])
    const row = minutesCsv(await taken(), 'en').split('\r\n')[1]
    expect(row).toMatch(/^1,Now\?,[^,]+,+$/)
  })

  it('[MI3] as a table have the same totals, in the language that is asked for', async () => {
    const options = ['=SUM(A1)', '둘', '셋'].map((text, at) => ({ id: option('abc'[at]!), text }))
    const id = await sealed({ method: { type: 'single' }, options }, ...marks('a', 'b', 'a'))
    await reveal(id)
    const lines = minutesCsv(await taken(), 'ko').split('\r\n')
    expect(lines[0]).toContain('안건')
    const rows = lines.slice(1, -1)
    expect(rows.map((row) => row.split(',').slice(-15, -11))).toEqual([
      ["'=SUM(A1)", '2', '', '2'],
      ['둘', '1', '', '1'],
      ['셋', '0', '', '0'],
    ])
    expect(minutesCsv(await taken(), 'en')).not.toMatch(/[가-힣](?<![둘셋])/)
  })
})
