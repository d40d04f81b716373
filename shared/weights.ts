import type { Method } from './method.ts'
import { ok, refuse, type Result } from './result.ts'

/**
 * Votes that the list gives each person, where they are not one each (D55). As typed they may have
 * decimals; counted they are whole numbers of the list's smallest unit, so that nothing is ever rounded.
 */

/** What is frozen of a list's weights: how many decimals its unit has, and the sum in that unit. */
export interface Weights {
  decimals: number
  total: number
}

/** What all entitled and all present hold together, in the list's unit. */
export interface WeightsOf {
  entitled: number
  present: number
}

/** Square metres and shares of a building have up to four. */
export const MOST_DECIMALS = 4
/** Of a whole list, in its unit: times a hundred, the most a share is divided by, it is still exact. */
export const MOST_TOTAL = 9e13

/**
 * Can this method count votes of these weights? Rankings move parts of votes, a hundred thousand each,
 * and stay exact up to here; equal shares of a purse are of people, not of square metres; and the least
 * votes of a project are typed as heads, which are not the list's smallest unit.
 */
export function checkWeights(method: Method, { total }: Pick<Weights, 'total'>): Result<null> {
  if (method.type === 'budget' && method.rule.type === 'equal-shares')
    return refuse('question/weights-shares')
  if (method.type === 'budget' && method.rule.type === 'greedy' && method.rule.threshold > 0)
    return refuse('question/weights-threshold')
  const isFine = method.type === 'ranked' && total > MOST_RANKED
  return isFine ? refuse('question/weights-fine') : ok(null)
}

/** Times a hundred thousand and the most options it is still an exact number. */
const MOST_RANKED = Math.floor(Number.MAX_SAFE_INTEGER / 100_000 / 40)

/** A number as people and spreadsheets write it; commas stand between thousands. */
const SHAPE = /^(\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.(\d+))?$/

/** The digits before and behind the point, without zeros that say nothing; null: no positive number, or too fine. */
function parts(text: string): { whole: string; part: string } | null {
  const read = SHAPE.exec(text.trim())
  if (!read) return null
  const whole = (read[1] ?? '').replaceAll(',', '')
  const part = (read[2] ?? '').replace(/0+$/, '')
  return part.length <= MOST_DECIMALS && /[1-9]/.test(whole + part) ? { whole, part } : null
}

/** Is this a weight that somebody may have? */
export function isWeight(text: string): boolean {
  return parts(text) !== null
}

/** How many decimals the finest of them has. */
export function decimalsOf(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => parts(text)?.part.length ?? 0))
}

/** A weight in the unit of a list with so many decimals; 0 where it is none. */
export function unitsOf(text: string, decimals: number): number {
  const read = parts(text)
  return read ? Number(read.whole + read.part.padEnd(decimals, '0')) : 0
}

/** How much of the list's unit is one whole vote. */
export const unitOf = ({ decimals }: Pick<Weights, 'decimals'>): number => 10 ** decimals

/** So much, as people know it. To be shown, not to be counted with. */
export function fromUnits(units: number, weights: Pick<Weights, 'decimals'>): number {
  return units / unitOf(weights)
}
