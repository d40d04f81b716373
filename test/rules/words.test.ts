import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { REFUSALS } from '../../shared/refusals.ts'
import { percent, pickLanguage, plural, say, type Sentence } from '../../shared/words/index.ts'

/** Every value any sentence may be given. */
const DETAIL = new Proxy({}, { get: () => 1234 })

const FOLDERS = ['shared', 'voter', 'presenter', 'counts']

/** Every file of a language: a new one is read without being named here. */
const filesIn = (language: 'ko' | 'en') =>
  FOLDERS.flatMap((folder) =>
    readdirSync(`shared/words/${folder}`)
      .filter((file) => file === `${language}.ts` || file.endsWith(`-${language}.ts`))
      .map((file) => ({ folder, name: file.replace(/\.ts$/, '') })),
  )

/** Sentences, and of files that gather others the sentences of those too. */
function sentencesIn(words: object): [key: string, sentence: Sentence][] {
  return Object.entries(words as Record<string, Sentence | object>).flatMap(([key, each]) =>
    typeof each === 'object' ? sentencesIn(each) : [[key, each] as [string, Sentence]],
  )
}

/** The keys that a file of sentences says. */
const named = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/^ {2}(['"]?)([\w-]+)\1:/gm)].map(([, , key]) => key!)

/** All that may say a sentence, as one text. */
const speakers = () =>
  ['shared', 'server', 'voter', 'presenter', 'scripts']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    )
    .filter((file) => /\.(ts|svelte)$/.test(file) && !file.startsWith('shared/words/'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')

describe('the words', () => {
  it.each(['ko', 'en'] as const)(
    '[WO1] in %s are complete and make sentences',
    async (language) => {
      const files = filesIn(language)
      const parts = await Promise.all(
        files.map(
          ({ folder, name }) =>
            import(`../../shared/words/${folder}/${name}.ts`) as Promise<object>,
        ),
      )
      const sentences = parts.flatMap(sentencesIn)
      const subjects = (of: typeof language) =>
        filesIn(of)
          .map(({ folder, name }) => `${folder}/${name.slice(0, -of.length)}`)
          .sort()
      expect(subjects('en')).toEqual(subjects('ko'))
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

  it('[WO3] every sentence is said somewhere', () => {
    const text = speakers()
    const prefixes = [...text.matchAll(/`([a-zA-Z]+-?)\$\{/g)].map(([, prefix]) => prefix!)
    const said = new Set(
      [...text.matchAll(/['"`.]([\w-]+)|\b(\w+): (?=\()/g)].map(([, use, maker]) => use ?? maker),
    )
    const isSaid = (key: string) =>
      said.has(key) || prefixes.some((prefix) => key.startsWith(prefix))
    const keys = filesIn('ko').flatMap(({ folder, name }) =>
      named(`shared/words/${folder}/${name}.ts`),
    )
    expect(keys.length).toBeGreaterThan(500)
    expect(keys.filter((key) => !isSaid(key))).toEqual([])
  })
})
