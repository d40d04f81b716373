import type { Weights } from '../weights.ts'
import type { counts as koCounts } from '../words/counts/ko.ts'
import type { Detailed, Sentence } from '../words/index.ts'
import type { pictures as koPictures } from '../words/shared/pictures-ko.ts'
import type { Reader } from './rows.ts'

/** A sentence of the words that belong to pictures. */
export type SayPicture = (key: keyof typeof koPictures, detail?: Detailed) => string

/** The sentences of every count. */
export type CountWords = {
  readonly [Part in keyof typeof koCounts]: Readonly<
    Record<keyof (typeof koCounts)[Part], Sentence>
  >
}

/** Who tells of a count: a reader, what is said of pictures, and the words of counts, once they are here. */
export interface Teller extends Reader {
  say: SayPicture
  counts: CountWords
  weights?: Weights | undefined
}
