import { decisionOptions, MAX_OPTION_TEXT, MAX_OPTIONS, MAX_TITLE } from '../vote.ts'
import {
  blankPrepared,
  faultsOfCount,
  optionsOf,
  readAgendaFile,
  type AgendaFault,
  type Prepared,
  type ReadAgenda,
} from './agenda.ts'
import { readCsv } from './csv.ts'

/** A piece of text and where it stands. */
interface Piece {
  line: number
  text: string
}

/** What stands before an option in a list: - • 1. 1) (1) ① 가. A) */
const BULLET =
  /^(?:[-*+•·▪○●–—]|\(?(?:\d{1,2}|[A-Za-z]|[가나다라마바사아자차카타파하])[.)]|[①-⑳])\s+/
/** Options that say a decision, in the order of its own: yes, no and, where it has it, abstain. */
const DECISION = [
  [/^찬성$/, /^반대$/, /^기권$/],
  [/^(yes|for)$/i, /^(no|against)$/i, /^(abstain|abstention)$/i],
] as const

/**
 * The questions of whatever somebody pasted or chose: a file of ours, a table with a question in each
 * row and its options beside it, or plain text with blank lines between questions.
 */
export function readAgenda(text: string, { isTable = false } = {}): ReadAgenda {
  const body = text.replace(/^\uFEFF/, '')
  if (/^\s*\{/.test(body)) return readAgendaFile(body)
  if (isTable || /^[^\n]*\S\t/.test(body.trimStart())) return readTable(body)
  return prepared(blocksOf(body))
}

/** The first line asks, the others are its options; none: yes, no and abstain. */
function blocksOf(text: string): Piece[][] {
  const blocks: Piece[][] = [[]]
  for (const [at, written] of text.split(/\r\n|\r|\n/).entries()) {
    const piece = { line: at + 1, text: written.trim() }
    const block = blocks.at(-1)!
    if (piece.text === '') blocks.push([])
    else block.push(block.length === 0 ? piece : { ...piece, text: piece.text.replace(BULLET, '') })
  }
  return blocks.filter((block) => block.length > 0)
}

function readTable(text: string): ReadAgenda {
  const { rows, fault } = readCsv(text)
  const blocks = rows.map(({ line, cells }) =>
    cells.map((cell) => ({ line, text: cell.replace(/\s+/g, ' ').trim() })),
  )
  const read = prepared(blocks.map(([title, ...options]) => [title!, ...options.filter(isWritten)]))
  if (!fault) return read
  return {
    ...read,
    faults: [...read.faults, { line: fault.line, question: null, why: 'unreadable' }],
  }
}

const isWritten = ({ text }: Piece) => text !== ''

function prepared(blocks: readonly Piece[][]): ReadAgenda {
  const faults = faultsOfCount(blocks.map(([title]) => title!))
  for (const [at, [title, ...options]] of blocks.entries()) {
    const fault = (why: AgendaFault['why'], { line }: Piece) =>
      faults.push({ line, question: at + 1, why })
    if (!isWritten(title!)) fault('no-title', title!)
    if (title!.text.length > MAX_TITLE) fault('long-title', title!)
    if (options.length > MAX_OPTIONS) fault('too-many-options', options[MAX_OPTIONS]!)
    for (const option of options)
      if (option.text.length > MAX_OPTION_TEXT) fault('long-option', option)
  }
  const questions = blocks.map(([title, ...options]) => ({
    ...blankPrepared(),
    title: title!.text,
    ...methodOf(options.map(({ text }) => text)),
  }))
  return { questions, faults }
}

function methodOf(texts: readonly string[]): Pick<Prepared, 'method' | 'options'> {
  const isDecision =
    texts.length === 0 ||
    DECISION.some(
      (words) => texts.length >= 2 && texts.every((text, place) => words[place]?.test(text)),
    )
  if (!isDecision) return { method: { type: 'single' }, options: optionsOf(texts) }
  const abstain = texts.length !== 2
  return { method: { type: 'decision', abstain }, options: decisionOptions(abstain) }
}
