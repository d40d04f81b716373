import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { electorateOf } from '../../server/domain/electorate.ts'
import { MEMBER_LENGTH } from '../../shared/ids.ts'
import type { Proof } from '../../shared/presence.ts'
import { aBallot } from '../support/builders.ts'
import { aHouseEach, folder, house, restart } from '../support/house-each.ts'

const PEOPLE = [
  { name: '김하늘', key: 'M-101' },
  { name: '이바다', key: 'M-102' },
  { name: '박솔', key: '' },
]

aHouseEach()

async function asks(...proofs: Proof[]) {
  await house.meetings.setPresence(house.id, { need: 'any', proofs, fence: null, networks: [] })
}

async function listed(people = PEOPLE) {
  const made = await house.rosters.set(house.id, people)
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value.codes
}

function aDevice(device: string) {
  const found = house.joining.visitor(device, house.hall.meeting.code)
  if (!found.ok) throw new Error('no meeting')
  const visitor = found.value
  const standing = async () => {
    const entered = await house.joining.enter(visitor, { scanned: null, address: '' })
    if (!entered.ok) throw new Error(entered.refusal.code)
    return house.joining.snapshot(visitor, entered.value)
  }
  return {
    visitor,
    standing,
    type: async (key: string) =>
      house.joining.proveListed(visitor, await house.rosters.claim(visitor, key)),
    seat: async () => (await standing()).me.seats[0] ?? null,
    pass: async () => house.joining.readPass((await standing()).me.pass ?? '')!,
  }
}

async function opened() {
  const questionId = await house.draft()
  await house.meetings.open(house.id, questionId)
  return questionId
}

it('[RS4] a list comes whole or not at all, never in mid-question, and its keys are not kept', async () => {
  const codes = await listed()
  expect(codes).toEqual([
    { number: 3, name: '박솔', code: expect.stringMatching(/^\w{10}$/) as string },
  ])
  expect(codes[0]!.code).toHaveLength(MEMBER_LENGTH)
  expect(
    await house.rosters.set(house.id, [...PEOPLE, { name: '최산', key: 'm 101' }]),
  ).toMatchObject({ refusal: { code: 'roster/odd', detail: { row: 4, column: 2 } } })
  expect(house.rosters.entries(house.id).map(({ name }) => name)).toEqual(
    PEOPLE.map(({ name }) => name),
  )
  await asks()
  await opened()
  const frozen = { refusal: { code: 'presence/frozen' } }
  expect(await house.rosters.set(house.id, PEOPLE)).toMatchObject(frozen)
  expect(await house.rosters.remove(house.id)).toMatchObject(frozen)
  const kept = readdirSync(folder).filter((name) => name.includes('sqlite'))
  for (const name of kept) {
    const bytes = readFileSync(join(folder, name), 'latin1')
    expect(bytes).not.toContain(codes[0]!.code)
    expect(bytes).not.toContain('M101')
    expect(bytes).not.toContain('M-101')
  }
})

it('[RS5] only who is present and on the list has a seat, and it is the entry’s', async () => {
  await listed()
  await asks('door')
  const phone = aDevice('one')
  expect(await phone.standing()).toMatchObject({
    listed: false,
    me: { admission: { state: 'waiting' }, seats: [] },
  })
  expect(await phone.type('nobody')).toMatchObject({ refusal: { code: 'roster/wrong' } })
  expect(await phone.type(' m101 ')).toMatchObject({ value: { seat: null } })
  expect(await phone.standing()).toMatchObject({ listed: true, me: { seats: [] } })
  expect(await house.joining.prove(phone.visitor, 'door', 'right')).toMatchObject({
    value: { seat: 1 },
  })
  // The other way round: what was shown first is remembered.
  const other = aDevice('two')
  await house.joining.prove(other.visitor, 'door', 'right')
  expect(await other.seat()).toBeNull()
  expect(await other.type('M-102')).toMatchObject({ value: { seat: 2 } })

  await restart()
  expect([await aDevice('one').seat(), await aDevice('two').seat()]).toEqual([1, 2])
  await listed([...PEOPLE.slice(0, 1), { name: '정들', key: 'M-104' }])
  expect([await aDevice('one').seat(), await aDevice('two').seat()]).toEqual([1, null])
})

it('[RS5] with a list nobody votes by device, and without it nobody by list', async () => {
  await asks()
  const before = aDevice('before')
  expect(await before.seat()).toBe(1)
  const old = await before.pass()
  await listed()
  expect(await before.seat()).toBeNull()
  const questionId = await opened()
  const ballot = aBallot({ question: questionId, seat: 1, marked: ['yes'] })
  expect(await house.casting.castBallot(old, ballot)).toMatchObject({
    refusal: { code: 'meeting/not-admitted' },
  })
  expect(await before.type('M-101')).toMatchObject({ value: { seat: 2 } })
  const pass = await before.pass()
  const own = aBallot({ question: questionId, seat: 2, marked: ['yes'] })
  expect(await house.casting.castBallot(pass, own)).toMatchObject({ ok: true })
  await house.meetings.close(house.id, questionId)
  await house.clock.pass(2000)
  await house.revealing.reveal(house.id, questionId)
  await house.rosters.remove(house.id)
  expect(await before.seat()).toBe(1)
  expect(electorateOf(house.hall)).toEqual({ entitled: 1, present: 1 })
})

