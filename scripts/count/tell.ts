import type { Election } from '../../shared/formats/election.ts'
import type { OptionId } from '../../shared/ids.ts'
import { ballotsIn, type ElectionCount } from '../../shared/tally/election-count.ts'
import { usualKey } from '../../shared/tally/election-rule.ts'
import { keysOf } from '../../shared/tally/keys.ts'
import type { Tie } from '../../shared/tally/terms.ts'
import type { Language } from '../../shared/words/index.ts'
import type { Speech } from './speak.ts'

/** Everything that a count is told with. */
export interface Told extends Speech {
  election: Election
  language: Language
}

/** One object of a count, for other programs: projects by their ids, candidates by their names. */
export function plainCount(counted: ElectionCount, { election }: Told) {
  const { method, winners, state, ties } = counted
  const called = callerOf(election)
  return {
    method,
    state,
    winners: winners.map(called),
    cost: 'cost' in counted ? counted.cost / 10 ** election.decimals : null,
    rounds: roundsOf(counted, called),
    ties: ties.map((tie: Tie) => ({ ...tie, options: tie.options.map(called) })),
    ballots: ballotsIn(election),
  }
}

/** A table that a person reads: winners first, then what every option got, then ties. */
export function tell(
  counted: ElectionCount,
  { election, language, say }: Told,
  official: readonly OptionId[] | null,
): string {
  const { method, winners, state, ties } = counted
  const number = (value: number) => new Intl.NumberFormat(language).format(value)
  const money = (units: number) => number(units / 10 ** election.decimals)
  const named = (id: OptionId) => election.options.find((each) => each.id === id)?.name || id
  const figures = figuresOf(counted, election)
  const ranked = election.options
    .map(({ id, cost }) => ({ id, cost, figure: figures.get(id) ?? 0, place: winners.indexOf(id) }))
    .sort((a, b) => placeOf(a.place) - placeOf(b.place) || b.figure - a.figure)
  const rows = ranked.map(({ id, cost, figure, place }) => [
    place >= 0 ? `${place + 1}. ${say('won')}` : '',
    number(figure),
    cost === undefined ? '' : money(cost),
    named(id),
  ])
  const names = (ids: readonly OptionId[]) => ids.map(named).join(', ')
  return [
    `${election.title}`,
    [say(method), say('ballots', { count: ballotsIn(election) }), ...extent(counted)].join(' · '),
    '',
    ...columns(rows),
    '',
    ...ties.map(
      ({ stage, options, resolvedBy }) =>
        `${say('tie', { stage, names: names(options) })} – ${say(`by-${resolvedBy}`)}`,
    ),
    ...(state === 'tied' ? [say('undecided')] : state === 'none' ? [say('nobody')] : []),
    ...(official ? [comparedWith(official)] : []),
  ]
    .filter((line, at, all) => line !== '' || all[at - 1] !== '')
    .join('\n')
    .trim()

  function extent(of: ElectionCount): string[] {
    if ('cost' in of)
      return [say('spent', { cost: money(of.cost), budget: money(election.budget ?? 0) })]
    const rounds = roundsOf(of, named).length
    return rounds > 0 ? [say('rounds', { count: rounds })] : []
  }

  function comparedWith(published: readonly OptionId[]): string {
    const here = winners.filter((id) => !published.includes(id))
    const there = published.filter((id) => !winners.includes(id))
    if (here.length + there.length === 0) return say('asOfficial')
    return say('notOfficial', { here: names(here) || '–', there: names(there) || '–' })
  }
}

/** Pabulib's projects go by their numbers, which papers and reports use; candidates have names. */
const callerOf = (election: Election) => (id: OptionId) =>
  election.budget === null ? election.options.find((each) => each.id === id)?.name || id : id

const placeOf = (place: number) => (place < 0 ? Infinity : place)

const idsOf = ({ options }: Election) => options.map(({ id }) => id)

/** What an option got in the end, as the method counts it. */
function figuresOf(counted: ElectionCount, election: Election): Map<OptionId, number> {
  switch (counted.method) {
    case 'irv':
      return new Map(counted.rounds.flatMap(({ votes }) => entriesOf(votes)))
    case 'stv-scottish':
      return new Map(entriesOf(counted.stages.at(-1)?.votes ?? {}, 100_000))
    case 'borda':
      return new Map(entriesOf(counted.points, counted.parts))
    case 'greedy':
      return new Map(counted.lines.map(({ id, key }) => [id, key]))
    case 'equal-shares':
      return keysOf(usualKey(election.ballots), idsOf(election), election.ballots)
    case 'schulze':
      return new Map(
        counted.ranks.flatMap((ids, at) =>
          ids.map((id) => [id, counted.ranks.length - at] as const),
        ),
      )
    case 'plurality':
    case 'approval':
    case 'score':
      return new Map(entriesOf(counted.votes))
  }
}

const entriesOf = (record: Readonly<Record<string, number>>, parts = 1) =>
  Object.entries(record).map(([id, value]) => [id as OptionId, value / parts] as const)

/** The rounds, stages or purchases of a count, with names for ids. */
function roundsOf(counted: ElectionCount, called: (id: OptionId) => string): object[] {
  const named = (record: Readonly<Record<string, number>>, parts = 1) =>
    Object.fromEntries(entriesOf(record, parts).map(([id, value]) => [called(id), value]))
  switch (counted.method) {
    case 'irv':
      return counted.rounds.map(({ round, pass, votes, needed, elected, excluded, exhausted }) => ({
        ...{ round, pass, needed, votes: named(votes) },
        elected: elected.map(called),
        excluded: excluded.map(({ id }) => called(id)),
        exhausted: Object.values(exhausted).reduce((sum, count) => sum + count, 0),
      }))
    case 'stv-scottish':
      return counted.stages.map(({ deed, of, votes, elected }, at) => ({
        ...{ stage: at + 1, deed, of: of && called(of), votes: named(votes, 100_000) },
        elected: elected.map(called),
      }))
    case 'equal-shares':
      return counted.purchases.map(({ id, cost, price, full, all }) => ({
        ...{ project: called(id), cost, price, people: full.people + all.people },
      }))
    case 'greedy':
      return counted.lines.map(({ id, key, reason }) => ({
        ...{ project: called(id), votes: key, reason: reason.code },
      }))
    case 'schulze':
    case 'borda':
    case 'plurality':
    case 'approval':
    case 'score':
      return []
  }
}

/** Cells under each other, numbers to the right; Hangul is two columns wide. */
function columns(rows: readonly string[][]): string[] {
  const widths =
    rows[0]?.map((_, at) => Math.max(...rows.map((cells) => widthOf(cells[at]!)))) ?? []
  return rows.map((cells) =>
    cells
      .map((cell, at) => {
        const blank = ' '.repeat(widths[at]! - widthOf(cell))
        return at === 1 || at === 2 ? `${blank}${cell}` : `${cell}${blank}`
      })
      .join('  ')
      .trimEnd(),
  )
}

const widthOf = (text: string) =>
  [...text].reduce((sum, letter) => sum + (/[\u1100-\u11ff\u2e80-\uffdc]/.test(letter) ? 2 : 1), 0)
