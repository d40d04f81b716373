import type { OptionId } from '../../../shared/ids.ts'
import { isTied, type Counted } from '../../../shared/tally/counted.ts'
import { levelColumns } from '../../../shared/ui/levels.ts'
import type { Row } from '../../../shared/ui/rows.ts'
import type { Question } from '../../../shared/vote.ts'
import { common, t } from '../lib/speech.ts'

/** One option as the phone draws it. */
export interface Bar {
  id: OptionId
  letter: string | null
  text: string
  /** Its figures, in words. */
  said: string
  /** The same as its small columns, for those who hear them; empty: it has none. */
  levels: string
  columns: readonly number[]
  /** 0 to 1, with what the hands add, what came just now, and the line that elects. */
  length: number
  handLength: number
  gained: number
  line: number | null
  leads: boolean
  isOut: boolean
  isMine: boolean
  /** What it has become; empty: nothing is said of it. */
  mark: string
}

export function barsOf(
  question: Question,
  tally: Counted,
  rows: readonly Row[],
  mine: readonly string[],
): Bar[] {
  const columns = levelColumns(rows.map(({ levels }) => levels))
  const mark = t(markOf(tally))
  return rows.map((row, place) => ({
    ...{ id: row.id, text: row.text, length: row.length, handLength: row.handLength },
    letter: question.method.type === 'decision' ? null : row.letter,
    said: [figuresOf(row), ...besideOf(row)].join(' '),
    levels: levelsOf(question, row),
    columns: columns[place] ?? [],
    ...{ gained: 0, line: null, leads: row.leads, isOut: false },
    isMine: mine.includes(row.id),
    mark: row.leads ? mark : '',
  }))
}

function markOf(tally: Counted) {
  if (isTied(tally)) return 'tiedHere'
  if (tally.outcome) return 'elected'
  return tally.counts.some(({ points }) => points !== undefined) ? 'mostPoints' : 'mostHere'
}

function figuresOf({ points, mean, weight, share, count }: Row): string {
  if (points !== null && mean !== null) return t('scoreShare', { points, mean })
  if (points !== null) return t('pointsShare', { points, share })
  return weight === null
    ? common('share', { count: count ?? 0, share })
    : t('weightShare', { weight, share, count: count ?? 0 })
}

function besideOf({ before, byHand }: Row): string[] {
  return [
    ...(before === null ? [] : [`(${t('before', { count: before })})`]),
    ...(byHand > 0 ? [`(${t('handPart', { count: byHand })})`] : []),
  ]
}

function levelsOf({ method }: Question, { levels }: Row): string {
  if (method.type !== 'score') return ''
  return levels.map((count, at) => t('level', { level: method.min + at, count })).join(', ')
}
