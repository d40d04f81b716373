import { detailIn, plural, type Sentence } from '../index.ts'
import type { count as koCount } from './count-ko.ts'

const n = detailIn('en')
const many = (value: number | string | undefined, one: string, other: string) =>
  `${n(value)} ${plural('en', Number(value), { one, other })}`

/** Of counting a file: what it was counted by, what came out, and why it could not be counted. */
export const count = {
  greedy: 'the budget by most votes',
  'equal-shares': 'Method of Equal Shares',
  irv: 'instant run-off',
  'stv-scottish': 'Scottish single transferable vote',
  schulze: 'Schulze method',
  borda: 'Borda points',
  approval: 'approval',
  score: 'score',
  plurality: 'most votes',
  ballots: ({ count: all }) => many(all, 'ballot', 'ballots'),
  rounds: ({ count: all }) => many(all, 'round', 'rounds'),
  won: 'won',
  rank: ({ place }) => `rank ${n(place)}`,
  spent: ({ cost, budget }) => `${n(cost)} of ${n(budget)} spent`,
  tie: ({ names, stage }) => `a tie at step ${n(stage)}: ${n(names)}`,
  'by-rule': 'settled by the rule',
  'by-earlier': 'settled by earlier rounds',
  'by-lot': 'settled by the lot',
  'by-tied': 'not settled',
  undecided: 'A tie leaves it undecided.',
  nobody: 'Nothing won.',
  asOfficial: 'The same as the result in the file.',
  notOfficial: ({ here, there }) =>
    `Not the result in the file. Here only: ${n(here)}. In the file only: ${n(there)}.`,
  'no-file': 'Name the file to count.',
  'no-format': ({ endings }) => `The files that can be read are ${n(endings)}.`,
  'not-read': ({ file }) => `The file cannot be opened: ${n(file)}`,
  'no-writer': ({ endings }) => `The files that can be written are ${n(endings)}.`,
  'not-sayable': ({ reason }) => `This format cannot say this election (${n(reason)}).`,
  'not-saved': ({ reason }) => `The file cannot be saved (${n(reason)}).`,
  saved: ({ file }) => `Saved: ${n(file)}`,
  'no-rule': 'The file does not say how it is counted. Choose by --method.',
  'no-budget': 'The file names no money to be spent, so it cannot be counted as a budget.',
  'no-settings': 'This method has no settings for --rule. Say how many are elected by --seats.',
  'unknown-setting': ({ name, known }) => `${n(name)}: no such setting. There are: ${n(known)}`,
  'odd-setting': ({ name, value }) => `${n(name)}: not a value it can have (${n(value)}).`,
  'wrong-ballots': ({ methods }) =>
    `The ballots of this file cannot be counted so. What can: ${n(methods)}`,
  inexact: ({ reason }) => `Numbers that cannot be counted exactly (${n(reason)}).`,
} satisfies Record<keyof typeof koCount, Sentence>
