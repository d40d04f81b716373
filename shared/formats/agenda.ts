import type { OptionId, QuestionId } from '../ids.ts'
import { hasOptions, MAX_GROUP, usualMethod, type Method } from '../method.ts'
import {
  blankQuestion,
  decisionOptions,
  LEAST_SECRET,
  MAX_AUDITORS,
  MAX_OPTION_TEXT,
  MAX_OPTIONS,
  MAX_SECONDS,
  MAX_TITLE,
  SMALLEST_SECRET,
  type DecisionRule,
  type Option,
  type Question,
  type Share,
} from '../vote.ts'
import { usualBallots } from '../patterns.ts'
import { METHODS, money } from './agenda-methods.ts'
import { isTrue, oneOf, orNull, plainOf, recordOf, text, whole, type Read } from './fields.ts'
import { readJson, type Json } from './json.ts'

/**
 * An agenda as a file: questions as somebody prepared them, with nothing of people or results.
 * JSON that a person can read and write; what is not said has its usual value.
 */

/** A question without what only a meeting gives it. */
export type Prepared = Omit<Question, 'id' | 'test' | 'roundOf'>

export const AGENDA_FORMAT = 'mvoting-agenda'
export const AGENDA_VERSION = 1
/** So many come in at once; a longer paper is two files. */
export const MOST_PREPARED = 100

/** What is wrong in a text; `line` counts from 1 as an editor shows them, `question` too. */
export interface AgendaFault {
  line: number
  /** Null: it is in no question. */
  question: number | null
  why:
    | 'unreadable'
    | 'not-agenda'
    | 'newer'
    | 'nothing'
    | 'too-many'
    | 'no-title'
    | 'long-title'
    | 'long-option'
    | 'too-many-options'
    | 'unknown-name'
    | 'wrong-value'
  /** Of which name in the file. */
  name?: string
}

/** What a text holds, and everything that keeps it from being taken: then none of it is. */
export interface ReadAgenda {
  questions: Prepared[]
  faults: AgendaFault[]
}

