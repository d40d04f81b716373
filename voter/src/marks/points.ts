import type { OptionId } from '../../../shared/ids.ts'
import type { Marks } from '../../../shared/marks.ts'
import type { Points } from '../../../shared/tally/terms.ts'

/** What the options of this ballot have so far. */
export const pointsIn = (marks: Marks): Points => ('points' in marks ? marks.points : {})

export const sumOf = (points: Points): number =>
  Object.values(points).reduce((sum, each) => sum + each, 0)

/** With so many for this option; null: none is written down for it. */
export function withPoints(points: Points, id: OptionId, value: number | null): Marks {
  const others = Object.entries(points).filter(([each]) => each !== id)
  return { points: Object.fromEntries(value === null ? others : [...others, [id, value]]) }
}
