import type { Cap, GreedyRule } from '../../tally/budget/greedy.ts'
import type { Key } from '../../tally/keys.ts'
import { toUnits } from '../amounts.ts'
import type { Pabulib } from './read.ts'
import { listOf } from './meta.ts'

/**
 * The greedy rule that META states; null where it states another one, or says of a custom one or of money
 * left over what we do not know. Projects that cannot both be built (greedy-exclusive) stand in no column:
 * whoever knows them adds `conflicts`.
 */
export function greedyRuleOf(file: Pabulib): GreedyRule | null {
  const { meta, election } = file
  const [misfit, key] = [misfitOf(meta), keyOf(file)]
  const leftover = meta.get('leftover_budget')
  if (!misfit || !key) return null
  // Amsterdam says it so, and nobody else says anything.
  if (leftover !== undefined && !/ordered by score/i.test(leftover)) return null
  return {
    budget: election.budget!,
    key,
    threshold: Number(meta.get('min_project_score_threshold') ?? 0),
    takesUnwanted: false,
    misfit,
    conflicts: [],
    caps: [
      ...capsOf(file, 'category', ['categories', 'budget_per_category']),
      ...capsOf(file, 'district', ['neighborhoods', 'budget_per_neighborhood']),
    ],
    spendsLeftover: leftover !== undefined,
  }
}

function misfitOf(meta: Pabulib['meta']): GreedyRule['misfit'] | null {
  switch (meta.get('rule')) {
    case 'greedy':
    case 'greedy-threshold':
    case 'greedy-exclusive':
      return 'skip'
    case 'greedy-no-skip':
      return 'stop'
    case 'greedy-custom':
      // Poznań pays for the first project that does not fit where 80 % of its cost are left.
      return /\b80 ?% of that project/.test(meta.get('comment') ?? '')
        ? { over: { numerator: 8, denominator: 10 } }
        : null
    case undefined:
    default:
      return null
  }
}

function keyOf({ meta, voteType }: Pabulib): Key | null {
  switch (voteType) {
    case 'approval':
    case 'choose-1':
      return { by: 'votes' }
    case 'cumulative':
    case 'scoring':
      return { by: 'points', unnamed: Number(meta.get('default_score') ?? 0) }
    case 'ordinal': {
      // Kraków: three places are 3, 2 and 1 point.
      const places = Number(meta.get('max_length') ?? 0)
      if (!(places > 0 && places < 100)) return null
      return { by: 'places', points: Array.from({ length: places }, (_, at) => places - at) }
    }
  }
}

function capsOf(
  { meta, election }: Pabulib,
  of: Cap['of'],
  [names, amounts]: [string, string],
): Cap[] {
  const most = listOf(meta.get(amounts) ?? '')
  const named = listOf(meta.get(names) ?? '')
  return most.map((amount, at) => ({
    of,
    name: named[at]!,
    most: toUnits(amount, election.decimals),
  }))
}
