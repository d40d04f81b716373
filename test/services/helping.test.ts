import { expect, it } from 'vitest'
import type { Proof } from '../../shared/presence.ts'
import type { Turn } from '../../shared/wire/helper.ts'
import { aBallot } from '../support/builders.ts'
import { aHouseEach, house, restart } from '../support/house-each.ts'

aHouseEach(() => asks('door'))

async function asks(...proofs: Proof[]) {
  const rule = { need: 'all' as const, proofs, fence: null, networks: [] }
  return house.meetings.setPresence(house.id, rule)
}

async function codes(count: number): Promise<string[]> {
  const made = await house.doors.makeCodes(house.id, count)
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value.codes.map(({ code }) => code)
}

async function opened() {
  const questionId = await house.draft()
  await house.meetings.open(house.id, questionId)
  return questionId
}

async function closed(questionId: Awaited<ReturnType<typeof opened>>) {
  await house.meetings.close(house.id, questionId)
  await house.clock.pass(20_000)
  await expect.poll(() => house.rowOf(questionId).state, { timeout: 10_000 }).toBe('sealed')
  await house.revealing.reveal(house.id, questionId)
  await house.meetings.next(house.id)
}

const take = (code: string) => house.helping.take(house.id, code)
const refusedAs = (code: string) => ({ ok: false, refusal: { code } })

async function turnOf(code: string): Promise<Turn> {
  const taken = await take(code)
  if (!taken.ok) throw new Error(taken.refusal.code)
  return taken.value
}

function cast({ questionId, seat, rev, pass }: Turn, mark = 'yes') {
  const ballot = aBallot({ seat, basedOn: rev, marked: [mark], question: questionId })
  return house.casting.castBallot(house.joining.readPass(pass)!, ballot)
}

it('[HD1] a link opens the device until it is made anew, also after a restart', async () => {
  const { helping, hall, id } = house
  expect(helping.link(hall)).toBeNull()
  await helping.renewLink(id)
  const first = helping.link(hall)!
  expect([helping.meetingOf(first), helping.meetingOf(`${first}x`)]).toEqual([id, null])
  await restart()
  expect(house.helping.meetingOf(first)).toBe(id)
  await house.helping.renewLink(id)
  const second = house.helping.link(house.hall)!
  expect([house.helping.meetingOf(first), house.helping.meetingOf(second)]).toEqual([null, id])
})

it('[HD2] each code is a voter of its own, whatever else phones are asked for', async () => {
  await asks('door', 'code')
  const [one, two] = await codes(2)
  const questionId = await opened()
  const turns = [
    await turnOf(one!),
    await turnOf(`${two!.slice(0, 4).toLowerCase()} ${two!.slice(4)}`),
  ]
  expect(turns).toMatchObject([
    { questionId, seat: 1, rev: 0 },
    { questionId, seat: 2, rev: 0 },
  ])
  expect(await cast(turns[0]!)).toMatchObject({ value: { rev: 1 } })
  expect(await cast(turns[1]!, 'no')).toMatchObject({ value: { rev: 1 } })
  expect(await take('AAAAAAAA')).toMatchObject(refusedAs('door/wrong'))
  await closed(questionId)
  expect(house.rowOf(questionId).tally).toMatchObject({ ballots: 2 })
})

it('[HD3] the same code changes its ballot, and votes in the next question as the same voter', async () => {
  const [code] = await codes(1)
  const first = await opened()
  await cast(await turnOf(code!))
  const again = await turnOf(code!)
  expect(again).toMatchObject({ seat: 1, rev: 1 })
  expect(await cast(again, 'no')).toMatchObject({ value: { rev: 2 } })
  expect(await cast(again)).toMatchObject(refusedAs('ballot/changed-elsewhere'))
  await closed(first)
  expect(house.rowOf(first).tally).toMatchObject({ ballots: 1, leading: ['no'] })
  const second = await opened()
  expect(await turnOf(code!)).toMatchObject({ questionId: second, seat: 1, rev: 0 })
})

it('[HD4] a phone and the device never count one code twice', async () => {
  const [one, two] = await codes(2)
  const found = house.joining.visitor('a phone', house.hall.meeting.code)
  if (!found.ok) throw new Error('no meeting')
  await opened()
  expect(await house.doors.spendCode(found.value, one!)).toBe('right')
  expect(await take(one!)).toMatchObject(refusedAs('door/used'))
  const both = await Promise.all([take(two!), house.doors.spendCode(found.value, two!)])
  expect([both[0].ok, both[1] === 'right'].filter(Boolean)).toHaveLength(1)
  const many = await Promise.all([1, 2, 3].map(async () => take((await codes(1))[0]!)))
  expect(new Set(many.map((taken) => taken.ok && taken.value.seat)).size).toBe(3)
})

it('[HD5] no code is used up where none may vote by it', async () => {
  const [code, late] = await codes(2)
  expect(await take(code!)).toMatchObject(refusedAs('question/not-open'))
  expect(await house.store.doorCodes(house.id)).toEqual({ made: 2, spent: 0 })
  await opened()
  const turn = await turnOf(code!)
  await house.meetings.lock(house.id, true)
  expect(await take(late!)).toMatchObject(refusedAs('doors/locked'))
  expect(await turnOf(code!)).toMatchObject({ seat: turn.seat })
  await house.doors.withdraw(house.id, turn.seat, true)
  expect(await take(code!)).toMatchObject(refusedAs('seat/withdrawn'))
  expect(await cast(turn)).toMatchObject(refusedAs('seat/withdrawn'))
  expect(await house.store.doorCodes(house.id)).toEqual({ made: 2, spent: 1 })
  expect(await house.joining.arrivals(house.id)).toEqual([])
})

