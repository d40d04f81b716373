import { expect, it } from 'vitest'
import { MOST_LISTED, readRoster } from '../../shared/formats/roster.ts'

it('[RS3] two columns, with or without a heading, are a list', () => {
  const lines = [
    { name: '김하늘', key: '101' },
    { name: 'Ann Bee', key: '' },
  ]
  expect(readRoster('이름,회원 번호\r\n 김하늘 , 101 \r\n\r\nAnn Bee\r\n')).toEqual({
    lines,
    faults: [],
  })
  expect(readRoster('김하늘\t101\nAnn Bee\t')).toEqual({ lines, faults: [] })
})

it('[RS3] what is wrong is named by line and column', () => {
  const text = ['name;key', ';1', 'a;2', `${'b'.repeat(61)};3`, 'c;2', 'd;4;5', '"e'].join('\n')
  expect(readRoster(text).faults).toEqual([
    { row: 2, column: 1, why: 'no-name' },
    { row: 4, column: 1, why: 'too-long' },
    { row: 5, column: 2, why: 'same-key' },
    { row: 6, column: 3, why: 'more-cells' },
    { row: 7, column: 1, why: 'unreadable' },
  ])
  const many = Array.from({ length: MOST_LISTED + 2 }, (_, at) => `n${at},${at}`).join('\n')
  expect(readRoster(many).faults).toEqual([{ row: MOST_LISTED + 1, column: 1, why: 'too-many' }])
  expect(readRoster('a,M-1\nb,m 1').faults).toMatchObject([{ row: 2, column: 2, why: 'same-key' }])
})
