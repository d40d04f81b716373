import { expect, it } from 'vitest'
import { claim } from '../../scripts/crowd/desk.ts'
import { newCookie, send } from '../../scripts/crowd/http.ts'
import { makeBallot, padded } from '../../shared/client/outbox.ts'
import type { OptionId } from '../../shared/ids.ts'
import type { Turn } from '../../shared/wire/helper.ts'
import { openQuestion } from '../support/hall.ts'
import { code, desk, hall, useHall } from '../support/open-hall.ts'

useHall()

async function aTablet() {
  await desk.line.must('helper:link', {})
  const { desk: picture } = await desk.line.must('desk:watch', { code: null })
  const claimed = await claim(hall.url, picture.helperLink ?? '')
  const cookie = [await newCookie(hall.url, '/h'), ...claimed.cookies].join('; ')
  const line = await hall.line('helper', cookie)
  return { line, cookie, picture, snapshot: await line.must('helper:watch', {}) }
}

function castBy({ questionId, seat, rev: basedOn, pass }: Turn, mark: string) {
  const { message } = makeBallot({ questionId, seat, basedOn, marks: [mark as OptionId] })
  return send(`${hall.url}/api/ballots`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${pass}`,
      origin: hall.url,
    },
    body: JSON.stringify(padded(message)),
  })
}

it('[HD2] a device hears the room, and people vote at it one after the other', async () => {
  const rule = { need: 'any' as const, proofs: ['door' as const], fence: null, networks: [] }
  await desk.line.must('presence:rule', rule)
  const { codes } = await desk.line.must('door:make', { count: 2 })
  const { line, snapshot } = await aTablet()
  expect(snapshot.view).toMatchObject({ code, stage: null })
  const question = await openQuestion(desk)
  await line.heard('question:opened')
  for (const { code: own } of codes) {
    const turn = await line.must('helper:take', { typed: own })
    expect((await castBy(turn, 'yes')).status).toBe(200)
  }
  const { live } = await desk.line.must('desk:watch', { code: null })
  // Two seats, and no phone.
  expect(live.people).toEqual({ connected: 0, checkedIn: 2, voted: 2 })
  expect(line.frames.map(({ event }) => event)).toEqual(['question:opened'])
  const again = await line.must('helper:take', { typed: codes[0]!.code })
  expect(again).toMatchObject({ questionId: question.id, rev: 1 })
})

it('[HD1] a device has its own right only, and a link made anew ends its line', async () => {
  const { line, cookie, picture } = await aTablet()
  for (const event of ['meeting:enter', 'ballot:cast', 'screen:watch', 'door:make', 'helper:link'])
    expect(await line.raw(event, {})).toMatchObject({ refusal: { code: 'identity/not-allowed' } })
  const phone = await hall.phone(code)
  expect(await phone.line.raw('helper:take', { typed: 'ABCDEFGH' })).toMatchObject({
    refusal: { code: 'identity/not-allowed' },
  })
  const gone = new Promise((resolve) => line.socket.once('disconnect', resolve))
  await desk.line.must('helper:link', {})
  await gone
  await expect(hall.line('helper', cookie)).rejects.toThrow('identity/not-allowed')
  expect((await claim(hall.url, picture.helperLink ?? '')).status).toBe(403)
})

it.each([
  { name: 'named', weights: false },
  { name: 'named, with weights', weights: true },
])('[HD15] a $name ballot at the device carries what the list says', async ({ weights }) => {
  const people = ['박민수', '김철수'].map((name, at) => ({
    ...{ name, key: `10${at}`, ...(weights && { weight: ['84.97', '3'][at] }) },
  }))
  const set = await fetch(`${hall.url}/api/meetings/${code}/roster`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: hall.deskCookie },
    body: JSON.stringify({ lines: people }),
  })
  expect(set.status).toBe(200)
  const { line } = await aTablet()
  const question = await openQuestion(desk, { names: 'named', bars: 'reveal' })
  for (const [at, { key, name }] of people.entries()) {
    const turn = await line.must('helper:take', { typed: key })
    expect(JSON.stringify(turn)).not.toContain(name)
    expect((await castBy(turn, at ? 'no' : 'yes')).status).toBe(200)
  }
  await desk.line.must('question:close', { questionId: question.id })
  await desk.line.heard('question:sealed')
  await desk.line.must('question:reveal', { questionId: question.id })
  const { ballots } = await desk.line.must('names:list', { questionId: question.id })
  expect(ballots).toMatchObject([
    { name: '김철수', marks: ['no'], ...(weights && { weight: 300 }) },
    { name: '박민수', marks: ['yes'], ...(weights && { weight: 8497 }) },
  ])
  for (const { name } of people) expect(JSON.stringify(line.frames)).not.toContain(name)
})
