import { Later } from '../lib/later.svelte.ts'
import { speech } from '../lib/speech.ts'

/** Why a count came out as it did: true once it can be said. */
export const countWords = new Later(async () => {
  await speech.also({
    ko: () => import('../../../shared/words/counts/ko.ts'),
    en: () => import('../../../shared/words/counts/en.ts'),
  })
  return true
})
