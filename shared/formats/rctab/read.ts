import type { OptionId } from '../../ids.ts'
import type { RunoffRule } from '../../tally/ranked/runoff-rule.ts'
import type { Pile, Ranking } from '../../tally/terms.ts'
import type { Entry, RankedElection } from '../../tally/election/election.ts'
import type { Reader } from '../reading.ts'
import { createFaults, type Faults } from '../faults.ts'
import { createJsonReader, type Json } from '../json.ts'
import { readRunoffRule, settingsIn } from './rule.ts'

/** An election, and how it was counted; null: by transfers of surpluses, which no count here does so. */
export interface RctabElection {
  election: RankedElection
  rule: RunoffRule | null
}

export const WRITE_IN = 'UWI' as OptionId
/** Stands twice in a rank where a record says that several options are marked, and not which. */
export const OVERVOTE = 'overvote' as OptionId

const ADDED: readonly Entry[] = [
  { id: WRITE_IN, name: 'Undeclared Write-ins' },
  { id: OVERVOTE, name: 'overvote', withdrawn: true },
]

/** A ballot of the record, merged with equal ones; its place is that of the first. */
interface Paper {
  cells: Extract<Json, { type: 'list' }>
  count: number
}

/**
 * Reads the JSON of test/elections/rctab: `title`, `rules` as RCTab's configuration has them,
 * `candidates` and `ballots` in any order. Candidates get their places from 1 as ids.
 */
export function createRctabReader(): Reader<RctabElection> {
  const faults = createFaults()
  const papers = new Map<string, Paper>()
  const candidates: Json[] = []
  let total = 0

  const json = createJsonReader((name, item) => {
    if (name === 'candidates') candidates.push(item)
    if (name === 'ballots') addPaper(item)
  })

  function addPaper(item: Json): void {
    const [count, cells, more] = item.type === 'list' ? item.items : []
    const copies = plain(count)
    const isPaper = typeof copies === 'number' && copies >= 0 && cells?.type === 'list' && !more
    if (!isPaper || !Number.isSafeInteger(copies) || !Number.isSafeInteger(total + copies))
      return faults.add(item, 'rctab-ballot', said(item))
    total += copies
    const key = JSON.stringify(cells.items.map(plain))
    const known = papers.get(key)
    if (known) known.count += copies
    else papers.set(key, { cells, count: copies })
  }

  return {
    feed(piece) {
      if (!faults.isStopped) json.feed(piece)
    },
    end() {
      const { value: root, ...place } = json.end()
      if (!root) faults.add({ line: 1, column: 1, ...place }, 'rctab-json', '')
      if (!root || !faults.isEmpty) return faults.refusal()
      const entries = root.type === 'record' ? root.entries : new Map<string, Json>()
      for (const name of ['candidates', 'ballots', 'rules']) {
        const isThere = entries.get(name)?.type === (name === 'rules' ? 'record' : 'list')
        if (!isThere) faults.add(root, `rctab-${name}`, said(entries.get(name)))
      }
      const { options, idOf } = readCandidates(candidates, faults)
      const settings = settingsIn(entries.get('rules'))
      const piles = [...papers.values()].map(({ cells, count }): Pile<Ranking> => {
        const most = settings.ranks ?? Infinity
        if (cells.items.length > most) faults.add(cells, 'rctab-ranks', String(cells.items.length))
        return { ballot: cells.items.map((cell) => rankOf(cell, idOf, faults)), count }
      })
      const seen = new Set(piles.flatMap(({ ballot }) => ballot.flat()))
      const all = [...options, ...ADDED.filter(({ id }) => seen.has(id))]
      const rule = readRunoffRule(settings, all, faults)
      if (!faults.isEmpty) return faults.refusal()
      const title = plain(entries.get('title'))
      const election: RankedElection = {
        title: typeof title === 'string' ? title : '',
        options: all,
        ballots: { form: 'ranked', piles },
        ...{ seats: settings.seats, budget: null, decimals: 0 },
      }
      return { ok: true, value: { election, rule } }
    },
  }
}

/** Names and aliases, each of one candidate. */
function readCandidates(items: readonly Json[], faults: Faults) {
  const idOf = new Map<string, OptionId>([['UWI', WRITE_IN]])
  const options = items.map((item, at): Entry => {
    const id = String(at + 1) as OptionId
    const entries = item.type === 'record' ? item.entries : new Map<string, Json>()
    const name = plain(entries.get('name'))
    const aliases = entries.get('aliases')
    const isExcluded = plain(entries.get('excluded')) ?? false
    if (typeof name !== 'string' || typeof isExcluded !== 'boolean')
      faults.add(item, 'rctab-candidate', said(item))
    const names = [name, ...(aliases?.type === 'list' ? aliases.items.map(plain) : [])]
    for (const each of new Set(names)) {
      if (typeof each !== 'string') continue
      if (idOf.has(each)) faults.add(item, 'rctab-new-name', each)
      idOf.set(each, id)
    }
    return { id, name: String(name), ...(isExcluded === true && { withdrawn: true }) }
  })
  return { options, idOf }
}

function rankOf(cell: Json, idOf: ReadonlyMap<string, OptionId>, faults: Faults): OptionId[] {
  const name = plain(cell)
  if (name === 'undervote') return []
  if (name === 'overvote') return [OVERVOTE, OVERVOTE]
  const id = typeof name === 'string' ? idOf.get(name) : undefined
  if (id === undefined) faults.add(cell, 'rctab-cell', said(cell))
  return id === undefined ? [] : [id]
}

const plain = (json: Json | undefined) => (json?.type === 'plain' ? json.value : undefined)

/** What stands there, for the one who has to mend it. */
function said(json: Json | undefined): string {
  if (!json) return ''
  return json.type === 'plain' ? String(json.value) : json.type === 'list' ? '[…]' : '{…}'
}
