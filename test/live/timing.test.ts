import { describe, expect, it } from 'vitest'
import { ABSTAIN } from '../../shared/vote.ts'
import { soon } from '../support/browser.ts'
import { castOf, openQuestion } from '../support/hall.ts'
import { code, desk, hall, openDesk, proof, useHall } from '../support/open-hall.ts'

useHall()

const deadlineOf = (message: unknown) => (message as { deadline: number | null }).deadline

describe('the timer', () => {
  it('[TI2] moves for phones, screens and desks by one event, and outlives a kill', async () => {
    const phone = await hall.phone(code, proof)
    const screen = await hall.line('screen', hall.deskCookie)
    await screen.must('screen:watch', { code: null })
    const { id: questionId } = await openQuestion(desk, { seconds: 600 })
    await desk.line.must('timer:extend', { questionId, seconds: 60 })
    const heard = await Promise.all(
      [phone.line, screen, desk.line].map((line) => line.heard('question:timer')),
    )
    const [deadline] = heard.map(deadlineOf)
    expect(new Set(heard.map(deadlineOf)).size).toBe(1)
    expect(deadline! - Date.now()).toBeGreaterThan(640_000)

    await hall.server.kill()
    await hall.server.restart()
    await openDesk()
    expect(desk.snapshot.view.stage).toMatchObject({ state: 'open', deadline })
  })

  it('[TI3] is asked for by phones, and the desk hears a number alone', async () => {
    const phones = await Promise.all([1, 2, 3].map(() => hall.phone(code, proof)))
    const { id: questionId } = await openQuestion(desk, { seconds: 600 })
    for (const { line } of phones) {
      await line.must('timer:ask', { questionId })
      await line.must('timer:ask', { questionId })
    }
    await desk.line.heard<{ asks: number }>('tally:changed', ({ asks }) => asks === 3)
    await desk.line.must('timer:extend', { questionId, seconds: 30 })
    const { live } = await desk.line.must('desk:watch', { code: null })
    expect(live.asks).toBe(0)
    for (const { line } of phones)
      expect(line.frames.map(({ event }) => event)).not.toContain('tally:changed')
  })

  it('[TI3] is asked for by voters in the room alone, and moved by facilitators alone', async () => {
    const { id: questionId } = await openQuestion(desk, { seconds: 600 })
    const stranger = await hall.phone(code)
    expect(await stranger.line.ask('timer:ask', { questionId })).toMatchObject({
      refusal: { code: 'meeting/not-admitted' },
    })
    const phone = await hall.phone(code, proof)
    for (const deed of ['timer:extend', 'timer:remove', 'question:reopen', 'question:seal'])
      expect(await phone.line.raw(deed, { questionId, seconds: 30 })).toMatchObject({
        refusal: { code: 'identity/not-allowed' },
      })
  })
})

describe('opening again', () => {
  it('[RO4] tells phones, takes what came too late, and signs how often', async () => {
    const { line, snapshot } = await hall.phone(code, proof)
    const question = await openQuestion(desk, { bars: 'reveal', reopen: true })
    const { id: questionId } = question
    await desk.line.must('question:close', { questionId })
    await line.heard('question:closed')
    const { message } = castOf(snapshot, question, [ABSTAIN])
    expect(await line.ask('ballot:cast', message)).toMatchObject({
      refusal: { code: 'question/not-open', detail: { countedRev: 0 } },
    })
    await desk.line.must('question:reopen', { questionId, seconds: null })
    expect(await line.heard('question:reopened')).toMatchObject({ deadline: null, reopenings: 1 })
    await line.must('ballot:cast', message)
    await desk.line.must('question:close', { questionId })
    await soon(() => line.frames.filter(({ event }) => event === 'question:closed').length).toBe(2)
    await desk.line.must('question:reveal', { questionId })
    await line.heard('question:sealed')
    await line.heard('question:revealed')
    const answer = await fetch(`${hall.url}/api/questions/${questionId}/result`)
    expect(await answer.json()).toMatchObject({ result: { reopenings: 1, turnout: 1 } })
  })
})
