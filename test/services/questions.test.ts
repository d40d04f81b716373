import SQLite from 'better-sqlite3'
import { readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isBusyFault } from '../../server/ports.ts'
import type { MeetingId, QuestionId } from '../../shared/ids.ts'
import { ABSTAIN } from '../../shared/vote.ts'
import { aBallot, option } from '../support/builders.ts'
import { settled } from '../support/fake-clock.ts'
import { aHolder } from '../support/house.ts'
import { aHouseEach, folder, house, restart } from '../support/house-each.ts'
import { namedIn } from '../../shared/marks.ts'

aHouseEach()

async function opened() {
  const questionId = await house.draft()
  expect(await house.meetings.open(house.id, questionId)).toMatchObject({ ok: true })
  return questionId
}

const fault = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (thrown: unknown) => thrown,
  )

describe('the latch', () => {
  it('[SV1] falls once the disk is free again, and takes nothing in between', async () => {
    const holder = aHolder(folder)
    const questionId = await opened()
    await house.cast(questionId)
    await house.meetings.close(house.id, questionId)
    await house.clock.pass(1500)
    holder.take()
    await house.clock.pass(1500)
    expect(house.rowOf(questionId).state).toBe('closing')
    expect(house.faults.some(isBusyFault)).toBe(true)
    expect(isBusyFault(await fault(house.cast(questionId, { seat: 2 })))).toBe(true)
    holder.release()
    const late = { refusal: { code: 'question/not-open', detail: { countedRev: 0 } } }
    expect(await house.cast(questionId, { seat: 2 })).toMatchObject(late)
    await house.clock.pass(2000)
    expect(house.rowOf(questionId)).toMatchObject({ state: 'sealed', seal: { size: 1 } })
    holder.end()
  })

  it('[SV1] takes nothing once its time has passed, even before the timer runs', async () => {
    const questionId = await opened()
    const counted = aBallot({ question: questionId, marked: ['yes'] })
    await house.meetings.close(house.id, questionId)
    const first = house.send(counted)
    house.clock.after = () => () => undefined
    await house.clock.pass(2000)
    expect(await house.send(counted)).toMatchObject({ refusal: { detail: { countedRev: 1 } } })
    expect(await first).toMatchObject({ ok: true })
    expect(await house.cast(questionId, { seat: 2 })).toMatchObject({
      refusal: { code: 'question/not-open' },
    })
  })

  it('[SV1] is followed by the seal, however often that faults', async () => {
    const questionId = await opened()
    await house.cast(questionId)
    const { seal } = house.box
    let faults = 3
    house.box.seal = async (id) => {
      if (faults-- > 0) throw new Error('the disk is out of order')
      return seal(id)
    }
    await house.meetings.close(house.id, questionId)
    await house.clock.pass(2000)
    expect(house.rowOf(questionId).state).toBe('closed')
    // Nobody has to wait for it, and the desk is told.
    expect(house.hall.unreadable.has(questionId)).toBe(true)
    await house.clock.pass(2000)
    expect(house.rowOf(questionId)).toMatchObject({ state: 'sealed', seal: { size: 1 } })
    expect(house.hall.unreadable.size).toBe(0)
    expect(readdirSync(join(folder, 'keys'))).toEqual([])
  })

  it('[SV5] is not held up by a key that cannot be removed; the next start removes it', async () => {
    const questionId = await opened()
    await house.cast(questionId)
    house.keys.destroy = () => Promise.reject(new Error('read-only'))
    await house.meetings.close(house.id, questionId)
    await house.clock.pass(2000)
    expect(house.rowOf(questionId)).toMatchObject({ state: 'sealed', seal: { size: 1 } })
    expect(house.told.at(-1)).toMatchObject({ type: 'question:sealed' })
    expect(house.faults).toHaveLength(1)
    expect(readdirSync(join(folder, 'keys'))).toEqual([questionId])
    await restart()
    expect(readdirSync(join(folder, 'keys'))).toEqual([])
  })

  it('[MT3] leaves no key behind where the server is killed while the meeting is deleted', async () => {
    const questionId = await opened()
    const { destroy } = house.keys
    house.keys.destroy = () => Promise.reject(new Error('read-only'))
    await house.meetings.close(house.id, questionId)
    await house.clock.pass(2000)
    house.keys.destroy = destroy
    const { removeMeeting } = house.store
    house.store.removeMeeting = async (id) => {
      await removeMeeting(id)
      throw new Error('killed here')
    }
    await expect(house.meetings.remove(house.hall)).rejects.toThrow('killed here')
    expect(await house.store.meetings()).toEqual([])
    expect(readdirSync(join(folder, 'keys'))).toEqual([])
  })

  it('[SV1] is finished after a restart in the middle of it', async () => {
    const questionId = await opened()
    await house.cast(questionId)
    house.box.seal = () => Promise.reject(new Error('killed here'))
    await house.meetings.close(house.id, questionId)
    await house.clock.pass(2000)
    await restart()
    await house.clock.pass(0)
    expect(house.rowOf(questionId)).toMatchObject({ state: 'sealed', seal: { size: 1 } })
  })
})

