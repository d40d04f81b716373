import { describe, expect, it } from 'vitest'
import { OutOfRoom, type CountedBox } from '../../server/ports.ts'
import type { QuestionId } from '../../shared/ids.ts'
import type { Question } from '../../shared/vote.ts'
import { marks } from '../support/builders.ts'
import { settled } from '../support/fake-clock.ts'
import { aHouseEach, house, restart } from '../support/house-each.ts'

aHouseEach(() => {
  house.hall.seats = 10
})

const ok = { ok: true }
const refused = (code: string) => ({ refusal: { code } })
/** Shares are raised, which takes long however few ballots there are. */
const budget: Partial<Question> = {
  method: {
    ...{ type: 'budget', purse: 20, currency: '원', min: 1, max: 3, fits: false },
    rule: { type: 'equal-shares', completion: 'add1', step: null },
  },
  options: marks('park', 'clinic', 'school').map((id) => ({ id, text: id, cost: 9 })),
}

/** Asks, takes two ballots and seals. */
async function sealed(id: QuestionId): Promise<QuestionId> {
  expect(await house.meetings.open(house.id, id)).toMatchObject(ok)
  for (const seat of [1, 2]) await house.cast(id, { seat, marked: ['park'] })
  await house.meetings.close(house.id, id)
  await house.clock.pass(2000)
  await expect.poll(() => house.rowOf(id).state).toBe('sealed')
  return id
}
const aBudget = async () => sealed(await house.draft(budget))
const reveal = (id: QuestionId) => house.revealing.reveal(house.id, id)
const stop = (id: QuestionId) => house.revealing.stop(house.id, id)

/** A process starts, on a machine that does other things, too. */
const AWHILE = { timeout: 60_000 }

/** Counts end when the test says so. */
function held() {
  const { count } = house.tallier
  const waiting: { go: () => void; fail: (fault: Error) => void }[] = []
  house.tallier.count = (job, course) =>
    new Promise<CountedBox>((resolve, reject) => {
      course.signal.addEventListener('abort', () => {
        reject(course.signal.reason as Error)
      })
      course.onReached({ ballots: 2, steps: 7 })
      waiting.push({ go: () => void count(job, course).then(resolve, reject), fail: reject })
    })
  return waiting
}
const counted = (id: QuestionId) =>
  expect.poll(() => house.rowOf(id), AWHILE).toMatchObject({ state: 'revealed', counting: null })

describe('while a count runs', () => {
  it('[BC7] the meeting goes on, and the reveal is finished once, off the stage by then', async () => {
    const id = await aBudget()
    const waiting = held()
    expect(await reveal(id)).toMatchObject(ok)
    expect(await reveal(id)).toMatchObject(ok)
    expect(house.rowOf(id)).toMatchObject({ state: 'sealed', counting: 'running', tally: null })
    expect(house.hall.reached.get(id)).toEqual({ ballots: 2, steps: 7 })
    const next = await house.draft()
    expect(await house.meetings.open(house.id, next)).toMatchObject(ok)
    expect(await house.cast(next)).toMatchObject(ok)
    waiting[0]!.go()
    await counted(id)
    expect(waiting).toHaveLength(1)
    expect(house.hall.reached.size).toBe(0)
    expect(house.rowOf(id).resultSignature).toMatch(/^[0-9a-f]+$/)
    expect(house.told.filter(({ type }) => type === 'question:revealed')).toEqual([])
    expect(house.rowOf(next).state).toBe('open')
  })

  it('[BC7] it is shown before everybody where its question still stands', async () => {
    const id = await aBudget()
    expect(await reveal(id)).toMatchObject(ok)
    await counted(id)
    expect(house.told.at(-1)).toMatchObject({ type: 'question:revealed', questionId: id })
  })

  it('[BC9] it is stopped by the desk, and begun again', async () => {
    const id = await aBudget()
    expect(await stop(id)).toMatchObject(refused('question/wrong-state'))
    const waiting = held()
    await reveal(id)
    expect(await house.revealing.countByHand(house.id, id, null)).toMatchObject(
      refused('question/counting'),
    )
    expect(await house.meetings.remove(house.hall)).toMatchObject(refused('question/counting'))
    expect(await stop(id)).toMatchObject(ok)
    await settled()
    expect(house.rowOf(id)).toMatchObject({ state: 'sealed', counting: null })
    expect(house.faults).toEqual([])
    await reveal(id)
    waiting[1]!.go()
    await counted(id)
  })

  it('[BC10] a killed server counts again at its next start', async () => {
    const id = await aBudget()
    held()
    await reveal(id)
    await restart()
    await counted(id)
    expect(house.told).toMatchObject([{ type: 'question:revealed', questionId: id }])
  })

  it('[BC10] a disk that is full when it ends holds the reveal up until it is free', async () => {
    const id = await aBudget()
    const waiting = held()
    await reveal(id)
    const { saveQuestions } = house.store
    house.store.saveQuestions = () => Promise.reject(new Error('full'))
    waiting[0]!.go()
    await expect.poll(() => house.faults, AWHILE).toHaveLength(1)
    house.store.saveQuestions = saveQuestions
    expect(house.rowOf(id).state).toBe('sealed')
    await house.clock.pass(1000)
    await counted(id)
  })
})

