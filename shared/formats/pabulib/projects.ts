import type { OptionId } from '../../ids.ts'
import type { Entry } from '../../tally/election/election.ts'
import { decimalsIn, toUnits } from '../amounts.ts'
import type { Faults } from '../faults.ts'
import type { Row } from '../rows.ts'
import type { Table } from '../table.ts'
import { listOf } from './meta.ts'

/** What a withdrawn project costs in these files. */
export const WITHDRAWN = '999999999'

/** Numbers that the city put beside its projects; a column that is not there is empty. */
const COLUMNS = ['selected', 'votes', 'score'] as const

export interface Projects {
  take(table: Table, row: Row): void
  readonly size: number
  /** Their ids by themselves: a ballot's text is looked up here, and then not held any longer. */
  ids: Map<string, OptionId>
  columns: Record<(typeof COLUMNS)[number], Map<OptionId, number>>
  /** How many decimals the finest of these costs and of the other amounts of the file has. */
  decimals(others: readonly string[]): number
  entries(decimals: number): Entry[]
}

export function createProjects(faults: Faults): Projects {
  const ids = new Map<string, OptionId>()
  const columns: Projects['columns'] = { selected: new Map(), votes: new Map(), score: new Map() }
  const taken: { entry: Entry; cost: string }[] = []

  function takeColumns(table: Table, row: Row, id: OptionId): void {
    for (const name of COLUMNS) {
      if (!table.has(name)) continue
      const text = table.text(row, name)
      const isSound = name === 'selected' ? /^[0-3]$/ : /^-?\d{1,15}(?:\.0+)?$/
      if (isSound.test(text)) columns[name].set(id, Number(text))
      else faults.add(table.place(row, name), name === 'selected' ? name : 'whole-number', text)
    }
  }

  return {
    take(table, row) {
      const id = table.text(row, 'project_id') as OptionId
      if (!isId(id)) return faults.add(table.place(row, 'project_id'), 'id', id)
      if (ids.has(id)) return faults.add(table.place(row, 'project_id'), 'new-project', id)
      ids.set(id, id)
      const cost = table.text(row, 'cost')
      if (decimalsIn(cost) === null) faults.add(table.place(row, 'cost'), 'amount', cost)
      const categories = listOf(table.text(row, 'category'))
      const district = table.text(row, 'neighborhood')
      // Files before April 2026 call them target.
      const beneficiaries = listOf(table.text(row, 'beneficiaries') || table.text(row, 'target'))
      const entry: Entry = {
        ...{ id, name: table.text(row, 'name') || id },
        ...(isWithdrawn(cost) && { withdrawn: true }),
        ...(categories.length > 0 && { categories }),
        ...(district !== '' && { district }),
        ...(beneficiaries.length > 0 && { beneficiaries }),
      }
      taken.push({ entry, cost })
      takeColumns(table, row, id)
    },
    get size() {
      return taken.length
    },
    ids,
    columns,
    decimals: (others) =>
      [...others, ...taken.map(({ cost }) => cost)].reduce(
        (most, amount) => Math.max(most, decimalsIn(amount) ?? 0),
        0,
      ),
    entries: (decimals) =>
      taken.map(({ entry, cost }) =>
        entry.withdrawn ? entry : { ...entry, cost: toUnits(cost, decimals) },
      ),
  }
}

const isWithdrawn = (cost: string) => cost.replace(/\.0+$/, '') === WITHDRAWN

/** Lists of ids have commas between them, so none can stand in one. */
export const isId = (text: string): boolean => text !== '' && !text.includes(',')
