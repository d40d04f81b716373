import type { OptionId } from '../ids.ts'
import { isChosen, type Marks } from '../marks.ts'
import type { Method } from '../method.ts'
import type { Option } from '../vote.ts'

/** A ballot as it is counted; `weight` in the list's unit, absent where everybody has one vote. */
export interface Cast {
  marks: Marks
  weight?: number
}

/** What one option got over all ballots, in the order of the paper. */
export interface Count {
  id: OptionId
  /** Ballots that hold it; of a ranking those that put it first. */
  count: number
  /** What these ballots hold together, where they have weights. */
  weight?: number
  /** Its points, times the weight of each ballot, where ballots give points. */
  points?: number
}

/** What a ballot says of options before any method looks at it: one bar each. Others have no bars. */
export function countMarks(
  { method, options }: { method: Method; options: readonly Option[] },
  ballots: Iterable<Cast>,
  isWeighted = false,
): Count[] {
  const hasPoints = method.type === 'score' || method.type === 'points'
  const unrated = (method.type === 'score' && method.unrated) || 0
  const counts = new Map(options.map(({ id }) => [id, { id, count: 0, weight: 0, points: 0 }]))
  let whole = 0
  for (const { marks, weight = 1 } of ballots) {
    whole += weight
    for (const { id, points } of heldBy(marks)) {
      const count = counts.get(id)
      if (!count) continue
      count.count += 1
      count.weight += weight
      count.points += points * weight
    }
  }
  return [...counts.values()].map(({ id, count, weight, points }) => ({
    ...{ id, count },
    ...(isWeighted && { weight }),
    ...(hasPoints && { points: points + unrated * (whole - weight) }),
  }))
}

/** The options that a bar of their own stands for, with the points they got. */
function heldBy(marks: Marks): { id: OptionId; points: number }[] {
  if (isChosen(marks)) return marks.map((id) => ({ id, points: 0 }))
  if ('ranks' in marks) return (marks.ranks[0] ?? []).map((id) => ({ id, points: 0 }))
  if (!('points' in marks)) return []
  return Object.entries(marks.points).map(([id, points]) => ({ id: id as OptionId, points }))
}

/** What an option counts: its points, its votes by weight, or the heads that chose it. */
export const votesOf = ({ count, weight = count, points = weight }: Count): number => points

/** The options with the highest count; several are a tie, none where nobody marked anything. */
export function leading(counts: readonly Count[]): OptionId[] {
  const marked = counts.filter(({ count }) => count > 0)
  const highest = Math.max(...marked.map(votesOf))
  return marked.filter((each) => votesOf(each) === highest).map(({ id }) => id)
}
