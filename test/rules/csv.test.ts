import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeCsv } from '../../shared/formats/csv.ts'

/** RFC 4180, read as strictly as it is written. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  const cells = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/gy
  for (const [, cell = '', end] of text.slice(1).matchAll(cells)) {
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

describe('a table as a file', () => {
  it('[MI3] reads back as it was, begins with a byte order mark, and its lines end as they must', () => {
    const cell = fc.string({ unit: 'grapheme' }).filter((text) => !/^[=+\-@\t\r\0]/.test(text))
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }),
      )
    fc.assert(
      fc.property(table, (rows) => {
        const text = writeCsv(rows)
        expect(text.startsWith('\uFEFF')).toBe(true)
        expect(text.endsWith('\r\n')).toBe(true)
        expect(readCsv(text)).toEqual(rows)
      }),
    )
  })

  it('[MI3] holds nothing that a spreadsheet would run; numbers stay numbers', () => {
    const active = ['=1+1', '+82', '-1', '@sum', '\tx', '\rx', '\0x']
    expect(readCsv(writeCsv([active]))).toEqual([active.map((text) => `'${text}`)])
    expect(writeCsv([['a "b"', 'c,d', -5, 12]])).toBe('\uFEFF"a ""b""","c,d",-5,12\r\n')
  })
})
