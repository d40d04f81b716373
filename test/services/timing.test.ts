import { describe, expect, it } from 'vitest'
import type { QuestionId } from '../../shared/ids.ts'
import type { Question } from '../../shared/vote.ts'
import { aHolder } from '../support/house.ts'
import { aHouseEach, folder, house, restart } from '../support/house-each.ts'

const AGAIN: Partial<Question> = { bars: 'reveal', reopen: true }
const TEN_MINUTES = 600_000
const LATCH = 2000

aHouseEach()

async function opened(change: Partial<Question>): Promise<QuestionId> {
  const questionId = await house.draft(change)
  expect(await house.meetings.open(house.id, questionId)).toMatchObject({ ok: true })
  return questionId
}

async function closed(change: Partial<Question> = AGAIN): Promise<QuestionId> {
  const questionId = await opened(change)
  await house.cast(questionId)
  await house.meetings.close(house.id, questionId)
  await house.clock.pass(LATCH)
  return questionId
}

const told = (type: string) => house.told.filter((event) => event.type === type)
const reopen = (questionId: QuestionId, seconds: number | null = null) =>
  house.timing.reopen(house.id, questionId, seconds)

describe('the timer', () => {
  it('[TI1] closes the question at the moved deadline and not before, told once', async () => {
    const questionId = await opened({ seconds: 30 })
    const start = house.clock.now()
    await house.clock.pass(29_000)
    await house.timing.extend(house.id, questionId, 30)
    expect(told('question:timer')).toMatchObject([{ questionId, deadline: start + 60_000 }])
    await house.clock.pass(30_999)
    expect(house.rowOf(questionId).state).toBe('open')
    await house.clock.pass(1)
    expect(house.rowOf(questionId).state).toBe('closing')
    expect(await house.timing.extend(house.id, questionId, 30)).toMatchObject({ ok: false })
  })

  it('[TI5] is moved also where the old deadline passes meanwhile', async () => {
    const questionId = await opened({ seconds: 30 })
    let release = () => undefined as void
    const held = house.agenda.inTurn(house.id, () => new Promise<void>((done) => (release = done)))
    const extended = house.timing.extend(house.id, questionId, 60)
    await house.clock.pass(30_001)
    release()
    await held
    expect(await extended).toMatchObject({ ok: true })
    await house.clock.pass(50_000)
    expect(house.rowOf(questionId).state).toBe('open')
    await house.clock.pass(11_000)
    expect(house.rowOf(questionId).state).toBe('closing')
  })

  it('[TI1] is given to a question without one, and taken away', async () => {
    const questionId = await opened({ seconds: null })
    await house.timing.extend(house.id, questionId, 60)
    expect(house.rowOf(questionId).deadline).toBe(house.clock.now() + 60_000)
    await house.timing.remove(house.id, questionId)
    await house.clock.pass(61_000)
    expect(house.rowOf(questionId)).toMatchObject({ state: 'open', deadline: null })
    expect(told('question:timer')).toHaveLength(2)
  })

  it('[TI2] is what it was after a restart, and still closes the question', async () => {
    const questionId = await opened({ seconds: 30 })
    await house.timing.extend(house.id, questionId, 300)
    const { deadline } = house.rowOf(questionId)
    await restart(1000)
    expect(house.rowOf(questionId)).toMatchObject({ state: 'open', deadline })
    await house.clock.pass(329_000)
    expect(house.rowOf(questionId).state).toBe('closing')
  })
})

describe('a request for more time', () => {
  const voter = (voterKey: string) => ({ meetingId: house.id, voterKey })
  const waiting = (questionId: QuestionId) => house.hall.asks.get(questionId)?.open ?? 0

  it('[TI3] counts once a device and question, until it is granted', async () => {
    const questionId = await opened({ seconds: 60 })
    for (const voterKey of ['a', 'b', 'a'])
      expect(house.timing.ask(voter(voterKey), questionId)).toMatchObject({ ok: true })
    expect(waiting(questionId)).toBe(2)
    await house.timing.extend(house.id, questionId, 30)
    expect(waiting(questionId)).toBe(0)
    house.timing.ask(voter('a'), questionId)
    expect(waiting(questionId)).toBe(0)
    house.timing.ask(voter('c'), questionId)
    expect(waiting(questionId)).toBe(1)
  })

  it('[TI3] is nothing without a deadline, and refused once the question is closed', async () => {
    const questionId = await opened({ seconds: null })
    expect(house.timing.ask(voter('a'), questionId)).toMatchObject({ ok: true })
    expect(waiting(questionId)).toBe(0)
    await house.meetings.close(house.id, questionId)
    expect(house.timing.ask(voter('a'), questionId)).toMatchObject({
      refusal: { code: 'question/not-open' },
    })
  })
})

