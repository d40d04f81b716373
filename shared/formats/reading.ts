/** Where a file cannot be read and what was expected there; line and column from 1, in letters. */
export interface FormatFault {
  line: number
  column: number
  /** A code with words in both languages (words/counts/formats). */
  expected: string
  /** What stands there instead, cut to a few letters. */
  found: string
}

/** Nothing is read by half: a value, or every fault that was found (the first of them where one hides the rest). */
export type Reading<T> = { ok: true; value: T } | { ok: false; faults: FormatFault[] }

/** A reader that takes a file in pieces of any length, cut anywhere, so that 64 MB need not be one string. */
export interface Reader<T> {
  feed(piece: string): void
  end(): Reading<T>
}
