import { expect, it, vi } from 'vitest'
import { electorateOf } from '../../server/domain/electorate.ts'
import type { QuestionId, Seat } from '../../shared/ids.ts'
import { tally } from '../../shared/tally/index.ts'
import type { Question } from '../../shared/vote.ts'
import { aBallot } from '../support/builders.ts'
import { aHouseEach, house, restart } from '../support/house-each.ts'
import { namedIn } from '../../shared/marks.ts'

const PEOPLE = [
  { name: '박민수', key: '101' },
  { name: '김철수', key: '102', proxy: '101' },
  { name: '이영희', key: '103', proxy: '101' },
]

aHouseEach(async () => {
  await house.meetings.setPresence(house.id, { need: 'any', proofs: [], fence: null, networks: [] })
  await house.rosters.set(house.id, PEOPLE)
})

/** The phone of whoever has this key. */
function aPhone(key: string) {
  const found = house.joining.visitor(`phone of ${key}`, house.hall.meeting.code)
  if (!found.ok) throw new Error(found.refusal.code)
  const visitor = found.value
  const snapshot = async () => {
    const entered = await house.joining.enter(visitor, { scanned: null, address: '' })
    if (!entered.ok) throw new Error(entered.refusal.code)
    return house.joining.snapshot(visitor, entered.value)
  }
  return {
    comes: async () => house.joining.proveListed(visitor, await house.rosters.claim(visitor, key)),
    me: async () => (await snapshot()).me,
    async casts(question: QuestionId, seat: number, basedOn = 0, marked = ['yes']) {
      const pass = house.joining.readPass((await snapshot()).me.pass ?? '')
      if (!pass) throw new Error(`${key} has no pass`)
      return house.casting.castBallot(pass, aBallot({ question, seat, basedOn, marked }))
    },
  }
}

const holder = () => aPhone('101')
const first = () => aPhone('102')
const second = () => aPhone('103')

async function opened(change: Partial<Question> = {}): Promise<QuestionId> {
  const id = await house.draft(change)
  const answer = await house.meetings.open(house.id, id)
  if (!answer.ok) throw new Error(answer.refusal.code)
  return id
}
async function closed(id: QuestionId): Promise<void> {
  await house.meetings.close(house.id, id)
  // After a restart the latch leaves phones more time.
  await house.clock.pass(15_000)
  await expect.poll(() => house.rowOf(id).state).toMatch(/^(closed|sealed)$/)
}
async function published(id: QuestionId) {
  await expect.poll(() => house.rowOf(id).state).toBe('sealed')
  await house.revealing.reveal(house.id, id)
  const answer = await house.counting.published(id)
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}
const ok = { ok: true }
const refused = (code: string) => ({ refusal: { code } })

it('[SE5] one person with two voices casts three ballots, each counted as one', async () => {
  await holder().comes()
  const me = await holder().me()
  expect(me).toMatchObject({
    seats: [1, 2, 3],
    voices: [
      { seat: 2, name: '김철수', rev: 0 },
      { seat: 3, name: '이영희', rev: 0 },
    ],
  })
  expect([house.hall.voices.people, electorateOf(house.hall)]).toEqual([
    1,
    { entitled: 3, present: 3 },
  ])
  const id = await opened()
  for (const seat of me.seats)
    expect(await holder().casts(id, seat, 0, [seat === 3 ? 'no' : 'yes'])).toMatchObject(ok)
  // The same seat again, as if it were new.
  expect(await holder().casts(id, 2)).toMatchObject(refused('ballot/changed-elsewhere'))
  expect(await holder().casts(id, 2, 1, ['no'])).toMatchObject(ok)
  expect((await holder().me()).voices).toMatchObject([{ rev: 2 }, { rev: 1 }])
  expect(house.voted(id)).toBe(3)
  await closed(id)
  const { ballots, result } = await published(id)
  expect(ballots?.map(({ marks }) => namedIn(marks).join()).sort()).toEqual(['no', 'no', 'yes'])
  expect(new Set(ballots?.map(({ leaf }) => leaf)).size).toBe(3)
  expect(result).toMatchObject({ turnout: 3, electorate: { entitled: 3, present: 3 } })
})