const PEOPLE = [
  { name: '박민수', key: 'M-101' },
  { name: '김철수', key: 'M-102' },
  { name: '이영희', key: 'M-103', proxy: 'M-101' },
]

async function listed(people: { name: string; key: string; proxy?: string }[] = PEOPLE) {
  const made = await house.rosters.set(house.id, people)
  if (!made.ok) throw new Error(made.refusal.code)
}

/** The phone of whoever has this key. */
function aPhone(key: string) {
  const found = house.joining.visitor(`phone of ${key}`, house.hall.meeting.code)
  if (!found.ok) throw new Error('no meeting')
  const visitor = found.value
  return async () => house.joining.proveListed(visitor, await house.rosters.claim(visitor, key))
}

it('[HD11] while a list is set its key votes with the entry’s seat, and a door code does not', async () => {
  const [code] = await codes(1)
  expect(house.helping.snapshot(house.id).listed).toBe(false)
  await listed()
  expect(house.helping.snapshot(house.id).listed).toBe(true)
  expect(await take('M-102')).toMatchObject(refusedAs('question/not-open'))
  const questionId = await opened()
  expect(await take(code!)).toMatchObject(refusedAs('roster/wrong'))
  expect(await house.store.doorCodes(house.id)).toEqual({ made: 1, spent: 0 })

  const turn = await turnOf(' m102 ')
  expect(turn).toMatchObject({ seat: 1, rev: 0, whose: null, voices: 0, left: 0 })
  expect(house.rosters.entries(house.id).map(({ state }) => state)).toEqual([
    ...['free', 'present', 'free'],
  ])
  expect(house.hall.roster.entryOf(turn.seat)?.name).toBe('김철수')
  expect(await cast(turn)).toMatchObject({ value: { rev: 1 } })
  await restart()
  const again = await turnOf('M-102')
  expect(again).toMatchObject({ seat: 1, rev: 1 })
  expect(await cast(again, 'no')).toMatchObject({ value: { rev: 2 } })
  await closed(questionId)
  expect(house.rowOf(questionId).tally).toMatchObject({ ballots: 1, leading: ['no'] })
  const second = await opened()
  expect(await turnOf('M-102')).toMatchObject({ questionId: second, seat: 1, rev: 0 })
})

it('[HD12] a phone and the device never stand for one entry; a release frees it', async () => {
  await asks()
  await listed()
  await opened()
  await aPhone('M-101')()
  expect(await take('M-101')).toMatchObject(refusedAs('roster/on-phone'))
  const turn = await turnOf('M-102')
  expect(await aPhone('M-102')()).toMatchObject(refusedAs('roster/used'))
  await house.rosters.release(house.id, 1)
  await house.rosters.release(house.id, 2)
  expect(await turnOf('M-101')).toMatchObject({ rev: 0 })
  expect(await aPhone('M-102')()).toMatchObject({ value: { seat: turn.seat } })
  // The pass was given before the release.
  expect(await cast(turn)).toMatchObject(refusedAs('meeting/not-admitted'))
})

it('[HD12] locked doors and a withdrawn admission leave an entry free', async () => {
  await listed()
  await opened()
  const turn = await turnOf('M-102')
  await house.meetings.lock(house.id, true)
  for (const key of ['M-101', 'nobody'])
    expect(await take(key)).toMatchObject(refusedAs('doors/locked'))
  expect(await turnOf('M-102')).toMatchObject({ seat: turn.seat })
  await house.meetings.lock(house.id, false)
  await house.doors.withdraw(house.id, turn.seat, true)
  await house.rosters.release(house.id, 2)
  expect(await take('M-102')).toMatchObject(refusedAs('seat/withdrawn'))
  expect(await cast(turn)).toMatchObject(refusedAs('meeting/not-admitted'))
  expect(house.rosters.entries(house.id).map(({ state }) => state)).not.toContain('held')
  expect(await house.joining.arrivals(house.id)).toEqual([])
})

it('[HD13] a proxy types the key once for each seat, the own one first', async () => {
  await listed()
  await opened()
  const own = await turnOf('M-101')
  expect(own).toMatchObject({ whose: null, voices: 1, left: 1 })
  expect(await cast(own)).toMatchObject({ ok: true })
  const other = await turnOf('M-101')
  expect(other).toMatchObject({ whose: '이영희', rev: 0, left: 0 })
  expect(other.seat).not.toBe(own.seat)
  expect(await cast(other, 'no')).toMatchObject({ ok: true })
  // All have a ballot: only the own one is changed here.
  expect(await turnOf('M-101')).toMatchObject({ seat: own.seat, rev: 1, voices: 1, left: 0 })
  const late = { ok: false, refusal: { code: 'seat/voted-for', detail: { name: '박민수' } } }
  expect(await take('M-103')).toMatchObject(late)
})

it('[HD13] a principal who types before has the seat', async () => {
  await listed()
  await opened()
  await turnOf('M-101')
  const principal = await turnOf('M-103')
  expect(principal).toMatchObject({ whose: null, voices: 0 })
  expect(await turnOf('M-101')).toMatchObject({ whose: null, voices: 0, left: 0 })
  expect(await cast(principal)).toMatchObject({ ok: true })
})
