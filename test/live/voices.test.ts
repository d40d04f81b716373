import { expect, it } from 'vitest'
import { makeBallot, padded } from '../../shared/client/outbox.ts'
import type { Seat } from '../../shared/ids.ts'
import type { Question } from '../../shared/vote.ts'
import type { PhoneSnapshot } from '../../shared/wire/events.ts'
import type { SignedReceipt } from '../../shared/wire/cast.ts'
import { openQuestion, type Line } from '../support/hall.ts'
import { code, desk, hall, proof, useHall } from '../support/open-hall.ts'

useHall()

/** Two have given their voice to the first. */
const LINES = [
  { name: '박민수', key: '101' },
  { name: '김철수', key: '102', proxy: '101' },
  { name: '이영희', key: '103', proxy: '박민수' },
]

async function listed(lines: readonly object[] = LINES): Promise<void> {
  const answer = await fetch(`${hall.url}/api/meetings/${code}/roster`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: hall.deskCookie },
    body: JSON.stringify({ lines }),
  })
  expect(answer.status).toBe(200)
}

async function aPhone(key: string): Promise<{ line: Line; snapshot: PhoneSnapshot }> {
  const { line } = await hall.phone(code, proof)
  return { line, snapshot: await line.must('roster:key', { key }) }
}

const ballotOf = ({ id, options }: Question, seat: Seat, basedOn = 0) =>
  padded(makeBallot({ questionId: id, seat, basedOn, marks: [options[0]!.id] }).message)

const again = (line: Line) => line.must('meeting:enter', { code, proof: null })

it('[SE11] each seat of a pass has its own ballot, revision and receipt, by socket and by HTTP', async () => {
  await listed()
  const { line, snapshot } = await aPhone('101')
  expect(snapshot.me).toMatchObject({ seats: [1, 2, 3], voices: [{ rev: 0 }, { rev: 0 }] })
  const question = await openQuestion(desk, { receipts: 'full' })
  const [own, first, second] = snapshot.me.seats.map((seat) => ballotOf(question, seat))
  expect(await line.must('ballot:cast', own!)).toEqual({ kept: true, rev: 1 })
  expect(await line.must('ballot:cast', first!)).toEqual({ kept: true, rev: 1 })
  // The same message again is the same ballot.
  expect(await line.must('ballot:cast', first!)).toEqual({ kept: true, rev: 1 })
  const posted = await fetch(`${hall.url}/api/ballots`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${snapshot.me.pass}`,
    },
    body: JSON.stringify(second),
  })
  expect(await posted.json()).toEqual({ kept: true, rev: 1 })
  for (const seat of [1, 2])
    await line.heard<SignedReceipt>('ballot:signed', (receipt) => receipt.seat === seat)
  expect((await again(line)).me).toMatchObject({ rev: 1, voices: [{ rev: 1 }, { rev: 1 }] })
  await desk.line.must('question:close', { questionId: question.id })
  const { live } = await desk.line.must('desk:watch', { code: null })
  expect(live.people).toEqual({ connected: 1, checkedIn: 1, seats: 3, voted: 3 })
})

it('[SE11] a pass casts for no seat that it does not hold now, and nothing of it is kept', async () => {
  await listed()
  const holder = await aPhone('101')
  const question = await openQuestion(desk)
  const principal = await aPhone('102')
  await holder.line.heard('admission:changed')
  expect((await again(holder.line)).me.seats).toEqual([1, 3])
  const late = await fetch(`${hall.url}/api/ballots`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      // Signed while the seat was in it.
      authorization: `Bearer ${holder.snapshot.me.pass}`,
    },
    body: JSON.stringify(ballotOf(question, 2 as Seat)),
  })
  expect(await late.json()).toMatchObject({ code: 'ballot/not-your-seat' })
  for (const [line, seat] of [
    [holder.line, 2],
    [principal.line, 1],
    [principal.line, 3],
  ] as const)
    expect(await line.ask('ballot:cast', ballotOf(question, seat as Seat))).toMatchObject({
      refusal: { code: 'ballot/not-your-seat' },
    })
  expect((await again(principal.line)).me).toMatchObject({ seats: [2], rev: 0 })
  expect(await principal.line.must('ballot:cast', ballotOf(question, 2 as Seat))).toMatchObject({
    rev: 1,
  })
  await desk.line.must('question:close', { questionId: question.id })
  const { live } = await desk.line.must('desk:watch', { code: null })
  expect(live.people.voted).toBe(1)
})

it('[SE7] both phones are told when the next question gives the seat back', async () => {
  await listed()
  const holder = await aPhone('101')
  const question = await openQuestion(desk)
  await holder.line.must('ballot:cast', ballotOf(question, 2 as Seat))
  const principal = await aPhone('102')
  expect(principal.snapshot.me).toMatchObject({ seats: [], votedBy: '박민수' })
  await desk.line.must('question:close', { questionId: question.id })
  await principal.line.heard('question:sealed')
  await desk.line.must('question:reveal', { questionId: question.id })
  await desk.line.must('question:add', {})
  await desk.line.must('meeting:next', {})
  for (const { line } of [holder, principal]) line.frames.length = 0
  const next = await openQuestion(desk)
  for (const { line } of [holder, principal]) await line.heard('admission:changed')
  expect((await again(principal.line)).me).toMatchObject({ seats: [2] })
  expect((await again(holder.line)).me).toMatchObject({ seats: [1, 3] })
  expect(await principal.line.must('ballot:cast', ballotOf(next, 2 as Seat))).toMatchObject({
    rev: 1,
  })
})

const aLine = (key: string, more: { proxy?: string; weight?: string } = {}) => ({
  ...{ name: `회원 ${key}`, key, ...more },
})

const GROUPS = [
  {
    name: 'people who vote for others too',
    lines: [
      aLine('1'),
      aLine('2'),
      aLine('3'),
      ...['4', '5'].map((key) => aLine(key, { proxy: '1' })),
    ],
    here: ['1', '2', '3'],
  },
  {
    name: 'people of each weight',
    lines: ['1', '1', '1', '2', '2', '2'].map((weight, at) => aLine(`${at}`, { weight })),
    here: ['0', '1', '2', '3', '4', '5'],
  },
]

it.each(GROUPS)(
  '[SG6] a secret count that would be withheld now is known to the desk: $name',
  async (room) => {
    await listed(room.lines)
    const phones: PhoneSnapshot[] = []
    for (const key of room.here) phones.push((await aPhone(key)).snapshot)
    const question = await openQuestion(desk, { names: 'secret', bars: 'reveal', least: 3 })
    const few: unknown[] = []
    for (const { me } of phones) {
      for (const seat of me.seats) {
        const answer = await fetch(`${hall.url}/api/ballots`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${me.pass}` },
          body: JSON.stringify(ballotOf(question, seat)),
        })
        expect(answer.status).toBe(200)
      }
      const { live } = await desk.line.must('desk:watch', { code: null })
      few.push(live.few ?? false)
    }
    // Only with the last one each group is large enough; before the first of a new group it seems so.
    expect(few.at(-1)).toBe(false)
    expect(few.at(-2)).toBe(true)
    expect(few[0]).toBe(true)
  },
)