it('[SE6] a principal who comes before a ballot of theirs has the seat, and the holder has not', async () => {
  await holder().comes()
  const id = await opened()
  expect(await first().comes()).toMatchObject({ value: { seat: 2 } })
  expect(await holder().me()).toMatchObject({ seats: [1, 3], voices: [{ name: '이영희' }] })
  expect(await first().me()).toMatchObject({ seats: [2] })
  expect(await holder().casts(id, 2)).toMatchObject(refused('ballot/not-your-seat'))
  expect(await first().casts(id, 2)).toMatchObject(ok)
  expect(await first().casts(id, 3)).toMatchObject(refused('ballot/not-your-seat'))
  expect([house.hall.voices.people, electorateOf(house.hall).present]).toEqual([2, 3])
})

it('[SE7] one who comes after it has the seat from the next question on, after a restart too', async () => {
  await holder().comes()
  const id = await opened({ reopen: true, bars: 'reveal' })
  await holder().casts(id, 2)
  await first().comes()
  for (let starts = 0; starts < 2; starts += 1) {
    expect(await first().me()).toMatchObject({ seats: [], votedBy: '박민수' })
    expect(await first().casts(id, 2, 1, ['no'])).toMatchObject(refused('ballot/not-your-seat'))
    expect((await holder().me()).seats).toEqual([1, 2, 3])
    await restart()
  }
  expect(await holder().casts(id, 2, 1, ['no'])).toMatchObject(ok)
  // Opened again it is the same question.
  await closed(id)
  expect(await house.timing.reopen(house.id, id, null)).toMatchObject(ok)
  expect(await first().casts(id, 2, 2)).toMatchObject(refused('ballot/not-your-seat'))
  expect(await holder().casts(id, 2, 2)).toMatchObject(ok)
  await closed(id)
  await house.timing.seal(house.id, id)
  expect(await published(id)).toMatchObject({ result: { turnout: 1, electorate: { present: 3 } } })

  await house.meetings.next(house.id)
  const after = await opened()
  expect(await first().me()).not.toHaveProperty('votedBy')
  expect(await holder().casts(after, 2)).toMatchObject(refused('ballot/not-your-seat'))
  expect(await first().casts(after, 2)).toMatchObject(ok)
})

it('[SE8] whoever is withdrawn gives the seat back to the holder, but no ballot of their own', async () => {
  await first().comes()
  await holder().comes()
  const [own, held] = [(await first().me()).seats[0]!, (await holder().me()).seats]
  expect(held).not.toContain(own)
  const id = await opened()
  expect(await first().casts(id, own)).toMatchObject(ok)
  await house.doors.withdraw(house.id, own, true)
  expect(await first().me()).toMatchObject({ admission: { withdrawn: true }, seats: [] })
  expect(await holder().casts(id, own, 1, ['no'])).toMatchObject(refused('ballot/not-your-seat'))
  await closed(id)
  expect(house.rowOf(id).electorate).toEqual({ entitled: 3, present: 3 })
  const { ballots } = await published(id)
  expect(ballots).toHaveLength(1)

  await house.meetings.next(house.id)
  const after = await opened()
  expect((await holder().me()).seats).toContain(own)
  expect(await holder().casts(after, own)).toMatchObject(ok)
  await house.doors.withdraw(house.id, own, false)
  expect(await first().me()).toMatchObject({ seats: [], votedBy: '박민수' })
})

it('[SE14] who leaves between close and opening again keeps the ballot from the holder', async () => {
  await first().comes()
  await holder().comes()
  const own = (await first().me()).seats[0]!
  const id = await opened({ reopen: true, bars: 'reveal' })
  await first().casts(id, own)
  await closed(id)
  await house.doors.withdraw(house.id, own, true)
  expect(await house.timing.reopen(house.id, id, null)).toMatchObject(ok)
  expect(await holder().casts(id, own, 1, ['no'])).toMatchObject(refused('ballot/not-your-seat'))
  await house.doors.withdraw(house.id, own, false)
  expect(await first().casts(id, own, 1, ['no'])).toMatchObject(ok)
})

