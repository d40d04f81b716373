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

async function withWords<T>(screen: Promise<T>, words: typeof doorWords | typeof afterWords) {
  const [here] = await Promise.all([screen, speech.also(words)])
  return here
}

/** The same for parts that name their words themselves: what a first load need not know of. */
async function whole<T extends { words: Parameters<typeof speech.also>[0] }>(part: Promise<T>) {
  const here = await part
  await speech.also(here.words)
  return here
}

/** For a phone without a code: one that scanned it never sees this screen. */
export const enter = new Later(() => import('../screens/Enter.svelte'))

/** For a phone not yet known to be here, or here too late to vote. */
export const door = new Later(() => withWords(import('../screens/door.ts'), doorWords))

/** What follows a cast, and the text about the protection. */
export const after = new Later(() => withWords(import('../screens/after.ts'), afterWords))

/** For a question with a deadline: who needs more time may say so. */
export const moreTime = new Later(() => whole(import('../parts/more-time.ts')))

/** For a meeting that takes questions from the floor. */
export const floor = new Later(() => whole(import('../floor/here.ts')))

/** For a question that asks for more than which options: its ballot, and one in words. */
export const later = new Later(() => whole(import('../marks/forms.ts')))
