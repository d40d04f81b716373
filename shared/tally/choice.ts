import type { Marks } from '../marks.ts'
import type { OptionId } from '../ids.ts'
import type { Option } from '../vote.ts'

/** A ballot as it is counted; `weight` in the list's unit, absent where everybody has one vote. */
export interface Cast {
  marks: Marks
  weight?: number
}

/** Marks of one option over all ballots, in the order of the paper: heads and, by weight, votes. */
export interface Count {
  id: OptionId
  count: number
  weight?: number
}

/** Single choice, k of n, approval and yes / no / abstain: how many ballots hold each option. */
export function countMarks(
  options: readonly Option[],
  ballots: Iterable<Cast>,
  isWeighted = false,
): Count[] {
  const counts = new Map(options.map(({ id }) => [id, { id, count: 0, weight: 0 }]))
  for (const { marks, weight = 0 } of ballots)
    for (const mark of marks) {
      const count = counts.get(mark)
      if (!count) continue
      count.count += 1
      count.weight += weight
    }
  return [...counts.values()].map(({ id, count, weight }) =>
    isWeighted ? { id, count, weight } : { id, count },
  )
}

/** What an option counts: its votes by weight, or the heads that chose it. */
export const votesOf = ({ count, weight = count }: Count): number => weight

/** The options with the highest count; several are a tie, none where nobody marked anything. */
export function leading(counts: readonly Count[]): OptionId[] {
  const highest = Math.max(0, ...counts.map(votesOf))
  return highest === 0 ? [] : counts.filter((each) => votesOf(each) === highest).map(({ id }) => id)
}
