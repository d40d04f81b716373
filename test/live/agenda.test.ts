import { expect, it } from 'vitest'
import { blankPrepared, MOST_PREPARED } from '../../shared/formats/agenda.ts'
import { code, desk, hall, proof, useHall } from '../support/open-hall.ts'

useHall()

const PREPARED = { ...blankPrepared(), title: '승인할까요?' }

async function status(body: unknown, headers: Record<string, string> = {}, to = code) {
  const { status } = await fetch(`${hall.url}/api/meetings/${to}/agenda`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: hall.deskCookie, ...headers },
    body: JSON.stringify(body),
  })
  return status
}
const agenda = async () => (await desk.line.must('desk:watch', { code: null })).desk.agenda

it('[AE7] questions of a file come from a facilitator’s own page, in the shape of ours, or not at all', async () => {
  const { cookie } = await hall.phone(code, proof)
  const questions = [PREPARED]
  expect(await status({ questions }, { cookie })).toBe(403)
  expect(await status({ questions }, { cookie: '' })).toBe(401)
  expect(await status({ questions }, { origin: 'http://evil.example' })).toBe(403)
  expect(await status({ questions }, {}, 'ABCDEF')).toBe(404)
  expect(await status({ questions: [] })).toBe(400)
  expect(await status({ questions: Array(MOST_PREPARED + 1).fill(PREPARED) })).toBe(400)
  expect(await status({ questions: [PREPARED, { ...PREPARED, id: 'q1' }] })).toBe(400)
  expect(await status({ questions: [PREPARED, { ...PREPARED, test: true }] })).toBe(400)
  expect(await status({ questions: [{ ...PREPARED, title: 'x'.repeat(3_000_000) }] })).toBe(413)
  expect(await agenda()).toMatchObject([{ question: { title: '' } }])

  const longest = {
    ...PREPARED,
    title: '가'.repeat(300),
    method: { type: 'single' },
    options: Array.from({ length: 40 }, (_, at) => ({ id: `${at}`, text: '나'.repeat(120) })),
  }
  expect(await status({ questions: Array(MOST_PREPARED).fill(longest) })).toBe(200)
  expect(await agenda()).toHaveLength(MOST_PREPARED)
  await expect
    .poll(async () => (await desk.line.must('desk:watch', { code: null })).desk.acts[0])
    .toMatchObject({ deed: 'agenda:add', about: `${MOST_PREPARED}` })
})

it('[AE9] a meeting like this one is made by whoever may make one, with links of its own', async () => {
  const { desk: old } = await desk.line.must('desk:watch', { code })
  const { code: made } = await desk.line.must('meetings:copy', { code })
  const { desk: copy } = await desk.line.must('desk:watch', { code: made })
  expect(copy.code).toBe(made)
  expect(copy.screenLink).not.toBe(old.screenLink)
  expect(await desk.line.ask('meetings:copy', { code: 'ABCDEF' })).toMatchObject({
    refusal: { code: 'meeting/unknown' },
  })
})
