import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { KINDS } from '../../presenter/src/console/lib/kinds.ts'
import type { Method } from '../../shared/method.ts'
import { LANGUAGES, type Language } from '../../shared/words/index.ts'
import { aBrowser, hasNoBrowser, soon } from '../support/browser.ts'
import { aVisitor, expectSound, shows, wordsOf } from '../support/pages.ts'
import { aServer } from '../support/server.ts'

const TYPES = Object.keys(KINDS) as Method['type'][]
const WITHOUT: readonly Method['type'][] = ['decision', 'number', 'text']
const OPTIONS = ['1', '2', '3']

async function aDesk(language: Language, viewport?: { width: number; height: number }) {
  const { url, deskLink } = await aServer()
  const browser = await aBrowser()
  const context = await aVisitor(browser, 'desk', language, viewport ? { viewport } : {})
  const page = await context.newPage()
  const { presenter } = wordsOf(language)
  type Key = Parameters<typeof presenter>[0]
  const button = (key: Key) =>
    page.getByRole('button', { name: presenter(key), exact: true }).first()
  const kind = (type: Method['type']) =>
    page.getByRole('radio', {
      name: `${presenter(KINDS[type].title)} ${presenter(KINDS[type].text)}`,
    })
  const field = (key: Key, place?: number) =>
    page.getByRole('textbox', {
      name: presenter(key, place === undefined ? {} : { place }),
      exact: true,
    })
  await page.goto(deskLink)
  await field('questionTitle').waitFor()
  return { url, browser, page, presenter, button, kind, field }
}

/** Goes on with Tab until this has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const isHere = () => target.evaluate((each) => each === document.activeElement)
  await target.waitFor()
  for (let tries = 0; tries < 120 && !(await isHere()); tries += 1) await page.keyboard.press('Tab')
  expect(await isHere()).toBe(true)
}

it.skipIf(hasNoBrowser).each(LANGUAGES)(
  '[ED6] a question of every kind is written by keyboard, opened, and stands on the screen (%s)',
  async (language) => {
    const { browser, page, presenter, button, kind, field } = await aDesk(language)
    const screen = await (await aVisitor(browser, 'screen', language)).newPage()
    await screen.goto(await field('screenLink').inputValue())
    await shows(screen, presenter('joinHow'))
    const press = async (key: Parameters<typeof button>[0]) => {
      await tabTo(page, button(key))
      await page.keyboard.press('Enter')
    }
    const type = async (target: Locator, text: string) => {
      await tabTo(page, target)
      await page.keyboard.insertText(text)
    }

    for (const [place, method] of TYPES.entries()) {
      const title = `${place + 1}. ${presenter(KINDS[method].title)}`
      if (place > 0) await press('addQuestion')
      const titleField = field('questionTitle')
      await soon(() => titleField.inputValue()).toBe('')
      await tabTo(page, titleField)
      await page.keyboard.insertText(title)
      // A new question is a motion: from there the arrows go on to the kind that is meant.
      await press('kindMore')
      await page.keyboard.press('Shift+Tab')
      for (let tries = 0; tries < TYPES.length && !(await kind(method).isChecked()); tries += 1)
        await page.keyboard.press('ArrowDown')
      expect(await kind(method).isChecked()).toBe(true)
      if (method === 'budget') await type(field('purse'), '1000')
      for (const [at, option] of WITHOUT.includes(method) ? [] : OPTIONS.entries()) {
        // Enter goes on to the next line, and makes one behind the last.
        if (at > 0) await page.keyboard.press('Enter')
        await type(field('optionPlace', at + 1), option)
      }
      for (const at of method === 'budget' ? OPTIONS.keys() : [])
        await type(field('costOf', at + 1), `${(at + 1) * 100}`)
      await soon(() => button('doOpen').isEnabled()).toBe(true)
      await press('doOpen')
      await shows(screen, title)
      for (const step of ['doClose', 'doReveal', 'doNext'] as const) await press(step)
    }
  },
  240_000,
)

it.skipIf(hasNoBrowser).each([
  ['ko', 390, 844],
  ['en', 320, 568],
] as const)(
  '[ED7] on a phone every kind has its settings, and nothing is cut off (%s)',
  async (language, width, height) => {
    const { page, presenter, button, kind } = await aDesk(language, { width, height })
    const wider = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
    expect(await page.getByRole('radio', { name: presenter('kindRanked') }).count()).toBe(0)
    await button('kindMore').click()
    for (const method of TYPES) {
      await kind(method).check()
      if (method === 'approval')
        await page.getByRole('checkbox', { name: presenter('groups') }).check()
      expect([method, await wider()]).toEqual([method, 0])
      await expectSound(language, page)
    }
    await button('kindFewer').click()
    // The one that is chosen stays in sight.
    expect(await kind('text').isChecked()).toBe(true)
    expect(await page.getByRole('radio', { name: presenter('kindRanked') }).count()).toBe(0)
  },
  90_000,
)
