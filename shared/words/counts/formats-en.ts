import { detailIn, type Sentence } from '../index.ts'
import type { formats as koFormats } from './formats-ko.ts'

const n = detailIn('en')

export const formats = {
  formatFault: ({ line, column, expected, found }) =>
    `Line ${n(line)}, letter ${n(column)} · expected: ${n(expected)} · found: ${n(found)}`,
  formatFaultEmpty: ({ line, column, expected }) =>
    `Line ${n(line)}, letter ${n(column)} · expected: ${n(expected)} · found: nothing`,
  'blt-candidates': 'the number of candidates (a whole number from 1)',
  'blt-seats': 'the number of seats (a whole number from 1)',
  'blt-setting': 'one of nick, withdrawn, tie',
  'blt-bracket': 'a closing bracket ]',
  'blt-nicknames': 'one nickname for each candidate',
  'blt-nickname': 'a nickname that was not used before and does not begin with a digit',
  'blt-tie': 'an order of all candidates',
  'blt-candidate': 'the number or nickname of a candidate',
  'blt-once': 'each candidate once on a paper',
  'blt-count': 'how many papers (a whole number), or 0 after the last of them',
  'blt-end-of-paper': 'a 0 that ends the paper',
  'blt-name': 'the name of a candidate in quotation marks',
  'blt-title': 'the name of the election in quotation marks',
  'rctab-json': 'text in JSON',
  'rctab-candidates': 'a list of candidates',
  'rctab-ballots': 'a list of ballots',
  'rctab-rules': 'the rules of the count (rules)',
  'rctab-ballot': '[how many, [one cell for each rank]]',
  'rctab-ranks': 'no more cells than maxRankingsAllowed says',
  'rctab-candidate': 'a candidate with a name',
  'rctab-new-name': 'a name that was not used before',
  'rctab-cell': 'a candidate, undervote, overvote or UWI',
  'rctab-setting': 'a value that this setting may have',
  'rctab-off': 'this setting to be off (nothing is counted that way here)',
} satisfies Record<keyof typeof koFormats, Sentence>
