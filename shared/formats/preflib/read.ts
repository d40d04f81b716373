import type { OptionId } from '../../ids.ts'
import type { Entry, RankedElection } from '../../tally/election/election.ts'
import type { Reader } from '../reading.ts'
import { createFaults, type Place } from '../faults.ts'
import { createLines } from '../lines.ts'
import { createOrders, PREFLIB_TYPES, type Orders } from './orders.ts'

/** What a PrefLib file says. */
export interface Preflib {
  election: RankedElection
  /** Names of the categories, best first, where ranks are those (`cat`); else none. */
  categories: readonly string[]
  /** What else the header says, by key in capitals: `PUBLICATION DATE` and the like. */
  about: Readonly<Record<string, string>>
}

/** Whole numbers that the header must give, and what the file then has to hold. */
const NUMBERS = ['NUMBER ALTERNATIVES', 'NUMBER VOTERS'] as const
const KEPT = [
  'FILE NAME',
  'DESCRIPTION',
  'MODIFICATION TYPE',
  'RELATES TO',
  'RELATED FILES',
].concat(['PUBLICATION DATE', 'MODIFICATION DATE'])
const HEADER = /^(#\s*([A-Z]+(?: [A-Z]+)*(?: \d+)?)\s*:\s*)(.*)$/s
const ORDER = /^\s*(\d+)\s*:(.*)$/s

/**
 * Reads a PrefLib file of orders: Mattei, Walsh, "PrefLib: A Library for Preferences" (2013), in the form of
 * preflib.org/format: soc, soi, toc, toi and cat, whose ranks are its categories. Alternatives have their
 * numbers as ids. What stands in the header and disagrees with the orders is a fault.
 */
export function createPreflibReader(): Reader<Preflib> {
  const faults = createFaults()
  const header = new Map<string, { value: string; place: Place }>()
  let orders: Orders | null = null
  let isCategorised = false
  let last = 0

  const lines = createLines((text, line) => {
    last = line
    if (faults.isStopped || text.trim() === '') return
    if (text.startsWith('#')) return readHeader(text, line)
    orders ??= begin({ line, column: 1 })
    const [, count = '', order = ''] = ORDER.exec(text) ?? []
    if (count === '') faults.add({ line, column: 1 }, 'preflib-line', text)
    else orders.add(count, order, { line, column: text.length - order.length + 1 })
  })

  function readHeader(text: string, line: number): void {
    const [, before = '', key, value = ''] = HEADER.exec(text) ?? []
    if (key === undefined) return
    if (header.has(key)) faults.add({ line, column: 1 }, 'preflib-once-key', key)
    header.set(key, { value: value.trimEnd(), place: { line, column: before.length + 1 } })
  }

  const wholeOf = (key: string): number | null => {
    const value = header.get(key)?.value ?? ''
    return /^\d{1,15}$/.test(value) ? Number(value) : null
  }

  /** All that orders need stands above the first one. */
  function begin(place: Place): Orders {
    const said = header.get('DATA TYPE')
    const type = PREFLIB_TYPES.find((each) => each === said?.value)
    if (!type) faults.add(said?.place ?? place, 'preflib-type', said?.value ?? '')
    for (const key of NUMBERS)
      if (wholeOf(key) === null)
        faults.add(
          header.get(key)?.place ?? place,
          'preflib-number',
          `${key} ${header.get(key)?.value ?? ''}`,
        )
    const categories = wholeOf('NUMBER CATEGORIES')
    if (type === 'cat' && categories === null)
      faults.add(place, 'preflib-number', 'NUMBER CATEGORIES')
    if (!faults.isEmpty) faults.stop()
    isCategorised = type === 'cat'
    return createOrders(
      {
        type: type ?? 'toi',
        size: wholeOf('NUMBER ALTERNATIVES') ?? 0,
        categories: categories ?? 0,
      },
      faults,
    )
  }

  const namesOf = (key: string, count: number): string[] =>
    Array.from({ length: count }, (_, at) => {
      const name = header.get(`${key} ${at + 1}`)?.value
      if (name === undefined)
        faults.add({ line: last + 1, column: 1 }, 'preflib-name', `${key} ${at + 1}`)
      return name ?? ''
    })

  return {
    feed: (piece) => lines.feed(piece),
    end() {
      lines.end()
      orders ??= begin({ line: last + 1, column: 1 })
      if (faults.isStopped) return faults.refusal()
      const piles = orders.piles()
      const voters = header.get('NUMBER VOTERS')!
      if (Number(voters.value) !== orders.total)
        faults.add(voters.place, 'preflib-voters', voters.value)
      const unique = header.get('NUMBER UNIQUE ORDERS') ?? header.get('NUMBER UNIQUE PREFERENCES')
      if (unique && Number(unique.value) !== piles.length)
        faults.add(unique.place, 'preflib-orders', unique.value)
      const names = namesOf('ALTERNATIVE NAME', wholeOf('NUMBER ALTERNATIVES') ?? 0)
      const categories = isCategorised
        ? namesOf('CATEGORY NAME', wholeOf('NUMBER CATEGORIES') ?? 0)
        : []
      if (!faults.isEmpty) return faults.refusal()
      const options = names.map((name, at): Entry => ({ id: String(at + 1) as OptionId, name }))
      const about = KEPT.flatMap((key) => {
        const value = header.get(key)?.value
        return value ? [[key, value]] : []
      })
      const election: RankedElection = {
        title: header.get('TITLE')?.value ?? '',
        options,
        ballots: { form: 'ranked', piles },
        ...{ seats: null, budget: null, decimals: 0 },
      }
      const value = { election, categories, about: Object.fromEntries(about) as Preflib['about'] }
      return { ok: true, value }
    },
  }
}