describe('a closed question that may be opened again', () => {
  it('[RO1] waits without a seal; any other is sealed at once', async () => {
    const questionId = await closed()
    expect(house.rowOf(questionId)).toMatchObject({ state: 'closed', seal: null })
    expect(told('question:closed')).toMatchObject([
      { questionId, until: house.clock.now() + TEN_MINUTES },
    ])
    const other = await closed({ bars: 'reveal' })
    expect(house.rowOf(other).state).toBe('sealed')
    expect(await reopen(other)).toMatchObject({ ok: false })
  })

  it('[RO4] takes ballots and changes again, late ones of before included', async () => {
    const questionId = await closed()
    expect(await house.cast(questionId, { seat: 2 })).toMatchObject({
      refusal: { code: 'question/not-open' },
    })
    expect(house.hall.late.get(questionId)?.size).toBe(1)
    expect(await reopen(questionId, 30)).toMatchObject({ ok: true })
    expect(told('question:reopened')).toMatchObject([
      { deadline: house.clock.now() + 30_000, reopenings: 1 },
    ])
    expect(house.hall.late.get(questionId)).toBeUndefined()
    expect(await house.cast(questionId, { seat: 2 })).toMatchObject({ ok: true })
    expect(await house.cast(questionId, { basedOn: 1, marked: ['no'] })).toMatchObject({ ok: true })
    expect(house.voted(questionId)).toBe(2)
    await house.clock.pass(30_000 + LATCH)
    expect(house.rowOf(questionId).state).toBe('closed')
    await reopen(questionId)
    await house.meetings.close(house.id, questionId)
    await house.clock.pass(LATCH)
    await house.revealing.reveal(house.id, questionId)
    expect(house.rowOf(questionId)).toMatchObject({
      state: 'revealed',
      reopenings: 2,
      drifted: false,
      resultHead: { reopenings: 2, tally: { ballots: 2 } },
    })
  })

  it('[RO2] is sealed by itself after ten minutes, and then stays sealed', async () => {
    const questionId = await closed()
    await house.clock.pass(TEN_MINUTES - 1)
    expect(house.rowOf(questionId).state).toBe('closed')
    await house.clock.pass(1)
    expect(house.rowOf(questionId)).toMatchObject({ state: 'sealed', seal: { size: 1 } })
    expect(await reopen(questionId)).toMatchObject({ ok: false })
    expect(await house.box.reopen(questionId)).toMatchObject({ ok: false })
  })

  it('[RO2] is sealed by the desk, by the reveal and by what comes next', async () => {
    const first = await closed()
    await house.timing.seal(house.id, first)
    expect(house.rowOf(first).state).toBe('sealed')
    await house.meetings.next(house.id)

    const second = await closed()
    await house.meetings.next(house.id)
    expect(house.rowOf(second).state).toBe('sealed')
    expect(house.hall.meeting.staged).toBe(false)

    const third = await closed()
    await opened({ bars: 'live' })
    expect(house.rowOf(third).state).toBe('sealed')
  })

  it('[RO2] waits for the rest of its time after a restart, or is sealed at once', async () => {
    const questionId = await closed()
    await restart(TEN_MINUTES - 5000)
    expect(house.rowOf(questionId).state).toBe('closed')
    expect(house.voted(questionId)).toBe(1)
    expect(await reopen(questionId)).toMatchObject({ ok: true })
    expect(await house.cast(questionId, { seat: 2 })).toMatchObject({ ok: true })
    await house.meetings.close(house.id, questionId)
    await house.clock.pass(LATCH)
    await restart(TEN_MINUTES)
    await house.clock.pass(0)
    expect(house.rowOf(questionId)).toMatchObject({ state: 'sealed', seal: { size: 2 } })
  })

  it('[RO2] is still closed where the server dies between box and row, and sealed as it was', async () => {
    const questionId = await closed()
    await house.box.reopen(questionId)
    await restart()
    expect(house.rowOf(questionId).state).toBe('closed')
    expect(await house.cast(questionId, { seat: 2 })).toMatchObject({ ok: false })
    await house.clock.pass(TEN_MINUTES)
    expect(house.rowOf(questionId)).toMatchObject({ state: 'sealed', seal: { size: 1 } })
  })

  it('[RO2] keeps its pause where the seal has to wait for the disk', async () => {
    const questionId = await closed()
    const holder = aHolder(folder)
    holder.take()
    await expect(house.meetings.next(house.id)).rejects.toThrow()
    holder.release()
    expect(house.rowOf(questionId).state).toBe('closed')
    expect(await house.meetings.next(house.id)).toMatchObject({ ok: true })
    expect(house.rowOf(questionId).state).toBe('sealed')
    holder.end()
  })

  it('[RO1] does not let the rules change while it waits', async () => {
    await closed()
    const { presence } = house.hall.meeting
    expect(await house.meetings.setPresence(house.id, presence)).toMatchObject({
      refusal: { code: 'presence/frozen' },
    })
  })
})

describe('a question that comes up in the room', () => {
  it('[KE2] stands before all drafts and opens next', async () => {
    const prepared = await house.draft()
    await house.meetings.addQuestion(house.id)
    const inserted = await house.meetings.insertQuestion(house.id, 'Coffee?')
    if (!inserted.ok) throw new Error(inserted.refusal.code)
    const { questionId } = inserted.value
    expect(house.hall.questions.map(({ question }) => question.id).slice(0, 2)).toEqual([
      questionId,
      prepared,
    ])
    expect(new Set(house.hall.questions.map(({ place }) => place)).size).toBe(3)
    expect(house.hall.meeting.current).toBe(questionId)
    expect(await house.meetings.open(house.id, questionId)).toMatchObject({ ok: true })
    expect(house.rowOf(questionId).question).toMatchObject({
      title: 'Coffee?',
      method: { type: 'decision', abstain: true },
      bars: 'live',
    })
    // While one runs, the next one waits behind it.
    await house.meetings.insertQuestion(house.id, 'Tea?')
    expect(house.hall.meeting.current).toBe(questionId)
    await house.meetings.close(house.id, questionId)
    await house.clock.pass(LATCH)
    await house.meetings.next(house.id)
    const next = house.hall.meeting.current
    expect(next && house.rowOf(next).question.title).toBe('Tea?')
  })
})