it('[RS6] one device an entry, until the host releases it', async () => {
  await asks()
  await listed()
  const [one, two] = [aDevice('one'), aDevice('two')]
  const tries = await Promise.all([one.type('M-101'), two.type('M-101')])
  expect(tries).toMatchObject([{ value: { seat: 1 } }, { refusal: { code: 'roster/used' } }])
  // One person each: the key of a neighbour is nothing to this phone.
  expect(await one.type('M-102')).toMatchObject({ refusal: { code: 'roster/used' } })
  const questionId = await opened()
  const pass = await one.pass()
  const ballot = aBallot({ question: questionId, seat: 1, marked: ['yes'] })
  expect(await house.casting.castBallot(pass, ballot)).toMatchObject({ ok: true })

  expect(await house.rosters.release(house.id, 1)).toMatchObject({ ok: true })
  expect(await house.rosters.release(house.id, 1)).toMatchObject({
    refusal: { code: 'roster/taken' },
  })
  const later = aBallot({ question: questionId, seat: 1, basedOn: 1, marked: ['no'] })
  expect(await house.casting.castBallot(pass, later)).toMatchObject({
    refusal: { code: 'meeting/not-admitted' },
  })
  expect(await two.type('M-101')).toMatchObject({ value: { seat: 1 } })
  expect(await one.seat()).toBeNull()
  // The ballot that was cast before is this person's, and can be changed.
  expect((await two.standing()).me.rev).toBe(1)
  expect(await house.casting.castBallot(await two.pass(), later)).toMatchObject({ ok: true })
})

it('[RS7] the host admits to a free entry, and withdraws like anybody', async () => {
  await asks('hand')
  await listed()
  const [one, two] = [aDevice('one'), aDevice('two')]
  for (const { visitor } of [one, two]) await house.joining.askHost(visitor)
  await two.type('M-102')
  const waiting = await house.joining.arrivals(house.id)
  expect(waiting.map(({ listed: is }) => is)).toEqual([false, true])
  const [first, second] = waiting.map(({ number }) => number)
  const decide = (number: number, entry?: number) =>
    house.joining.decide(house.id, number, true, entry)
  expect(await decide(first!)).toMatchObject({ refusal: { code: 'roster/taken' } })
  expect(await decide(first!, 2)).toMatchObject({ refusal: { code: 'roster/taken' } })
  expect(await decide(first!, 1)).toMatchObject({ ok: true })
  expect(await decide(second!)).toMatchObject({ ok: true })
  expect(await house.joining.arrivals(house.id)).toEqual([])
  const people = await house.doors.admitted(house.id)
  expect(people.map(({ entry }) => entry?.name)).toEqual(['김하늘', '이바다'])

  await house.doors.withdraw(house.id, people[0]!.seat, true)
  expect((await one.standing()).me.admission).toMatchObject({ withdrawn: true })
  expect(await one.type('M-101')).toMatchObject({ value: { seat: null } })
  await house.doors.withdraw(house.id, people[0]!.seat, false)
  expect(await one.seat()).toBe(people[0]!.seat)
})

it('[RS7] a device that was here before the list is let in or turned away like any', async () => {
  await asks('hand')
  const early = ['one', 'two'].map(aDevice)
  for (const { visitor } of early) await house.joining.letIn(visitor)
  await listed()
  for (const { visitor } of early) await house.joining.askHost(visitor)
  const [first, second] = await house.joining.arrivals(house.id)
  expect(await house.joining.decide(house.id, first!.number, true, 1)).toMatchObject({ ok: true })
  expect(await house.joining.decide(house.id, second!.number, false)).toMatchObject({ ok: true })
  expect([await early[0]!.seat(), await early[1]!.seat()]).toEqual([3, null])
})

it('[RS8] everybody on the list is entitled, and whoever was let in is present', async () => {
  await asks()
  await aDevice('before').standing()
  expect(electorateOf(house.hall)).toEqual({ entitled: 1, present: 1 })
  await listed()
  expect(electorateOf(house.hall)).toEqual({ entitled: 3, present: 0 })
  await aDevice('one').type('M-101')
  expect(electorateOf(house.hall)).toEqual({ entitled: 3, present: 1 })
  const questionId = await opened()
  expect(house.rowOf(questionId).rules?.identity).toBe('roster')
  await house.meetings.close(house.id, questionId)
  await house.clock.pass(2000)
  expect(house.rowOf(questionId).electorate).toEqual({ entitled: 3, present: 1 })
})
