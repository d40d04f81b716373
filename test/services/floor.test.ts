import SQLite from 'better-sqlite3'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { FloorRule } from '../../shared/floor.ts'
import type { Seat } from '../../shared/ids.ts'
import { aHouseEach, folder, house, restart } from '../support/house-each.ts'

aHouseEach()

const rule = (change: Partial<FloorRule> = {}) =>
  house.floor.rule(house.id, { on: true, check: true, minutes: false, ...change })
const pass = (seat: number) => ({ vote: house.id, seats: [seat as Seat], holder: `device ${seat}` })
const picture = () => house.floor.picture(house.hall)
const isOn = () => house.agenda.view(house.hall).floor

const secretOf = (nth: number) => `${nth}`.padStart(32, 'a')
let drawn = 0
/** A question with a secret of its own. */
const question = (text: string) => ({ secret: secretOf((drawn += 1)), text })

async function asks(seat: number, text: string): Promise<string> {
  const asked = await house.floor.ask(pass(seat), question(text))
  return asked.ok ? asked.value.id : expect.unreachable()
}

it('[FL1] phones ask only where the desk has switched it on, in plain words, up to 200 letters', async () => {
  expect(isOn()).toBeUndefined()
  expect(await house.floor.ask(pass(1), question('왜요?'))).toMatchObject({
    refusal: { code: 'floor/shut' },
  })
  await rule()
  expect(isOn()).toMatchObject({ on: true, check: true, staged: false })
  for (const [typed, code] of [
    ['  ', 'floor/odd'],
    ['\u0007', 'floor/odd'],
    ['가'.repeat(201), 'floor/too-long'],
  ] as const)
    expect(await house.floor.ask(pass(1), question(typed))).toMatchObject({ refusal: { code } })
  await asks(1, `  ${'가'.repeat(200)} `)
  await asks(1, '줄을\n 바꾼   질문'.normalize('NFD'))
  expect(house.floor.queue(house.id).map(({ text }) => text)).toEqual([
    '가'.repeat(200),
    '줄을 바꾼 질문',
  ])
})

it('[FL2] nothing is shown before somebody looked where the meeting says so; else after', async () => {
  await rule()
  const first = await asks(1, '먼저 볼 질문')
  const own = [secretOf(drawn), secretOf(0)]
  expect(picture()).toMatchObject({ questions: [], waiting: 1 })
  expect(house.floor.toPhone(pass(2), own)).toMatchObject({
    value: { questions: [], own: [{ text: '먼저 볼 질문', state: 'waiting' }, null] },
  })
  await house.floor.mark(house.id, first, 'shown')
  expect(picture()).toMatchObject({ questions: [{ text: '먼저 볼 질문' }], waiting: 0 })
  await house.floor.mark(house.id, first, 'hidden')
  expect(picture().questions).toEqual([])
  await house.floor.mark(house.id, first, 'shown')
  await rule({ check: false })
  await asks(2, '바로 보일 질문')
  expect(picture().questions).toHaveLength(2)
  expect(await house.floor.mark(house.id, 'nobody', 'shown')).toMatchObject({ ok: false })
})

it('[FL3] a seat has one vote for a question that is shown, and takes it back; most wanted first', async () => {
  await rule({ check: false })
  const [first, second] = [await asks(1, '하나'), await asks(2, '둘')]
  for (const seat of [1, 2, 3]) await house.floor.vote(pass(seat), second, true)
  for (const _ of 'again') await house.floor.vote(pass(1), first, true)
  const votes = () => picture().questions.map(({ text, votes }) => `${text} ${votes}`)
  expect(votes()).toEqual(['둘 3', '하나 1'])
  expect(house.floor.toPhone(pass(3), [])).toMatchObject({
    value: { questions: [{ voted: true }, { voted: false }] },
  })
  for (const seat of [1, 2, 3]) await house.floor.vote(pass(seat), second, false)
  expect(votes()).toEqual(['하나 1', '둘 0'])
  await house.floor.mark(house.id, first, 'answered')
  expect(votes()).toEqual(['둘 0', '하나 1'])
  expect(await house.floor.vote(pass(2), first, true)).toMatchObject({ ok: false })
})

it('[FL4] no seat and no device stands beside a question, nor one key beside two of them', async () => {
  await rule({ check: false })
  const ids = [await asks(7, '하나'), await asks(7, '둘')]
  for (const id of ids) await house.floor.vote(pass(7), id, true)
  const database = new SQLite(join(folder, 'mvoting.sqlite'), { readonly: true })
  const columns = database.prepare('select * from floor').all() as object[]
  const voters = database.prepare('select voter from floor_vote').pluck().all()
  database.close()
  expect(Object.keys(columns[0]!)).toEqual(['vote', 'id', 'number', 'text', 'state', 'looked'])
  expect(new Set(voters).size).toBe(2)
  for (const voter of voters) expect(voter).toMatch(/^[0-9a-f]{32}$/)
})

