import type { OptionId } from '../../ids.ts'
import type { Ranking } from '../../tally/terms.ts'
import type { Faults, Place } from '../faults.ts'

/** What one line of votes says of each paper it stands for. */
export interface AbifPaper {
  ranking: Ranking
  /** Of those that have one; points are whole numbers. */
  ratings: ReadonlyMap<OptionId, number>
}

/** A name as it stands in a line of votes: a word, or anything in square brackets. */
export const TOKEN = String.raw`\[[^\]]*\]|[^\s>=,/[\]{}#:"]+`
const CHOICE = new RegExp(String.raw`\s*(${TOKEN})\s*(?:/\s*(-?\d{1,15})\s*)?([>=,]|$)`, 'y')

export const nameIn = (token: string) => token.replace(/^\[(.*)\]$/, '$1') as OptionId

/**
 * Reads `A/5>B/2=C`, which begins at `place`. `>` ends a rank. `=` and `,` do not; but where all of a
 * paper stands with `,` and has ratings, which give no order by themselves, the ratings rank it.
 */
export function readPaper(
  text: string,
  { line, column }: Place,
  { faults, meet }: { faults: Faults; meet: (id: OptionId, place: Place) => void },
): AbifPaper {
  const ranks: OptionId[][] = [[]]
  const ratings = new Map<OptionId, number>()
  const seen = new Set<OptionId>()
  let isListed = true
  for (let at = 0, isEnd = text.trim() === ''; !isEnd;) {
    CHOICE.lastIndex = at
    const [whole, token = '', rating, sign] = CHOICE.exec(text) ?? []
    const here = { line, column: column + at + /^\s*/.exec(text.slice(at))![0].length }
    if (whole === undefined) {
      faults.add(here, 'abif-choice', text.slice(at).trim())
      break
    }
    const id = nameIn(token)
    if (seen.has(id)) faults.add(here, 'abif-once', token)
    else meet(id, here)
    seen.add(id)
    ranks.at(-1)!.push(id)
    if (rating !== undefined) ratings.set(id, Number(rating))
    if (sign === '>') ranks.push([])
    if (sign === '>' || sign === '=') isListed = false
    at = CHOICE.lastIndex
    isEnd = sign === ''
  }
  const isRated = isListed && seen.size > 1 && ratings.size === seen.size
  return { ranking: isRated ? rankedBy(ratings) : seen.size > 0 ? ranks : [], ratings }
}

function rankedBy(ratings: ReadonlyMap<OptionId, number>): Ranking {
  const levels = [...new Set(ratings.values())].sort((a, b) => b - a)
  return levels.map((level) => [...ratings].filter(([, each]) => each === level).map(([id]) => id))
}
