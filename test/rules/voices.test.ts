import { describe, expect, it } from 'vitest'
import { electorateOf } from '../../server/domain/electorate.ts'
import { Roster } from '../../server/domain/roster.ts'
import { movedTo, Voices } from '../../server/domain/voices.ts'
import { MOST_VOICES, readRoster } from '../../shared/formats/roster.ts'
import type { QuestionId, Seat } from '../../shared/ids.ts'

const faultsOf = (...lines: string[]) => readRoster(lines.join('\n')).faults
const q1 = 'q1' as QuestionId
const q2 = 'q2' as QuestionId

describe('a list with voices given away', () => {
  it('[SE1] names the holder by number or by a name that nobody else has', () => {
    const given = [
      { name: '김철수', key: '101', proxy: '102' },
      { name: '이영희', key: '102' },
    ]
    expect(readRoster('김철수,101,102\n이영희,102')).toEqual({ lines: given, faults: [] })
    expect(readRoster('이름,번호,위임\n김철수,101,102\n이영희,102,').lines).toEqual(given)
    expect(faultsOf('김철수,,이영희', '이영희,')).toEqual([])
    expect(faultsOf('a,1,m-2', 'b,M 2')).toEqual([])
  })

  it('[SE1] says of each line why its voice cannot be given so', () => {
    expect(faultsOf('a,1,9', 'b,2,2', 'c,3,d', 'd,4,e', 'e,5')).toEqual([
      { row: 1, column: 3, why: 'proxy-unknown' },
      { row: 2, column: 3, why: 'proxy-self' },
      { row: 3, column: 3, why: 'proxy-chain' },
    ])
    // Which of two namesakes is meant?
    expect(faultsOf('a,1,b', 'b,2', 'b,3')).toMatchObject([{ row: 1, why: 'proxy-unknown' }])
    const many = Array.from({ length: MOST_VOICES + 1 }, (_, at) => `n${at},${at},h`)
    expect(faultsOf(...many, 'h,h')).toEqual([
      { row: MOST_VOICES + 1, column: 3, why: 'proxy-many' },
    ])
    // A heading that names other columns brings no voices.
    expect(faultsOf('이름,번호,전화', 'a,1,2', 'b,2,')).toEqual([
      { row: 2, column: 3, why: 'more-cells' },
    ])
  })
})

/** Three people: 1 and 2 gave their voice to 3. */
function aHall() {
  const roster = new Roster()
  const withdrawn = new Map<string, Seat>()
  roster.set(
    [3, 3, null].map((proxy, at) => ({
      ...{ number: at + 1, name: `n${at + 1}`, keyHash: `h${at + 1}`, rollKey: `listed:${at + 1}` },
      ...{ device: `d${at + 1}`, proxy, weight: null },
    })),
  )
  const voices = new Voices(roster, withdrawn)
  const entry = (number: number) => roster.byNumber(number)!
  return {
    ...{ roster, withdrawn, voices },
    comes: (number: number) => roster.seat(`listed:${number}`, (10 + number) as Seat),
    absent(number: number) {
      roster.seat(`listed:${number}`, (10 + number) as Seat)
      voices.learn(`listed:${number}`, { absent: true, stays: null })
    },
    voter: (number: number, question: QuestionId | null = null) =>
      voices.voterOf(entry(number), question)?.number ?? null,
  }
}

describe('whose ballots a seat gets', () => {
  it('[SE2] the holder’s while the principal is away, the principal’s as soon as they come', () => {
    const hall = aHall()
    expect([hall.voter(1), hall.voter(3)]).toEqual([null, null])
    hall.absent(1)
    expect(hall.voter(1)).toBeNull()
    hall.comes(3)
    expect([hall.voter(1), hall.voter(2), hall.voter(3)]).toEqual([3, 3, 3])
    hall.voices.learn('listed:1', { absent: false, stays: null })
    expect([hall.voter(1), hall.voter(3)]).toEqual([1, 3])
    expect(hall.voices.mayCast('d3', 11 as Seat, q1)).toBe(false)
    expect(hall.voices.mayCast('d1', 11 as Seat, q1)).toBe(true)
    hall.withdrawn.set('listed:3', 13 as Seat)
    expect(hall.voter(2)).toBeNull()
    hall.withdrawn.set('listed:1', 11 as Seat)
    hall.withdrawn.delete('listed:3')
    // Whoever has left is away again.
    expect(hall.voter(1)).toBe(3)
  })

  it.each([
    { what: 'came before any ballot', absent: false, out: false, stays: null, q1: 1, q2: 1 },
    { what: 'came after the holder’s ballot', absent: false, out: false, stays: q1, q1: 3, q2: 1 },
    { what: 'left after the own ballot', absent: false, out: true, stays: q1, q1: null, q2: 3 },
    { what: 'left before any ballot', absent: false, out: true, stays: null, q1: 3, q2: 3 },
    { what: 'was never here', absent: true, out: false, stays: null, q1: 3, q2: 3 },
  ])('[SE3] where the principal $what', (row) => {
    const { absent, out, stays } = row
    const hall = aHall()
    hall.comes(3)
    hall.absent(1)
    hall.voices.learn('listed:1', { absent, stays })
    if (out) hall.withdrawn.set('listed:1', 11 as Seat)
    expect([hall.voter(1, q1), hall.voter(1, q2)]).toEqual([row.q1, row.q2])
  })

  it('[SE3] a seat stays where it was only if that is somebody else’s now', () => {
    const absent = false
    expect(movedTo({ absent }, { wasOwn: false, isOwn: true, running: q1 }).stays).toBe(q1)
    expect(movedTo({ absent }, { wasOwn: true, isOwn: true, running: q1 }).stays).toBeNull()
    expect(movedTo({ absent }, { wasOwn: false, isOwn: true, running: null }).stays).toBeNull()
  })

  it('[SE4] people are counted in person and seats by what they may do, or did', () => {
    const hall = aHall()
    const room = { ...hall, seats: 13 }
    hall.comes(3)
    hall.absent(1)
    hall.absent(2)
    expect([hall.voices.people, electorateOf(room)]).toEqual([1, { entitled: 3, present: 3 }])
    hall.withdrawn.set('listed:3', 13 as Seat)
    expect([hall.voices.people, electorateOf(room)]).toEqual([0, { entitled: 3, present: 0 }])
    const voted = new Set([11, 13] as Seat[])
    expect(electorateOf(room, null, voted)).toEqual({ entitled: 3, present: 2 })
    expect(electorateOf(room, { lastSeat: 13 as Seat, seats: 1 }, voted).present).toBe(2)
  })
})
