import type { OptionId } from './ids.ts'
import type { Method } from './method.ts'
import { ok, refuse, type Result } from './result.ts'
import type { Points, Ranking } from './tally/terms.ts'
import type { Option } from './vote.ts'

/** What one voter marked, in the form that the method asks for. */
export type Marks =
  /** Each at most once; their order says nothing. */
  | readonly OptionId[]
  /** Best first; an option that is not named stands behind all that are. */
  | { readonly ranks: Ranking }
  | { readonly points: Points }
  /** In the unit's smallest part. */
  | { readonly number: number }
  | { readonly texts: readonly string[] }

/** A question as far as its marks can be judged by it. */
export interface Paper {
  method: Method
  options: readonly Option[]
}

/** A list says only which; all other forms are records. */
export const isChosen = (marks: Marks): marks is readonly OptionId[] => Array.isArray(marks)

/** Every option that these marks name, each as often as they do. */
export function namedIn(marks: Marks): readonly OptionId[] {
  if (isChosen(marks)) return marks
  if ('ranks' in marks) return marks.ranks.flat()
  return 'points' in marks ? (Object.keys(marks.points) as OptionId[]) : []
}

/** Options that the paper has not, or one that is named twice. */
export function faultOfNames({ options }: Paper, marks: Marks) {
  const named = namedIn(marks)
  if (new Set(named).size !== named.length) return shape
  const known = new Set(options.map((option) => option.id))
  return named.every((id) => known.has(id)) ? null : refuse('ballot/unknown-option')
}

/** Of a ballot that says only which, all but the limits of groups and purses: the first votes need no more. */
export function checkChosen(paper: Paper, marks: Marks): Result<Marks> {
  if (!isChosen(marks)) return shape
  const { least, most } = limits(paper)
  return faultOfNames(paper, marks) ?? ofNumber(marks.length, least, most) ?? ok(marks)
}

export const shape = refuse('ballot/wrong-shape')

/** Too few or too many of something. */
export function ofNumber(length: number, least: number, most: number) {
  if (length < least) return refuse('ballot/too-few', { least, missing: least - length })
  return length > most ? refuse('ballot/too-many', { most, over: length - most }) : null
}

/** A ballot that nobody has marked yet, in the form of its method. */
export function blankMarks({ type }: Method): Marks {
  if (type === 'ranked') return { ranks: [] }
  if (type === 'score' || type === 'points') return { points: {} }
  return type === 'text' ? { texts: [] } : []
}

/** As they are hashed and published: where an order says nothing there is one alone. */
export function ordered(marks: Marks): Marks {
  if (isChosen(marks)) return [...marks].sort()
  if ('ranks' in marks) return { ranks: marks.ranks.map((rank) => [...rank].sort()) }
  if ('texts' in marks) return { texts: [...marks.texts].sort() }
  // As they came they would tell in which order somebody tapped.
  if ('points' in marks) return { points: inOrder(marks.points) }
  return marks
}

/** How many options a valid ballot marks. */
export function limits({ method, options }: Paper): { least: number; most: number } {
  switch (method.type) {
    case 'single':
    case 'decision':
      return { least: 1, most: 1 }
    case 'approval':
    case 'budget':
    case 'ranked':
      return { least: method.min, most: method.max }
    case 'score':
    case 'points':
      return { least: 0, most: options.length }
    case 'number':
    case 'text':
      return { least: 0, most: 0 }
  }
}

const inOrder = (points: Points): Points =>
  Object.fromEntries(Object.entries(points).sort(([a], [b]) => (a < b ? -1 : 1)))
