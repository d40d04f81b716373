import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { REFUSALS } from '../../shared/refusals.ts'
import { percent, pickLanguage, plural, say, type Sentence } from '../../shared/words/index.ts'

/** Every value any sentence may be given. */
const DETAIL = new Proxy({}, { get: () => 1234 })

/** The sentences of every count there is: one file a subject. */
const countsIn = (language: 'ko' | 'en') =>
  readdirSync('shared/words/counts')
    .filter((file) => file.endsWith(`-${language}.ts`))
    .map((file) => file.replace(/\.ts$/, ''))
    .map((file) => () => import(`../../shared/words/counts/${file}.ts`) as Promise<object>)

const dictionaries = {
  ko: [
    () => import('../../shared/words/shared/ko.ts'),
    () => import('../../shared/words/shared/refusals-ko.ts'),
    () => import('../../shared/words/voter/ko.ts'),
    () => import('../../shared/words/voter/door-ko.ts'),
    () => import('../../shared/words/voter/after-ko.ts'),
    () => import('../../shared/words/voter/helper-ko.ts'),
    () => import('../../shared/words/voter/time-ko.ts'),
    () => import('../../shared/words/voter/marks-ko.ts'),
    () => import('../../shared/words/presenter/ko.ts'),
    ...countsIn('ko'),
  ],
  en: [
    () => import('../../shared/words/shared/en.ts'),
    () => import('../../shared/words/shared/refusals-en.ts'),
    () => import('../../shared/words/voter/en.ts'),
    () => import('../../shared/words/voter/door-en.ts'),
    () => import('../../shared/words/voter/after-en.ts'),
    () => import('../../shared/words/voter/helper-en.ts'),
    () => import('../../shared/words/voter/time-en.ts'),
    () => import('../../shared/words/voter/marks-en.ts'),
    () => import('../../shared/words/presenter/en.ts'),
    ...countsIn('en'),
  ],
}

describe('the words', () => {
  it.each(['ko', 'en'] as const)(
    '[WO1] in %s are complete and make sentences',
    async (language) => {
      const parts = await Promise.all(dictionaries[language].map((load) => load()))
      const sentences = parts.flatMap((part) =>
        Object.values(part).flatMap((words) => Object.entries(words as Record<string, Sentence>)),
      )
      expect(sentences.length).toBeGreaterThan(REFUSALS.length + 100)
      for (const [key, sentence] of sentences) {
        const said = say(sentence, DETAIL)
        expect(said.trim(), key).not.toBe('')
        expect(said, key).not.toMatch(/undefined|NaN|\[object/)
      }
    },
  )

  it('[WO1] are picked by the browser’s wishes', () => {
    expect(pickLanguage(['fr', 'ko-KR', 'en'])).toBe('ko')
    expect(pickLanguage(['en-GB', 'ko'])).toBe('en')
    expect(pickLanguage(['zh'])).toBe('en')
    expect(pickLanguage([])).toBe('ko')
    expect(plural('en', 1, { one: 'ballot', other: 'ballots' })).toBe('ballot')
    expect([percent(1, 3), percent(1, 2), percent(0, 0), percent(1, 200)]).toEqual([33, 50, 0, 1])
  })

  it('[WO2] no part of a dictionary writes over a sentence of another', () => {
    const named = (file: string) =>
      [...readFileSync(file, 'utf8').matchAll(/^ {2}(['"]?)([\w-]+)\1:/gm)].map(([, , key]) => key)
    const common = ['verdict', 'pictures', 'marks'].map(
      (part) => `shared/words/shared/${part}-ko.ts`,
    )
    for (const app of ['presenter', 'voter']) {
      const own = readdirSync(`shared/words/${app}`)
        .filter((file) => file.endsWith('ko.ts'))
        .map((file) => `shared/words/${app}/${file}`)
      const keys = [...own, ...common].flatMap(named)
      expect(keys.length, app).toBeGreaterThan(200)
      expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([])
    }
  })
})
