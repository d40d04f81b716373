import type { OptionId } from './ids.ts'
import { MAX_NUMBER, type Method, type Of } from './method.ts'
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
interface Paper {
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

/** Is this a valid answer to this question? Phone and server ask the same function. */
export function checkMarks(paper: Paper, marks: Marks): Result<Marks> {
  const { method } = paper
  const named = namedIn(marks)
  if (new Set(named).size !== named.length) return refuse('ballot/wrong-shape')
  const known = new Set(paper.options.map((option) => option.id))
  if (!named.every((id) => known.has(id))) return refuse('ballot/unknown-option')
  const no = fault(method, marks, paper.options)
  return no ?? ok(marks)
}

function fault(method: Method, marks: Marks, options: readonly Option[]) {
  switch (method.type) {
    case 'single':
    case 'decision':
      return isChosen(marks) ? ofNumber(marks.length, 1, 1) : shape
    case 'approval':
      return isChosen(marks)
        ? (ofNumber(marks.length, method.min, method.max) ?? ofGroups(method, marks, options))
        : shape
    case 'budget':
      return isChosen(marks)
        ? (ofNumber(marks.length, method.min, method.max) ?? ofMoney(method, marks, options))
        : shape
    case 'ranked':
      return !isChosen(marks) && 'ranks' in marks ? ofRanks(method, marks.ranks) : shape
    case 'score':
      return !isChosen(marks) && 'points' in marks
        ? ofScale(method, Object.values(marks.points), options)
        : shape
    case 'points':
      return !isChosen(marks) && 'points' in marks
        ? ofPoints(method, Object.values(marks.points))
        : shape
    case 'number':
      return !isChosen(marks) && 'number' in marks ? onScale(method, marks.number) : shape
    case 'text':
      return !isChosen(marks) && 'texts' in marks ? ofTexts(method, marks.texts) : shape
  }
}

const shape = refuse('ballot/wrong-shape')

/** Too few or too many of something. */
function ofNumber(length: number, least: number, most: number) {
  if (length < least) return refuse('ballot/too-few', { least, missing: least - length })
  return length > most ? refuse('ballot/too-many', { most, over: length - most }) : null
}

function ofGroups(
  { quotas = [] }: Of<'approval'>,
  marks: readonly OptionId[],
  options: readonly Option[],
) {
  for (const { group, min, max } of quotas) {
    const held = options.filter((each) => each.group === group && marks.includes(each.id)).length
    if (held < min) return refuse('ballot/too-few-of', { group, missing: min - held })
    if (held > max) return refuse('ballot/too-many-of', { group, over: held - max })
  }
  return null
}

/** What these projects cost together. */
export function costOf(marks: readonly OptionId[], options: readonly Option[]): number {
  const marked = options.filter(({ id }) => marks.includes(id))
  return marked.reduce((sum, { cost = 0 }) => sum + cost, 0)
}

function ofMoney(
  { purse, fits }: Of<'budget'>,
  marks: readonly OptionId[],
  options: readonly Option[],
) {
  const over = costOf(marks, options) - purse
  return fits && over > 0 ? refuse('ballot/over-purse', { over }) : null
}

function ofRanks({ min, max, equal }: Of<'ranked'>, ranks: Ranking) {
  if (ranks.some((rank) => rank.length === 0)) return shape
  if (!equal && ranks.some((rank) => rank.length > 1)) return shape
  return ofNumber(ranks.flat().length, min, max)
}

function onScale({ min, max }: { min: number; max: number }, value: number) {
  const isOn = Number.isInteger(value) && value >= min && value <= max
  return isOn ? null : refuse('ballot/off-scale', { least: min, most: max })
}

function ofScale(method: Of<'score'>, values: readonly number[], options: readonly Option[]) {
  for (const value of values) {
    const no = onScale(method, value)
    if (no) return no
  }
  const least = method.unrated === null ? options.length : 0
  return ofNumber(values.length, least, options.length)
}

/** Nothing is written down for an option without points: then one ballot has one form. */
function ofPoints({ each, min, max }: Of<'points'>, values: readonly number[]) {
  for (const value of values) {
    const no = onScale({ min: 1, max: each }, value)
    if (no) return no
  }
  const sum = values.reduce((all, value) => all + value, 0)
  if (sum < min) return refuse('ballot/too-few-points', { least: min, missing: min - sum })
  return sum > max ? refuse('ballot/too-many-points', { most: max, over: sum - max }) : null
}

function ofTexts({ most, letters }: Of<'text'>, texts: readonly string[]) {
  if (texts.some((text) => text === '' || text !== tidied(text) || BROKEN.test(text))) return shape
  if (new Set(texts).size !== texts.length) return shape
  const longest = Math.max(0, ...texts.map((text) => [...text].length))
  if (longest > letters)
    return refuse('ballot/text-too-long', { most: letters, over: longest - letters })
  return ofNumber(texts.length, 1, most)
}

/** Control characters and halves of letters: nobody types them, and JSON makes six bytes of each. */
const BROKEN = /[\p{Cc}\p{Cs}]/u

/** A text as it is kept: composed letters, single blanks, none at the ends. */
export const tidied = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

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
  return marks
}

/** Marks that take as many bytes as any of this paper's: what an envelope has to have room for. */
export function fullest({ method, options }: Paper): Marks {
  const ids = options.map(({ id }) => id)
  switch (method.type) {
    case 'single':
    case 'decision':
    case 'approval':
    case 'budget':
      return ids
    case 'ranked':
      return { ranks: ids.map((id) => [id]) }
    case 'score':
    case 'points': {
      const longest = method.type === 'points' ? method.each : longerOf(method.min, method.max)
      return { points: Object.fromEntries(ids.map((id) => [id, longest])) }
    }
    case 'number':
      return { number: longerOf(-MAX_NUMBER, MAX_NUMBER) }
    case 'text':
      // Four bytes a letter at most, and a quotation mark or backslash is two.
      return { texts: Array.from({ length: method.most }, () => '😀'.repeat(method.letters)) }
  }
}

const longerOf = (a: number, b: number) => (`${a}`.length > `${b}`.length ? a : b)

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
