import { describe, expect, it } from 'vitest'
import type { Standing, Visitor } from '../../server/services/joining.ts'
import type { QuestionId } from '../../shared/ids.ts'
import type { Fence, PresenceRule, Proof } from '../../shared/presence.ts'
import type { Result } from '../../shared/result.ts'
import type { Question } from '../../shared/vote.ts'
import { aHouseEach, house, restart } from '../support/house-each.ts'

const HALL: Fence = {
  type: 'circle',
  ...{ latitude: 37.5663, longitude: 126.9779, radius: 150, grace: 30 },
}
const HERE = { latitude: 37.5663, longitude: 126.9779, accuracy: 10, age: 0 }
const AWAY = { ...HERE, latitude: 37.6 }
const ROUGH = { ...HERE, accuracy: 900 }
const NOWHERE = { scanned: null, address: '' }

aHouseEach()

function rule(need: PresenceRule['need'], ...proofs: Proof[]): PresenceRule {
  const fence = proofs.includes('fence') ? HALL : null
  return { need, proofs, fence, networks: proofs.includes('network') ? ['203.0.113.0/24'] : [] }
}
const asks = (given: PresenceRule) => house.meetings.setPresence(house.id, given)

function visitor(device: string): Visitor {
  const found = house.joining.visitor(device, house.hall.meeting.code)
  if (!found.ok) throw new Error(found.refusal.code)
  return found.value
}
async function snapshotOf(device: string, standing: Result<Standing>) {
  if (!standing.ok) throw new Error(standing.refusal.code)
  return house.joining.snapshot(visitor(device), standing.value)
}
const enters = async (device: string, brought = NOWHERE) =>
  snapshotOf(device, await house.joining.enter(visitor(device), brought))
const shows = async (device: string, position: typeof HERE) =>
  snapshotOf(device, await house.joining.provePlace(visitor(device), position))
const types = async (device: string) =>
  snapshotOf(device, await house.joining.prove(visitor(device), 'code', 'right'))

async function opened(change: Partial<Question> = {}): Promise<QuestionId> {
  const questionId = await house.draft(change)
  expect(await house.meetings.open(house.id, questionId)).toMatchObject({ ok: true })
  return questionId
}
const refusal = (code: string) => ({ ok: false, refusal: { code } })
const waiting = () => house.joining.arrivals(house.id)

describe('the electorate at the opening', () => {
  it('[PL1] is who has a seat then; later ones are refused, and a restart changes nothing', async () => {
    await asks(rule('any'))
    for (const device of ['one', 'two']) await enters(device)
    const questionId = await opened({ electorate: 'opening' })
    expect((await enters('three')).me.seats).toEqual([3])
    const late = refusal('ballot/not-entitled')
    expect(await house.cast(questionId, { seat: 3 })).toMatchObject(late)
    expect(await house.cast(questionId, { seat: 2 })).toMatchObject({ ok: true })
    await restart()
    expect(await house.cast(questionId, { seat: 3 })).toMatchObject(late)
    expect(await house.cast(questionId, { seat: 1 })).toMatchObject({ ok: true })
    const opening = { lastSeat: 2, seats: 2 }
    expect(house.rowOf(questionId)).toMatchObject({ opening, rules: { opening } })
    expect((await enters('three')).view.stage).toMatchObject({ opening })
  })

  it('[PL1] is not fixed where the question does not say so', async () => {
    await asks(rule('any'))
    const questionId = await opened()
    await enters('late')
    expect(await house.cast(questionId, { seat: 1 })).toMatchObject({ ok: true })
    expect(house.rowOf(questionId)).toMatchObject({ opening: null })
  })
})

describe('a place asked for at the opening', () => {
  const needed = refusal('presence/fresh-needed')

  it('[PL2] is told before the ballot, for each question, and again after a restart', async () => {
    await asks(rule('any', 'fence'))
    await shows('one', HERE)
    const first = await opened({ fresh: true })
    expect((await enters('one')).me.fresh).toMatchObject({ state: 'waiting', left: ['fence'] })
    expect(await house.cast(first)).toMatchObject(needed)
    expect((await shows('one', HERE)).me.fresh).toEqual({ state: 'admitted' })
    const ballot = { ballotId: 'a'.repeat(32) }
    expect(await house.cast(first, ballot)).toMatchObject({ ok: true })

    await restart()
    expect(await house.cast(first, ballot)).toMatchObject(needed)
    await shows('one', HERE)
    expect(await house.cast(first, ballot)).toMatchObject({ ok: true, value: { rev: 1 } })

    await house.meetings.close(house.id, first)
    await house.clock.pass(20_000)
    const second = await opened({ fresh: true })
    expect(await house.cast(second)).toMatchObject(needed)
  })

  it('[PL2] gives way to the code or the host where it fails, and says why', async () => {
    await asks(rule('any', 'fence', 'code'))
    for (const device of ['one', 'two', 'three']) await types(device)
    const questionId = await opened({ fresh: true })
    const one = await shows('one', AWAY)
    expect(one.me.fresh).toMatchObject({ state: 'waiting', left: ['fence', 'code'], number: 1 })
    await shows('two', ROUGH)
    await house.joining.withoutPlace(visitor('three'), 'denied')
    expect(await waiting()).toMatchObject([
      { number: 1, asked: false, again: true, proven: { fence: 'outside', found: 'sharp' } },
      { number: 2, asked: false, again: true, proven: { fence: 'unsure', found: 'rough' } },
      { number: 3, asked: false, again: true, proven: { unplaced: 'denied' } },
    ])
    for (const seat of [1, 2, 3])
      expect(await house.cast(questionId, { seat })).toMatchObject(needed)

    await types('one')
    await house.joining.decide(house.id, 2, true)
    await house.joining.decide(house.id, 3, false)
    expect(await waiting()).toEqual([])
    for (const seat of [1, 2])
      expect(await house.cast(questionId, { seat })).toMatchObject({ ok: true })
    expect(await house.cast(questionId, { seat: 3 })).toMatchObject(needed)
    expect((await enters('three')).me.fresh).toMatchObject({ declined: true, number: null })
    expect(await house.joining.askHost(visitor('three'))).toMatchObject(
      refusal('arrival/turned-away'),
    )
  })

  it('[PL2] is not asked of who came in while it ran, nor where the meeting has no place', async () => {
    await asks(rule('all', 'fence', 'code'))
    await types('one')
    await shows('one', HERE)
    const questionId = await opened({ fresh: true })
    // Where all are needed the code alone is no way around the place.
    await types('one')
    expect(await house.cast(questionId)).toMatchObject(needed)
    await types('two')
    await shows('two', HERE)
    expect(await house.cast(questionId, { seat: 2 })).toMatchObject({ ok: true })

    await house.meetings.close(house.id, questionId)
    await house.clock.pass(20_000)
    await asks(rule('any', 'code'))
    const other = await opened({ fresh: true })
    expect(house.rowOf(other).rules).toMatchObject({ question: { fresh: false } })
    expect(await house.cast(other)).toMatchObject({ ok: true })
  })
})

