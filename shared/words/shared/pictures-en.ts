import { detailIn, plural, type Sentence } from '../index.ts'
import type { pictures as koPictures } from './pictures-ko.ts'

const n = detailIn('en')
type Value = number | string | undefined
/** The plural of a number that may have come as text. */
const many = (value: Value, one: string, other: string) =>
  plural('en', typeof value === 'number' ? value : Number(value), { one, other })

export const pictures = {
  pointsText: ({ points }) => `${n(points)} pts`,
  meanText: ({ mean }) => `mean ${n(mean)}`,
  scoreShare: ({ points, mean }) =>
    `${n(points)} ${many(points, 'point', 'points')} · mean ${n(mean)}`,
  pointsShare: ({ points, share }) =>
    `${n(points)} ${many(points, 'point', 'points')} · ${n(share)}%`,
  optionName: 'Option',
  mostPoints: 'Most points',
  pointsColumn: 'Points',
  meanColumn: 'Mean',
  levelsColumn: 'People by score',
  level: ({ level, count }) => `${n(level)}: ${n(count)} ${many(count, 'person', 'people')}`,
  levelsKey: ({ least, most }) => `Small columns: how many gave ${n(least)} … ${n(most)}`,
  soFarFirst: 'First choices so far',
  soFarPoints: 'Points so far',

  elected: 'Elected',
  electedAs: ({ place }) => `Elected ${n(place)}`,
  isOut: 'Out',
  electedNames: ({ names }) => `Elected: ${n(names)}`,
  fundedNames: ({ names }) => `Funded: ${n(names)}`,
  nothingFunded: 'No project is funded',
  namesAndMore: ({ names, count }) => `${n(names)} and ${n(count)} more`,
  nobodyElected: 'Nobody is elected',
  'tie-rule': ({ names }) => `Tie: ${n(names)}. The rules of the count decided.`,
  'tie-earlier': ({ names }) => `Tie: ${n(names)}. The votes of an earlier count decided.`,
  'tie-lot': ({ names }) => `Tie: ${n(names)}. A lot committed before the vote decided.`,
  'tie-tied': ({ names }) => `Tie: ${n(names)}. Nothing in the rules decides it.`,
  'tie-same': ({ names }) => `Tie: ${n(names)}. Whoever comes first, the result is the same.`,

  roundAt: ({ round, rounds }) => `Count ${n(round)} of ${n(rounds)}`,
  stageAt: ({ round, rounds }) => `Stage ${n(round)} of ${n(rounds)}`,
  lineAt: ({ needed }) => `${n(needed)} votes elect`,
  firstVotes: 'First choices are counted',
  movedFrom: ({ name }) => `${n(name)} is out, votes move on`,
  surplusFrom: ({ name }) => `${n(name)} has enough, the rest moves on`,
  restText: ({ votes }) => `No further choice: ${n(votes)}`,
  gained: ({ votes }) => `+${n(votes)}`,
  filmPlay: 'Play',
  filmPause: 'Pause',
  roundBack: 'Count before',
  roundNext: 'Next count',
  roundColumn: ({ round }) => `Count ${n(round)}`,
  restRow: 'No further choice',
  votesText: ({ votes }) => `${n(votes)} ${many(votes, 'vote', 'votes')}`,

  winsAlone: ({ won }) => `${n(won)} ${many(won, 'win', 'wins')}`,
  beatsAll: ({ name }) => `${n(name)} wins every pair`,
  chainLink: ({ over, under, votes }) => `${n(over)}→${n(under)} ${n(votes)}`,
  chainLine: ({ links, votes, against, from, to }) =>
    `${n(links)}: the least, ${n(votes)}, is more than ${n(from)}→${n(to)} ${n(against)}`,
  wins: ({ won, lost }) => `${n(won)} won, ${n(lost)} lost`,
  winsDrawn: ({ won, drawn, lost }) => `${n(won)} won, ${n(drawn)} even, ${n(lost)} lost`,
  pairsTitle: 'Pairs: how many rank the option of the row over that of the column',
  pairsKey: 'Filled: the option on the left wins this pair',
  pair: ({ votes, other }) => `${n(votes)} to ${n(other)}`,

  median: 'Median',
  numbersLine: ({ mean, count }) =>
    `mean ${n(mean)} · ${n(count)} ${many(count, 'person', 'people')}`,
  rangeColumn: 'Value',
  peopleColumn: 'People',
  rangeText: ({ from, to }) => `${n(from)}–${n(to)}`,
  noNumbers: 'Nobody named a number',

  purseLine: ({ spent, purse }) => `${n(spent)} of ${n(purse)} spent`,
  purseUnspent: ({ left }) => `${n(left)} left`,
  funded: 'Chosen',
  notFunded: 'Not chosen',
  costColumn: 'Cost',

  won: ({ name, figure, place }) => `${n(name)}: ${n(figure)}, elected as number ${n(place)}`,
  lost: ({ name, figure, least }) =>
    `${n(name)}: ${n(figure)}, not elected; the last seat took ${n(least)}`,
  'lot-won': ({ name, figure, place }) =>
    `${n(name)}: ${n(figure)}, tied, and elected as number ${n(place)} by a lot committed before the vote`,
  'lot-lost': ({ name, figure }) =>
    `${n(name)}: ${n(figure)}, tied, and not elected by a lot committed before the vote`,
  undecided: ({ name, figure }) =>
    `${n(name)}: ${n(figure)}, undecided, since nothing breaks the tie`,
  unmarked: ({ name }) => `${n(name)}: not elected; nobody marked it`,

  shortMoney: 'No money left',
  shortVotes: 'Too few votes',
  shortNobody: 'No support',
  shortOther: 'Other one chosen',
  shortWithdrawn: 'Withdrawn',
  shortFree: 'No cost',
  shortTied: 'Tied',

  pairsSeen: 'All pairs',
  whyResult: 'Why this result?',
} satisfies Record<keyof typeof koPictures, Sentence>