describe('a count that comes to nothing', () => {
  it.each([
    [new OutOfRoom('full'), 'no-memory'],
    [new Error('odd'), 'faulted'],
  ])('[BC8] by %s is told as %s, and tried again when asked', async (fault, count) => {
    const id = await aBudget()
    const waiting = held()
    await reveal(id)
    waiting[0]!.fail(fault)
    await expect.poll(() => house.rowOf(id)).toMatchObject({ state: 'sealed', counting: count })
    await reveal(id)
    expect(house.rowOf(id).counting).toBe('running')
    waiting[1]!.go()
    await counted(id)
  })

  it('[BC8] in time is ended, and told so', async () => {
    const id = await aBudget()
    held()
    await reveal(id)
    await house.clock.pass(400_000)
    await expect.poll(() => house.rowOf(id).counting).toBe('too-long')
  })

  /** Both sealed: one that takes a while, and one that is counted at once. */
  async function aSet() {
    const first = await house.draft({ ...budget, bars: 'set' })
    const added = await house.meetings.addQuestion(house.id)
    if (!added.ok) throw new Error(added.refusal.code)
    const second = added.value.questionId
    const { question } = house.rowOf(second)
    await house.meetings.writeQuestion(house.id, { ...question, title: 'More?', bars: 'set' })
    await sealed(first)
    expect(await house.meetings.open(house.id, second)).toMatchObject(ok)
    await house.cast(second)
    await house.meetings.close(house.id, second)
    await house.clock.pass(2000)
    return { first, second }
  }

  it('[BC12] where the database was away for a moment goes on from there, and counts nothing twice', async () => {
    const { first, second } = await aSet()
    const waiting = held()
    const { read } = house.box
    house.box.read = (id) => {
      house.box.read = read
      return Promise.reject(Object.assign(new Error(`no ${id} now`), { code: 'SQLITE_BUSY' }))
    }
    await reveal(second)
    waiting[0]!.go()
    await expect.poll(() => house.faults, AWHILE).toHaveLength(1)
    expect([house.rowOf(first).counting, house.rowOf(second).counting]).toEqual([
      'running',
      'running',
    ])
    await house.clock.pass(1000)
    await counted(first)
    await counted(second)
    expect(waiting).toHaveLength(1)
  })

  it('[BC8] of a set lets the others be revealed, and its question joins them later', async () => {
    const { first, second } = await aSet()
    const waiting = held()
    await reveal(second)
    waiting[0]!.fail(new Error('odd'))
    await counted(second)
    expect(house.rowOf(first)).toMatchObject({ state: 'sealed', counting: 'faulted', tally: null })
    expect(house.told.at(-1)).toMatchObject({ type: 'question:revealed', questionId: second })
    await reveal(first)
    waiting[1]!.go()
    await counted(first)
  })

  it('[BC8] of a small box, which is counted here, holds up nobody either', async () => {
    const id = await house.draft()
    expect(await house.meetings.open(house.id, id)).toMatchObject(ok)
    await house.meetings.close(house.id, id)
    await house.clock.pass(2000)
    const { read } = house.box
    house.box.read = () => Promise.reject(new Error('odd'))
    expect(await reveal(id)).toMatchObject(ok)
    expect(house.rowOf(id)).toMatchObject({ state: 'sealed', counting: 'faulted' })
    house.box.read = read
    await reveal(id)
    await counted(id)
  })
})
