import type { Election } from '../../shared/tally/election/election.ts'
import type { OptionId } from '../../shared/ids.ts'
import { ballotsIn, type ElectionCount } from '../../shared/tally/election/count.ts'
import { PAPER } from '../../shared/tally/ranked/stv-papers.ts'
import type { Tie } from '../../shared/tally/terms.ts'
import { differenceFrom, electionRows, entryNamer, valuesIn } from '../../shared/ui/election.ts'
import { formatNumber, type Language } from '../../shared/words/index.ts'
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
  const number = (value: number) => formatNumber(language, value)
  const money = (units: number) => number(units / 10 ** election.decimals)
  const named = entryNamer(election)
  const rows = electionRows(election, counted).map(({ name, cost, figure, place }) => [
    place === null ? '' : `${place}. ${say('won')}`,
    figure === null ? '' : method === 'schulze' ? say('rank', { place: figure }) : number(figure),
    cost === null ? '' : money(cost),
    name,
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
    const { here, there } = differenceFrom(winners, published)
    if (here.length + there.length === 0) return say('asOfficial')
    return say('notOfficial', { here: names(here) || '–', there: names(there) || '–' })
  }
}

/** Pabulib's projects go by their numbers, which papers and reports use; candidates have names. */
const callerOf = (election: Election) =>
  election.budget === null ? entryNamer(election) : (id: OptionId) => id

/** The rounds, stages or purchases of a count, with names for ids. */
function roundsOf(counted: ElectionCount, called: (id: OptionId) => string): object[] {
  const named = (record: Readonly<Record<string, number>>, parts = 1) =>
    Object.fromEntries(valuesIn(record, parts).map(([id, value]) => [called(id), value]))
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
        ...{ stage: at + 1, deed, of: of && called(of), votes: named(votes, PAPER) },
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
