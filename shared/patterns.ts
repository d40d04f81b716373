import type { Method } from './method.ts'
import { MAX_OPTIONS, type Ballots, type Option, type Question } from './vote.ts'

/** How much a single ballot says: with enough on it, it is a pattern that somebody may have agreed on (D53). */

type Paper = Pick<Question, 'names' | 'options'> & { method: Method }

/**
 * May a ballot of this secret question be told from all others by what is on it? It may where it can be
 * filled in more ways than the longest single choice. Answers in words are looked at one by one instead.
 */
export function isTelling({ names, method, options }: Paper): boolean {
  return names === 'secret' && method.type !== 'text' && waysToMark(method, options) > MAX_OPTIONS
}

/** What is published of such a question where nobody says otherwise. */
export const usualBallots = (paper: Paper): Ballots => (isTelling(paper) ? 'totals' : 'published')

/**
 * How many different ballots there are: never fewer than can be cast. What quotas, a purse or the sum of
 * points rule out is counted too.
 */
export function waysToMark(method: Method, { length }: readonly Option[]): number {
  switch (method.type) {
    case 'single':
    case 'decision':
      return length
    case 'approval':
    case 'budget':
      return sumOf(method, (marked) => orders(length, marked) / orders(marked, marked))
    case 'ranked':
      // Between two that follow each other there is a step, or none where they share a place.
      return sumOf(
        method,
        (marked) => orders(length, marked) * (method.equal ? 2 ** (marked - 1) : 1),
      )
    case 'score':
      return (method.max - method.min + (method.unrated === null ? 1 : 2)) ** length
    case 'points':
      return (method.each + 1) ** length
    case 'number':
      return method.max - method.min + 1
    case 'text':
      return Infinity
  }
}

function sumOf({ min, max }: { min: number; max: number }, ways: (marked: number) => number) {
  let sum = 0
  for (let marked = min; marked <= max; marked += 1) sum += ways(marked)
  return sum
}

/** In how many orders so many can be taken out of these: their falling factorial, rounded where it is large. */
function orders(of: number, taken: number): number {
  let found = 1
  for (let left = 0; left < taken; left += 1) found *= of - left
  return found
}
