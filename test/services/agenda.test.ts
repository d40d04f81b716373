import { expect, it } from 'vitest'
import type { QuestionId } from '../../shared/ids.ts'
import { aHouseEach, house } from '../support/house-each.ts'

aHouseEach(() => {
  house.hall.seats = 10
})

async function added(title: string): Promise<QuestionId> {
  const made = await house.meetings.addQuestion(house.id)
  if (!made.ok) throw new Error(made.refusal.code)
  const { question } = house.rowOf(made.value.questionId)
  await house.meetings.writeQuestion(house.id, { ...question, title })
  return question.id
}
const titles = () => house.hall.questions.map(({ question }) => question.title).join('')
const move = (id: QuestionId, before: QuestionId | null) =>
  house.meetings.moveQuestion(house.id, id, before)

it('[AG1] a draft moves before another or behind all, and what was asked stays where it is', async () => {
  const a = await house.draft({ title: 'a' })
  const [b, c, d] = [await added('b'), await added('c'), await added('d')]
  for (let twice = 0; twice < 2; twice += 1) expect(await move(c, a)).toMatchObject({ ok: true })
  expect(titles()).toBe('cabd')
  expect(house.hall.meeting.current).toBe(c)
  await move(c, null)
  await move(a, a)
  expect(titles()).toBe('abdc')
  expect(house.hall.meeting.current).toBe(a)

  expect(await house.meetings.open(house.id, b)).toMatchObject({ ok: true })
  await move(c, a)
  expect(titles()).toBe('cbad')
  expect(house.hall.meeting.current).toBe(b)
  expect(await move(b, null)).toMatchObject({ refusal: { code: 'question/frozen' } })
  expect(await move(d, b)).toMatchObject({ refusal: { code: 'question/frozen' } })
  expect(await move(d, 'none' as QuestionId)).toMatchObject({
    refusal: { code: 'question/unknown' },
  })
  const stored = await house.store.questions(house.id)
  expect(stored.map(({ question }) => question.title).join('')).toBe('cbad')
})

it('[AE1] two hundred questions inserted at one spot stand in order, each at a place of its own', async () => {
  const first = await house.draft({ title: 'a' })
  await added('z')
  await house.meetings.open(house.id, first)
  await added('y')
  const asked = Array.from({ length: 200 }, (_, turn) => `${turn}`)
  for (const title of asked)
    expect(await house.meetings.insertQuestion(house.id, title)).toMatchObject({ ok: true })
  const wanted = ['a', ...asked.reverse(), 'z', 'y'].join(' ')
  const standing = (rows: typeof house.hall.questions) =>
    rows.map(({ question }) => question.title).join(' ')
  expect(standing(house.hall.questions)).toBe(wanted)
  expect(standing(await house.store.questions(house.id))).toBe(wanted)
  const places = house.hall.questions.map(({ place }) => place)
  expect(new Set(places).size).toBe(203)
})

it('[AE1] places that an older server made equal part at the next move', async () => {
  const a = await house.draft({ title: 'a' })
  const [b, c] = [await added('b'), await added('c')]
  await house.agenda.saveQuestions([a, b, c].map((id) => ({ ...house.rowOf(id), place: 1 })))
  await move(c, a)
  expect(titles()).toBe('cab')
  expect(house.hall.questions.map(({ place }) => place)).toEqual([1, 2, 3])
})