/** The file of these questions; tests stay behind, and a round stands for itself. */
export function writeAgenda(title: string, questions: readonly Question[]): string {
  const kept = questions.filter(({ test, roundOf }) => !test && roundOf === null)
  const file = { format: AGENDA_FORMAT, version: AGENDA_VERSION, title, questions: kept.map(write) }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** The questions of a file that `writeAgenda`, or a person, wrote. */
export function readAgendaFile(text: string): ReadAgenda {
  const { value: file, ...place } = readJson(text)
  const nothing = (why: AgendaFault['why'], line = 1, name?: string) => ({
    questions: [],
    faults: [{ line, question: null, why, ...(name === undefined ? {} : { name }) }],
  })
  if (!file) return nothing('unreadable', 'line' in place ? place.line : 1)
  if (file.type !== 'record' || plainOf(file.entries.get('format')) !== AGENDA_FORMAT)
    return nothing('not-agenda')
  const named = file.entries.get('version')
  const version = named && whole(1, Infinity)(named)
  if (version === undefined) return nothing('wrong-value', named?.line, 'version')
  if (version > AGENDA_VERSION) return nothing('newer', named?.line)
  const unknown = [...file.entries].find(([name]) => !FILE_NAMES.includes(name))
  if (unknown) return nothing('unknown-name', unknown[1].line, unknown[0])
  const listed = file.entries.get('questions')
  if (listed?.type !== 'list') return nothing('wrong-value', listed?.line, 'questions')
  if (listed.items.length === 0) return nothing('nothing', listed.line)
  const faults = faultsOfCount(listed.items)
  const questions = listed.items.map((item, at) => {
    const fault: Fault = (why, { line }, name) => {
      faults.push({ line, question: at + 1, why, ...(name === undefined ? {} : { name }) })
    }
    return readQuestion(item, fault)
  })
  return { questions, faults }
}

/** Too many of them, said once. */
export function faultsOfCount(items: readonly { line: number }[]): AgendaFault[] {
  const first = items[MOST_PREPARED]
  return first ? [{ line: first.line, question: MOST_PREPARED + 1, why: 'too-many' }] : []
}

/** The options of a question that was read: each by its place. */
export function optionsOf(texts: readonly string[]): Option[] {
  return texts.map((text, place) => ({ id: `${place + 1}` as OptionId, text }))
}

type Setting = Exclude<keyof Prepared, 'title' | 'method' | 'options'>
type Fault = (why: AgendaFault['why'], at: { line: number }, name?: string) => void
const FILE_NAMES = ['format', 'version', 'title', 'questions']

const share: Read<Share> = (json) => {
  const read = recordOf<Share>({
    numerator: whole(1, 100),
    denominator: whole(1, 100),
    strict: isTrue,
  })(json)
  return read && read.numerator <= read.denominator ? read : undefined
}

const SETTINGS: { [K in Setting]: Read<Prepared[K]> } = {
  names: oneOf({ open: true, secret: true, named: true }),
  namesFor: oneOf({ everyone: true, roster: true }),
  bars: oneOf({ live: true, reveal: true, set: true }),
  receipts: oneOf({ full: true, none: true }),
  ballots: oneOf({ published: true, totals: true }),
  auditors: text(MAX_AUDITORS),
  seconds: orNull(whole(5, MAX_SECONDS)),
  decision: orNull(
    recordOf<DecisionRule>({
      base: oneOf({ 'yes-no': true, valid: true, cast: true, entitled: true, present: true }),
      majority: oneOf({
        ...{ simple: true, absolute: true },
        ...{ 'two-thirds': true, 'three-quarters': true },
      }),
      quorum: orNull(share),
    }),
  ),
  least: whole(LEAST_SECRET, SMALLEST_SECRET),
  electorate: oneOf({ present: true, opening: true }),
  fresh: isTrue,
  reopen: isTrue,
  lot: isTrue,
}
const SETTING_NAMES = Object.keys(SETTINGS) as Setting[]

/** A question that says nothing of itself. */
export function blankPrepared(): Prepared {
  return preparedOf(blankQuestion('' as QuestionId))
}

/** What of a question can be prepared. */
function preparedOf({ title, method, options, ...question }: Question): Prepared {
  const settings = SETTING_NAMES.map((name) => [name, question[name]] as const)
  return { title, method, options, ...(Object.fromEntries(settings) as Pick<Prepared, Setting>) }
}
const methodType = oneOf<Method['type']>({
  ...{ single: true, approval: true, decision: true, score: true },
  ...{ points: true, ranked: true, number: true, text: true, budget: true },
})

function write(question: Question): Record<string, unknown> {
  const { title, method, options } = question
  const { type, ...rest } = method
  const blank = { ...blankPrepared(), ballots: usualBallots(question) }
  const settings = SETTING_NAMES.filter(
    (name) => JSON.stringify(question[name]) !== JSON.stringify(blank[name]),
  )
  return {
    title,
    method: type,
    ...rest,
    ...(hasOptions(method) && { options: options.map(written) }),
    ...Object.fromEntries(settings.map((name) => [name, question[name]])),
  }
}

function readQuestion(json: Json, fault: Fault): Prepared {
  const read = blankPrepared()
  if (json.type !== 'record') {
    fault('wrong-value', json)
    return read
  }
  const { entries } = json
  const title = plainOf(entries.get('title'))
  if (typeof title !== 'string') fault('no-title', entries.get('title') ?? json)
  else if (title.length > MAX_TITLE) fault('long-title', entries.get('title')!)
  else read.title = title

  const named = entries.get('method')
  const type = named && methodType(named)
  if (type === undefined) {
    fault('wrong-value', named ?? json, 'method')
    return read
  }
  Object.assign(read, readMethod(type, entries, fault))
  for (const [name, entry] of entries) {
    if (['title', 'method'].includes(name) || namesOf(read.method).includes(name)) continue
    const setting = SETTING_NAMES.find((each) => each === name)
    const value = setting && SETTINGS[setting](entry)
    if (!setting || (setting === 'decision' && type !== 'decision'))
      fault('unknown-name', entry, name)
    else if (value === undefined) fault('wrong-value', entry, name)
    else Object.assign(read, { [setting]: value })
  }
  if (!entries.has('ballots')) read.ballots = usualBallots(read)
  return read
}

/** The names that belong to a method: its own numbers, and its options. */
const namesOf = (method: Method): string[] => [
  ...Object.keys(METHODS[method.type]),
  ...(hasOptions(method) ? ['options'] : []),
]

/** How it is answered, and by which options. */
function readMethod(
  type: Method['type'],
  entries: ReadonlyMap<string, Json>,
  fault: Fault,
): Pick<Prepared, 'method' | 'options'> {
  const listed = entries.get('options')
  const options = type === 'decision' || !listed ? [] : readOptions(listed, fault)
  const method: Record<string, unknown> = { ...usualMethod(type, options.length) }
  for (const [name, read] of Object.entries<Read<unknown>>(METHODS[type])) {
    const entry = entries.get(name)
    if (!entry) continue
    const value = read(entry)
    if (value === undefined) fault('wrong-value', entry, name)
    else method[name] = value
  }
  const asked = method as unknown as Method
  if (asked.type === 'decision') return { method: asked, options: decisionOptions(asked.abstain) }
  return { method: asked, options }
}

/** An option that has more than its text is a record, any other a text. */
const written = ({ id: _, ...said }: Option) => (Object.keys(said).length > 1 ? said : said.text)
const described = recordOf<Omit<Option, 'id'>>(
  { text: text(Infinity), group: text(MAX_GROUP), cost: money },
  ['group', 'cost'],
)

function readOptions(json: Json, fault: Fault): Option[] {
  if (json.type !== 'list') {
    fault('wrong-value', json, 'options')
    return []
  }
  if (json.items.length > MAX_OPTIONS) fault('too-many-options', json.items[MAX_OPTIONS]!)
  const read = json.items.map((item) => {
    const value = plainOf(item)
    const option = typeof value === 'string' ? { text: value } : described(item)
    if (!option) fault('wrong-value', item, 'options')
    else if (option.text.length > MAX_OPTION_TEXT) fault('long-option', item)
    else return option
    return { text: '' }
  })
  return optionsOf(read.map((option) => option.text)).map((option, place) => ({
    ...option,
    ...read[place],
  }))
}
