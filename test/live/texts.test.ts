import { expect, it } from 'vitest'
import type { MeetingEvent } from '../../shared/meeting.ts'
import { castOf, openQuestion } from '../support/hall.ts'
import { code, desk, hall, proof, useHall } from '../support/open-hall.ts'

useHall()

const method = { type: 'text', show: 'cloud', most: 2, letters: 20 } as const
type Told = Extract<MeetingEvent, { type: 'texts:changed' }>

it('[TX13] the desk alone lists, shows and undoes, from the reveal on; everybody is told', async () => {
  const phone = await hall.phone(code, proof)
  const other = await hall.phone(code, proof)
  const question = await openQuestion(desk, { method, options: [], bars: 'reveal', decision: null })
  const { id: questionId } = question
  const texts = ['👩‍🚀 나무', 'ㅋㅋㅋ']
  for (const hidden of ['나무\u200b', '\u202e나무', '\u3164', ''])
    expect(
      await phone.line.ask(
        'ballot:cast',
        castOf(phone.snapshot, question, { texts: [hidden] }).message,
      ),
    ).toMatchObject({ refusal: { code: 'ballot/wrong-shape' } })
  await phone.line.must('ballot:cast', castOf(phone.snapshot, question, { texts }).message)
  const show = { questionId, text: texts[0]!, shown: true }
  const deeds = [
    ['texts:list', { questionId }],
    ['texts:show', show],
    ['texts:undo', { questionId }],
  ] as const
  const early = { refusal: { code: 'question/wrong-state' } }
  for (const [deed, message] of deeds)
    expect(await desk.line.raw(deed, message)).toMatchObject(early)

  await desk.line.must('question:close', { questionId })
  await desk.line.heard('question:sealed')
  for (const [deed, message] of deeds)
    expect(await desk.line.raw(deed, message)).toMatchObject(early)
  await desk.line.must('question:reveal', { questionId })
  for (const { line } of [phone, other])
    for (const [deed, message] of deeds)
      expect(await line.raw(deed, message)).toMatchObject({
        refusal: { code: 'identity/not-allowed' },
      })
  expect(await desk.line.must('texts:list', { questionId })).toMatchObject({
    ...{ texts: [{ shown: false }, { shown: false }], undo: false },
  })
  for (const [message, refused] of [
    [{ ...show, text: '숲' }, 'text/unknown'],
    [{ ...show, questionId: 'none' }, 'question/unknown'],
    [{ ...show, text: 7 }, 'message/malformed'],
    [{ ...show, shown: null }, 'message/malformed'],
    [{ ...show, more: true }, 'message/malformed'],
  ] as const)
    expect(await desk.line.raw('texts:show', message)).toMatchObject({ refusal: { code: refused } })

  await desk.line.must('texts:show', show)
  const told = await phone.line.heard<Told>('texts:changed')
  expect(told).toMatchObject({ questionId, texts: { texts: [{ text: texts[0] }], more: 0 } })
  await desk.line.must('texts:undo', { questionId })
  await phone.line.heard<Told>('texts:changed', (each) => each.texts.texts.length === 0)
})
