import type { Comparison, Listed } from '../../../shared/client/compare.ts'
import type { Election } from '../../../shared/tally/election/election.ts'
import type { FormatFault } from '../../../shared/formats/reading.ts'
import type { MethodName, RuleFault } from '../../../shared/tally/election/rule.ts'
import type { Outcome, Tie } from '../../../shared/tally/terms.ts'
import type { ElectionRow } from '../../../shared/ui/election.ts'
import type { Rounds } from '../../../shared/ui/rounds.ts'
import type { PublishedQuestion } from '../../../shared/wire/api.ts'

/** What the page asks of its worker. A file that was read stays there to be counted. */
export type Order =
  | { type: 'read'; file: File }
  | { type: 'count'; asked: Asked }
  | { type: 'compare'; published: Listed }

/** How a file is to be counted; `lot`: words that draw one, empty: the file's own order or none. */
export interface Asked {
  method: MethodName
  seats: number | null
  lot: string
}

/** What the worker says: how far it is, and what came out. */
export type Report =
  | { type: 'reading'; done: number; of: number }
  | { type: 'raising'; steps: number; cost: number; budget: number }
  | { type: 'filed'; paper: Paper }
  | { type: 'published'; published: PublishedQuestion }
  | { type: 'broken'; faults: FormatFault[] }
  | { type: 'refused'; why: Why }
  | { type: 'counted'; count: FileCount }
  | { type: 'compared'; comparison: Comparison }

/** Why nothing is counted. */
export type Why =
  | { code: 'no-format' | 'odd-file' | 'fault' | 'no-result' | 'unreachable' }
  | { code: 'inexact'; reason: string }
  | { code: 'rule'; fault: RuleFault }

/** What a file is, before it is counted. */
export interface Paper {
  title: string
  ballots: number
  options: number
  /** Those that can count its ballots. */
  methods: readonly MethodName[]
  own: MethodName | null
  seats: number | null
  hasLot: boolean
}

/** A counted file as it is shown. Money is in the file's smallest unit. */
export interface FileCount extends Pick<Outcome, 'state'> {
  method: MethodName
  rows: readonly ElectionRow[]
  ties: readonly (Pick<Tie, 'stage' | 'resolvedBy'> & { names: readonly string[] })[]
  money: { cost: number; budget: number } | null
  decimals: Election['decimals']
  rounds: Rounds | null
  /** Winners of this count alone and of the file alone, by name; null: the file names none. */
  official: { here: readonly string[]; there: readonly string[] } | null
}