describe('an opening', () => {
  it('[SV2] that fails half-way shows nothing, and the next one has its own settings', async () => {
    const questionId = await house.draft()
    const holder = aHolder(folder)
    const { create } = house.box
    house.box.create = async (...settings) => {
      await create(...settings)
      holder.take()
    }
    expect(isBusyFault(await fault(house.meetings.open(house.id, questionId)))).toBe(true)
    holder.release()
    house.box.create = create
    expect(house.rowOf(questionId).state).toBe('draft')
    expect(house.agenda.view(house.hall).stage).toBeNull()
    expect(house.hall.meeting.staged).toBe(false)
    expect(house.told).toEqual([])
    expect(await house.cast(questionId)).toMatchObject({ ok: false })

    const options = Array.from({ length: 40 }, (_, place) => ({
      id: option(`an-option-with-a-long-id-${place}`),
      text: `${place}`,
    }))
    await house.draft({
      method: { type: 'approval', min: 1, max: 40 },
      options,
      receipts: 'none',
    })
    expect(await house.meetings.open(house.id, questionId)).toMatchObject({ ok: true })
    const marked = options.map(({ id }) => id)
    expect(await house.cast(questionId, { marked })).toMatchObject({ ok: true })
    await house.meetings.close(house.id, questionId)
    await house.clock.pass(2000)
    const { ballots } = await house.box.read(questionId)
    expect(ballots).toMatchObject([{ nonce: null }])
    expect(namedIn(ballots[0]!.marks).length).toBe(40)
    holder.end()
  })

  it('[SV2] is not half visible where only a part of it can be written', async () => {
    const questionId = await house.draft()
    const database = new SQLite(join(folder, 'mvoting.sqlite'))
    for (const table of ['meeting', 'question']) {
      const trigger = `create trigger broken before update on ${table}`
      database.exec(`${trigger} begin select raise(abort, 'broken'); end`)
      await expect(house.meetings.open(house.id, questionId)).rejects.toThrow('broken')
      database.exec('drop trigger broken')
      expect(house.rowOf(questionId).state).toBe('draft')
      expect(await house.store.questions(house.id)).toMatchObject([{ state: 'draft' }])
      expect(await house.store.meetings()).toMatchObject([{ staged: false }])
    }
    database.close()
    expect(await house.meetings.open(house.id, questionId)).toMatchObject({ ok: true })
  })

  it('[SV2] is stored whole or not at all', async () => {
    const questionId = await house.draft()
    const row = house.rowOf(questionId)
    const question = { ...row.question, id: 'another' as QuestionId }
    const broken = { ...row, question, meetingId: 'nowhere' as MeetingId }
    const meeting = { ...house.hall.meeting, current: questionId, staged: true }
    await expect(house.store.saveMeeting(meeting, [row, broken])).rejects.toThrow()
    expect(await house.store.meetings()).toMatchObject([{ staged: false }])
  })
})

