import { expect, it } from 'vitest'
import { cloudOf } from '../../presenter/src/display/lib/cloud.ts'
import { floorPages } from '../../presenter/src/display/lib/floor-pages.ts'
import { floorPicture } from '../../server/domain/floor.ts'
import type { FloorQuestion } from '../../shared/floor.ts'

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
})

it('[FL8] a hall is told of no more questions than it can read, and how many there are beside', () => {
  const rows = Array.from({ length: 70 }, (_, at) => ({
    ...{ id: `${at}`, number: at, text: '왜요?', voters: new Set(`${at}`) },
    state: 'shown' as const,
  }))
  expect(floorPicture(rows)).toMatchObject({ questions: { length: 60 }, more: 10, waiting: 0 })
})

it('[TX11] a cloud has its largest word in the middle and no size without a difference', () => {
  const words = cloudOf([9, 4, 4, 1, 1].map((count, at) => ({ text: `${at}`, count })))
  expect(words.map(({ text }) => text)).toEqual(['3', '1', '0', '2', '4'])
  expect(words.map(({ size }) => size)).toEqual([0, 0.5, 1, 0.5, 0])
  expect(cloudOf([{ text: 'one', count: 7 }])).toMatchObject([{ size: 0.5 }])
})
