import { expect, it } from 'vitest'
import { claim } from '../../scripts/crowd/desk.ts'
import { newCookie, send } from '../../scripts/crowd/http.ts'
import type { Leaf } from '../../shared/ids.ts'
import { fingerprint, rootOf } from '../../shared/proof.ts'
import type { Question } from '../../shared/vote.ts'
import type { PublishedQuestion } from '../../shared/wire/api.ts'
import type { DeskSnapshot } from '../../shared/wire/events.ts'
import { aQuestion, option } from '../support/builders.ts'
import { castOf, openQuestion } from '../support/hall.ts'
import { aHolder } from '../support/house.ts'
import { code, desk, hall, proof, useHall } from '../support/open-hall.ts'

useHall()

const RATED: Partial<Question> = {
  method: { type: 'score', min: 1, max: 5, unrated: null },
  options: aQuestion().options,
  ...{ names: 'secret', bars: 'reveal', decision: null, ballots: 'totals' },
}
/** Marks of a ballot, whoever writes them. */
const MARKED = /"marks"|"nonce"|"points":\{|"coffee":\d/

/** Five people's ballots, sealed; a screen and a stranger look on. */
async function sealed() {
  const { cookies } = await claim(hall.url, desk.snapshot.desk.screenLink)
  const screenCookie = [await newCookie(hall.url, '/'), ...cookies].join('; ')
  const screen = await hall.line('screen', screenCookie)
  await screen.must('screen:watch', { code: null })
  const phones = []
  for (let made = 0; made < 5; made += 1) phones.push(await hall.phone(code, proof))
  const stranger = await hall.line('phone', await newCookie(hall.url, '/'))
  const question = await openQuestion(desk, RATED)
  const leaves: Leaf[] = []
  for (const [at, { line, snapshot }] of phones.entries()) {
    const cast = castOf(snapshot, question, {
      points: { [option('coffee')]: 1, [option('tea')]: at + 1, [option('water')]: 5 },
    })
    await line.must('ballot:cast', cast.message)
    leaves.push(cast.leaf)
  }
  await desk.line.must('question:close', { questionId: question.id })
  await desk.line.heard('question:sealed')
  return { question, phones, screen, screenCookie, stranger, leaves }
}

const audit = (questionId: string, cookie: string, origin = hall.url) =>
  send(`${hall.url}/api/meetings/${code}/audit`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, cookie },
    body: JSON.stringify({ questionId }),
  })

it('[SB4] [SB5] whoever asks at whichever door gets no marks, and finds every leaf under the root', async () => {
  const { question, phones, screen, stranger, leaves } = await sealed()
  const { id } = question
  await desk.line.must('question:reveal', { questionId: id })
  await phones[0]!.line.heard('question:revealed')
  const lines = [...phones.map(({ line }) => line), screen, stranger, desk.line]
  const get = (path: string) =>
    send(`${hall.url}${path}`, { headers: { cookie: hall.deskCookie } }).then(({ text }) => text)
  const answers: unknown[] = [
    ...lines.map(({ frames }) => frames),
    ...(await Promise.all(
      phones.map(({ line }) => line.must('meeting:enter', { code, proof: null })),
    )),
    ...[
      await screen.must('screen:watch', { code: null }),
      await desk.line.must('desk:watch', { code }),
    ],
    ...(await Promise.all(lines.map((line) => line.raw('names:list', { questionId: id })))),
    ...(await Promise.all(lines.map((line) => line.raw('texts:list', { questionId: id })))),
    ...[await stranger.raw('meeting:enter', { code, proof: null })],
    ...(await Promise.all(
      ['json', 'csv', 'names'].map((form) => get(`/api/meetings/${code}/minutes.${form}`)),
    )),
    ...[await get(`/api/questions/${id}/result`), await get(`/recount/${id}`)],
  ]
  for (const answer of answers) expect(JSON.stringify(answer)).not.toMatch(MARKED)

  const published = JSON.parse(await get(`/api/questions/${id}/result`)) as PublishedQuestion
  const listed = published.hidden!.map(({ leaf }) => leaf as Leaf)
  expect(listed).toEqual([...leaves].sort())
  expect(rootOf(listed)).toBe(published.seal.root)
  const { stage } = (await screen.must('screen:watch', { code: null })).view
  expect(stage?.seal?.fingerprint).toBe(fingerprint(published.seal))
  expect(stage?.question).toMatchObject({ ballots: 'totals', auditors: '' })
  expect(published.result.tally).toMatchObject({ state: 'counted', ballots: 5 })
})

it('[SB6] an owner alone gets every ballot, from the reveal on, and the deed is written down', async () => {
  const { question, phones, screenCookie, leaves } = await sealed()
  expect((await audit(question.id, hall.deskCookie)).status).toBe(409)
  await desk.line.must('question:reveal', { questionId: question.id })

  const { link } = await desk.line.must('team:invite', { name: 'Kim', role: 'facilitator' })
  const colleague = (await claim(hall.url, link)).cookies[0] ?? ''
  const others = [
    ...['', screenCookie, colleague, phones[0]!.cookie],
    ...[await newCookie(hall.url, '/'), `${phones[0]!.cookie}; ${screenCookie}`],
  ]
  for (const cookie of others) {
    const { status, text } = await audit(question.id, cookie)
    expect([401, 403]).toContain(status)
    expect(text).not.toMatch(MARKED)
  }
  expect((await audit(question.id, hall.deskCookie, 'http://evil.example')).status).toBe(403)
  expect((await audit('nothing', hall.deskCookie)).status).toBe(404)

  // Nothing leaves that cannot be written down.
  const holder = aHolder(hall.server.dataDir)
  holder.take()
  const held = await audit(question.id, hall.deskCookie)
  holder.release()
  holder.end()
  expect(held.status).toBe(503)
  expect(held.text).not.toMatch(MARKED)

  const { status, text } = await audit(question.id, hall.deskCookie)
  expect(status).toBe(200)
  const { ballots } = JSON.parse(text) as PublishedQuestion
  expect(ballots?.map(({ leaf }) => leaf as Leaf)).toEqual([...leaves].sort())
  expect(text).toMatch(MARKED)
  const noted = await desk.line.heard<DeskSnapshot['desk']>('desk:changed', ({ acts }) =>
    acts.some(({ deed }) => deed === 'ballots:audit'),
  )
  expect(noted.acts.filter(({ deed }) => deed === 'ballots:audit')).toMatchObject([
    { about: 'Tea?' },
  ])
})
