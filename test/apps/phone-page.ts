import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { Desk } from '../../scripts/crowd/desk.ts'
import type { LocalServer } from '../../scripts/crowd/server.ts'
import type { Language } from '../../shared/words/index.ts'
import * as afterEn from '../../shared/words/voter/after-en.ts'
import * as afterKo from '../../shared/words/voter/after-ko.ts'
import * as doorEn from '../../shared/words/voter/door-en.ts'
import * as doorKo from '../../shared/words/voter/door-ko.ts'
import * as en from '../../shared/words/voter/en.ts'
import { marks as marksEn } from '../../shared/words/voter/marks-en.ts'
import { marks as marksKo } from '../../shared/words/voter/marks-ko.ts'
import * as ko from '../../shared/words/voter/ko.ts'
import { aQuestion } from '../support/builders.ts'
import { aServer } from '../support/server.ts'

/** All that the phone says. */
export const WORDS = {
  ko: { ...ko.voter, ...doorKo.door, ...afterKo.after, ...marksKo },
  en: { ...en.voter, ...doorEn.door, ...afterEn.after, ...marksEn },
}
const LOCALE = { ko: 'ko-KR', en: 'en-GB' }

/** A meeting on a server of its own, run by a desk without a page. */
export async function aMeeting(
  environment: Record<string, string> = {},
): Promise<{ server: LocalServer; desk: Desk }> {
  const server = await aServer(environment)
  const desk = await Desk.claim(server.url, server.deskLink)
  onTestFinished(() => desk.leave())
  return { server, desk }
}

/** Whoever has the link is in, and one question is open. */
export async function anOpenQuestion(desk: Desk) {
  await desk.openDoors()
  const { id: _, ...question } = aQuestion({ bars: 'reveal' })
  const questionId = await desk.write(question)
  await desk.open(questionId)
  return questionId
}

/** One phone of the size most people hold. Motion is reduced, so that no colour is measured half faded in. */
export async function aPhone(
  browser: Browser,
  language: Language = 'ko',
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    reducedMotion: 'reduce',
    locale: LOCALE[language],
    ...options,
  })
  return context.newPage()
}

export const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

/** axe finds nothing in this state, in Korean and in English. */
export async function expectNoBarriers(page: Page): Promise<void> {
  const switchLanguage = page.getByRole('banner').getByRole('button').last()
  for (let looks = 0; looks < 2; looks += 1) {
    const language = await page.locator('html').getAttribute('lang')
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze()
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join()}`,
    )
    expect(found, `in ${language}`).toEqual([])
    await switchLanguage.click()
    await page.locator(`html:not([lang=${language}])`).waitFor()
  }
}