it('[SE14] who comes between close and opening again leaves the ballot to the holder', async () => {
  await holder().comes()
  const id = await opened({ reopen: true, bars: 'reveal' })
  await holder().casts(id, 2)
  await closed(id)
  await first().comes()
  expect(await house.timing.reopen(house.id, id, null)).toMatchObject(ok)
  expect(await first().casts(id, 2, 1, ['no'])).toMatchObject(refused('ballot/not-your-seat'))
  expect(await holder().casts(id, 2, 1, ['no'])).toMatchObject(ok)
})

it('[SE15] no moment of a withdrawal, or of its end, lends a ballot to the holder', async () => {
  await first().comes()
  await holder().comes()
  const own = (await first().me()).seats[0]!
  const id = await opened()
  await first().casts(id, own)
  const save = house.store.saveProxied.bind(house.store)
  for (const is of [true, false]) {
    const meanwhile = vi
      .spyOn(house.store, 'saveProxied')
      .mockImplementationOnce(async (...row) => {
        expect(await holder().casts(id, own, 1)).toMatchObject(refused('ballot/not-your-seat'))
        return save(...row)
      })
    await house.doors.withdraw(house.id, own, is)
    expect(meanwhile).toHaveBeenCalledOnce()
    meanwhile.mockRestore()
  }
  vi.spyOn(house.store, 'saveProxied').mockRejectedValueOnce(new Error('disk'))
  await expect(house.doors.withdraw(house.id, own, true)).rejects.toThrow('disk')
  for (let starts = 0; starts < 2; starts += 1) {
    expect(await holder().casts(id, own, 1 + starts)).toMatchObject(refused('ballot/not-your-seat'))
    expect(await first().casts(id, own, 1 + starts)).toMatchObject(ok)
    await restart()
  }
})

it('[SE16] a ballot on its way to the box when its seat’s owner comes is the holder’s', async () => {
  await holder().comes()
  const id = await opened()
  const pass = house.joining.readPass((await holder().me()).pass!)!
  const cast = house.box.cast.bind(house.box)
  let sendOn = () => {}
  const way = new Promise<void>((resolve) => (sendOn = resolve))
  vi.spyOn(house.box, 'cast').mockImplementationOnce((ballot) => way.then(() => cast(ballot)))
  const sent = house.casting.castBallot(pass, aBallot({ question: id, seat: 2, marked: ['yes'] }))
  const coming = first().comes()
  await vi.waitFor(() => expect(house.hall.roster.entries[1]?.device).not.toBeNull())
  setTimeout(sendOn, 100)
  await coming
  expect(await sent).toMatchObject(ok)
  expect(await first().me()).toMatchObject({ seats: [], votedBy: '박민수' })
  expect(await first().casts(id, 2, 1, ['no'])).toMatchObject(refused('ballot/not-your-seat'))
  expect(await holder().casts(id, 2, 1, ['no'])).toMatchObject(ok)
})

it('[SE8] a withdrawn holder votes for nobody; turnout never passes those present', async () => {
  await holder().comes()
  const id = await opened()
  await holder().casts(id, 2)
  await house.doors.withdraw(house.id, 1 as Seat, true)
  expect(await first().me()).toMatchObject({ admission: { state: 'waiting' } })
  expect(await first().comes()).toMatchObject({ value: { seat: 2 } })
  expect(await first().me()).toMatchObject({ seats: [], votedBy: '박민수' })
  await second().comes()
  expect(await second().casts(id, 3)).toMatchObject(ok)
  await closed(id)
  expect(house.rowOf(id).electorate).toEqual({ entitled: 3, present: 2 })
  expect((await published(id)).result.turnout).toBe(2)
})

