import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { QuestionId } from '../../shared/ids.ts'
import { canonical } from '../../shared/leaf.ts'
import { tally } from '../../shared/tally/index.ts'
import type { DecisionRule, Question } from '../../shared/vote.ts'
import { option } from '../support/builders.ts'
import { aHouse, type House } from '../support/house.ts'

let folder: string
let house: House

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mvoting-'))
  house = await aHouse(folder)
  house.hall.seats = 10
})
afterEach(async () => {
  await house.end()
  rmSync(folder, { recursive: true })
})

const ok = { ok: true }
const refused = (code: string) => ({ refusal: { code } })
const absolute: DecisionRule = { base: 'present', majority: 'absolute', quorum: null }
const secret = { names: 'secret', bars: 'reveal' } as const

/** Asks, takes these marks and seals. */
async function sealed(change: Partial<Question>, ...cast: string[]): Promise<QuestionId> {
  const id = await house.draft(change)
  expect(await house.meetings.open(house.id, id)).toMatchObject(ok)
  for (const [place, mark] of cast.entries())
    await house.cast(id, { seat: place + 1, marked: [mark] })
  await close(id)
  return id
}
async function close(id: QuestionId): Promise<void> {
  await house.meetings.close(house.id, id)
  await house.clock.pass(2000)
  expect(house.rowOf(id).state).toBe('sealed')
}
const reveal = (id: QuestionId) => house.revealing.reveal(house.id, id)
const published = async (id: QuestionId) => {
  const answer = await house.counting.published(id)
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}
const hand = (yes: number, no: number) => ({
  people: yes + no,
  counts: [
    { id: option('yes'), count: yes },
    { id: option('no'), count: no },
    { id: option('abstain'), count: 0 },
  ],
})

describe('what a result is measured by', () => {
  it('[VE5] stands still from the close on, is published, and gives a recount the same verdict', async () => {
    const id = await sealed({ decision: absolute }, 'yes', 'yes', 'yes', 'yes', 'yes', 'yes', 'no')
    house.hall.seats = 99
    expect(await reveal(id)).toMatchObject(ok)
    const { question, ballots, result } = await published(id)
    expect(result).toMatchObject({
      electorate: { entitled: 10, present: 10 },
      tally: { verdict: { passed: true, yes: 6, base: 10, needed: 6 } },
    })
    const again = tally(
      question,
      ballots!.map(({ marks }) => marks),
      result,
    )
    expect(canonical(again)).toBe(canonical(result.tally))
    expect(house.told.at(-1)).toMatchObject({
      type: 'question:revealed',
      electorate: { entitled: 10 },
    })
  })
})

describe('a secret question of few', () => {
  it('[SG3] is not opened for fewer than its least size; a lower one may be chosen', async () => {
    house.hall.seats = 4
    const id = await house.draft(secret)
    expect(await house.meetings.open(house.id, id)).toMatchObject({
      refusal: { code: 'question/few-people', detail: { least: 5, entitled: 4 } },
    })
    expect(house.rowOf(id).state).toBe('draft')
    await house.draft({ ...secret, least: 4 })
    expect(await house.meetings.open(house.id, id)).toMatchObject(ok)
  })

  it('[SG4] publishes no part of a withheld result, the verdict and the hands included', async () => {
    const id = await sealed({ ...secret, decision: absolute }, 'yes', 'yes', 'no')
    await house.revealing.countByHand(house.id, id, hand(5, 1))
    await reveal(id)
    const found = await published(id)
    expect(found).toMatchObject({ ballots: null, salt: null })
    expect(found.result.tally).toEqual({ state: 'withheld', ballots: 3, least: 5 })
    expect(JSON.stringify([found.result, house.told.at(-1)])).not.toMatch(/"count"|verdict|"hand"/)
  })
})

describe('people without a device', () => {
  it('[HC3] are counted between the close and the reveal only, and signed apart', async () => {
    const id = await house.draft({ decision: absolute })
    const count = (counted: ReturnType<typeof hand> | null) =>
      house.revealing.countByHand(house.id, id, counted)
    expect(await count(hand(3, 0))).toMatchObject(refused('question/wrong-state'))
    await house.meetings.open(house.id, id)
    expect(await count(hand(3, 0))).toMatchObject(refused('question/wrong-state'))
    for (let seat = 1; seat <= 4; seat += 1) await house.cast(id, { seat })
    await close(id)
    expect(await count({ ...hand(3, 0), people: 9 })).toMatchObject(refused('hand/odd'))
    expect(await count(hand(9, 0))).toMatchObject(ok)
    expect(await count(null)).toMatchObject(ok)
    expect(await count(hand(3, 1))).toMatchObject(ok)
    await reveal(id)
    expect((await published(id)).result).toMatchObject({
      electorate: { entitled: 14, present: 14 },
      hand: hand(3, 1),
      seal: { size: 4 },
      tally: { ballots: 4, hand: hand(3, 1), verdict: { yes: 7, base: 14, passed: false } },
    })
    expect(await count(hand(4, 0))).toMatchObject(refused('question/wrong-state'))
  })
})
