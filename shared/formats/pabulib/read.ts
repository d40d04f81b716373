import type { OptionId } from '../../ids.ts'
import type { Election } from '../../tally/election/election.ts'
import { toUnits } from '../amounts.ts'
import type { Reader, Reading } from '../reading.ts'
import { createFaults, type Place } from '../faults.ts'
import { createRows, placeOf, type Row } from '../rows.ts'
import { createTable, type Table } from '../table.ts'
import { listOf, PARALLEL, readMeta, type MetaEntry, type Stated, type VoteType } from './meta.ts'
import { createProjects, isId } from './projects.ts'
import { createVotes, type Votes } from './votes.ts'

/** A budget vote as cities publish it (pabulib.org/format). */
export interface Pabulib {
  /** All that META says, by its names. */
  meta: ReadonlyMap<string, string>
  voteType: VoteType
  election: Election
  /** What the city paid for (`selected`, whatever its number), in the file's order; null: not said. */
  official: readonly OptionId[] | null
  /** Counts that the file gives of itself; null: it gives none. */
  votesColumn: ReadonlyMap<OptionId, number> | null
  scoreColumn: ReadonlyMap<OptionId, number> | null
  /** Marks for a project on papers that name it already: they count once, the file's column may not. */
  repeats: ReadonlyMap<OptionId, number>
}

const SECTIONS = ['META', 'PROJECTS', 'VOTES'] as const
type Section = (typeof SECTIONS)[number]

/** Columns that a section cannot be read without. */
const NEEDED = {
  META: ['key', 'value'],
  PROJECTS: ['project_id', 'cost'],
  VOTES: ['voter_id', 'vote'],
} satisfies Record<Section, string[]>

/**
 * Reads a Pabulib file. META has what counts need (the format asks for more, files lack it), columns
 * come in any order, and those that are not known are passed over. Nothing is read by half.
 */
export function createPabulibReader(): Reader<Pabulib> {
  const faults = createFaults()
  const rows = createRows(';', faults, takeRow)
  const meta = new Map<string, MetaEntry>()
  const projects = createProjects(faults)
  const voters = new Set<string | number>()
  let section: Section | null = null
  /** The rows of this section; null: its header comes next. */
  let table: Table | null = null
  let stated: Stated | null = null
  let votes: Votes | null = null
  let cast = 0
  let end: Place = { line: 1, column: 1 }

  const due = () => SECTIONS[section === null ? 0 : SECTIONS.indexOf(section) + 1]

  function takeRow(row: Row): void {
    const { cells, line } = row
    end = { line: line + 1, column: 1 }
    const first = cells[0]!.trim()
    const next = SECTIONS.find((name) => name === first)
    if ((next ?? '') === first && cells.slice(1).every((cell) => cell.trim() === '')) {
      if (next) enter(next, placeOf(row, 0))
    } else if (section === null) fail(placeOf(row, 0), 'section-META', first)
    else if (table === null) table = begin(row, section)
    else if (table.holds(row)) takers[section](table, row)
  }

  function fail(place: Place, expected: string, found: string): void {
    faults.add(place, expected, found)
    faults.stop()
  }

  function enter(next: Section, place: Place): void {
    if (section !== null && table === null) return fail(place, `header-${section}`, next)
    if (next !== due()) return fail(place, `section-${due() ?? 'end'}`, next)
    if (section === 'META') stated = readMeta(meta, place, faults)
    // By a META that is wrong every ballot would be wrong too.
    if (section === 'META' && !stated) return faults.stop()
    if (section === 'PROJECTS' && projects.size !== stated!.projects)
      faults.add(meta.get('num_projects')!.place, 'stated-projects', String(projects.size))
    section = next
    table = null
  }

  function begin(header: Row, of: Section): Table {
    const needed: string[] = [...NEEDED[of]]
    if (of === 'VOTES') {
      const { voteType } = stated!
      if (voteType === 'cumulative' || voteType === 'scoring') needed.push('points')
      votes = createVotes(voteType, projects.ids, faults)
    }
    return createTable(header, needed, faults)
  }

  const takers = {
    META(of, row) {
      const [name, text] = [of.text(row, 'key'), of.text(row, 'value')]
      if (meta.has(name)) return faults.add(of.place(row, 'key'), 'new-key', name)
      // An entry that says nothing is one that is not there.
      if (text !== '') meta.set(name, { text, place: of.place(row, 'value') })
    },
    PROJECTS: projects.take,
    VOTES(of, row) {
      const voter = of.text(row, 'voter_id')
      if (!isId(voter)) faults.add(of.place(row, 'voter_id'), 'id', voter)
      // As a number it takes a third of the memory, and a city has a million of them.
      const name = /^[1-9]\d{0,14}$/.test(voter) ? Number(voter) : voter
      if (voters.has(name)) faults.add(of.place(row, 'voter_id'), 'new-voter', voter)
      voters.add(name)
      const sex = of.text(row, 'sex')
      if (!/^[MFO]?$/.test(sex)) faults.add(of.place(row, 'sex'), 'sex', sex)
      votes!.take(of, row)
      cast += 1
    },
  } satisfies Record<Section, (of: Table, row: Row) => void>

  function finish(): Reading<Pabulib> {
    rows.end()
    const missing = section !== null && table === null ? `header-${section}` : `section-${due()}`
    if (faults.isEmpty && (section !== 'VOTES' || table === null)) fail(end, missing, '')
    if (!faults.isStopped && cast !== stated!.votes)
      faults.add(meta.get('num_votes')!.place, 'stated-votes', String(cast))
    return faults.isEmpty ? { ok: true, value: put(stated!, votes!) } : faults.refusal()
  }

  function put({ budget, voteType }: Stated, { ballots, repeats }: Votes): Pabulib {
    const caps = PARALLEL.flatMap(([list]) => listOf(meta.get(list)?.text ?? ''))
    const decimals = projects.decimals([budget, ...caps])
    const { columns } = projects
    const official = [...columns.selected].flatMap(([id, code]) => (code > 0 ? [id] : []))
    return {
      meta: new Map([...meta].map(([name, { text }]) => [name, text])),
      voteType,
      election: {
        title: meta.get('description')?.text ?? '',
        options: projects.entries(decimals),
        ballots: ballots(),
        seats: null,
        budget: toUnits(budget, decimals),
        decimals,
      },
      official: columns.selected.size > 0 ? official : null,
      votesColumn: columns.votes.size > 0 ? columns.votes : null,
      scoreColumn: columns.score.size > 0 ? columns.score : null,
      repeats,
    }
  }

  return { feed: (piece) => rows.feed(piece), end: finish }
}
