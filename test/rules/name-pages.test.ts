import { expect, it } from 'vitest'
import { namePages } from '../../presenter/src/display/lib/name-pages.ts'
import type { Row } from '../../presenter/src/lib/rows.ts'

const groupOf = (id: string, count: number) => ({
  row: { id } as unknown as Row,
  names: Array.from({ length: count }, (_, at) => `${id}${at}`),
})
const shape = (pages: ReturnType<typeof namePages>) =>
  pages.map((page) => page.map(({ row, names, continued }) => [row.id, names.length, continued]))

it('[NM8] names share pages of a screen: all of them once, in order, and no heading alone at a foot', () => {
  expect(shape(namePages([groupOf('a', 5), groupOf('b', 2)], { columns: 4, lines: 8 }))).toEqual([
    [
      ['a', 5, false],
      ['b', 2, false],
    ],
  ])
  expect(shape(namePages([groupOf('a', 30), groupOf('b', 0)], { columns: 4, lines: 6 }))).toEqual([
    [['a', 16, false]],
    [['a', 14, true]],
    [['b', 0, false]],
  ])
  for (const lines of [0, 1, 2.7, 9.4, 30])
    for (const columns of [1, 3, 11]) {
      const groups = [groupOf('a', 77), groupOf('b', 1), groupOf('c', 0), groupOf('d', 12)]
      const pages = namePages(groups, { columns, lines })
      const shown = pages.flat().flatMap(({ names }) => names)
      expect(shown).toEqual(groups.flatMap(({ names }) => names))
      for (const page of pages) {
        const high = page.map(({ names }) => 1.6 + Math.max(1, Math.ceil(names.length / columns)))
        expect(high.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(
          Math.max(lines, 2.6) + 1e-9,
        )
      }
    }
})
