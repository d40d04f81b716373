import { expect, it } from 'vitest'
import { newCookie, send } from '../../scripts/crowd/http.ts'
import type { Minutes } from '../../shared/wire/minutes.ts'
import { marks } from '../support/builders.ts'
import { castOf, openQuestion } from '../support/hall.ts'
import { code, desk, hall, proof, useHall } from '../support/open-hall.ts'

useHall()

const get = (path: string, cookie: string) => send(`${hall.url}${path}`, { headers: { cookie } })

it('[MI4] are for those who run meetings; nobody else learns even whether there is one', async () => {
  const stranger = await newCookie(hall.url, '/')
  const phone = await hall.phone(code, proof)
  const screen = `mvs=${desk.snapshot.desk.screenLink.split('#')[1] ?? ''}`
  for (const cookie of ['', stranger, phone.cookie, `${stranger}; ${screen}`])
    for (const at of [code, 'ZZZZZZ'])
      for (const form of ['json', 'csv']) {
        const { status, text } = await get(`/api/meetings/${at}/minutes.${form}`, cookie)
        expect(status).toBe(cookie === '' ? 401 : 403)
        expect(text).not.toMatch(/title|questions/)
      }
  expect((await get('/api/meetings/ZZZZZZ/minutes.json', hall.deskCookie)).status).toBe(404)
  expect((await get(`/api/meetings/${code}/minutes.pdf`, hall.deskCookie)).status).toBe(404)
})

it('[MI2] [MI3] are files with fixed names, without a number before the reveal', async () => {
  const phone = await hall.phone(code, proof)
  const question = await openQuestion(desk)
  await phone.line.must('ballot:cast', castOf(phone.snapshot, question, marks('yes')).message)
  await desk.line.must('question:close', { questionId: question.id })
  await desk.line.heard('question:sealed')
  const json = () => get(`/api/meetings/${code}/minutes.json`, hall.deskCookie)
  const before = JSON.parse((await json()).text) as Minutes
  expect(before).toMatchObject({ questions: [], others: [{ title: 'Tea?', state: 'sealed' }] })

  await desk.line.must('question:reveal', { questionId: question.id })
  const { headers, text } = await json()
  expect(headers['content-disposition']).toBe(`attachment; filename="minutes-${code}.json"`)
  expect(headers['cache-control']).toBe('no-store')
  const { text: published } = await send(`${hall.url}/api/questions/${question.id}/result`)
  const [asked] = (JSON.parse(text) as Minutes).questions
  expect(asked?.result).toEqual((JSON.parse(published) as { result: unknown }).result)

  const table = await get(`/api/meetings/${code}/minutes.csv?language=en`, hall.deskCookie)
  expect(table.headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(table.text).toContain('\uFEFFNo.,Question')
})
