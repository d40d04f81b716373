import { detailIn, plural, type Sentence } from '../index.ts'
import type { greedy as koGreedy } from './greedy-ko.ts'

const n = detailIn('en')
const counted = (count: number | string | undefined, forms: { one: string; other: string }) =>
  `${n(count)} ${plural('en', Number(count), forms)}`

export const greedy = {
  'key-votes': ({ count }) => counted(count, { one: 'vote', other: 'votes' }),
  'key-points': ({ count }) => counted(count, { one: 'point', other: 'points' }),
  chosen: ({ name, key, left, cost }) =>
    `${n(name)}: ${n(key)} · chosen: when its turn came ${n(left)} was left, and it costs ${n(cost)}.`,
  'chosen-over': ({ name, key, left, over, numerator, denominator }) =>
    `${n(name)}: ${n(key)} · chosen as the last: ${n(left)} was left, at least ${n(numerator)}/${n(denominator)} of its cost, though ${n(over)} was missing.`,
  'chosen-leftover': ({ name, key, left, cost }) =>
    `${n(name)}: ${n(key)} · chosen afterwards: the limits left ${n(left)} unspent, and it costs ${n(cost)}.`,
  'too-dear': ({ name, key, left, cost, short }) =>
    `${n(name)}: ${n(key)} · not chosen: when its turn came only ${n(left)} was left. It costs ${n(cost)}, which is ${n(short)} more.`,
  conflict: ({ name, key, other }) =>
    `${n(name)}: ${n(key)} · not chosen: only one of it and “${n(other)}” can be built, and that one came first.`,
  'cap-category': ({ name, key, group, most, left, short }) =>
    `${n(name)}: ${n(key)} · not chosen: at most ${n(most)} may go to “${n(group)}”. Of that ${n(left)} was left, ${n(short)} too little.`,
  'cap-district': ({ name, key, group, most, left, short }) =>
    `${n(name)}: ${n(key)} · not chosen: at most ${n(most)} may go to the district “${n(group)}”. Of that ${n(left)} was left, ${n(short)} too little.`,
  'below-threshold': ({ name, key, least }) =>
    `${n(name)}: ${n(key)} · not chosen: it needed at least ${n(least)}.`,
  unwanted: ({ name, key }) => `${n(name)}: ${n(key)} · not chosen: nobody wanted it.`,
  withdrawn: ({ name }) => `${n(name)}: withdrawn, so it was not counted.`,
  'after-stop': ({ name, key, other }) =>
    `${n(name)}: ${n(key)} · not chosen: the money ran out before its turn, at “${n(other)}”.`,
  tied: ({ name, key, others }) =>
    `${n(name)}: ${n(key)} · not decided: as many votes and the same cost as ${n(others)}, the money is not enough for all, and no lot was set before the vote.`,
  undecided: ({ name, key }) =>
    `${n(name)}: ${n(key)} · not decided: a tie before it is not settled.`,
} satisfies Record<keyof typeof koGreedy, Sentence>
