import type { Place } from './faults.ts'

/** A value of a JSON text, and where it begins: whoever has to mend a file needs the place. */
export type Json = Place &
  (
    | { type: 'plain'; value: string | number | boolean | null }
    | { type: 'list'; items: Json[] }
    /** Of a name that stands twice the last one holds, as in every other reader. */
    | { type: 'record'; entries: Map<string, Json> }
  )

/** Deeper than any file of ours; a text of brackets alone must not fill the memory. */
const DEEPEST = 50
/** Letters of a word that a piece of the text may cut in two. */
const LONGEST_CUT = 100_000

const BOM = '\uFEFF'
const MARKS = '{}[],:'
const STRING = /"[^"\\\0-\x1f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\0-\x1f]*)*"/y
const WORD = new RegExp(`[-+.\\w]+|${STRING.source}`, 'y')
/** The begin of a string whose end has not come yet. */
const CUT = new RegExp(`${STRING.source.slice(0, -1)}(?:\\\\(?:u[\\da-fA-F]{0,3})?)?$`, 'y')
const PLAIN = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)$/

type Open = Extract<Json, { type: 'list' | 'record' }>
type JsonReading = { value: Json } | { value: null; line: number; column: number }

/** The value of a JSON text (RFC 8259), or the first place that cannot be read. */
export function readJson(text: string): JsonReading {
  const reader = createJsonReader()
  reader.feed(text)
  return reader.end()
}

/**
 * Reads a JSON text in pieces. With `take`, what stands in a list of the outermost record is handed over
 * with the list's name, one after the other, and not kept: a long list need not fit into memory.
 * A byte order mark is taken.
 */
export function createJsonReader(take?: (name: string, item: Json) => void): {
  feed(piece: string): void
  end(): JsonReading
} {
  /** The lists and records we are in, and the name that each record's next value gets. */
  const open: { json: Open; name: string }[] = []
  const place = { line: 1, column: 1 }
  let root: Json | null = null
  let expected: 'value' | 'item' | 'name' | 'entry' | 'colon' | 'comma' | 'end' = 'value'
  let held = ''
  let isFirst = true
  let isOdd = false

  function step(token: string): boolean {
    const inside = open.at(-1)
    if (expected === 'colon') return token === ':' && expect('value')
    if (expected === 'comma' && token === ',')
      return expect(inside?.json.type === 'record' ? 'name' : 'value')
    const mayEnd = expected === 'comma' || expected === 'item' || expected === 'entry'
    if (mayEnd && token === (inside?.json.type === 'list' ? ']' : '}')) {
      open.pop()
      return put(inside!.json)
    }
    if (expected === 'name' || expected === 'entry') {
      if (!token.startsWith('"')) return false
      inside!.name = String(valueOf(token))
      return expect('colon')
    }
    if (expected === 'comma' || expected === 'end') return false
    if (token === '[' || token === '{') {
      if (open.length > DEEPEST) return false
      const { line, column } = place
      const json: Open =
        token === '['
          ? { line, column, type: 'list', items: [] }
          : { line, column, type: 'record', entries: new Map() }
      open.push({ json, name: '' })
      return expect(token === '[' ? 'item' : 'entry')
    }
    if (!token.startsWith('"') && !PLAIN.test(token)) return false
    const { line, column } = place
    const value = valueOf(token)
    return put({ line, column, type: 'plain', value })
  }

  function put(value: Json): true {
    const inside = open.at(-1)
    if (!inside) root = value
    else if (inside.json.type === 'record') inside.json.entries.set(inside.name, value)
    else if (take && open.length === 2 && open[0]!.json.type === 'record')
      take(open[0]!.name, value)
    else inside.json.items.push(value)
    return expect(inside ? 'comma' : 'end')
  }

  function expect(next: typeof expected): true {
    expected = next
    return true
  }

  /** Takes every whole word; what may go on in the next piece is held. */
  function scan(text: string, isEnd: boolean): void {
    let at = afterBlanks(text, 0)
    while (at < text.length && !isOdd) {
      const isMark = MARKS.includes(text[at]!)
      const token = isMark ? text[at]! : wordAt(WORD, text, at)
      const isWhole = isMark || isEnd || !isCut(token, text, at)
      if (!isWhole && text.length - at <= LONGEST_CUT) break
      isOdd = token === '' || !step(token)
      if (isOdd) return
      place.column += token.length
      at = afterBlanks(text, at + token.length)
    }
    held = text.slice(at)
  }

  function afterBlanks(text: string, from: number): number {
    for (let at = from; ; at += 1) {
      const code = text.charCodeAt(at)
      if (code === 10) {
        place.line += 1
        place.column = 1
      } else if (code === 32 || code === 9 || code === 13) place.column += 1
      else return at
    }
  }

  return {
    feed(piece) {
      const text = isFirst && piece.startsWith(BOM) ? piece.slice(1) : piece
      if (piece !== '') isFirst = false
      if (!isOdd) scan(held + text, false)
    },
    end() {
      if (!isOdd) scan(held, true)
      return root && !isOdd ? { value: root } : { value: null, ...place }
    },
  }
}

/** Most strings are as they stand, which is many times quicker to see than to parse. */
const valueOf = (token: string) =>
  token.startsWith('"') && !token.includes('\\')
    ? token.slice(1, -1)
    : (JSON.parse(token) as string | number | boolean | null)

function wordAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

/** May what begins here go on in the next piece? */
function isCut(token: string, text: string, at: number): boolean {
  if (token === '') return wordAt(CUT, text, at) !== ''
  return at + token.length === text.length && !token.endsWith('"')
}
