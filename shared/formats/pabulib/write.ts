import type { OptionId } from '../../ids.ts'
import type { Ballots, Election, Entry } from '../../tally/election/election.ts'
import { fromUnits } from '../amounts.ts'
import type { VoteType } from './meta.ts'
import { WITHDRAWN } from './projects.ts'

/** What the format says of an election beside its ballots. */
export interface Published {
  /** Country, unit, instance, rule, dates and whatever else META takes, by its names. */
  meta: Readonly<Record<string, string>>
  /** Which form of set or of points it is; absent: approval, cumulative. */
  voteType?: VoteType
  /** What is paid for, once that is known. */
  chosen?: readonly OptionId[]
}

/** One ballot as it is written. */
interface Written {
  vote: string
  points?: string
}

/**
 * An election as a Pabulib file, line by line. Ballots are sorted by what they say and numbered in that
 * order, so that neither order nor number tells who cast which, or when. Of a withdrawn project the cost
 * is lost, a line end inside a text becomes LF. Throws where the format cannot say it: no budget, equal
 * ranks, ranks left out, a comma in an id or in a name of a list.
 */
export function* writePabulib(election: Election, published: Published): Generator<string> {
  const { options, ballots, budget, decimals } = election
  const { meta, chosen } = published
  if (budget === null) throw new RangeError('a Pabulib file without a budget')
  const piles = writtenPiles(ballots)
  const voteType = published.voteType ?? VOTE_TYPES[ballots.form]

  const own = {
    description: election.title,
    num_projects: String(options.length),
    num_votes: String(piles.reduce((sum, { count }) => sum + count, 0)),
    budget: fromUnits(budget, decimals),
    vote_type: voteType,
  }
  yield 'META\n'
  yield line(['key', 'value'])
  for (const entry of Object.entries({ ...meta, ...own })) if (entry[1] !== '') yield line(entry)

  const columns = columnsOf(options, { decimals, chosen: chosen && new Set(chosen) })
  yield 'PROJECTS\n'
  yield line(columns.map(([name]) => name))
  for (const entry of options) yield line(columns.map(([, cell]) => cell(entry)))

  yield 'VOTES\n'
  yield line(['voter_id', 'vote', ...(ballots.form === 'points' ? ['points'] : [])])
  let voter = 0
  for (const { vote, points, count } of piles)
    for (let each = 0; each < count; each += 1) {
      voter += 1
      yield line([String(voter), vote, ...(points === undefined ? [] : [points])])
    }
}

const VOTE_TYPES = {
  set: 'approval',
  ranked: 'ordinal',
  points: 'cumulative',
} as const satisfies Record<Ballots['form'], VoteType>

type Column = [name: string, cell: (entry: Entry) => string]

/** Those that some project has something to say in. */
function columnsOf(
  options: readonly Entry[],
  { decimals, chosen }: { decimals: number; chosen: ReadonlySet<OptionId> | undefined },
): Column[] {
  const told: Column[] = [
    ['name', ({ id, name }) => (name === id ? '' : name)],
    ['category', ({ categories = [] }) => listed(categories)],
    ['neighborhood', ({ district = '' }) => district],
    ['beneficiaries', ({ beneficiaries = [] }) => listed(beneficiaries)],
  ]
  return [
    ['project_id', ({ id }) => listed([id])],
    ['cost', ({ cost = 0, withdrawn }) => (withdrawn ? WITHDRAWN : fromUnits(cost, decimals))],
    ...told.filter(([, cell]) => options.some((entry) => cell(entry) !== '')),
    ...(chosen ? [['selected', ({ id }) => (chosen.has(id) ? '1' : '0')] satisfies Column] : []),
  ]
}

/** Piles by what stands in the file, in the order of that. */
function writtenPiles(ballots: Ballots): (Written & { count: number })[] {
  return writtenOf(ballots).sort((a, b) => compare(a.vote, b.vote) || compare(a.points, b.points))
}

function writtenOf(ballots: Ballots): (Written & { count: number })[] {
  switch (ballots.form) {
    case 'set':
      return ballots.piles.map(({ ballot, count }) => ({
        vote: [...ballot].sort().join(','),
        count,
      }))
    case 'ranked':
      return ballots.piles.map(({ ballot, count }) => {
        if (ballot.some((rank) => rank.length !== 1))
          throw new RangeError('a Pabulib file has one project a rank')
        return { vote: ballot.flat().join(','), count }
      })
    case 'points':
      return ballots.piles.map(({ ballot, count }) => {
        const each = Object.entries(ballot).sort(([a], [b]) => compare(a, b))
        return {
          vote: each.map(([id]) => id).join(','),
          points: each.map(([, n]) => n).join(','),
          count,
        }
      })
  }
}

function listed(items: readonly string[]): string {
  const odd = items.find((item) => item.includes(','))
  if (odd !== undefined) throw new RangeError(`a comma inside an item of a list: ${odd}`)
  return items.join(',')
}

const compare = (a = '', b = '') => (a < b ? -1 : a > b ? 1 : 0)

function line(cells: readonly string[]): string {
  return `${cells.map(quoted).join(';')}\n`
}

function quoted(cell: string): string {
  const text = cell.replace(/\r\n?/g, '\n')
  return /[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
