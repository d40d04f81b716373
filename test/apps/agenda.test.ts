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

/** Milliseconds for a letter by somebody who seldom types, a syllable of Hangul being several keys, and for a click. */
const LETTER_MS = { ko: 500, en: 200 }
const CLICK_MS = 1000

it.skipIf(hasNoBrowser).each(LANGUAGES)(
  '[TM1] a first question is written by hand and open, at the pace of a hand, well under 60 s (%s)',
  async (language) => {
    const { presenter } = wordsOf(language)
    const server = await aServer()
    const page = await (await aVisitor(await aBrowser(), 'desk', language)).newPage()
    await page.goto(server.deskLink)
    const field = page.getByRole('textbox', { name: presenter('questionTitle'), exact: true })
    await field.waitFor()
    const actions = { clicks: 0, keys: 0 }
    const click = async (role: 'radio' | 'textbox' | 'button', name: string) => {
      await page.waitForTimeout(CLICK_MS)
      await page.getByRole(role, { name, exact: role !== 'radio' }).click()
      actions.clicks += 1
    }
    const type = async (text: string) => {
      await page.keyboard.type(text, { delay: LETTER_MS[language] })
      actions.keys += text.length
    }

    const start = performance.now()
    // The field of the title has the focus already.
    await type(BY_HAND[language].title)
    await click('radio', presenter('kindSingle'))
    await click('textbox', presenter('optionPlace', { place: 1 }))
    for (const [place, option] of BY_HAND[language].options.entries()) {
      if (place > 0) await type('\n')
      await type(option)
    }
    await click('button', presenter('doOpen'))
    await page.getByRole('button', { name: presenter('doClose'), exact: true }).waitFor()
    const seconds = (performance.now() - start) / 1000
    expect(actions.clicks).toBe(3)
    expect(seconds).toBeLessThan(30)
    expect(await titles(page)).toEqual([BY_HAND[language].title])
  },
  90_000,
)

const BY_HAND = {
  ko: { title: '점심은 무엇으로 할까요?', options: ['비빔밥', '국수', '김밥'] },
  en: { title: 'What shall we have?', options: ['Rice', 'Noodles', 'Soup'] },
}

const titles = (page: Page) => page.locator('nav ol .title').allInnerTexts()