it('[SE9] a seat given for a holder’s sake lets nobody in, and a new list gives it to another', async () => {
  await house.meetings.setPresence(house.id, {
    ...{ need: 'any', proofs: ['door'], fence: null, networks: [] },
  })
  await holder().comes()
  const found = house.joining.visitor('phone of 101', house.hall.meeting.code)
  if (found.ok) await house.joining.prove(found.value, 'door', 'right')
  expect((await holder().me()).seats).toEqual([1, 2, 3])
  expect(await first().comes()).toMatchObject({ value: { seat: null } })
  expect((await first().me()).admission.state).toBe('waiting')
  expect(await house.doors.admitted(house.id)).toMatchObject([{ seat: 1 }])
  expect(await house.doors.withdraw(house.id, 2 as Seat, true)).toMatchObject(
    refused('seat/unknown'),
  )
  expect(house.rosters.entries(house.id)).toMatchObject([
    { state: 'present', proxy: null },
    { state: 'held', proxy: 1 },
    { state: 'free', proxy: 1 },
  ])
  await restart()
  expect((await first().me()).admission.state).toBe('waiting')
  const others = [...PEOPLE.slice(0, 2), { name: '이영희', key: '103' }]
  await house.rosters.set(house.id, [...others, { name: '한지민', key: '104', proxy: '101' }])
  expect(await holder().me()).toMatchObject({
    seats: [1, 2, 4],
    voices: [{ name: '김철수' }, { name: '한지민' }],
  })
  expect(electorateOf(house.hall)).toEqual({ entitled: 4, present: 3 })
})

it('[SE9] principal and holder who come at once have one seat each way', async () => {
  await Promise.all([holder().comes(), first().comes(), second().comes()])
  const seats = await Promise.all([holder(), first(), second()].map(async (each) => each.me()))
  expect(seats.map((me) => me.seats.length)).toEqual([1, 1, 1])
  expect(new Set(seats.flatMap((me) => me.seats)).size).toBe(3)
})

it.each([
  ['101', 3, 1],
  ['102', 1, 2],
])(
  '[SE17] a list set while %s is let in says with which seats they vote',
  async (key, seats, people) => {
    await house.rosters.set(
      house.id,
      PEOPLE.map(({ name, key: own }) => ({ name, key: own })),
    )
    if (key === '102') await holder().comes()
    const admit = house.store.admit.bind(house.store)
    vi.spyOn(house.store, 'admit').mockImplementationOnce(async (...who) => {
      await house.rosters.set(house.id, PEOPLE)
      return admit(...who)
    })
    await aPhone(key).comes()
    expect(house.hall.voices.people).toBe(people)
    expect((await aPhone(key).me()).seats).toHaveLength(seats)
  },
)

it('[SE18] nobody waits at the door for somebody else’s voices', async () => {
  const others = [
    { name: '박지훈', key: '104' },
    { name: '한지민', key: '105', proxy: '104' },
  ]
  await house.rosters.set(house.id, [...PEOPLE, ...others])
  const save = house.store.saveProxied.bind(house.store)
  let goOn = () => {}
  const held = new Promise<void>((resolve) => (goOn = resolve))
  const saving = vi
    .spyOn(house.store, 'saveProxied')
    .mockImplementationOnce((...row) => held.then(() => save(...row)))
  const coming = holder().comes()
  await vi.waitFor(() => expect(saving).toHaveBeenCalled())
  await aPhone('104').comes()
  expect((await aPhone('104').me()).seats).toHaveLength(2)
  goOn()
  await coming
  expect((await holder().me()).seats).toHaveLength(3)
})

it('[SE10] where only those may vote who are here at the opening, the voices they hold may too', async () => {
  await holder().comes()
  const id = await opened({ electorate: 'opening' })
  expect(house.rowOf(id).opening).toEqual({ lastSeat: 3, seats: 3 })
  await first().comes()
  expect(await first().casts(id, 2)).toMatchObject(ok)
  await closed(id)
  expect(house.rowOf(id).electorate).toEqual({ entitled: 3, present: 3 })
})

