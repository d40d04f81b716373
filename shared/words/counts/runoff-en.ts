import { detailIn, plural, type Sentence } from '../index.ts'
import type { runoff as koRunoff } from './runoff-ko.ts'

const n = detailIn('en')
const votesOf = (votes: number | string | undefined) =>
  `${n(votes)} ${plural('en', Number(votes), { one: 'vote', other: 'votes' })}`

export const runoff = {
  method:
    'First choices are counted. If nobody has more than half, the last one is taken out, those votes move to the next choice, and we count again.',

  majority: ({ name, round, votes, needed }) =>
    `${n(name)}: elected in count ${n(round)} with ${votesOf(votes)} (${n(needed)} needed)`,
  most: ({ name, round, votes, needed }) =>
    `${n(name)}: elected in count ${n(round)} with ${votesOf(votes)}, the most of those left, though fewer than ${n(needed)}`,
  seat: ({ name, round, votes }) =>
    `${n(name)}: elected in count ${n(round)} with ${votesOf(votes)}; no more are left than there are seats`,
  share: ({ name, round, votes, needed }) =>
    `${n(name)}: elected in count ${n(round)} with ${votesOf(votes)}; everyone left has at least ${n(needed)}`,
  left: ({ name, round, votes }) =>
    `${n(name)}: still there in the last count, ${n(round)}, with ${votesOf(votes)}, and not elected`,
  withdrawn: ({ name }) => `${n(name)}: left out of the count from the start`,
  'left-tied': ({ name, round, votes }) =>
    `${n(name)}: tied in count ${n(round)} with ${votesOf(votes)}`,
  'excluded-lowest': ({ name, round, votes }) =>
    `${n(name)}: out in count ${n(round)} with the fewest votes, ${n(votes)}`,
  'excluded-batch': ({ name, round, votes }) =>
    `${n(name)}: out in count ${n(round)} with ${votesOf(votes)}; all those at the bottom together had fewer than the next one up`,
  'excluded-together': ({ name, round, votes }) =>
    `${n(name)}: tied in count ${n(round)} with ${votesOf(votes)}; whoever went first, the result is the same, so all of them are out`,
  'excluded-minimum': ({ name, round, votes }) =>
    `${n(name)}: out in count ${n(round)} with ${votesOf(votes)}, below the least that the rule asks for`,
  'excluded-share': ({ name, round, votes, needed }) =>
    `${n(name)}: out in count ${n(round)} with ${votesOf(votes)}, fewer than the ${n(needed)} that the rule asks for`,
  'excluded-write-in': ({ name, round, votes }) =>
    `${n(name)}: not a declared name; in count ${n(round)} its ${votesOf(votes)} moved to the next choice`,
} satisfies Record<keyof typeof koRunoff, Sentence>
