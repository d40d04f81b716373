import type { Reader, Reading } from '../../shared/formats/reading.ts'

/** Feeds a text in pieces of this many letters, as a file comes from a disk or a form. */
export function readIn<T>(reader: Reader<T>, text: string, size = text.length || 1): Reading<T> {
  for (let at = 0; at < text.length; at += size) reader.feed(text.slice(at, at + size))
  return reader.end()
}
