import { detailIn, plural, type Sentence } from '../index.ts'
import type { verdict as koVerdict } from './verdict-ko.ts'

const n = detailIn('en')
const votes = (count: number | string | undefined, of = '') =>
  `${n(count)} ${of}${plural('en', Number(count), { one: 'vote', other: 'votes' })}`

export const verdict = {
  verdictPassed: 'Passed',
  verdictRejected: 'Rejected',
  verdictNoQuorum: 'No quorum',
  verdictNoBase: 'No decision',
  verdictLine: ({ yes, whole, majority, needed }) =>
    `${n(yes)} in favour · needs ${n(needed)} (${n(majority)} of ${n(whole)})`,
  noBaseLine: 'Nothing was decided: there are no votes to count by',
  quorumLine: ({ cast, needed, entitled }) =>
    `${n(cast)} took part · quorum ${n(needed)} of ${n(entitled)} entitled`,
  wholeYesNo: ({ count }) => votes(count, 'yes and no '),
  wholeValid: ({ count }) => votes(count, 'valid '),
  wholeCast: ({ count }) => `${votes(count)} cast`,
  wholeEntitled: ({ count }) => `${n(count)} entitled`,
  wholePresent: ({ count }) => `${n(count)} present`,
  majorityHalf: 'more than half',
  majorityTwoThirds: 'two thirds',
  majorityThreeQuarters: 'three quarters',
  handParts: ({ devices, hand }) => `${n(devices)} by device + ${n(hand)} by hand`,
  handPart: ({ count }) => `${n(count)} by hand`,
  withheldRound: ({ least }) =>
    `Fewer than ${n(least)} people came or left since the vote before. Both results side by side would tell what they chose, so this one is not shown.`,
  before: ({ count }) => `${n(count)} before`,
  roundPeople: ({ before, now }) => `Asked again · present ${n(before)} before, ${n(now)} now`,
  unanimous: 'Everybody chose the same: what each voter chose is plain to all.',
} satisfies Record<keyof typeof koVerdict, Sentence>
