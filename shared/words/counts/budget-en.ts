import { detailIn, plural, type Sentence } from '../index.ts'
import type { budget as koBudget } from './budget-ko.ts'

const n = detailIn('en')
const counted = (count: number | string | undefined, forms: { one: string; other: string }) =>
  `${n(count)} ${plural('en', Number(count), forms)}`

export const budget = {
  keyVotes: ({ count }) => counted(count, { one: 'vote', other: 'votes' }),
  keyPoints: ({ count }) => counted(count, { one: 'point', other: 'points' }),
  greedyChosen: ({ key, left, cost }) =>
    `${n(key)} · chosen: when its turn came ${n(left)} was left, and it costs ${n(cost)}.`,
  greedyChosenOver: ({ key, left, over, numerator, denominator }) =>
    `${n(key)} · chosen as the last: ${n(left)} was left, at least ${n(numerator)}/${n(denominator)} of its cost, though ${n(over)} was missing.`,
  greedyChosenLeftover: ({ key, left, cost }) =>
    `${n(key)} · chosen afterwards: the limits left ${n(left)} unspent, and it costs ${n(cost)}.`,
  greedyTooDear: ({ key, left, cost, short }) =>
    `${n(key)} · not chosen: when its turn came only ${n(left)} was left. It costs ${n(cost)}, which is ${n(short)} more.`,
  greedyConflict: ({ key, other }) =>
    `${n(key)} · not chosen: only one of it and “${n(other)}” can be built, and that one came first.`,
  greedyCapCategory: ({ key, name, most, left, short }) =>
    `${n(key)} · not chosen: at most ${n(most)} may go to “${n(name)}”. Of that ${n(left)} was left, ${n(short)} too little.`,
  greedyCapDistrict: ({ key, name, most, left, short }) =>
    `${n(key)} · not chosen: at most ${n(most)} may go to the district “${n(name)}”. Of that ${n(left)} was left, ${n(short)} too little.`,
  greedyBelow: ({ key, least }) => `${n(key)} · not chosen: it needed at least ${n(least)}.`,
  greedyUnwanted: ({ key }) => `${n(key)} · not chosen: nobody wanted it.`,
  greedyWithdrawn: 'Withdrawn, so it was not counted.',
  greedyAfterStop: ({ key, other }) =>
    `${n(key)} · not chosen: the money ran out before its turn, at “${n(other)}”.`,
  greedyTied: ({ key, others }) =>
    `${n(key)} · not decided: as many votes and the same cost as ${n(others)}, the money is not enough for all, and no lot was set before the vote.`,
  greedyUndecided: ({ key }) => `${n(key)} · not decided: a tie before it is not settled.`,
} satisfies Record<keyof typeof koBudget, Sentence>
