import type { OptionId } from '../ids.ts'
import type { Outcome } from '../tally/terms.ts'
import type { SayPicture } from './teller.ts'

/** So many names are read at a glance. */
const FEW = 4

export const allNames = (names: readonly string[]): string => names.join(', ')

/** The first of many names, and how many more there are. */
export function fewNames(say: SayPicture, names: readonly string[]): string {
  if (names.length <= FEW) return allNames(names)
  const told = names.slice(0, FEW - 1).join(', ')
  return say('namesAndMore', { names: told, count: names.length - FEW + 1 })
}

/**
 * Each tie of an election: between whom, and what broke it; what is said twice is told once. A tie that
 * nothing broke leaves something open only where the outcome says so: elsewhere its order changed nothing.
 * `join`: minutes name all.
 */
export function tieLines(
  say: SayPicture,
  outcome: Pick<Outcome, 'state' | 'ties'> | undefined,
  nameOf: (id: OptionId) => string,
  join = (names: readonly string[]) => fewNames(say, names),
): string[] {
  if (!outcome) return []
  const lines = outcome.ties.map(({ options, resolvedBy }) => {
    const isHarmless = resolvedBy === 'tied' && outcome.state !== 'tied'
    const names = join(options.map(nameOf))
    return say(isHarmless ? 'tie-same' : `tie-${resolvedBy}`, { names })
  })
  return [...new Set(lines)]
}
