import type { OptionId } from '../ids.ts'
import { takesForm } from '../tally/election/count.ts'
import type { ElectionRule, MethodName } from '../tally/election/rule.ts'
import type { EqualSharesRule } from '../tally/budget/equal-shares.ts'
import type { Election } from '../tally/election/election.ts'
import { createAbifReader } from './abif/read.ts'
import { createBltReader } from './blt/read.ts'
import type { Reader, Reading } from './reading.ts'
import { greedyRuleOf } from './pabulib/rule.ts'
import { createPabulibReader, type Pabulib } from './pabulib/read.ts'
import { createPreflibReader } from './preflib/read.ts'
import { createRctabReader } from './rctab/read.ts'

/** An election out of a file, whichever format it came in. */
export interface Filed {
  election: Election
  /** How the file says that it is counted; null: it does not, or in a way that no count here knows. */
  own: ElectionRule | null
  /** Who won, as the file says; null: it does not. */
  official: readonly OptionId[] | null
  /** The same papers by their points, where they give both. */
  rated?: Election | null
}

const READERS = new Map<string, () => Reader<Filed>>(
  Object.entries({
    pb: () => mapped(createPabulibReader(), ofPabulib),
    blt: () =>
      mapped(createBltReader(), (election) => ({
        ...{ election, official: null },
        own: { method: 'stv-scottish', seats: election.seats ?? 1 },
      })),
    json: () =>
      mapped(createRctabReader(), ({ election, rule }) => ({
        ...{ election, official: null },
        own: rule && { method: 'irv', rule },
      })),
    abif: () =>
      mapped(createAbifReader(), ({ election, points }) => ({
        ...{ election, own: null, official: null },
        rated: points && { ...election, ballots: { form: 'points', piles: points } },
      })),
    ...Object.fromEntries(
      ['soc', 'soi', 'toc', 'toi', 'cat'].map((ending) => [
        ending,
        () =>
          mapped(createPreflibReader(), ({ election }) => ({
            election,
            own: null,
            official: null,
          })),
      ]),
    ),
  }),
)

/** Endings of the files that can be read. */
export const ENDINGS = [...READERS.keys()]

/** A reader for a file of this name, by its ending; null where no format has it. */
export function readerFor(name: string): Reader<Filed> | null {
  return READERS.get(endingOf(name))?.() ?? null
}

/** In small letters; nothing where the name has none. */
export const endingOf = (name: string): string =>
  /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''

function mapped<A, B>(reader: Reader<A>, map: (value: A) => B): Reader<B> {
  return {
    feed: (piece) => reader.feed(piece),
    end(): Reading<B> {
      const read = reader.end()
      return read.ok ? { ok: true, value: map(read.value) } : read
    },
  }
}

function ofPabulib(file: Pabulib): Filed {
  const { election, official, meta } = file
  const rule = greedyRuleOf(file)
  const own: ElectionRule | null = rule ? { method: 'greedy', rule } : sharesOf(meta, election)
  return { election, official, own }
}

/** Equal Shares as META names them; the step of such a city is a whole unit. */
function sharesOf(meta: Pabulib['meta'], { budget, decimals }: Election): ElectionRule | null {
  const completion = COMPLETIONS[meta.get('rule') ?? '']
  if (!completion || budget === null) return null
  const rule = { budget, decimals, completion, step: 1, isFiltered: false }
  return { method: 'equal-shares', rule }
}

const COMPLETIONS: Record<string, EqualSharesRule['completion']> = {
  equalshares: 'none',
  'equalshares/add1': 'add1',
  'equalshares/add1-comparison': 'add1-comparison',
}

/** The papers that this method can count: of those that rank and rate, one or the other. */
export function papersFor({ election, rated }: Filed, method: MethodName): Election {
  const { form } = election.ballots
  return !takesForm(method, form) && rated && takesForm(method, rated.ballots.form)
    ? rated
    : election
}
