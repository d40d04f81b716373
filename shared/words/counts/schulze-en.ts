import { detailIn, type Sentence } from '../index.ts'
import type { schulze as koSchulze } from './schulze-ko.ts'

const n = detailIn('en')

export const schulze = {
  method:
    'Each option is compared with each other one: how many rank it higher? Whoever wins against all others is elected. If nobody does, won comparisons are joined into chains; a chain is as strong as the fewest votes in it, and the stronger chain decides.',

  'reason-condorcet': ({ name }) => `${n(name)}: elected; it wins against every other one`,
  'reason-unbeaten': ({ name }) =>
    `${n(name)}: elected; nobody has a stronger chain of won comparisons`,
  'reason-next': ({ name }) =>
    `${n(name)}: elected; only those elected before have a stronger chain`,
  'reason-lot-won': ({ name }) =>
    `${n(name)}: tied, and elected by a lot committed before the vote`,
  'reason-lot-lost': ({ name }) =>
    `${n(name)}: tied, and not elected by a lot committed before the vote`,
  'reason-beaten': ({ name, by, votes, against }) =>
    `${n(name)}: not elected; ${n(votes)} rank ${n(by)} higher, ${n(against)} lower`,
  'reason-beaten-chain': ({ name, by, votes, against }) =>
    `${n(name)}: not elected; by chains of comparisons ${n(by)} is stronger, ${n(votes)} to ${n(against)}`,
  'reason-tied': ({ name }) => `${n(name)}: undecided, since nothing breaks the tie`,
  'reason-none': ({ name }) => `${n(name)}: not elected; no ballot ranks anybody`,
} satisfies Record<keyof typeof koSchulze, Sentence>
