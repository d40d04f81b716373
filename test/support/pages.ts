import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import { say, type Detailed, type Language, type Sentence } from '../../shared/words/index.ts'
import * as enPresenter from '../../shared/words/presenter/en.ts'
import * as koPresenter from '../../shared/words/presenter/ko.ts'
import * as enShared from '../../shared/words/shared/en.ts'
import * as koShared from '../../shared/words/shared/ko.ts'
import * as enTime from '../../shared/words/voter/time-en.ts'
import * as koTime from '../../shared/words/voter/time-ko.ts'
import * as enVoter from '../../shared/words/voter/en.ts'
import * as koVoter from '../../shared/words/voter/ko.ts'

const WORDS = {
  ko: { ...koPresenter, ...koShared, ...koVoter, ...koTime },
  en: { ...enPresenter, ...enShared, ...enVoter, ...enTime },
}
/** Each language in its own light, so that both themes pass through every state. */
const BROWSERS = {
  ko: { locale: 'ko-KR', colorScheme: 'light' },
  en: { locale: 'en-US', colorScheme: 'dark' },
} as const
const PAGES = { phone: [360, 740], desk: [1280, 800], screen: [1920, 1080] } as const
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
/** Latin that Korean pages may hold: our name, the way to English, what keyboards and commands say. */
const NAMES = /mVoting|English|https?|npm run desk-link|\bm\b/g

/** What a page of this language says: tests ask for sentences by name, never by their text. */
export function wordsOf(language: Language) {
  const { presenter, shared, voter, time } = WORDS[language]
  const saying =
    <K extends string>(sentences: Record<K, Sentence>) =>
    (key: K, detail?: Detailed) =>
      say(sentences[key], detail)
  return {
    presenter: saying(presenter),
    shared: saying(shared),
    voter: saying({ ...voter, ...time }),
  }
}

/** A browser of its own: other cookies than any other. */
export async function aVisitor(
  browser: Browser,
  page: keyof typeof PAGES,
  language: Language,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const [width, height] = PAGES[page]
  return browser.newContext({ ...BROWSERS[language], viewport: { width, height }, ...options })
}

/** What axe finds wrong with a page as it stands: rule and place. */
export async function barriersOf(page: Page): Promise<string[]> {
  // Legacy mode needs no second page, and these pages have no frames.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(WCAG).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join()}`))
}

/** Words of another language on a page, read or heard; addresses and codes belong to none. */
export async function foreignWords(page: Page, language: Language): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const said = ['aria-label', 'placeholder', 'title', 'alt'].flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].map((each) => each.getAttribute(name) ?? ''),
    )
    const visible = document.body.innerText.split('\n')
    return [...visible, ...said, document.title]
  })
  const foreign = language === 'ko' ? /[A-Za-z]*[a-z][A-Za-z]*/g : /[가-힣]+/g
  return texts
    .map((text) =>
      text
        .replace(/https?:\/\/\S+/g, '')
        .replace(NAMES, '')
        .replace('한국어', ''),
    )
    .flatMap((text) => text.match(foreign) ?? [])
}

/** Everything that all pages must hold to, in each state. */
export async function expectSound(language: Language, ...pages: Page[]): Promise<void> {
  await Promise.all(
    pages.map(async (page) => {
      expect(await barriersOf(page)).toEqual([])
      expect(await foreignWords(page, language)).toEqual([])
    }),
  )
}

/** Waits until the page shows the text. */
export const shows = (page: Page, text: string) => page.getByText(text).first().waitFor()
