import { describe, expect, it } from 'vitest'
import { blankPrepared, type Prepared } from '../../shared/formats/agenda.ts'
import type { PresenceRule } from '../../shared/presence.ts'
import type { QuestionId } from '../../shared/ids.ts'
import type { Hall } from '../../server/services/agenda.ts'
import { option } from '../support/builders.ts'
import { aHouseEach, house, restart } from '../support/house-each.ts'

aHouseEach(() => {
  house.hall.seats = 10
})

const prepared = (title: string): Prepared => ({ ...blankPrepared(), title })
const add = (...titles: string[]) => house.preparing.addQuestions(house.id, titles.map(prepared))
const titles = ({ questions }: Hall) => questions.map(({ question }) => question.title)
const ok = { ok: true }

describe('questions out of a file', () => {
  it('[AE6] come behind all others, in their order; the first takes the place of an empty last one', async () => {
    const blank = house.hall.questions[0]!.question.id
    expect(await add('a', 'b')).toMatchObject(ok)
    expect(titles(house.hall)).toEqual(['a', 'b'])
    expect(house.hall.questions[0]?.question.id).toBe(blank)
    expect(house.hall.meeting.current).toBe(blank)
    await house.meetings.open(house.id, blank)
    expect(await add('c')).toMatchObject(ok)
    expect(titles(house.hall)).toEqual(['a', 'b', 'c'])
    expect(house.rowOf(blank).state).toBe('open')
    expect(house.hall.meeting.current).toBe(blank)
    await restart()
    expect(titles(house.hall)).toEqual(['a', 'b', 'c'])
  })

  it('[AE6] are the next to open where nothing was left, and are changed as any draft', async () => {
    await house.meetings.removeQuestion(house.id, house.hall.questions[0]!.question.id)
    expect(house.hall.meeting.current).toBeNull()
    const added = await add('a')
    const [id] = added.ok ? added.value.questionIds : []
    expect(house.hall.meeting.current).toBe(id)
    const { question } = house.rowOf(id!)
    expect(await house.meetings.writeQuestion(house.id, { ...question, title: 'b' })).toMatchObject(
      ok,
    )
  })

  it('[AE6] have a decision’s options only where they are one, and its rule only there', async () => {
    const strange: Prepared = {
      ...prepared('yes?'),
      method: { type: 'decision', abstain: false },
      options: [{ id: option('x'), text: 'x' }],
    }
    expect(await house.preparing.addQuestions(house.id, [strange])).toMatchObject(ok)
    const [row] = house.hall.questions
    expect(row?.question.options.map(({ id }) => id)).toEqual(['yes', 'no'])
  })

  it('[AE6] come whole or not at all', async () => {
    const { saveMeeting } = house.store
    house.store.saveMeeting = () => Promise.reject(new Error('power cut'))
    await expect(add('a', 'b')).rejects.toThrow('power cut')
    expect(titles(house.hall)).toEqual([''])
    house.store.saveMeeting = saveMeeting
    for (let hundred = 0; hundred < 3; hundred += 1)
      expect(await add(...Array<string>(100).fill('a'))).toMatchObject(ok)
    expect(await add('b')).toMatchObject({
      refusal: { code: 'agenda/too-many', detail: { most: 300 } },
    })
    expect(await house.meetings.addQuestion(house.id)).toMatchObject({
      refusal: { code: 'agenda/too-many' },
    })
    expect(titles(house.hall)).toHaveLength(300)
  })
})

describe('a question or a test at a place', () => {
  it('[AE8] stands right before the draft that was named', async () => {
    await add('a', 'b')
    const [a, b] = house.hall.questions.map(({ question }) => question.id)
    const at = (before: QuestionId | null, kind: 'blank' | 'test' = 'blank') =>
      house.meetings.addQuestion(house.id, { before, kind })
    expect(await at(b!)).toMatchObject(ok)
    expect(await at(a!, 'test')).toMatchObject(ok)
    expect(titles(house.hall)).toEqual(['', 'a', '', 'b'])
    const [test] = house.hall.questions
    expect(test?.question).toMatchObject({ test: true })
    expect(house.hall.meeting.current).toBe(test?.question.id)
    expect(await at('none' as QuestionId)).toMatchObject({ refusal: { code: 'question/unknown' } })
    await house.meetings.open(house.id, a!)
    expect(await at(a!)).toMatchObject({ refusal: { code: 'question/frozen' } })
  })

  it('[AE8] [TQ2] a prepared test is written on by nobody, and counts before the room', async () => {
    const made = await house.meetings.addQuestion(house.id, { before: null, kind: 'test' })
    const id = made.ok ? made.value.questionId : ('' as QuestionId)
    const { question } = house.rowOf(id)
    await house.meetings.writeQuestion(house.id, { ...question, title: 'Ours', test: false })
    expect(house.rowOf(id).question).toEqual(question)
    expect(await house.meetings.open(house.id, id)).toMatchObject(ok)
    await house.cast(id, { marked: ['tea'] })
    await house.meetings.close(house.id, id)
    await house.clock.pass(2000)
    await expect.poll(() => house.rowOf(id).state).toBe('sealed')
    expect(await house.revealing.reveal(house.id, id)).toMatchObject(ok)
    expect(await house.minutes(house.hall.meeting.code)).toMatchObject({ value: { questions: [] } })
  })
})

