import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { minutesCsv } from '../../server/http/minutes-csv.ts'
import { namesCsv } from '../../server/http/minutes-names.ts'
import type { Leaf, Nonce, QuestionId } from '../../shared/ids.ts'
import { canonical, leaf } from '../../shared/leaf.ts'
import type { Method } from '../../shared/method.ts'
import { rootOf } from '../../shared/proof.ts'
import { listLeaf } from '../../shared/stamp.ts'
import { tally } from '../../shared/tally/index.ts'
import type { Question } from '../../shared/vote.ts'
import { aBallot, option } from '../support/builders.ts'
import { aHouse, type House } from '../support/house.ts'
import { aListed } from '../support/listed.ts'

const WEIGHTS = ['84.97', '59.9', '114.5', '59.9']
const LIST = WEIGHTS.map((weight, at) => ({ name: `회원 ${at + 1}`, key: `${at + 1}`, weight }))
const simple = { base: 'present', majority: 'simple', quorum: null } as const

let folder: string
let house: House

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mvoting-'))
  house = await aHouse(folder)
})
afterEach(async () => {
  await house.end()
  rmSync(folder, { recursive: true })
})

/** The first three of the list come and vote yes, no, no. */
async function sealed(change: Partial<Question> = {}): Promise<QuestionId> {
  await house.rosters.set(house.id, LIST)
  const phones = [await aListed(house, '1'), await aListed(house, '2'), await aListed(house, '3')]
  const question = await house.draft({ bars: 'reveal', decision: simple, ...change })
  expect(await house.meetings.open(house.id, question)).toMatchObject({ ok: true })
  for (const [at, { pass, seat }] of phones.entries()) {
    const ballot = aBallot({ question, seat, marked: [at === 2 ? 'yes' : 'no'] })
    expect(await house.casting.castBallot(pass, ballot)).toMatchObject({ ok: true })
  }
  await house.meetings.close(house.id, question)
  await house.clock.pass(2000)
  return question
}

async function revealed(change: Partial<Question> = {}): Promise<QuestionId> {
  const question = await sealed(change)
  expect(await house.revealing.reveal(house.id, question)).toMatchObject({ ok: true })
  return question
}

it('[WG8] a method that cannot count these weights is refused at the opening', async () => {
  const options = ['a', 'b', 'c'].map((id) => ({ id: option(id), text: id, cost: 1 }))
  const shares: Method = {
    ...{ type: 'budget', purse: 3, currency: '', min: 1, max: 3, fits: true },
    rule: { type: 'equal-shares', completion: 'none', step: null },
  }
  const ranked: Method = { type: 'ranked', min: 1, max: 3, equal: false, count: 'stv', seats: 2 }
  const least: Method = { ...shares, rule: { type: 'greedy', threshold: 2, misfit: 'skip' } }
  await house.rosters.set(house.id, LIST)
  const needy = await house.draft({ options, method: least, decision: null })
  expect(await house.meetings.open(house.id, needy)).toMatchObject({
    refusal: { code: 'question/weights-threshold' },
  })
  const asked = await house.draft({ options, method: shares, decision: null })
  expect(await house.meetings.open(house.id, asked)).toMatchObject({
    refusal: { code: 'question/weights-shares' },
  })
  const heavy = LIST.map((line) => ({ ...line, weight: '999999999' }))
  await house.rosters.set(house.id, heavy)
  await house.draft({ options, method: ranked, decision: null })
  expect(await house.meetings.open(house.id, asked)).toMatchObject({
    refusal: { code: 'question/weights-fine' },
  })
  await house.rosters.set(house.id, LIST)
  expect(await house.meetings.open(house.id, asked)).toMatchObject({ ok: true })
})

it('[WG2] [WG5] weights of the list are frozen, and a recount gives both totals and both heads', async () => {
  const id = await revealed()
  const found = await house.counting.published(id)
  if (!found.ok) throw new Error(found.refusal.code)
  const { question, rules, ballots, result, seal } = found.value
  expect(rules).toMatchObject({ weights: { decimals: 2, total: 8497 + 5990 + 11450 + 5990 } })
  expect(result).toMatchObject({
    electorate: { entitled: 4, present: 3, weights: { entitled: 31927, present: 25937 } },
    tally: {
      ...{ ballots: 3, weight: 25937, leading: ['no'] },
      counts: [
        { id: 'yes', count: 1, weight: 11450 },
        { id: 'no', count: 2, weight: 14487 },
        { id: 'abstain', count: 0, weight: 0 },
      ],
      verdict: { weighted: true, passed: false, yes: 11450, base: 25937, needed: 12969 },
    },
  })
  expect(canonical(tally(question, ballots!, result))).toBe(canonical(result.tally))
  for (const ballot of ballots!)
    expect(listLeaf(leaf(id, ballot.marks, ballot.nonce as Nonce), ballot)).toBe(ballot.leaf)
  expect(rootOf(ballots!.map((ballot) => ballot.leaf as Leaf))).toBe(seal.root)
  expect(ballots!.map(({ weight }) => weight).sort()).toEqual([11450, 5990, 8497])
})

