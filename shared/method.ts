/** How a question is answered and how its answers are counted: written with it, frozen and hashed with it. */

/** So many options of a group belong on one ballot; a group that no quota names is free (Seoul: 5 votes, 1 a field). */
export interface Quota {
  group: string
  min: number
  max: number
}

/** `seats`: so many are elected, by the highest count; absent: the count stands for itself. */
interface Seated {
  seats?: number
}

export type Method =
  | ({ type: 'single' } & Seated)
  /** Between `min` and `max` of the options: k of n, or approval. */
  | ({ type: 'approval'; min: number; max: number; quotas?: readonly Quota[] } & Seated)
  /** Yes, no and, where the rule has it, abstain. */
  | { type: 'decision'; abstain: boolean }
  /** Every option on one scale; `unrated`: what one that is left out counts, null: none may be. */
  | ({ type: 'score'; min: number; max: number; unrated: number | null } & Seated)
  /** Points to hand out: at most `each` to an option, and between `min` and `max` in all. */
  | ({ type: 'points'; each: number; min: number; max: number } & Seated)
  /** Best first; `equal`: several may share a place. */
  | {
      type: 'ranked'
      min: number
      max: number
      equal: boolean
      count: RankedCount
      seats: number
    }
  /**
   * Projects with costs under one purse, in whole units of a currency. `fits`: what a ballot marks
   * together may not cost more than the purse.
   */
  | {
      type: 'budget'
      purse: number
      currency: string
      min: number
      max: number
      fits: boolean
      rule: BudgetRule
    }
  /** A whole number of the unit's smallest part: 12.5 with one decimal is 125. */
  | { type: 'number'; min: number; max: number; decimals: number; unit: string }
  /** Up to `most` texts of so many letters. `cloud`: words by how often; `list`: each in full. */
  | { type: 'text'; show: 'cloud' | 'list'; most: number; letters: number }

export type Of<Type extends Method['type']> = Extract<Method, { type: Type }>

/** Instant run-off, the Scottish single transferable vote, Schulze's pairs, or places as points. */
export type RankedCount = 'runoff' | 'stv' | 'schulze' | 'borda'

/** On one option: times the most that all weights come to it is still an exact number. */
export const MAX_POINTS = 100
/**
 * How votes spend a purse. greedy: by most votes; a project that no longer fits is passed over (`skip`)
 * or ends it (`stop`), and one below `threshold` votes never wins. equal-shares: everybody's part of the
 * purse buys what they marked, raised in steps of `step` whole units, null: the usual one.
 */
export type BudgetRule =
  | { type: 'greedy'; threshold: number; misfit: 'skip' | 'stop' }
  | {
      type: 'equal-shares'
      completion: 'none' | 'utilitarian' | 'add1' | 'add1-comparison'
      step: number | null
    }

/** So often a share may be raised at most: a count ends in seconds, whatever somebody wrote. */
const MOST_STEPS = 5000

/** The smallest step, in whole units, that gets to the end of this money in so many. */
export const leastStep = (most: number): number => Math.ceil(most / MOST_STEPS)

/** No share is ever raised above this: whoever had as much could pay for any project alone. */
export const dearest = (purse: number, options: readonly { cost?: number }[]): number =>
  Math.max(purse, ...options.map(({ cost = 0 }) => cost))

/** Of a purse and of a project. */
export const MAX_MONEY = 1_000_000_000_000
export const MAX_THRESHOLD = 100_000
export const MAX_NUMBER = 1_000_000_000
export const MAX_NUMBER_DECIMALS = 4
export const MAX_UNIT = 10
export const MAX_GROUP = 30
export const MAX_TEXTS = 5
/** Letters of all texts of one ballot: it still fits the one size that ballots have. */
export const MAX_LETTERS = 300

/** Does the paper list options that somebody wrote? */
export const hasOptions = ({ type }: Method): boolean =>
  type !== 'decision' && type !== 'number' && type !== 'text'

/** Is the count one bar for each option, that grows while the vote runs? */
export const hasBars = ({ type }: Method): boolean => type !== 'number' && type !== 'text'

/** Can hands that are raised be added to its count? Not where a ballot says more than which options. */
export const takesHands = ({ type }: Method): boolean =>
  type === 'single' || type === 'approval' || type === 'decision'

/** Is a share raised step by step? However few the ballots, that may take seconds. */
export const isRaised = (method: Method): boolean =>
  method.type === 'budget' &&
  method.rule.type === 'equal-shares' &&
  method.rule.completion.startsWith('add1')

/** Is it counted in rounds or purchases, each of which looks at all ballots again? */
export const isHeavy = ({ type }: Method): boolean => type === 'ranked' || type === 'budget'

/** How many are elected; 0: nobody, the count stands for itself. */
export const seatsOf = (method: Method): number => ('seats' in method ? (method.seats ?? 0) : 0)

/** Does its rule say how many options one ballot marks? */
export const isLimited = (method: Method): method is Of<'approval' | 'ranked' | 'budget'> =>
  ['approval', 'ranked', 'budget'].includes(method.type)

/** May it elect somebody or let its count stand for itself, as its rule says? */
export const mayElect = (
  method: Method,
): method is Of<'single' | 'approval' | 'score' | 'points'> =>
  ['single', 'approval', 'score', 'points'].includes(method.type)

/** Can a tie decide who wins, so that a lot has something to settle? */
export const drawsLots = (method: Method): boolean =>
  method.type === 'budget' || seatsOf(method) > 0

/** May several share a place? Papers that are moved from hand to hand name one at a time. */
export const takesEquals = (count: RankedCount): boolean => count === 'schulze' || count === 'borda'

/** A method as it is before anybody changes it, for so many options. */
export function usualMethod(type: Method['type'], options: number): Method {
  switch (type) {
    case 'single':
      return { type }
    case 'approval':
      return { type, min: 1, max: options }
    case 'decision':
      return { type, abstain: true }
    case 'score':
      return { type, min: 1, max: 5, unrated: null }
    case 'points':
      return { type, each: 5, min: 1, max: 10 }
    case 'ranked':
      return { type, min: 1, max: options, equal: false, count: 'runoff', seats: 1 }
    case 'budget': {
      const rule = { type: 'greedy', threshold: 0, misfit: 'skip' } as const
      return { type, purse: 0, currency: '', min: 1, max: options, fits: true, rule }
    }
    case 'number':
      return { type, min: 0, max: 100, decimals: 0, unit: '' }
    case 'text':
      return { type, show: 'cloud', most: 3, letters: 20 }
  }
}
