import type { SealedBallot, SealedSize, Sorter } from '../ports.ts'
import { startBeside } from './beside.ts'

type Word = { ballots: readonly SealedBallot[] } | { sorted: true } | { sealed: SealedSize }

/** Each large box opened in a process of its own, which `entry` is the program of; `kept`: where it lies. */
export function createSorter(entry: URL, kept: object): Sorter {
  return {
    async *sorted(questionId, key) {
      const sorter = startBeside<Word>(entry, { kept, questionId, key })
      try {
        for (;;) {
          const word = await sorter.next()
          if (!('ballots' in word)) return
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
        const word = await sorter.next()
        if ('sealed' in word) return word.sealed
        throw new Error(`${questionId} was not what the sorter was asked for`)
      } finally {
        sorter.end()
      }
    },
  }
}
