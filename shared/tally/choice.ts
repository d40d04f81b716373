import type { Marks } from '../ballot.ts'
import type { OptionId } from '../ids.ts'
import type { Option } from '../vote.ts'

/** Marks of one option over all ballots, in the order of the paper. */
export interface Count {
  id: OptionId
  count: number
}

/** Single choice, k of n, approval and yes / no / abstain: how many ballots hold each option. */
export function countMarks(options: readonly Option[], ballots: Iterable<Marks>): Count[] {
  const counts = new Map(options.map((option) => [option.id, 0]))
  for (const marks of ballots)
    for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1)
  return options.map(({ id }) => ({ id, count: counts.get(id) ?? 0 }))
}

/** The options with the highest count; several are a tie, none where nobody marked anything. */
export function leading(counts: readonly Count[]): OptionId[] {
  const highest = Math.max(0, ...counts.map(({ count }) => count))
  return highest === 0 ? [] : counts.filter(({ count }) => count === highest).map(({ id }) => id)
}
