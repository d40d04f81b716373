import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readCsv, writeCsv } from '../../shared/formats/csv.ts'

const cells = (text: string) => readCsv(text).rows.map((row) => row.cells)

it('[RS1] reads what RFC 4180 and spreadsheets write', () => {
  expect(cells('a,b\r\nc,d\r\n')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
  expect(cells('\uFEFF이름;번호\n"김, 하나";"1 ""가"""')).toEqual([
    ['이름', '번호'],
    ['김, 하나', '1 "가"'],
  ])
  expect(cells('a\tb\rc\td')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
  expect(cells('"a;b",c;d\n')).toEqual([['a;b', 'c;d']])
  expect(cells('a,,\n\n , \nb,"",c')).toEqual([
    ['a', '', ''],
    ['b', '', 'c'],
  ])
  expect(cells('')).toEqual([])
})

it('[RS1] counts lines as an editor does, and names the place that cannot be read', () => {
  expect(readCsv('a,"two\r\nlines"\r\n\r\nb').rows.map(({ line }) => line)).toEqual([1, 4])
  expect(readCsv('a\nb,"never closed\n').fault).toEqual({ line: 2, column: 2 })
  expect(readCsv('a,"b" c').fault).toEqual({ line: 1, column: 2 })
  expect(readCsv('a,b "quoted" inside').fault).toBeNull()
})

it('[RS2] writes no formula, and text comes back as it was', () => {
  for (const sign of ['=', '+', '-', '@', '\t', '\r', '\0'])
    expect(cells(writeCsv([[`${sign}1+1`, '가']]))).toEqual([[`'${sign}1+1`, '가']])
  expect(writeCsv([['a', -2]])).toBe('\uFEFFa,-2\r\n')
  const plain = fc.string({ unit: 'binary' }).filter((text) => !/^[=+\-@\t\r\0]/.test(text))
  const filled = fc.array(fc.array(plain, { minLength: 2, maxLength: 4 }), { maxLength: 5 })
  fc.assert(
    fc.property(filled, (rows) => {
      const kept = rows.filter((row) => row.some((cell) => cell.trim() !== ''))
      expect(cells(writeCsv(rows))).toEqual(kept)
    }),
  )
})
