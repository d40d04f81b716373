import type { Faults, Place } from './faults.ts'
import { placeOf, type Row } from './rows.ts'

/** Rows under a header: cells by the names of their columns, in whatever order these stand. */
export interface Table {
  /** The cell without blanks around it; nothing where the column or the cell is not there. */
  text(row: Row, name: string): string
  place(row: Row, name: string): Place
  has(name: string): boolean
  /** Is this row no wider than its header? If it is, that is a fault. */
  holds(row: Row): boolean
}

/** The table that begins with this header; one that lacks a needed column stops the reader. */
export function createTable(header: Row, needed: readonly string[], faults: Faults): Table {
  const columns = new Map<string, number>()
  header.cells.forEach((cell, at) => {
    const name = cell.trim()
    if (name === '') return
    if (columns.has(name)) faults.add(placeOf(header, at), 'new-column', name)
    columns.set(name, at)
  })
  for (const name of needed)
    if (!columns.has(name)) {
      faults.add(placeOf(header, 0), `column-${name}`, header.cells.join(';'))
      faults.stop()
    }

  return {
    text: ({ cells }, name) => cells[columns.get(name) ?? -1]?.trim() ?? '',
    place: (row, name) => placeOf(row, columns.get(name) ?? 0),
    has: (name) => columns.has(name),
    holds(row) {
      if (row.cells.length <= header.cells.length) return true
      const wide = row.cells.findIndex(
        (cell, at) => at >= header.cells.length && cell.trim() !== '',
      )
      if (wide >= 0) faults.add(placeOf(row, wide), 'end-of-row', row.cells[wide]!)
      return wide < 0
    },
  }
}
