import { expect, it } from 'vitest'
import { openQuestion } from '../support/hall.ts'
import { code, desk, hall, proof, useHall } from '../support/open-hall.ts'

useHall()

const LINES = [
  { name: '김하늘', key: '101' },
  { name: '이바다', key: '102' },
]

function send(body: unknown, headers: Record<string, string> = {}) {
  return fetch(`${hall.url}/api/meetings/${code}/roster`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: hall.deskCookie, ...headers },
    body: JSON.stringify(body),
  })
}

it('[RS4] a list comes from a facilitator’s own page, by HTTP, and no larger than 5,000 people', async () => {
  const { cookie } = await hall.phone(code, proof)
  const status = async (sent: Promise<Response>) => (await sent).status
  expect(await status(send({ lines: LINES }, { cookie }))).toBe(403)
  expect(await status(send({ lines: LINES }, { cookie: '' }))).toBe(401)
  expect(await status(send({ lines: LINES }, { origin: 'http://evil.example' }))).toBe(403)
  expect(await status(send({ lines: [] }))).toBe(400)
  expect(await status(send({ lines: Array.from({ length: 5001 }, () => LINES[0]) }))).toBe(400)
  expect(await status(send({ lines: [{ name: 'x'.repeat(3_000_000), key: '' }] }))).toBe(413)
  expect(await status(send({ lines: [...LINES, { name: '최산', key: '102' }] }))).toBe(422)
  const { desk: before } = await desk.line.must('desk:watch', { code: null })
  expect(before.roster).toBe(0)

  const most = Array.from({ length: 5000 }, (_, at) => ({ name: `회원 ${at}`, key: `${at}` }))
  expect(await (await send({ lines: most })).json()).toEqual({ size: 5000, codes: [] })
  const { entries } = await desk.line.must('roster:list', {})
  expect(entries).toHaveLength(5000)
  const { desk: after } = await desk.line.must('desk:watch', { code: null })
  expect(after.roster).toBe(5000)
  await expect
    .poll(async () => (await desk.line.must('desk:watch', { code: null })).desk.acts[0])
    .toMatchObject({ deed: 'roster:set', about: '5000' })
}, 60_000)

it('[RS5] every phone asks again when a list is set, and a key opens the ballot', async () => {
  const { line, snapshot } = await hall.phone(code, proof)
  expect(snapshot.me.admission).toEqual({ state: 'admitted' })
  await send({ lines: LINES })
  await line.heard('admission:changed')
  const asked = await line.must('meeting:enter', { code, proof: null })
  expect(asked).toMatchObject({
    listed: false,
    me: { admission: { state: 'waiting' }, pass: null },
  })
  await line.must('meeting:enter', { code, proof })
  expect(await line.ask('roster:key', { key: '999' })).toMatchObject({
    refusal: { code: 'roster/wrong' },
  })
  expect((await line.must('roster:key', { key: '1 01' })).me.admission).toEqual({
    state: 'admitted',
  })
  await openQuestion(desk)
  await line.heard('question:opened')
  expect((await send({ lines: LINES })).status).toBe(409)
})

it('[RS5] five wrong keys a minute are looked at', async () => {
  await send({ lines: LINES })
  const { line } = await hall.phone(code, proof)
  for (let tries = 0; tries < 5; tries += 1) await line.ask('roster:key', { key: `9${tries}` })
  expect(await line.ask('roster:key', { key: '101' })).toMatchObject({
    refusal: { code: 'code/too-many-tries' },
  })
})

it('[RS6] a released phone is told at once', async () => {
  await send({ lines: LINES })
  const { line } = await hall.phone(code, proof)
  await line.must('roster:key', { key: '101' })
  await desk.line.must('roster:release', { number: 1 })
  await line.heard('admission:changed')
  const told = await line.must('meeting:enter', { code, proof: null })
  expect(told).toMatchObject({ listed: false, me: { admission: { state: 'waiting' } } })
})