it('[WG5] a changed ballot counts once, with its weight', async () => {
  await house.rosters.set(house.id, LIST)
  const { pass, seat } = await aListed(house, '3')
  const question = await house.draft({ bars: 'live' })
  await house.meetings.open(house.id, question)
  for (const basedOn of [0, 1])
    await house.casting.castBallot(
      pass,
      aBallot({ question, seat, basedOn, marked: [basedOn ? 'no' : 'yes'] }),
    )
  await house.meetings.close(house.id, question)
  await house.clock.pass(2000)
  await house.revealing.reveal(house.id, question)
  expect(house.rowOf(question).tally).toMatchObject({ ballots: 1, weight: 11450, leading: ['no'] })
})

it('[WG4] a secret question is not opened while a weight is held by too few', async () => {
  await house.rosters.set(house.id, LIST)
  await Promise.all(LIST.map(({ key }) => aListed(house, key)))
  const question = await house.draft({ names: 'secret', bars: 'reveal', least: 3 })
  expect(await house.meetings.open(house.id, question)).toMatchObject({
    refusal: { code: 'question/weights-secret', detail: { least: 3 } },
  })
  const alike = LIST.map((line) => ({ ...line, weight: '2' }))
  await house.rosters.set(house.id, alike)
  expect(await house.meetings.open(house.id, question)).toMatchObject({ ok: true })
})

it('[RN4] of a secret round with one more of a weight nothing is published', async () => {
  const weighted = Array.from({ length: 13 }, (_, at) => ({
    ...{ name: `회원 ${at}`, key: `${at}`, weight: at % 4 === 0 ? '2.5' : '1' },
  }))
  await house.rosters.set(house.id, weighted)
  const phones: Awaited<ReturnType<typeof aListed>>[] = []
  async function asked(question: QuestionId, upTo: number) {
    for (const { key } of weighted.slice(phones.length, upTo))
      phones.push(await aListed(house, key))
    expect(await house.meetings.open(house.id, question)).toMatchObject({ ok: true })
    for (const { pass, seat } of phones)
      expect(
        await house.casting.castBallot(pass, aBallot({ question, seat, marked: ['yes'] })),
      ).toMatchObject({
        ok: true,
      })
    await house.meetings.close(house.id, question)
    await house.clock.pass(2000)
    expect(await house.revealing.reveal(house.id, question)).toMatchObject({ ok: true })
    return house.rowOf(question)
  }
  const first = await house.draft({ names: 'secret', bars: 'reveal', least: 3 })
  expect(await asked(first, 9)).toMatchObject({
    ...{ alike: { 1: 6, 2.5: 3 }, tally: { state: 'counted' } },
  })
  const again = await house.repeating.askAgain(house.id, first)
  if (!again.ok) throw new Error(again.refusal.code)
  expect(await asked(again.value.questionId, 13)).toMatchObject({
    ...{ alike: { 1: 9, 2.5: 4 }, tally: { state: 'withheld', round: true } },
  })
})

it('[WG4] [NM3] with names any weights may vote, and each name carries its own', async () => {
  const id = await revealed({ names: 'named' })
  const { ok, ...read } = await house.naming.toPage(house.id, id, 'anybody')
  expect(ok).toBe(true)
  expect(read).toMatchObject({
    value: {
      ballots: [
        { name: '회원 1', weight: 8497 },
        { name: '회원 2', weight: 5990 },
        { name: '회원 3', weight: 11450 },
      ],
    },
  })
})

it('[WG6] hands have no weight and are not added', async () => {
  const id = await sealed()
  const counts = ['yes', 'no', 'abstain'].map((each) => ({ id: option(each), count: 1 }))
  expect(await house.revealing.countByHand(house.id, id, { people: 3, counts })).toMatchObject({
    refusal: { code: 'hand/weights' },
  })
})

it('[WG7] minutes hold heads and votes apart, on each row of their tables', async () => {
  await revealed({ names: 'named' })
  const taken = await house.minutes(house.hall.meeting.code)
  if (!taken.ok) throw new Error(taken.refusal.code)
  expect(taken.value.questions[0]).toMatchObject({ weights: { decimals: 2 } })
  const [heading, yes] = minutesCsv(taken.value, 'ko').split('\r\n')
  const columns = heading!.split(',')
  const cells = yes!.split(',')
  const cell = (name: string) => cells[columns.indexOf(name)]
  expect([cell('득표'), cell('의결권'), cell('의결권 비율')]).toEqual(['1', '114.5', '44%'])
  expect([cell('재적 의결권'), cell('출석 의결권')]).toEqual(['319.27', '259.37'])
  expect(namesCsv(taken.value, 'ko').split('\r\n')[3]).toBe('1,Tea?,회원 3,찬성,114.5')
})
