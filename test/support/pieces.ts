import fc from 'fast-check'
import type { Reader, Reading } from '../../shared/formats/election.ts'

/** Feeds a text in pieces of these lengths, one after the other and again from the first. */
export function feedInPieces<T>(
  reader: Reader<T>,
  text: string,
  lengths: readonly number[],
): Reading<T> {
  for (let at = 0, turn = 0; at < text.length; turn += 1) {
    const length = lengths[turn % lengths.length] ?? 1
    reader.feed(text.slice(at, at + length))
    at += length
  }
  return reader.end()
}

/** Lengths of pieces, single letters among them. */
export const someLengths = fc.array(fc.integer({ min: 1, max: 40 }), {
  minLength: 1,
  maxLength: 12,
})
