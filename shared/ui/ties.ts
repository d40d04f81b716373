import type { OptionId } from '../ids.ts'
import type { Outcome } from '../tally/terms.ts'
import type { SayPicture } from './telling.ts'

/**
 * Each tie of an election: between whom, and what broke it; what is said twice is told once. A tie that
 * nothing broke leaves something open only where the outcome says so: elsewhere its order changed nothing.
 */
export function tieLines(
  say: SayPicture,
  outcome: Pick<Outcome, 'state' | 'ties'> | undefined,
  nameOf: (id: OptionId) => string,
): string[] {
  if (!outcome) return []
  const lines = outcome.ties.map(({ options, resolvedBy }) => {
    const isHarmless = resolvedBy === 'tied' && outcome.state !== 'tied'
    const names = options.map(nameOf).join(', ')
    return say(isHarmless ? 'tie-same' : `tie-${resolvedBy}`, { names })
  })
  return [...new Set(lines)]
}