/** One holder of three voices, and four more people. */
const EIGHT = ['', '201', '201', '201', '', '', '', ''].map((proxy, at) => ({
  ...{ name: `회원 ${at + 1}`, key: `${201 + at}` },
  ...(proxy && { proxy }),
}))
const HERE = ['201', '205', '206', '207', '208']

it.each([
  { casting: ['205'], ballots: 5, state: 'withheld', voters: 2 },
  { casting: ['205', '206', '207', '208'], ballots: 8, state: 'counted', voters: 5 },
])('[SG5] a secret count of $ballots ballots by $voters people is $state', async (told) => {
  await house.rosters.set(house.id, EIGHT)
  for (const key of HERE) await aPhone(key).comes()
  const id = await opened({ names: 'secret', bars: 'reveal', least: 5 })
  const seats = (await aPhone('201').me()).seats
  expect(seats).toHaveLength(4)
  for (const seat of seats) expect(await aPhone('201').casts(id, seat)).toMatchObject(ok)
  for (const key of told.casting) {
    const [seat = 0] = (await aPhone(key).me()).seats
    expect(await aPhone(key).casts(id, seat, 0, ['no'])).toMatchObject(ok)
  }
  // Whoever has left has voted all the same.
  await house.doors.withdraw(house.id, seats[0]!, true)
  await closed(id)
  const { question, result, ballots } = await published(id)
  expect(result).toMatchObject({
    ...{ turnout: told.ballots, electorate: { voters: told.voters } },
    tally: { state: told.state, ballots: told.ballots },
  })
  if (ballots) expect(tally(question, ballots, result)).toEqual(result.tally)
  else expect(told.state).toBe('withheld')
})

it('[SG5] people of a weight are counted before a secret question opens, not their seats', async () => {
  const weighted = EIGHT.map((line, at) => ({ ...line, weight: at < 5 ? '2' : '1' }))
  await house.rosters.set(house.id, weighted)
  for (const key of HERE) await aPhone(key).comes()
  const id = await house.draft({ names: 'secret', bars: 'reveal', least: 3 })
  expect(await house.meetings.open(house.id, id)).toMatchObject(refused('question/weights-secret'))
})

it('[SE4] a secret question counts people, not seats, before it opens', async () => {
  await holder().comes()
  const id = await house.draft({ names: 'secret', bars: 'reveal', least: 3 })
  expect(await house.meetings.open(house.id, id)).toMatchObject({
    refusal: { code: 'question/few-people', detail: { least: 3, entitled: 1 } },
  })
})

it('[RN5] of a secret round with one newcomer and their voices nothing is published', async () => {
  const many = Array.from({ length: 12 }, (_, at) => ({
    ...{ name: `회원 ${at}`, key: `${at}`, ...(at > 8 && { proxy: '8' }) },
  }))
  await house.rosters.set(house.id, many)
  async function asked(id: QuestionId, keys: readonly string[]) {
    for (const key of keys) await aPhone(key).comes()
    expect(await house.meetings.open(house.id, id)).toMatchObject(ok)
    for (const key of keys)
      for (const seat of (await aPhone(key).me()).seats)
        expect(await aPhone(key).casts(id, seat)).toMatchObject(ok)
    await closed(id)
    await published(id)
    return house.rowOf(id)
  }
  const keys = Array.from({ length: 8 }, (_, at) => `${at}`)
  const first = await house.draft({ names: 'secret', bars: 'reveal', least: 3 })
  expect(await asked(first, keys)).toMatchObject({
    ...{ electorate: { present: 8 }, lent: { all: 0 }, tally: { state: 'counted' } },
  })
  const again = await house.repeating.askAgain(house.id, first)
  if (!again.ok) throw new Error(again.refusal.code)
  expect(await asked(again.value.questionId, [...keys, '8'])).toMatchObject({
    ...{ electorate: { present: 12 }, lent: { all: 3 }, tally: { state: 'withheld', round: true } },
  })
})
