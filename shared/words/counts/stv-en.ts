import { detailIn, type Sentence } from '../index.ts'
import { votesIn } from './parts.ts'
import type { stv as koStv } from './stv-ko.ts'

const n = detailIn('en')
const v = votesIn('en')

export const stv = {
  method:
    'A quota says how many votes elect. First choices are counted; whoever has the quota is elected, and what is over it is shared out among the next choices. With nothing left to share, the last one is taken out and those votes move to their next choice.',

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
} satisfies Record<keyof typeof koStv, Sentence>
