import type { Row } from '../../../../shared/ui/rows.ts'
import { n, t } from '../../lib/speech.ts'

/** A part of a bar that came from another option just now, in that one's colour. */
export interface Gained {
  hue: number
  from: number
  length: number
}

/** A row as the screen draws it: two figures to read, and what moves. */
export interface Bar extends Row {
  figure: string
  aside: string
  gains: readonly Gained[]
  /** Where the line stands that elects, 0 to 1; null: nothing of that kind. */
  line: number | null
  isOut: boolean
  /** What it has become: elected, as which, or why not. */
  badge: Badge | null
  /** Heights of the small columns behind its mean, 0 to 1. */
  columns: readonly number[]
}

export interface Badge {
  text: string
  isGood: boolean
}

/** Elected, and as which where there are several seats. */
export const electedBadge = (place: number | null, seats: number): Badge | null =>
  place === null
    ? null
    : { text: seats > 1 ? t('electedAs', { place }) : t('elected'), isGood: true }

/** Where options share several pages, whoever won stands on the first, then who had most. */
export const bestFirst = (rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity) || b.share - a.share)

/** A row that stands still. */
export function barOf(row: Row, columns: readonly number[] = []): Bar {
  const figure =
    row.points === null
      ? (row.weight ?? n(row.count ?? 0))
      : t('pointsText', { points: row.points })
  const aside =
    row.mean === null ? `${n(row.share)}%` : row.mean && t('meanText', { mean: row.mean })
  return { ...row, figure, aside, gains: [], line: null, isOut: false, badge: null, columns }
}
