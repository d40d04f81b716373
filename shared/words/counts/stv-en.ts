import { detailIn, type Sentence } from '../index.ts'
import { votesIn } from './parts.ts'
import type { stv as koStv } from './stv-ko.ts'

const n = detailIn('en')
const v = votesIn('en')

export const stv = {
  method:
    'A quota says how many votes elect. First choices are counted; whoever has the quota is elected, and what is over it is shared out among the next choices. With nothing left to share, the last one is taken out and those votes move to their next choice.',
  quotaLine: ({ valid, seats, quota }) =>
    `The quota is ${v(quota)}: ${n(valid)} valid votes divided by ${n(seats)} seats and one, rounded down, and one more`,
  invalid: ({ count }) => `Votes without a first choice that can be read: ${n(count)}`,
  first: ({ stage }) => `Stage ${n(stage)}: first choices were counted`,
  surplus: ({ stage, name, votes }) =>
    `Stage ${n(stage)}: what ${n(name)} had over the quota was moved, ${v(votes)}`,
  exclusion: ({ stage, name, votes }) =>
    `Stage ${n(stage)}: ${n(name)} went out, and the votes were moved, ${v(votes)}`,
  moved: ({ name, votes }) => `${n(name)} +${v(votes)}`,
  nonTransferable: ({ votes }) => `Votes without a next choice: ${v(votes)}`,
  lost: ({ votes }) => `Lost because five decimals are counted: ${v(votes)}`,
  decided: ({ names }) => `Elected: ${n(names)}`,
  none: 'Nobody is elected',
  tied: ({ names }) => `A tie leaves seats undecided: ${n(names)}`,

  quota: ({ name, stage, votes, quota }) =>
    `${n(name)}: elected in stage ${n(stage)} with ${v(votes)} votes (quota ${v(quota)})`,
  seat: ({ name, stage, votes }) =>
    `${n(name)}: elected in stage ${n(stage)} with ${v(votes)} votes; no more were left than there were seats`,
  excluded: ({ name, stage, votes }) =>
    `${n(name)}: out in stage ${n(stage)} with the fewest votes, ${v(votes)}`,
  left: ({ name, votes }) =>
    `${n(name)}: not elected; all seats were taken when it had ${v(votes)} votes`,
  'left-tied': ({ name, votes }) =>
    `${n(name)}: undecided with ${v(votes)} votes, since nothing breaks the tie`,

  'tie-earlier': ({ stage, names }) =>
    `Tie in stage ${n(stage)} (${n(names)}): the votes of an earlier stage decided`,
  'tie-lot': ({ stage, names }) =>
    `Tie in stage ${n(stage)} (${n(names)}): a lot committed before the vote decided`,
  'tie-rule': ({ stage, names }) =>
    `Tie in stage ${n(stage)} (${n(names)}): none has a vote, so whoever goes first, the result is the same`,
  'tie-tied': ({ stage, names }) =>
    `Tie in stage ${n(stage)} (${n(names)}): nothing in the rules decides it, so the count stopped`,
} satisfies Record<keyof typeof koStv, Sentence>
