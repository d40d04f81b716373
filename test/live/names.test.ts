import { expect, it } from 'vitest'
import { claim } from '../../scripts/crowd/desk.ts'
import { newCookie } from '../../scripts/crowd/http.ts'
import type { Question } from '../../shared/vote.ts'
import { marks } from '../support/builders.ts'
import { castOf, openQuestion, type Line } from '../support/hall.ts'
import { code, desk, hall, proof, useHall } from '../support/open-hall.ts'
import { namedIn } from '../../shared/marks.ts'

useHall()

const PEOPLE = ['김하늘', '이바다', '박솔'].map((name, at) => ({ name, key: `10${at}` }))

/** A phone of somebody on the list. */
async function aListed(key: string) {
  const phone = await hall.phone(code, proof)
  const snapshot = await phone.line.must('roster:key', { key })
  return { ...phone, snapshot }
}

async function aScreen(): Promise<Line> {
  const { cookies } = await claim(hall.url, desk.snapshot.desk.screenLink)
  const line = await hall.line('screen', [await newCookie(hall.url, '/'), ...cookies].join('; '))
  await line.must('screen:watch', { code: null })
  return line
}

/** A named question of three people, sealed, with everything that came over four lines. */
async function sealed(change: Partial<Question>) {
  await fetch(`${hall.url}/api/meetings/${code}/roster`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: hall.deskCookie },
    body: JSON.stringify({ lines: PEOPLE }),
  })
  const phones = await Promise.all(PEOPLE.map(({ key }) => aListed(key)))
  const screen = await aScreen()
  const question = await openQuestion(desk, { names: 'named', bars: 'reveal', ...change })
  for (const [at, { line, snapshot }] of phones.entries()) {
    await line.heard('question:opened')
    await line.must('ballot:cast', castOf(snapshot, question, marks(at ? 'yes' : 'no')).message)
  }
  await desk.line.must('question:close', { questionId: question.id })
  await desk.line.heard('question:sealed')
  const lines = [...phones.map(({ line }) => line), screen, desk.line]
  return { phones, screen, question, lines }
}

const result = (id: string) => fetch(`${hall.url}/api/questions/${id}/result`)

it('[NM4] before the reveal no line carries a name beside a choice, whoever asks', async () => {
  const { question, lines } = await sealed({})
  const before = JSON.stringify(lines.map(({ frames }) => frames))
  for (const { name } of PEOPLE) expect(before).not.toContain(name)
  for (const line of lines)
    expect(await line.ask('names:list', { questionId: question.id })).toMatchObject({ ok: false })
  expect((await result(question.id)).status).toBe(409)

  await desk.line.must('question:reveal', { questionId: question.id })
  await lines[0]!.heard('question:revealed')
  for (const line of lines) {
    const { ballots } = await line.must('names:list', { questionId: question.id })
    expect(ballots.map(({ name, marks }) => `${name} ${namedIn(marks).join()}`)).toEqual([
      '김하늘 no',
      '박솔 yes',
      '이바다 yes',
    ])
  }
  expect(await (await result(question.id)).text()).toContain('"name":"이바다"')
})

it('[NM5] names for the list reach its phones and the desk, and neither screen nor stranger', async () => {
  const { question, phones, screen } = await sealed({ namesFor: 'roster' })
  await desk.line.must('question:reveal', { questionId: question.id })
  const message = { questionId: question.id }
  expect(await screen.ask('names:list', message)).toMatchObject({
    refusal: { code: 'names/not-shown' },
  })
  const stranger = await hall.phone(code, proof)
  expect(await stranger.line.ask('names:list', message)).toMatchObject({
    refusal: { code: 'meeting/not-admitted' },
  })
  for (const line of [phones[1]!.line, desk.line]) {
    const { ballots } = await line.must('names:list', message)
    expect(ballots).toHaveLength(3)
  }
  const published = await (await result(question.id)).text()
  for (const { name } of PEOPLE) expect(published).not.toContain(name)
})
