import { decimalsIn } from '../amounts.ts'
import type { Faults, Place } from '../faults.ts'

/** Ballots of a Pabulib file: sets of projects, one project, projects from the best, points. */
export type VoteType = 'approval' | 'choose-1' | 'ordinal' | 'cumulative' | 'scoring'

const VOTE_TYPES: readonly string[] = ['approval', 'choose-1', 'ordinal', 'cumulative', 'scoring']

/** One entry of META and where its value stands. */
export interface MetaEntry {
  text: string
  place: Place
}

/** What the rest of the file is read by. */
export interface Stated {
  projects: number
  votes: number
  budget: string
  voteType: VoteType
}

const isWhole = (text: string) => /^\d{1,15}$/.test(text)
const isAmount = (text: string) => decimalsIn(text) !== null

/** What the format says of a value's form, by the name of its entry. */
const FORMS: Readonly<Record<string, { is: (text: string) => boolean; expected: string }>> = {
  num_projects: { is: isWhole, expected: 'whole-number' },
  num_votes: { is: isWhole, expected: 'whole-number' },
  budget: { is: isAmount, expected: 'amount' },
  vote_type: { is: (text) => VOTE_TYPES.includes(text), expected: 'vote-type' },
  date_begin: { is: isDate, expected: 'date' },
  date_end: { is: isDate, expected: 'date' },
  language: { is: (text) => /^[a-z]{2}$/.test(text), expected: 'language' },
  currency: { is: (text) => /^[A-Z]{3}$/.test(text), expected: 'currency' },
  default_score: { is: (text) => /^-?\d{1,15}$/.test(text), expected: 'whole-number' },
  min_project_score_threshold: { is: isWhole, expected: 'whole-number' },
}

/** Lists of money for each name of another list. */
export const PARALLEL: readonly (readonly [list: string, names: string])[] = [
  ['budget_per_category', 'categories'],
  ['budget_per_neighborhood', 'neighborhoods'],
]

/** Without these nothing can be counted; what else the format asks for is about the election, not in it. */
const NEEDED = ['num_projects', 'num_votes', 'budget', 'vote_type'] as const

/** Checks META; null where the rest cannot be read by it. `end`: where it ends, for what is missing. */
export function readMeta(
  meta: ReadonlyMap<string, MetaEntry>,
  end: Place,
  faults: Faults,
): Stated | null {
  for (const [name, { text, place }] of meta) {
    const form = FORMS[name]
    if (form && !form.is(text)) faults.add(place, form.expected, text)
  }
  for (const name of NEEDED) if (!meta.has(name)) faults.add(end, `meta-${name}`, '')
  for (const [list, names] of PARALLEL) {
    const amounts = meta.get(list)
    if (!amounts) continue
    const [each, named] = [listOf(amounts.text), listOf(meta.get(names)?.text ?? '')]
    if (each.length !== named.length || !each.every(isAmount))
      faults.add(amounts.place, 'amount-for-each', amounts.text)
  }
  const isSound = (name: string) => FORMS[name]!.is(meta.get(name)?.text ?? '')
  if (!NEEDED.every(isSound)) return null
  return {
    projects: Number(meta.get('num_projects')!.text),
    votes: Number(meta.get('num_votes')!.text),
    budget: meta.get('budget')!.text,
    voteType: meta.get('vote_type')!.text as VoteType,
  }
}

/** The items of a cell that is a list; none where it is empty. */
export function listOf(text: string): string[] {
  return text === '' ? [] : text.split(',').map((item) => item.trim())
}

/** A year, or a day as DD.MM.YYYY. */
function isDate(text: string): boolean {
  return /^(?:(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.)?\d{4}$/.test(text)
}