describe('locked doors', () => {
  it('[PL3] let nobody in by itself; the host’s hand does, and who is in stays in', async () => {
    await asks(rule('any', 'code', 'fence', 'network'))
    await types('one')
    await house.meetings.lock(house.id, true)
    expect(house.told.at(-1)).toMatchObject({ type: 'doors:locked', locked: true })
    const by = [
      await enters('two', { scanned: null, address: '203.0.113.9' }),
      await types('three'),
      await shows('four', HERE),
    ]
    for (const { me, view } of by) {
      expect(me.admission).toMatchObject({ state: 'waiting', left: [], locked: true })
      expect(view).toMatchObject({ locked: true, stage: null })
    }
    expect((await enters('one')).me.seats).toEqual([1])
    expect((await waiting()).map(({ number, proven }) => [number, proven.shut])).toEqual([
      [1, true],
      [2, true],
      [3, true],
    ])
    await house.joining.decide(house.id, 2, true)
    expect((await enters('three')).me.admission).toEqual({ state: 'admitted' })

    await restart()
    expect((await enters('two')).me.admission).toMatchObject({ locked: true })
    await house.meetings.lock(house.id, false)
    for (const device of ['two', 'four'])
      expect((await enters(device)).me.admission).toEqual({ state: 'admitted' })
  })

  it('[PL3] hold where whoever has the link was let in', async () => {
    await asks(rule('any'))
    await house.meetings.lock(house.id, true)
    expect((await enters('one')).me.admission).toMatchObject({ state: 'waiting', number: 1 })
    await house.meetings.lock(house.id, false)
    expect((await enters('one')).me.admission).toEqual({ state: 'admitted' })
  })
})

describe('the waiting list', () => {
  it('[PL4] says why a phone waits, by outcomes alone', async () => {
    await asks(rule('any', 'fence', 'code'))
    await shows('one', AWAY)
    await shows('two', ROUGH)
    await house.joining.withoutPlace(visitor('three'), 'timeout')
    await house.joining.prove(visitor('four'), 'code', 'wrong')
    await house.joining.askHost(visitor('four'))
    expect((await waiting()).map(({ proven, asked }) => ({ ...proven, asked }))).toEqual([
      { fence: 'outside', found: 'sharp', asked: false },
      { fence: 'unsure', found: 'rough', asked: false },
      { unplaced: 'timeout', asked: false },
      { wrongCode: true, asked: true },
    ])
    // A position that comes after all takes the place of none.
    await shows('three', AWAY)
    expect((await waiting())[2]?.proven).toEqual({ fence: 'outside', found: 'sharp' })
  })
})

describe('the venue’s network', () => {
  it('[NW4] lets in who is in it; mobile data is asked for something else', async () => {
    await asks(rule('any', 'code', 'network'))
    const inside = await enters('one', { scanned: null, address: '203.0.113.9' })
    expect(inside.me.admission).toEqual({ state: 'admitted' })
    const outside = await enters('two', { scanned: null, address: '198.51.100.9' })
    expect(outside.me.admission).toMatchObject({ left: ['code', 'network'], number: null })
    expect((await types('two')).me.admission).toEqual({ state: 'admitted' })
  })

  it('[NW4] is no proof alone or among all, and its addresses are not published', async () => {
    const alone = refusal('network/alone')
    expect(await asks(rule('any', 'network'))).toMatchObject(alone)
    expect(await asks(rule('all', 'code', 'network'))).toMatchObject(alone)
    const odd = { ...rule('any', 'code', 'network'), networks: ['203.0.113.0/24', 'hall'] }
    const named = { refusal: { code: 'network/odd', detail: { line: 2 } } }
    expect(await asks(odd)).toMatchObject(named)
    await asks(rule('any', 'code', 'network'))
    const { rules } = house.rowOf(await opened())
    expect(rules).toMatchObject({ presence: { proofs: ['code', 'network'] } })
    expect(JSON.stringify(rules)).not.toContain('203.0.113')
  })
})
