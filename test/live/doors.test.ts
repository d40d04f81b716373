import { expect, it } from 'vitest'
import { joinText } from '../../presenter/src/lib/qr.ts'
import { openQuestion } from '../support/hall.ts'
import { code, desk, hall, proof, useHall } from '../support/open-hall.ts'

useHall()

it('[DC4] a scanned door code admits, beside or instead of the rotating one', async () => {
  const rule = { need: 'any' as const, proofs: ['door' as const], fence: null }
  await desk.line.must('presence:rule', rule)
  const { codes } = await desk.line.must('door:make', { count: 2 })
  expect(joinText(hall.url, code, codes[0]!.code)).toMatch(/^[A-Z0-9:/.]+$/)
  const first = await hall.phone(code, codes[0]!.code)
  expect(first.snapshot.me.admission).toEqual({ state: 'admitted' })
  const again = await hall.phone(code, codes[0]!.code)
  expect(again.snapshot).toMatchObject({
    scanned: 'door/used',
    me: { admission: { state: 'waiting' } },
  })
  expect((await again.line.must('presence:door', { code: codes[1]!.code })).me.admission).toEqual({
    state: 'admitted',
  })
  const page = await fetch(`${hall.url}/J/${code}/${codes[0]!.code}`)
  expect(page.status).toBe(200)
  const { desk: picture } = await desk.line.must('desk:watch', { code: null })
  expect(picture.doorCodes).toEqual({ made: 2, spent: 2 })
})

it('[WD3] a withdrawn phone is told at once, sees no question and hears no more', async () => {
  const { line, snapshot } = await hall.phone(code, proof)
  const question = await openQuestion(desk)
  await line.heard('question:opened')
  const seat = snapshot.me.seats[0]!
  await desk.line.must('people:withdraw', { seat, withdrawn: true })
  await line.heard('admission:changed')
  const told = await line.must('meeting:enter', { code, proof: null })
  expect(told.me.admission).toMatchObject({ state: 'waiting', withdrawn: true })
  expect(told.view.stage).toBeNull()
  await desk.line.must('question:close', { questionId: question.id })
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(line.frames.map(({ event }) => event)).toEqual(['question:opened', 'admission:changed'])
  const { people } = await desk.line.must('people:list', {})
  expect(people).toEqual([{ seat, withdrawn: true }])
  await desk.line.must('people:withdraw', { seat, withdrawn: false })
  await expect.poll(() => line.frames.length).toBe(3)
  expect((await line.must('meeting:enter', { code, proof: null })).me.admission).toEqual({
    state: 'admitted',
  })
})

it('[WD5] a withdrawn phone that goes on listening hears nothing more, in no window', async () => {
  const first = await hall.phone(code, proof)
  const second = await hall.phone(code, null, first.cookie)
  const other = await hall.phone(code, proof)
  const seat = first.snapshot.me.seats[0]!
  await desk.line.must('people:withdraw', { seat, withdrawn: true })
  const question = await openQuestion(desk)
  await desk.line.must('question:close', { questionId: question.id })
  await other.line.heard('question:sealed')
  for (const { line } of [first, second])
    expect(line.frames.map(({ event }) => event)).toEqual(['admission:changed'])

  await desk.line.must('people:withdraw', { seat, withdrawn: false })
  await expect.poll(() => first.line.frames.length).toBe(2)
  const back = await first.line.must('meeting:enter', { code, proof: null })
  expect(back.view.stage).toMatchObject({ state: 'sealed' })
  await desk.line.must('question:reveal', { questionId: question.id })
  await first.line.heard('question:revealed')
})
