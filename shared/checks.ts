import type { OptionId } from './ids.ts'
import { faultOfNames, isChosen, limits, ofNumber, shape, type Marks, type Paper } from './marks.ts'
import { MAX_NUMBER, type Of } from './method.ts'
import { plain } from './plain.ts'
import { ok, refuse, type Result } from './result.ts'
import type { Ranking } from './tally/terms.ts'
import type { Option } from './vote.ts'

/** Is this a valid answer to this question? Phone and server ask the same function. */
export function checkMarks(paper: Paper, marks: Marks): Result<Marks> {
  return faultOfNames(paper, marks) ?? fault(paper, marks) ?? ok(marks)
}

function fault(paper: Paper, marks: Marks) {
  const { method, options } = paper
  switch (method.type) {
    case 'single':
    case 'decision':
    case 'approval':
    case 'budget':
      return isChosen(marks) ? ofChosen(paper, marks) : shape
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

/** A list, and what its groups or its purse allow. */
function ofChosen(paper: Paper, marks: readonly OptionId[]) {
  const { method, options } = paper
  const { least, most } = limits(paper)
  const no = ofNumber(marks.length, least, most)
  if (no) return no
  if (method.type === 'approval') return ofGroups(method, marks, options)
  return method.type === 'budget' ? ofMoney(method, marks, options) : null
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
  if (texts.some((text) => text === '' || text !== plain(text))) return shape
  if (new Set(texts).size !== texts.length) return shape
  const longest = Math.max(0, ...texts.map((text) => [...text].length))
  if (longest > letters)
    return refuse('ballot/text-too-long', { most: letters, over: longest - letters })
  return ofNumber(texts.length, 1, most)
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
