import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { LANGUAGES } from '../../shared/words/index.ts'
import { aBrowser, hasNoBrowser, soon } from '../support/browser.ts'
import { aVisitor, barriersOf, foreignWords, wordsOf } from '../support/pages.ts'
import { aServer } from '../support/server.ts'

it.skipIf(hasNoBrowser).each(LANGUAGES)(
  '[TM1] [AG2] a first question is open in two steps; others are copied and put in order (%s)',
  async (language) => {
    const { presenter } = wordsOf(language)
    const server = await aServer()
    const page = await (await aVisitor(await aBrowser(), 'desk', language)).newPage()
    const button = (key: Parameters<typeof presenter>[0]) =>
      page.getByRole('button', { name: presenter(key), exact: true })
    await page.goto(server.deskLink)
    await button('templatePoll').waitFor()
    expect(await barriersOf(page)).toEqual([])
    expect(await foreignWords(page, language)).toEqual([])

    const start = performance.now()
    await button('templatePoll').click()
    expect(
      await page
        .getByRole('textbox', { name: presenter('optionPlace', { place: 4 }) })
        .inputValue(),
    ).toBe(presenter('pollOptions').split('\n')[3])
    await button('doOpen').click()
    await button('doClose').waitFor()
    expect(performance.now() - start).toBeLessThan(20_000)

    await button('addQuestion').click()
    await button('templateMotion').click()
    await button('copyQuestion').click()
    await soon(() => titles(page)).toEqual([
      presenter('pollTitle'),
      ...[presenter('motionTitle'), presenter('motionTitle')],
    ])
    const title = page.getByRole('textbox', { name: presenter('questionTitle'), exact: true })
    await title.fill('2')
    await soon(() => titles(page)).toEqual([presenter('pollTitle'), presenter('motionTitle'), '2'])
    await button('moveUp').click()
    await soon(() => titles(page)).toEqual([presenter('pollTitle'), '2', presenter('motionTitle')])
    await page.locator('ol button[aria-current="true"]').press('Alt+ArrowDown')
    await soon(() => titles(page)).toEqual([presenter('pollTitle'), presenter('motionTitle'), '2'])
    expect(await title.inputValue()).toBe('2')
    expect(await barriersOf(page)).toEqual([])
  },
  60_000,
)

const titles = (page: Page) => page.locator('nav ol .title').allInnerTexts()