describe('a box that cannot be opened', () => {
  const keyOf = (questionId: string) => join(folder, 'keys', questionId)

  it('[SV3] does not keep the server down nor the meeting up, and is sealed once its key is back', async () => {
    const questionId = await opened()
    await house.cast(questionId)
    renameSync(keyOf(questionId), join(folder, 'kept'))
    await restart()
    expect(house.hall.unreadable.has(questionId)).toBe(true)
    await house.meetings.close(house.id, questionId)
    expect(await house.meetings.next(house.id)).toMatchObject({ ok: false })
    await house.clock.pass(20_000)
    expect(house.rowOf(questionId).state).toBe('closed')

    expect(await house.meetings.next(house.id)).toMatchObject({ ok: true })
    const second = await opened()
    renameSync(join(folder, 'kept'), keyOf(questionId))
    await house.clock.pass(60_000)
    expect(house.rowOf(questionId)).toMatchObject({ state: 'sealed', seal: { size: 1 } })
    expect(house.hall.unreadable.size).toBe(0)
    expect(house.told.map(({ type }) => type)).not.toContain('question:sealed')
    expect(house.rowOf(second).state).toBe('open')

    // Counted later for the desk, while the room looks at another question.
    expect(await house.revealing.reveal(house.id, questionId)).toMatchObject({ ok: true })
    expect(house.rowOf(questionId)).toMatchObject({ state: 'revealed', tally: { ballots: 1 } })
    expect(house.told.map(({ type }) => type)).not.toContain('question:revealed')
  })

  it('[SV3] is told of even before its first ballot, and counted once its key is back', async () => {
    const questionId = await opened()
    renameSync(keyOf(questionId), join(folder, 'kept'))
    await restart()
    expect(house.hall.unreadable.has(questionId)).toBe(true)
    expect(house.voted(questionId)).toBeNull()
    renameSync(join(folder, 'kept'), keyOf(questionId))
    await house.clock.pass(1000)
    expect(house.hall.unreadable.size).toBe(0)
    await house.cast(questionId)
    expect(house.voted(questionId)).toBe(1)
  })

  it('[SV3] is told of after a restart between close and seal', async () => {
    const questionId = await opened()
    await house.cast(questionId, { marked: [ABSTAIN] })
    await house.meetings.close(house.id, questionId)
    rmSync(keyOf(questionId))
    await restart()
    await house.clock.pass(20_000)
    await restart()
    await house.clock.pass(0)
    expect(house.rowOf(questionId).state).toBe('closed')
    expect(house.hall.unreadable.has(questionId)).toBe(true)
    expect(await house.meetings.next(house.id)).toMatchObject({ ok: true })
  })
})

describe('late ballots', () => {
  const late = (questionId: QuestionId) => house.hall.late.get(questionId)?.size ?? 0

  it('[SV4] count once a seat, and only where they would have changed what counts', async () => {
    const questionId = await opened()
    const counted = aBallot({ question: questionId, marked: ['yes'] })
    await house.send(counted)
    await house.meetings.close(house.id, questionId)
    await house.clock.pass(2000)
    for (let again = 0; again < 5; again += 1) await house.send(counted)
    expect(late(questionId)).toBe(0)
    for (let again = 0; again < 5; again += 1) {
      await house.cast(questionId, { basedOn: 1 })
      await house.cast(questionId, { seat: 2 })
    }
    expect(late(questionId)).toBe(2)
  })

  it('[SV4] count where the box itself came first', async () => {
    const questionId = await opened()
    await house.meetings.close(house.id, questionId)
    const closing = house.box.close(questionId)
    expect(await house.cast(questionId)).toMatchObject({ refusal: { code: 'question/not-open' } })
    await closing
    expect(late(questionId)).toBe(1)
    await settled()
  })

  it('[SV4] are nobody’s before the opening', async () => {
    const questionId = await house.draft()
    await house.cast(questionId)
    expect(late(questionId)).toBe(0)
  })
})