describe('a meeting like this one', () => {
  const rule: PresenceRule = {
    ...{ need: 'all', proofs: ['code', 'fence', 'password'], networks: [] },
    fence: { type: 'circle', latitude: 37.5, longitude: 127, radius: 100, grace: 30 },
  }

  it('[AE9] has its name, rule of presence, screens and questions, and nobody and nothing else of it', async () => {
    const { meetings, id } = house
    await meetings.name(id, '마을 총회')
    await house.doors.setPassword(id, 'ABCDEF')
    await meetings.setPresence(id, rule)
    await add('a', 'b')
    const [a, b] = house.hall.questions.map(({ question }) => question.id)
    const wall = await house.screens.add(id)
    const look = { theme: 'light', large: true } as const
    for (const [screen, questionId] of [
      ['main', a!],
      [wall.ok ? wall.value.screenId : '', b!],
    ] as const)
      await house.screens.write(id, {
        ...{ id: screen, name: '벽', look },
        content: { type: 'result', questionId },
      })
    await meetings.open(id, a!)
    await house.cast(a!)
    await meetings.close(id, a!)
    await house.clock.pass(2000)
    await expect.poll(() => house.rowOf(a!).state).toBe('sealed')
    await house.revealing.reveal(id, a!)
    await house.repeating.askAgain(id, a!)
    await meetings.lock(id, true)
    const before = JSON.stringify(await house.store.questions(id))

    const copy = await house.preparing.copy(house.hall)
    const { meeting, questions } = copy
    expect(titles(copy)).toEqual(['a', 'b'])
    for (const row of questions)
      expect(row).toMatchObject({ state: 'draft', openedAt: null, tally: null, seal: null })
    const ids = questions.map(({ question }) => question.id)
    expect(new Set([...ids, a, b]).size).toBe(4)
    expect(meeting).toMatchObject({
      ...{ title: '마을 총회', presence: rule, password: null, helperLinks: 0 },
      ...{ current: ids[0], staged: false, locked: false, since: house.clock.now() },
    })
    expect(meeting.id).not.toBe(id)
    expect(meeting.code).not.toBe(house.hall.meeting.code)
    expect(meeting.screens).toMatchObject([
      { id: 'main', name: '벽', look, content: { type: 'result', questionId: ids[0] } },
      { look, content: { type: 'result', questionId: ids[1] } },
    ])
    expect(copy.seats).toBe(0)
    expect(JSON.stringify(await house.store.questions(id))).toBe(before)
    expect((await house.store.questions(meeting.id)).length).toBe(2)
    await house.meetings.remove(house.hall)
    expect(house.agenda.latest()).toBe(copy)
  })

  it('[AE9] shows the meeting on a screen whose question stays behind, and leaves no half of itself', async () => {
    const { id } = house
    await house.repeating.openTest(id)
    const test = house.hall.questions.find(({ question }) => question.test)!.question.id
    await house.screens.write(id, {
      ...{ id: 'main', name: '', look: { theme: 'dark', large: false } },
      content: { type: 'result', questionId: test },
    })
    const { saveMeeting } = house.store
    house.store.saveMeeting = () => Promise.reject(new Error('power cut'))
    await expect(house.preparing.copy(house.hall)).rejects.toThrow('power cut')
    expect([...house.agenda.halls()]).toHaveLength(1)
    house.store.saveMeeting = saveMeeting
    const { meeting, questions } = await house.preparing.copy(house.hall)
    expect(meeting.screens).toMatchObject([{ content: { type: 'meeting' } }])
    expect(questions.map(({ question }) => question.test)).toEqual([false])
  })
})
