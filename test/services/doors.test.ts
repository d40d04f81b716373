import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Seat } from '../../shared/ids.ts'
import { DOOR_LENGTH } from '../../shared/ids.ts'
import type { Proof } from '../../shared/presence.ts'
import { aBallot } from '../support/builders.ts'
import { aHouseEach, folder, house, restart } from '../support/house-each.ts'

aHouseEach()

function aDevice(device: string) {
  const found = house.joining.visitor(device, house.hall.meeting.code)
  if (!found.ok) throw new Error('no meeting')
  return found.value
}

async function asks(...proofs: Proof[]) {
  return house.meetings.setPresence(house.id, { need: 'any', proofs, fence: null, networks: [] })
}

async function aCode(): Promise<string> {
  const made = await house.doors.makeCodes(house.id, 1)
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value.codes[0]!.code
}

/** Admitted by the host's hand; its pass. */
async function admitted(device: string) {
  const visitor = aDevice(device)
  await asks()
  const entered = await house.joining.enter(visitor, { scanned: null, address: '' })
  if (!entered.ok) throw new Error('not let in')
  const { me } = await house.joining.snapshot(visitor, entered.value)
  const pass = house.joining.readPass(me.pass ?? '')
  if (!pass) throw new Error('no pass')
  return { visitor, pass, seat: pass.seats[0] as Seat }
}

async function opened() {
  const questionId = await house.draft()
  await house.meetings.open(house.id, questionId)
  return questionId
}

it('[DC1] a door code admits one device, once', async () => {
  await asks('door')
  const code = await aCode()
  const [one, two] = [aDevice('one'), aDevice('two')]
  const typed = `${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`
  const tries = await Promise.all([
    house.doors.spendCode(one, typed),
    house.doors.spendCode(two, code),
  ])
  expect(tries.sort()).toEqual(['right', 'used'])
  const winner = (await house.doors.spendCode(one, code)) === 'right' ? one : two
  expect(await house.joining.prove(winner, 'door', 'right')).toMatchObject({ value: { seat: 1 } })
  expect(await house.doors.spendCode(aDevice('three'), 'AAAAAAAA')).toBe('wrong')
  expect(await house.joining.prove(aDevice('three'), 'door', 'used')).toMatchObject({
    refusal: { code: 'door/used' },
  })
})

it('[DC2] door codes are kept as keyed hashes, numbered and counted', async () => {
  const first = await house.doors.makeCodes(house.id, 300)
  const second = await house.doors.makeCodes(house.id, 2)
  if (!first.ok || !second.ok) throw new Error('none made')
  const codes = [...first.value.codes, ...second.value.codes]
  expect(codes.map(({ number }) => number)).toEqual(codes.map((_, place) => place + 1))
  expect(new Set(codes.map(({ code }) => code)).size).toBe(302)
  expect(codes.every(({ code }) => code.length === DOOR_LENGTH)).toBe(true)
  await house.doors.spendCode(aDevice('one'), codes[300]!.code)
  expect(await house.store.doorCodes(house.id)).toEqual({ made: 302, spent: 1 })
  expect(await house.doors.makeCodes(house.id, 4999)).toMatchObject({
    refusal: { code: 'door/too-many' },
  })
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  const bytes = files
    .filter((file) => file.isFile())
    .map((file) => readFileSync(join(file.parentPath, file.name), 'latin1'))
  expect(codes.filter(({ code }) => bytes.some((text) => text.includes(code)))).toEqual([])
})

it('[PW1] the password admits as it was heard, and is frozen while a question runs', async () => {
  expect(await asks('password')).toMatchObject({ refusal: { code: 'password/missing' } })
  const short = await house.doors.setPassword(house.id, ' a b ')
  expect(short).toMatchObject({ refusal: { code: 'password/short' } })
  await house.doors.setPassword(house.id, '푸른 Sea 7')
  expect(await asks('password')).toMatchObject({ ok: true })
  const visitor = aDevice('one')
  expect(house.doors.isPassword(visitor, '푸른sea7')).toBe(true)
  expect(house.doors.isPassword(visitor, '푸른sea8')).toBe(false)
  expect(await house.joining.prove(visitor, 'password', 'right')).toMatchObject({
    value: { seat: 1 },
  })
  expect(JSON.stringify(await house.store.meetings())).not.toMatch(/sea/i)
  await opened()
  expect(await house.doors.setPassword(house.id, 'another')).toMatchObject({
    refusal: { code: 'presence/frozen' },
  })
})

it('[WD1] a withdrawn voter casts nothing more, and what was cast stays', async () => {
  const { pass, seat } = await admitted('one')
  const questionId = await opened()
  const cast = (basedOn: number) => {
    const ballot = aBallot({ seat, basedOn, marked: ['yes'], question: questionId })
    return house.casting.castBallot(house.joining.readPass(house.signed(pass))!, ballot)
  }
  expect(await cast(0)).toMatchObject({ value: { rev: 1 } })
  await house.doors.withdraw(house.id, seat, true)
  expect(await cast(1)).toMatchObject({ refusal: { code: 'seat/withdrawn' } })
  await restart()
  expect(await cast(1)).toMatchObject({ refusal: { code: 'seat/withdrawn' } })
  await house.meetings.close(house.id, questionId)
  await house.clock.pass(20_000)
  await expect.poll(() => house.rowOf(questionId).seal?.size, { timeout: 10_000 }).toBe(1)
})

it('[WD6] a ballot that stands makes its seat count as present, after a restart too', async () => {
  const voters = []
  for (const name of ['one', 'two', 'three']) voters.push(await admitted(name))
  const questionId = await opened()
  for (const { seat } of voters.slice(0, 2)) {
    await house.cast(questionId, { seat, marked: ['yes'] })
    await house.doors.withdraw(house.id, seat, true)
  }
  await restart()
  await house.meetings.close(house.id, questionId)
  await house.clock.pass(20_000)
  await expect.poll(() => house.rowOf(questionId).electorate).toEqual({ entitled: 3, present: 3 })
  const next = await opened()
  await house.meetings.close(house.id, next)
  await house.clock.pass(2000)
  await expect.poll(() => house.rowOf(next).electorate).toEqual({ entitled: 1, present: 1 })
})

it('[WD2] proofs do not bring a withdrawn phone back, the host does', async () => {
  const { visitor, seat } = await admitted('one')
  await asks('code')
  await house.doors.withdraw(house.id, seat, true)
  const proven = await house.joining.prove(visitor, 'code', 'right')
  expect(proven).toMatchObject({ value: { seat: null } })
  if (!proven.ok) throw new Error('refused')
  const { me } = await house.joining.snapshot(visitor, proven.value)
  expect(me.admission).toMatchObject({ state: 'waiting', withdrawn: true })
  await house.joining.askHost(visitor)
  const [waiting] = await house.joining.arrivals(house.id)
  await house.joining.decide(house.id, waiting!.number, true)
  expect(await house.joining.enter(visitor, { scanned: null, address: '' })).toMatchObject({
    value: { seat },
  })
  await house.doors.withdraw(house.id, seat, true)
  await house.doors.withdraw(house.id, seat, false)
  expect(await house.joining.enter(visitor, { scanned: null, address: '' })).toMatchObject({
    value: { seat },
  })
})
