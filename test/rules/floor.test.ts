import { expect, it } from 'vitest'
import { cloudOf } from '../../presenter/src/display/lib/cloud.ts'
import { floorPages, linesBeside } from '../../presenter/src/display/lib/floor-pages.ts'
import { FloorList, MOST_OPEN } from '../../server/domain/floor-list.ts'
import { textPages } from '../../presenter/src/display/lib/text-pages.ts'
import { floorPicture } from '../../server/domain/floor.ts'
import type { FloorRow } from '../../server/rows.ts'
import type { FloorQuestion, FloorState } from '../../shared/floor.ts'
import type { Seat } from '../../shared/ids.ts'

const asked = (id: number, text: string): FloorQuestion => ({
  ...{ id: `${id}`, text, votes: 0 },
  state: 'shown',
})

it('[FL9] pages of the floor keep every question in its order, however long it is', () => {
  const all = Array.from({ length: 30 }, (_, at) => asked(at, '가'.repeat(1 + ((at * 37) % 200))))
  const pages = floorPages(all, 4)
  expect(pages.flat()).toEqual(all)
  expect(pages.every((page) => page.length > 0)).toBe(true)
  expect(floorPages([], 9)).toEqual([])
  // Beside a long one in large type no other is half shown.
  const beside = ['왜요?', '가'.repeat(40), '가'.repeat(200)].map(linesBeside)
  expect(beside.map((lines) => lines > 2)).toEqual([true, true, false])
  expect(floorPages(all, beside[2]!)).toEqual([])
})

it('[FL8] a hall is told of no more questions than it can read, and how many there are beside', () => {
  const rows = Array.from({ length: 70 }, (_, at) => ({
    ...{ id: `${at}`, number: at, text: '왜요?', voters: new Set(`${at}`) },
    ...{ state: 'shown' as const, looked: false },
  }))
  expect(floorPicture(rows, null)).toMatchObject({
    ...{ questions: { length: 60 }, more: 10, waiting: 0 },
  })
})

it('[FL14] the one in large type is on the screen however few want it, once it may be read', () => {
  const all = Array.from({ length: 70 }, (_, at) => aRow(at, at < 65 ? 'shown' : 'hidden'))
  expect(floorPicture(all, '64')).toMatchObject({ questions: { length: 60 }, more: 5 })
  expect(floorPicture(all, '64').questions.at(-1)).toMatchObject({ id: '64' })
  for (const pinned of ['3', '69', 'none'])
    expect(floorPicture(all, pinned)).toEqual(floorPicture(all, null))
})

const aRow = (at: number, state: FloorState): FloorRow => ({
  ...{ id: `${at}`, number: at + 1, text: '왜요?', state, looked: false },
  voters: new Set(),
})
const asker = (seat: number, seats = 1500) => ({ hand: `${seat}`, seat: seat as Seat, seats })

/** A list with so many questions of each of these seats. */
function filled(shares: Record<number, number>, state: FloorState = 'waiting'): FloorList {
  const list = new FloorList([])
  for (const [seat, share] of Object.entries(shares))
    for (let nth = 0; nth < share; nth += 1) list.add(aRow(list.next - 1, state), asker(+seat))
  return list
}
const roomFor = (list: FloorList, ...who: Parameters<typeof asker>) => {
  const room = list.roomFor(asker(...who))
  return room.ok ? (room.value?.id ?? 'room') : room.refusal.code
}

it('[FL12] hidden and answered questions fill no list', () => {
  for (const state of ['hidden', 'answered'] as const)
    expect(roomFor(filled({ 7: MOST_OPEN }, state), 7)).toBe('room')
  expect(roomFor(filled({ 7: MOST_OPEN - 1 }), 7)).toBe('room')
})

it('[FL12] on a full one the latest and least wanted of the fullest hand gives way', () => {
  const list = filled({ 7: 3, 8: 990, 9: 7 })
  expect(roomFor(list, 1)).toBe('992')
  list.find('992')!.voters.add('somebody')
  expect(roomFor(list, 9)).toBe('991')
  expect(roomFor(list, 8)).toBe('floor/full')
  // Whatever somebody at the desk has looked at keeps its place.
  for (const row of list.rows) list.mark({ ...row, state: 'shown', looked: true })
  expect(roomFor(list, 1)).toBe('floor/full')
})

it('[FL19] after a restart only what was looked at counts as looked at, shown or not', () => {
  const list = filled({ 7: MOST_OPEN }, 'shown')
  list.mark({ ...list.find('999')!, looked: true })
  expect(roomFor(new FloorList(list.rows), 1200)).toBe('998')
  for (const row of list.rows) list.mark({ ...row, looked: true })
  expect(roomFor(new FloorList(list.rows), 1200)).toBe('floor/full')
})

it('[FL13] where each hand has one, only who was here before it was full pushes one out', () => {
  const list = filled(Object.fromEntries(Array.from({ length: MOST_OPEN }, (_, at) => [at + 1, 1])))
  expect(roomFor(list, 300, 2000)).toBe('floor/full')
  expect(roomFor(list, 1200, 2000)).toBe('999')
  expect(roomFor(list, 1501, 2000)).toBe('floor/full')
  const restarted = new FloorList(list.rows)
  expect([roomFor(restarted, 1999, 2000), roomFor(restarted, 2001, 2001)]).toEqual([
    '999',
    'floor/full',
  ])
  list.remove(list.find('5')!)
  expect(roomFor(list, 1501, 2000)).toBe('room')
})

it('[TX11] pages of answers keep each in its order, long ones across both columns', () => {
  const all = Array.from({ length: 40 }, (_, at) => ({
    ...{ text: `${at}${'가'.repeat((at * 37) % 200)}`, count: 40 - at },
  }))
  const pages = textPages(all)
  expect(pages.flatMap(({ texts }) => texts)).toEqual(all)
  for (const { columns, texts } of pages)
    expect(texts.every(({ text }) => text.length > 38)).toBe(columns === 1)
  expect(textPages(all.map(({ count }) => ({ text: '나무', count })))[0]).toMatchObject({
    ...{ columns: 2, texts: { length: 10 } },
  })
})

it('[TX11] a cloud has its largest word in the middle and no size without a difference', () => {
  const words = cloudOf([9, 4, 4, 1, 1].map((count, at) => ({ text: `${at}`, count })))
  expect(words.map(({ text }) => text)).toEqual(['3', '1', '0', '2', '4'])
  expect(words.map(({ size }) => size)).toEqual([0, 0.5, 1, 0.5, 0])
  expect(cloudOf([{ text: 'one', count: 7 }])).toMatchObject([{ size: 0.5 }])
})
