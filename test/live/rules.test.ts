import { describe, expect, it } from 'vitest'
import { send } from '../../scripts/crowd/http.ts'
import type { Question } from '../../shared/vote.ts'
import type { PublishedQuestion } from '../../shared/wire/api.ts'
import { marks } from '../support/builders.ts'
import { castOf, openQuestion } from '../support/hall.ts'
import { code, desk, hall, proof, useHall } from '../support/open-hall.ts'

useHall()

async function published(questionId: string): Promise<PublishedQuestion> {
  const { text } = await send(`${hall.url}/api/questions/${questionId}/result`)
  return JSON.parse(text) as PublishedQuestion
}

describe('what is fixed and what is hidden', () => {
  it('[ME10] publishes nothing that a withheld question could be guessed from', async () => {
    const phones = []
    while (phones.length < 5) phones.push(await hall.phone(code, proof))
    const question = await openQuestion(desk, { names: 'secret', bars: 'reveal', receipts: 'none' })
    for (const [place, mark] of ['yes', 'no', 'no'].entries()) {
      const { line, snapshot } = phones[place]!
      await line.must('ballot:cast', castOf(snapshot, question, marks(mark)).message)
    }
    await desk.line.must('question:close', { questionId: question.id })
    await desk.line.heard('question:sealed')
    await desk.line.must('question:reveal', { questionId: question.id })
    expect(await published(question.id)).toMatchObject({
      result: { tally: { state: 'withheld', ballots: 3 } },
      seal: { size: 3 },
      ballots: null,
      salt: null,
    })
  })

  it('[ME2] [SR1] [SR3] tells nobody a count of a set before its last question is sealed', async () => {
    const phone = await hall.phone(code, proof)
    const screen = await hall.line('screen', hall.deskCookie)
    await screen.must('screen:watch', { code })
    const asked: Question[] = []
    const ask = async () => {
      if (asked.length > 0) await desk.line.must('meeting:next', {})
      const question = await openQuestion(desk, { bars: 'set' })
      asked.push(question)
      const { message } = castOf(phone.snapshot, question, marks('yes'))
      await phone.line.must('ballot:cast', message)
    }
    const seal = async ({ id }: Question) => {
      await desk.line.must('question:close', { questionId: id })
      await desk.line.heard<{ questionId: string }>(
        'question:sealed',
        ({ questionId }) => questionId === id,
      )
    }
    const { questionId: next } = await desk.line.must('question:add', {})
    const { desk: now } = await desk.line.must('desk:watch', { code: null })
    const later = now.agenda.find(({ question }) => question.id === next)!.question
    await desk.line.must('question:write', { ...later, options: [], bars: 'set' })
    await ask()
    await seal(asked[0]!)
    const reveal = (question: Question) =>
      desk.line.ask('question:reveal', { questionId: question.id })
    expect(await reveal(asked[0]!)).toMatchObject({ refusal: { code: 'question/set-waits' } })
    await ask()
    await seal(asked[1]!)

    const result = (question: Question) => fetch(`${hall.url}/api/questions/${question.id}/result`)
    const early = await result(asked[0]!)
    expect([early.status, early.headers.get('etag')]).toEqual([409, null])
    const snapshots = [
      await screen.must('screen:watch', { code }),
      await desk.line.must('desk:watch', { code }),
      await phone.line.must('meeting:enter', { code, proof: null }),
    ]
    const frames = [phone.line, screen, desk.line].map((line) => line.frames)
    expect(JSON.stringify([frames, snapshots])).not.toMatch(
      /"count":|"leading"|"ballots":\d|"verdict"|"entitled"|"root"|"leaf"/,
    )

    expect(await reveal(asked[0]!)).toMatchObject({ ok: true })
    await phone.line.heard('question:revealed')
    await desk.line.must('stage:show', { questionId: asked[0]!.id })
    await phone.line.heard('stage:shown')
    const after = phone.line.frames.map(({ event }) => event)
    expect(after.slice(after.indexOf('question:revealed'))).toEqual([
      'question:revealed',
      'stage:shown',
    ])
    expect((await result(asked[0]!)).status).toBe(200)
  })

  it('[ME11] keeps the rule of admission while a question runs, and its place to itself', async () => {
    const fence = { latitude: 37.5665, longitude: 126.978, radius: 150, grace: 30 }
    const rule = { need: 'any' as const, proofs: ['fence', 'hand'] as ('fence' | 'hand')[], fence }
    await desk.line.must('presence:rule', rule)
    const question = await openQuestion(desk)
    const opened = { need: 'any' as const, proofs: [], fence: null }
    expect(await desk.line.ask('presence:rule', opened)).toMatchObject({
      refusal: { code: 'presence/frozen' },
    })
    await desk.line.must('question:close', { questionId: question.id })
    await desk.line.heard('question:sealed')
    await desk.line.must('question:reveal', { questionId: question.id })
    const { rules } = await published(question.id)
    expect(rules).toMatchObject({
      presence: { need: 'any', proofs: ['fence', 'hand'], fence: { radius: 150, grace: 30 } },
    })
    expect(JSON.stringify(rules)).not.toMatch(/37\.5|126\.9/)
    await desk.line.must('presence:rule', opened)
  })

  it('[ME12] tells a new name to pages that are open', async () => {
    const phone = await hall.phone(code, proof)
    const screen = await hall.line('screen', hall.deskCookie)
    const before = await screen.must('screen:watch', { code: null })
    await desk.line.must('meeting:name', { title: ' 마을 총회 ' })
    const named = { seq: before.view.seq + 1, title: '마을 총회' }
    expect(await screen.heard('meeting:named')).toEqual(named)
    expect(await phone.line.heard('meeting:named')).toEqual(named)
  })
})
