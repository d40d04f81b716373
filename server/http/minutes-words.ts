import type { optionText } from '../../shared/ui/options.ts'
import { say, type Detailed, type Language } from '../../shared/words/index.ts'
import * as en from '../../shared/words/presenter/en.ts'
import * as ko from '../../shared/words/presenter/ko.ts'
import * as enMarks from '../../shared/words/shared/marks-en.ts'
import * as koMarks from '../../shared/words/shared/marks-ko.ts'
import * as enShared from '../../shared/words/shared/en.ts'
import * as koShared from '../../shared/words/shared/ko.ts'

const WORDS = {
  ko: { ...koShared.shared, ...koMarks.ballotWords, ...ko.presenter },
  en: { ...enShared.shared, ...enMarks.ballotWords, ...en.presenter },
}

export type Say = (key: keyof (typeof WORDS)['ko'], detail?: Detailed) => string

/** How a table speaks, and what it calls options that nobody wrote. */
export interface Tongue {
  speak: Say
  own: Parameters<typeof optionText>[1]
}

export function tongue(language: Language): Tongue {
  const words = WORDS[language]
  return { speak: (key, detail) => say(words[key], detail), own: words }
}