it('[FL5] all of it is there after a restart, and gone with its meeting', async () => {
  await rule({ check: false, minutes: true })
  const id = await asks(1, '하나')
  await house.floor.vote(pass(2), id, true)
  await house.floor.mark(house.id, id, 'answered')
  await restart()
  expect(isOn()).toMatchObject({ on: true, check: false })
  expect(picture().questions).toMatchObject([{ id, text: '하나', votes: 1, state: 'answered' }])
  await asks(1, '둘')
  await house.floor.mark(house.id, await asks(1, '숨긴 것'), 'hidden')
  const taken = await house.minutes(house.hall.meeting.code)
  expect(taken).toHaveProperty('value.floor', [
    { text: '둘', votes: 0, answered: false },
    { text: '하나', votes: 1, answered: true },
  ])
  await rule({ minutes: false })
  expect(await house.minutes(house.hall.meeting.code)).not.toHaveProperty('value.floor')
  await house.meetings.remove(house.hall)
  expect(await house.store.floor(house.id)).toEqual([])
})

it('[FL19] what the desk marked or put in large type is known as looked at after a restart', async () => {
  await rule({ check: false })
  const [marked, pinned] = [await asks(1, '표시한 것'), await asks(2, '크게 보인 것')]
  await asks(3, '아직 안 본 것')
  await house.floor.mark(house.id, marked, 'shown')
  await house.floor.stage(house.id, { staged: false, pinned })
  const looked = async () => (await house.store.floor(house.id)).map((row) => row.looked)
  expect(await looked()).toEqual([true, true, false])
  await restart()
  await house.floor.vote(pass(4), marked, true)
  expect(await looked()).toEqual([true, true, false])
})

it('[FL6] questions go onto the screen between two votes, and off it when one opens', async () => {
  await rule({ check: false })
  const pinned = await asks(1, '하나')
  expect(await house.floor.stage(house.id, { staged: true, pinned })).toMatchObject({ ok: true })
  expect(isOn()).toMatchObject({ staged: true, pinned })
  await house.meetings.open(house.id, await house.draft())
  expect(isOn()).toMatchObject({ staged: false })
  expect(await house.floor.stage(house.id, { staged: true, pinned: null })).toMatchObject({
    refusal: { code: 'question/wrong-state' },
  })
})

it('[FL10] a question is known by what its phone drew: sent twice it is one, with other words none', async () => {
  await rule()
  const same = question('왜요?')
  const [first, second] = [
    await house.floor.ask(pass(1), same),
    await house.floor.ask(pass(1), { ...same, text: ' 왜요? ' }),
  ]
  expect(second).toEqual(first)
  expect(await house.floor.ask(pass(2), { ...same, text: '언제요?' })).toMatchObject({
    refusal: { code: 'floor/other-text' },
  })
  await rule({ on: false })
  await restart()
  expect(await house.floor.ask(pass(1), same)).toEqual(first)
  expect(house.floor.queue(house.id)).toHaveLength(1)
})

it('[FL11] what is not shown is told to whoever holds its secret, and by its name to nobody', async () => {
  await rule()
  const waiting = await asks(1, '먼저 볼 질문')
  const secret = secretOf(drawn)
  const told = (own: string) => house.floor.toPhone(pass(2), [own])
  expect(told(waiting)).toMatchObject({ value: { own: [null], questions: [] } })
  expect(told(secret)).toMatchObject({ value: { own: [{ id: waiting, state: 'waiting' }] } })
  await house.floor.mark(house.id, waiting, 'hidden')
  expect(told(waiting)).toMatchObject({ value: { own: [null], questions: [] } })
  expect(waiting).not.toContain(secret)
})

it('[FL14] only what everybody may read stands in large type', async () => {
  await rule()
  const waiting = await asks(1, '하나')
  for (const pinned of [waiting, 'none'])
    expect(await house.floor.stage(house.id, { staged: true, pinned })).toMatchObject({
      refusal: { code: 'floor/unknown' },
    })
  expect(isOn()).toMatchObject({ staged: false, pinned: null })
})

it('[FL12] a full list makes room for somebody without a question, on the disk too', async () => {
  await rule()
  const asked = []
  for (let nth = 0; nth < 334 * 3; nth += 1)
    asked.push(await house.floor.ask(pass(10 + (nth % 334)), question('왜요?')))
  expect(asked.filter(({ ok }) => !ok)).toHaveLength(2)
  const honest = await asks(1, '언제 끝나나요?')
  const kept = await house.store.floor(house.id)
  expect(kept).toHaveLength(1000)
  expect(kept.map(({ id }) => id)).toContain(honest)
  await restart()
  expect(house.floor.queue(house.id)).toHaveLength(1000)
})
