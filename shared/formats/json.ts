/** A value of a JSON text, and the line it begins in: whoever has to mend a file needs the place. */
export type Json = { line: number } & (
  | { type: 'plain'; value: string | number | boolean | null }
  | { type: 'list'; items: Json[] }
  /** Of a name that stands twice the last one holds, as in every other reader. */
  | { type: 'record'; entries: Map<string, Json> }
)

/** Deeper than any file of ours; a text of brackets alone must not fill the stack. */
const DEEPEST = 50
const TOKEN =
  /[\t\n\r ]*([{}[\],:]|"[^"\\\0-\x1f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\0-\x1f]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y

class Unreadable extends Error {}

/** The value of a JSON text (RFC 8259), or the first line that cannot be read. */
export function readJson(text: string): { value: Json } | { value: null; line: number } {
  const token = new RegExp(TOKEN)
  let line = 1
  let next = ''

  function step(): void {
    const from = token.lastIndex
    const found = token.exec(text)
    const rest = found ? found[0] : /[\t\n\r ]*/.exec(text.slice(from))![0]
    line += rest.split('\n').length - 1
    next = found?.[1] ?? ''
    if (!found && from + rest.length < text.length) throw new Unreadable()
  }
  function take(wanted: string): void {
    if (next !== wanted) throw new Unreadable()
    step()
  }
  function plain(): Json {
    if (next === '' || '{}[],:'.includes(next)) throw new Unreadable()
    const read: Json = { type: 'plain', line, value: JSON.parse(next) as string }
    step()
    return read
  }
  /** What stands between two brackets, with commas between. */
  function each(end: string, read: () => void): void {
    step()
    if (next !== end) read()
    while (next !== end) {
      take(',')
      read()
    }
    step()
  }
  function value(depth: number): Json {
    if (depth > DEEPEST) throw new Unreadable()
    const begun = line
    if (next === '[') {
      const items: Json[] = []
      each(']', () => items.push(value(depth + 1)))
      return { type: 'list', line: begun, items }
    }
    if (next !== '{') return plain()
    const entries = new Map<string, Json>()
    each('}', () => {
      if (!next.startsWith('"')) throw new Unreadable()
      const name = JSON.parse(next) as string
      step()
      take(':')
      entries.set(name, value(depth + 1))
    })
    return { type: 'record', line: begun, entries }
  }

  try {
    step()
    const read = value(0)
    if (next !== '') throw new Unreadable()
    return { value: read }
  } catch (fault) {
    if (fault instanceof Unreadable) return { value: null, line }
    throw fault
  }
}
