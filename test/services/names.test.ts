import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { namesCsv } from '../../server/http/minutes-names.ts'
import type { Leaf, Nonce, QuestionId } from '../../shared/ids.ts'
import { leaf } from '../../shared/leaf.ts'
import { hashOf, rootOf } from '../../shared/proof.ts'
import { listLeaf } from '../../shared/stamp.ts'
import type { Question } from '../../shared/vote.ts'
import { aBallot } from '../support/builders.ts'
import { aHouse, type House } from '../support/house.ts'
import { aListed } from '../support/listed.ts'

const PEOPLE = ['김하늘', '이바다', '박솔', '김하늘'].map((name, at) => ({
  name,
  key: `${at + 1}`,
}))
const named = { names: 'named', bars: 'reveal' } as const

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

/** Everybody on the list votes, the first one twice. */
async function voted(change: Partial<Question>): Promise<QuestionId> {
  await house.rosters.set(house.id, PEOPLE)
  const phones = await Promise.all(PEOPLE.map(({ key }) => aListed(house, key)))
  const question = await house.draft({ ...named, ...change })
  expect(await house.meetings.open(house.id, question)).toMatchObject({ ok: true })
  for (const [place, { pass, seat }] of phones.entries()) {
    const ballot = aBallot({ question, seat, marked: [place === 1 ? 'no' : 'yes'] })
    expect(await house.casting.castBallot(pass, ballot)).toMatchObject({ ok: true })
  }
  const { pass, seat } = phones[0]!
  await house.casting.castBallot(pass, aBallot({ question, seat, basedOn: 1, marked: ['abstain'] }))
  return question
}

async function revealed(change: Partial<Question> = {}): Promise<QuestionId> {
  const question = await voted(change)
  await house.meetings.close(house.id, question)
  await house.clock.pass(2000)
  expect(await house.naming.toPage(house.id, question, 'host')).toMatchObject({
    refusal: { code: 'question/wrong-state' },
  })
  expect(await house.revealing.reveal(house.id, question)).toMatchObject({ ok: true })
  return question
}

async function published(question: QuestionId) {
  const found = await house.counting.published(question)
  if (!found.ok) throw new Error(found.refusal.code)
  const { ballots, salt, seal } = found.value
  for (const ballot of ballots!) {
    const sent = leaf(question, ballot.marks, (ballot.nonce ?? salt) as Nonce)
    expect(listLeaf(sent, ballot)).toBe(ballot.leaf)
  }
  expect(rootOf(ballots!.map((ballot) => ballot.leaf as Leaf))).toBe(seal.root)
  return ballots!
}

const EVERYBODY = [
  { name: '김하늘 (1)', marks: ['abstain'] },
  { name: '김하늘 (4)', marks: ['yes'] },
  { name: '박솔', marks: ['yes'] },
  { name: '이바다', marks: ['no'] },
]

it('[NM3] a question with names needs a list', async () => {
  const question = await house.draft(named)
  expect(await house.meetings.open(house.id, question)).toMatchObject({
    refusal: { code: 'question/no-list' },
  })
  await house.rosters.set(house.id, PEOPLE)
  expect(await house.meetings.open(house.id, question)).toMatchObject({ ok: true })
})

it('[NM3] the names of the list stand beside the last choices, namesakes told apart', async () => {
  const question = await revealed()
  const ballots = await published(question)
  const pairs = ballots.map(({ name, marks }) => ({ name, marks }))
  expect(pairs).toHaveLength(4)
  expect(pairs).toEqual(expect.arrayContaining(EVERYBODY))
  for (const reader of ['host', 'anybody'] as const)
    expect(await house.naming.toPage(house.id, question, reader)).toEqual({
      ok: true,
      value: { ballots: EVERYBODY },
    })
})

it('[NM4] no name lies readable in the data while the question is open', async () => {
  await voted({})
  const files = ['mvoting.sqlite', 'mvoting.sqlite-wal'].map((name) =>
    readFileSync(join(folder, name)),
  )
  // The list itself is there; a name beside a choice is not.
  for (const file of files) expect(file.includes('"name":"김하늘')).toBe(false)
})

it('[NM5] names for the list alone are published as prints, and read by who is on it', async () => {
  const question = await revealed({ namesFor: 'roster', receipts: 'none' })
  const ballots = await published(question)
  expect(JSON.stringify(ballots)).not.toMatch(/김하늘|이바다|박솔|blind/)
  expect(await house.naming.toPage(house.id, question, 'anybody')).toMatchObject({
    refusal: { code: 'names/not-shown' },
  })
  const read = await house.naming.toPage(house.id, question, 'host')
  if (!read.ok) throw new Error(read.refusal.code)
  const prints = new Map(ballots.map(({ leaf: held, print }) => [held, print]))
  for (const { name, proof } of read.value.ballots)
    expect(prints.get(proof!.leaf)).toBe(hashOf({ name, blind: proof!.blind }))

  const { pass } = await aListed(house, '3')
  expect(await house.naming.toPhone(pass, question)).toEqual(read)
  await house.rosters.release(house.id, 3)
  expect(await house.naming.toPhone(pass, question)).toMatchObject({
    refusal: { code: 'names/not-shown' },
  })
})

it('[NM5] a phone reads the names of what the room looks at, and of nothing else', async () => {
  const question = await revealed({ namesFor: 'roster' })
  const { pass } = await aListed(house, '2')
  expect(await house.naming.toPhone(pass, question)).toMatchObject({ ok: true })
  await house.meetings.next(house.id)
  expect(await house.naming.toPhone(pass, question)).toMatchObject({
    refusal: { code: 'names/not-shown' },
  })
  const open = await house.draft({ names: 'open' })
  expect(await house.naming.toPage(house.id, open, 'host')).toMatchObject({
    refusal: { code: 'question/wrong-state' },
  })
})

it('[NM6] minutes hold the names of a question that has them', async () => {
  await revealed({ namesFor: 'roster' })
  const taken = await house.minutes(house.hall.meeting.code)
  if (!taken.ok) throw new Error(taken.refusal.code)
  expect(taken.value.questions[0]?.names).toMatchObject(EVERYBODY)
  const lines = namesCsv(taken.value, 'ko').split('\r\n')
  expect(lines.slice(1, 3)).toEqual(['1,Tea?,김하늘 (1),기권,', '1,Tea?,김하늘 (4),찬성,'])
})
