import type { FormatFault, Reading } from './reading.ts'

/** Of a file that is something else altogether nobody wants to read every line. */
const MOST_FAULTS = 50
const MOST_FOUND = 40

/** Where something stands in a file: line and column from 1, in letters. */
export interface Place {
  line: number
  column: number
}

/** What a reader found wrong so far. */
export interface Faults {
  add(place: Place, expected: string, found: string): void
  /** There is no point in reading on: what follows cannot be understood, or enough was found. */
  stop(): void
  readonly isStopped: boolean
  readonly isEmpty: boolean
  refusal(): Extract<Reading<never>, { ok: false }>
}

export function createFaults(): Faults {
  const faults: FormatFault[] = []
  let isStopped = false
  return {
    add({ line, column }, expected, found) {
      if (isStopped) return
      faults.push({ line, column, expected, found: cut(found) })
      isStopped = faults.length >= MOST_FAULTS
    },
    stop() {
      isStopped = true
    },
    get isStopped() {
      return isStopped
    },
    get isEmpty() {
      return faults.length === 0
    },
    refusal: () => ({
      ok: false,
      faults: [...faults].sort((a, b) => a.line - b.line || a.column - b.column),
    }),
  }
}

function cut(found: string): string {
  const letters = [...found.slice(0, 2 * MOST_FOUND)]
  return letters.length > MOST_FOUND ? `${letters.slice(0, MOST_FOUND).join('')}…` : found
}
