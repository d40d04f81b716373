import { expect, it } from 'vitest'
import type { FloorPicture } from '../../shared/floor.ts'
import { code, desk, hall, proof, useHall } from '../support/open-hall.ts'

useHall()

const rule = { on: true, check: true, minutes: false }

it('[FL7] who is not admitted neither asks nor votes nor reads; a seat asks three times a minute', async () => {
  await desk.line.must('floor:rule', rule)
  const stranger = await hall.phone(code)
  for (const answer of [
    await stranger.line.ask('floor:ask', { text: '왜요?' }),
    await stranger.line.ask('floor:list', { own: [] }),
    await stranger.line.ask('floor:vote', { id: 'any', voted: true }),
  ])
    expect(answer).toMatchObject({ refusal: { code: 'meeting/not-admitted' } })
  for (const right of ['floor:queue', 'floor:mark', 'floor:rule'])
    expect(await stranger.line.raw(right, {})).toMatchObject({ ok: false })

  const { line } = await hall.phone(code, proof)
  const answers = []
  for (const text of ['하나', '둘', '셋', '넷']) answers.push(await line.ask('floor:ask', { text }))
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, false])
  expect(answers[3]).toMatchObject({ refusal: { code: 'floor/too-often' } })
})

it('[FL8] desk and screens hear of it at a bounded pace; phones only whether questions are taken', async () => {
  const { line, snapshot } = await hall.phone(code, proof)
  const other = await hall.phone(code, proof)
  expect(snapshot.view.floor).toBeUndefined()
  await desk.line.must('floor:rule', rule)
  await line.heard('floor:set')
  const { id } = await line.must('floor:ask', { text: '언제 시작하나요?' })
  await desk.line.heard<FloorPicture>('floor:changed', ({ waiting }) => waiting === 1)
  expect((await line.must('floor:list', { own: [id] })).own).toMatchObject([{ state: 'waiting' }])
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
