import { expect, it } from 'vitest'
import type { FloorPicture } from '../../shared/floor.ts'
import { send } from '../../scripts/crowd/http.ts'
import { code, desk, hall, proof, useHall } from '../support/open-hall.ts'

useHall()

/** A question with a secret of its own. */
const asking = (nth: number, text: string) => ({ secret: `${nth}`.padStart(32, 'a'), text })
const rule = { on: true, check: true, minutes: false }

it('[FL7] who is not admitted neither asks nor votes nor reads; a seat asks three times a minute', async () => {
  await desk.line.must('floor:rule', rule)
  const stranger = await hall.phone(code)
  for (const answer of [
    await stranger.line.ask('floor:ask', asking(1, '왜요?')),
    await stranger.line.ask('floor:list', { own: [] }),
    await stranger.line.ask('floor:vote', { id: 'any', voted: true }),
  ])
    expect(answer).toMatchObject({ refusal: { code: 'meeting/not-admitted' } })
  for (const right of ['floor:queue', 'floor:mark', 'floor:rule'])
    expect(await stranger.line.raw(right, {})).toMatchObject({ ok: false })

  const { line } = await hall.phone(code, proof)
  const answers = []
  for (const nth of [1, 2, 3, 4]) answers.push(await line.ask('floor:ask', asking(nth, '왜요?')))
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, false])
  expect(answers[3]).toMatchObject({ refusal: { code: 'floor/too-often' } })
})

it('[FL10] an answer that was lost is asked for again: no second question, and no turn is taken', async () => {
  await desk.line.must('floor:rule', rule)
  const { line } = await hall.phone(code, proof)
  for (const _ of 'again') expect(await line.must('floor:ask', asking(1, '왜요?'))).toBeTruthy()
  expect(await line.ask('floor:ask', asking(1, '언제요?'))).toMatchObject({
    refusal: { code: 'floor/other-text' },
  })
  for (const nth of [2, 3]) await line.must('floor:ask', asking(nth, '왜요?'))
  expect((await desk.line.must('floor:queue', {})).questions).toHaveLength(3)
})

it('[FL8] desk and screens hear of it at a bounded pace; phones only whether questions are taken', async () => {
  const { line, snapshot } = await hall.phone(code, proof)
  const other = await hall.phone(code, proof)
  expect(snapshot.view.floor).toBeUndefined()
  await desk.line.must('floor:rule', rule)
  await line.heard('floor:set')
  const question = asking(1, '언제 시작하나요?')
  const { id } = await line.must('floor:ask', question)
  await desk.line.heard<FloorPicture>('floor:changed', ({ waiting }) => waiting === 1)
  expect((await line.must('floor:list', { own: [question.secret] })).own).toMatchObject([
    { state: 'waiting' },
  ])
  await desk.line.must('floor:mark', { id, state: 'shown' })
  for (const phone of [line, other.line]) await phone.must('floor:vote', { id, voted: true })
  await desk.line.heard<FloorPicture>('floor:changed', ({ questions: [one] }) => one?.votes === 2)
  const told = desk.line.frames.filter(({ event }) => event === 'floor:changed')
  expect(told.length).toBeLessThanOrEqual(4)
  const heard = [line, other.line].flatMap(({ frames }) => frames.map(({ event }) => event))
  expect(new Set(heard)).toEqual(new Set(['floor:set']))
  await desk.line.must('floor:stage', { staged: true, pinned: id })
  await line.heard<{ floor: { pinned: string } }>('floor:set', ({ floor }) => floor.pinned === id)
})

it('[FL15] a table has what was on show with its votes, where the desk wants it', async () => {
  await desk.line.must('floor:rule', { ...rule, minutes: true })
  const { line } = await hall.phone(code, proof)
  const ids = []
  for (const [nth, text] of ['=1+1', '답한 질문', '숨긴 질문'].entries())
    ids.push((await line.must('floor:ask', asking(nth, text))).id)
  for (const [at, state] of (['shown', 'answered', 'hidden'] as const).entries())
    await desk.line.must('floor:mark', { id: ids[at]!, state })
  await line.must('floor:vote', { id: ids[0]!, voted: true })
  const path = `${hall.url}/api/meetings/${code}/minutes.floor?language=ko`
  const table = await send(path, { headers: { cookie: hall.deskCookie } })
  expect(table.headers['content-disposition']).toBe(`attachment; filename="floor-${code}.csv"`)
  expect(table.text.slice(1).split('\r\n')).toEqual([
    ...['현장 질문,공감,상태', "'=1+1,1,답하지 않음", '답한 질문,0,답함', ''],
  ])
  await desk.line.must('floor:rule', rule)
  const none = await send(path, { headers: { cookie: hall.deskCookie } })
  expect(none.text.slice(1)).toBe('현장 질문,공감,상태\r\n')
})
