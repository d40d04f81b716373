import { Later } from '../lib/later.svelte.ts'
import { speech } from '../lib/speech.ts'

const words = {
  ko: () => import('../../../shared/words/voter/voices-ko.ts'),
  en: () => import('../../../shared/words/voter/voices-en.ts'),
}

/** For a phone that votes for others, too (D56). */
export const voiceWords = new Later(async () => {
  await speech.also(words)
  return true
})
