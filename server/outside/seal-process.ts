import type { SealedBallot, SealedSize, Sorter } from '../ports.ts'
import { startBeside } from './beside.ts'

type Word = { ballots: readonly SealedBallot[] } | { sorted: true } | { sealed: SealedSize }

/** Milliseconds without a word: the largest city's first slice takes a fifth of it on a busy machine. */
const PATIENCE = 120_000

/** Each large box opened in a process of its own, which `entry` is the program of; `kept`: where it lies. */
export function createSorter(entry: URL, kept: object): Sorter {
  return {
    async *sorted(questionId, key) {
      const sorter = startBeside<Word>(entry, { kept, questionId, key })
      try {
        for (;;) {
          const word = await within(PATIENCE, sorter.next())
          if ('sorted' in word) return
          if (!('ballots' in word)) throw new Error(`${questionId}: the sorter said something else`)
          yield word.ballots
          sorter.say({ next: true })
        }
      } finally {
        sorter.end()
      }
    },
    async rootOf(questionId) {
      const sorter = startBeside<Word>(entry, { kept, questionId, key: null })
      try {
        const word = await within(PATIENCE, sorter.next())
        if ('sealed' in word) return word.sealed
        throw new Error(`${questionId} was not what the sorter was asked for`)
      } finally {
        sorter.end()
      }
    },
  }
}

/** What is promised, or a fault where that takes longer than `ms`. */
function within<T>(ms: number, promised: Promise<T>): Promise<T> {
  let late: NodeJS.Timeout | undefined
  const silence = new Promise<never>((_, reject) => {
    late = setTimeout(() => {
      reject(new Error('the sorter is silent'))
    }, ms)
  })
  return Promise.race([promised, silence]).finally(() => {
    clearTimeout(late)
  })
}
