import { Later } from './later.svelte.ts'
import { speech } from './speech.ts'

/** Both are also said at a helper's device. */
export const doorWords = {
  ko: () => import('../../../shared/words/voter/door-ko.ts'),
  en: () => import('../../../shared/words/voter/door-en.ts'),
}
export const afterWords = {
  ko: () => import('../../../shared/words/voter/after-ko.ts'),
  en: () => import('../../../shared/words/voter/after-en.ts'),
}

const timeWords = {
  ko: () => import('../../../shared/words/voter/time-ko.ts'),
  en: () => import('../../../shared/words/voter/time-en.ts'),
}
const floorWords = {
  ko: () => import('../../../shared/words/voter/floor-ko.ts'),
  en: () => import('../../../shared/words/voter/floor-en.ts'),
}
const marksWords = {
  ko: () => import('../../../shared/words/voter/marks-ko.ts'),
  en: () => import('../../../shared/words/voter/marks-en.ts'),
}
type Words =
  typeof doorWords | typeof afterWords | typeof timeWords | typeof marksWords | typeof floorWords

async function withWords<T>(screen: Promise<T>, words: Words) {
  const [here] = await Promise.all([screen, speech.also(words)])
  return here
}

/** For a phone without a code: one that scanned it never sees this screen. */
export const enter = new Later(() => import('../screens/Enter.svelte'))

/** For a phone not yet known to be here, or here too late to vote. */
export const door = new Later(() => withWords(import('../screens/door.ts'), doorWords))

/** What follows a cast, and the text about the protection. */
export const after = new Later(() => withWords(import('../screens/after.ts'), afterWords))

/** Why a count came out as it did: read by whoever wants to. */
export const countWords = new Later(() =>
  speech
    .also({
      ko: () => import('../../../shared/words/counts/ko.ts'),
      en: () => import('../../../shared/words/counts/en.ts'),
    })
    .then(() => true),
)

/** For a question with a deadline: who needs more time may say so. */
export const moreTime = new Later(() => withWords(import('../parts/MoreTime.svelte'), timeWords))

/** For a meeting that takes questions from the floor. */
export const floor = new Later(() => withWords(import('../floor/Floor.svelte'), floorWords))

/** For a question that asks for more than which options: its ballot, and one in words. */
export const later = new Later(() => withWords(import('../marks/forms.ts'), marksWords))
