import { createReadStream, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Election } from '../shared/tally/election/election.ts'
import { ENDINGS, papersFor, readerFor, type Filed } from '../shared/formats/filed.ts'
import { WRITTEN, writtenAs } from '../shared/formats/written.ts'
import { countElection, takesForm, type ElectionCount } from '../shared/tally/election/count.ts'
import { METHODS, ruleFor, type MethodName } from '../shared/tally/election/rule.ts'
import { plainCount, tell, type Told } from './count/tell.ts'
import { speakCounts } from './count/speak.ts'

/**
 * Counts an election out of a file by the same functions that count a meeting's question, and prints a
 * table or, with `--json`, one object; or saves it as a file of another format. Ends with 1 where the file cannot be read or counted so, with 2
 * where the command is wrong.
 */
const USAGE = `npm run count -- FILE [--method M] [--seats N] [--rule JSON] [--lang ko|en] [--json]

  FILE      ${ENDINGS.map((ending) => `.${ending}`).join(' ')}
  --method  파일의 방법 대신 · instead of the file's own: ${METHODS.join(', ')}
  --seats   뽑는 수 · how many are elected
  --rule    방법의 설정 · settings of the method: '{"completion":"none"}'
  --lang    말 · language
  --json    JSON 한 줄로 출력 · one JSON object
  --write   세지 않고 이 파일로 저장 · not counted, but saved as ${WRITTEN.map((ending) => `.${ending}`).join(' ')}`

const end = (reason: string | null, status: number): never => {
  process.stderr.write(
    `${reason ?? ''}${reason && status === 2 ? '\n\n' : ''}${status === 2 ? USAGE : ''}\n`,
  )
  process.exit(status)
}

const { values, positionals } = readCommand()
const language = values.lang === 'en' || values.lang === 'ko' ? values.lang : spokenHere()
const words = await speakCounts(language)
const { say } = words

const [file] = positionals
if (values.help) end(null, 2)
if (file === undefined || positionals.length > 1) end(say('no-file'), 2)
const filed = await read(file!)
if (values.write !== undefined) save(values.write, filed)
const counted = count(filed)
const told: Told = { ...words, election: filed.election, language }
process.stdout.write(
  values.json
    ? `${JSON.stringify(plainCount(counted, told))}\n`
    : `${tell(counted, told, filed.official)}\n`,
)

function readCommand() {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean', default: false } as const
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        ...{ method: text, seats: text, rule: text, lang: text, write: text },
        ...{ json: flag, help: { ...flag, short: 'h' } },
      },
    })
  } catch (fault) {
    return end((fault as Error).message, 2)
  }
}

function spokenHere(): 'ko' | 'en' {
  const { LC_ALL, LANG } = process.env
  return /^en/i.test(LC_ALL ?? LANG ?? '') ? 'en' : 'ko'
}

/** Piece by piece: a city's file need not be one string. */
async function read(name: string): Promise<Filed> {
  const reader = readerFor(name)
  if (!reader) return end(say('no-format', { endings: ENDINGS.join(', ') }), 2)
  try {
    for await (const piece of createReadStream(name, 'utf8')) reader.feed(piece as string)
  } catch {
    return end(say('not-read', { file: name }), 1)
  }
  const reading = reader.end()
  return reading.ok ? reading.value : end(reading.faults.map(words.faultWords).join('\n'), 1)
}

/** Whole or not at all: what a format cannot say is known before the file is opened. */
function save(name: string, from: Filed): never {
  try {
    const pieces = writtenAs(name, from)
    if (!pieces) return end(say('no-writer', { endings: WRITTEN.join(', ') }), 2)
    writeFileSync(name, [...pieces].join(''))
  } catch (fault) {
    const reason = (fault as Error).message
    return end(say(fault instanceof RangeError ? 'not-sayable' : 'not-saved', { reason }), 1)
  }
  process.stdout.write(`${say('saved', { file: name })}\n`)
  process.exit(0)
}

function count(file: Filed): ElectionCount {
  const method = values.method as MethodName | undefined
  if (method && !METHODS.includes(method)) end(`--method ${method}: ${METHODS.join(', ')}`, 2)
  const seats = values.seats === undefined ? undefined : Number(values.seats)
  if (seats !== undefined && !(Number.isSafeInteger(seats) && seats > 0))
    end(`--seats ${values.seats}`, 2)
  const reading = ruleFor(file.election, file.own, { method, seats, rule: settings() })
  if (!reading.ok) return end(say(reading.fault.code, reading.fault.detail), 1)
  const election = papersFor(file, reading.rule.method)
  if (!takesForm(reading.rule.method, election.ballots.form))
    return end(say('wrong-ballots', { methods: countable(election) }), 1)
  try {
    return countElection(election, reading.rule, { lot: election.lot ?? null })!
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault
    return end(say('inexact', { reason: fault.message }), 1)
  }
}

function countable({ ballots }: Election): string {
  return METHODS.filter((method) => takesForm(method, ballots.form)).join(', ')
}

function settings(): Record<string, unknown> | undefined {
  if (values.rule === undefined) return undefined
  try {
    const read: unknown = JSON.parse(values.rule)
    if (read !== null && typeof read === 'object' && !Array.isArray(read))
      return read as Record<string, unknown>
  } catch {
    // Told below, as what is JSON and no record is.
  }
  return end(`--rule ${values.rule}`, 2)
}
