import { readFileSync } from 'node:fs'
import type { Frame, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { readAgenda } from '../../shared/formats/agenda-text.ts'
import { LANGUAGES, type Language } from '../../shared/words/index.ts'
import { preview as enPreview } from '../../shared/words/voter/preview-en.ts'
import { preview as koPreview } from '../../shared/words/voter/preview-ko.ts'
import { aBrowser, hasNoBrowser, soon } from '../support/browser.ts'
import { aVisitor, expectSound, foreignWords, shows, wordsOf } from '../support/pages.ts'
import { aServer } from '../support/server.ts'

const PREVIEW = { ko: koPreview, en: enPreview }
const SAMPLE = {
  ko: '점심은 무엇으로 할까요?\n- 비빔밥\n- 국수\n\n회칙을 고칠까요?',
  en: 'What is for lunch?\n- Rice\n- Noodles\n\nShall the rules change?',
}
const titlesOf = (text: string) => readAgenda(text).questions.map(({ title }) => title)

async function aDesk(language: Language, viewport?: { width: number; height: number }) {
  const server = await aServer()
  const context = await aVisitor(await aBrowser(), 'desk', language, viewport ? { viewport } : {})
  const page = await context.newPage()
  const { presenter, shared, voter } = wordsOf(language)
  const button = (key: Parameters<typeof presenter>[0], detail?: Parameters<typeof presenter>[1]) =>
    page.getByRole('button', { name: presenter(key, detail), exact: true })
  await page.goto(server.deskLink)
  await button('importOpen').waitFor()
  return { server, page, button, presenter, shared, voter }
}

const titles = (page: Page) => page.locator('nav ol .title').allInnerTexts()

/** Goes on with Tab until this has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const here = () =>
    page.evaluate(() => {
      const at = document.activeElement
      return (at?.getAttribute('aria-label') ?? at?.textContent ?? '').trim()
    })
  for (let tries = 0; tries < 60 && (await here()) !== name; tries += 1)
    await page.keyboard.press('Tab')
  expect(await here()).toBe(name)
}

it.skipIf(hasNoBrowser).each(LANGUAGES)(
  '[AE10] questions are pasted, mended, added, saved as a file and taken back by keyboard (%s)',
  async (language) => {
    const { page, button, presenter } = await aDesk(language)
    await tabTo(page, presenter('importOpen'))
    await page.keyboard.press('Enter')
    const field = page.getByRole('textbox', { name: presenter('importPaste') })
    await soon(() => field.evaluate((each) => each === document.activeElement)).toBe(true)
    await page.keyboard.insertText(`${SAMPLE[language]}${'가'.repeat(300)}`)
    await shows(page, presenter('importAt', { line: 5, question: 2 }))
    expect(await button('importAdd', { count: 2 }).isDisabled()).toBe(true)
    await expectSound('ko', ...(language === 'ko' ? [page] : []))
    await field.fill(SAMPLE[language])
    await shows(page, presenter('importCount', { count: 2 }))
    await expectSound(language, page)
    await tabTo(page, presenter('importAdd', { count: 2 }))
    await page.keyboard.press('Enter')
    await soon(() => titles(page)).toEqual(titlesOf(SAMPLE[language]))
    await expectSound(language, page)

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button('exportFile').click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^agenda-[A-Z0-9]{6}\.json$/)
    const file = readFileSync(await download.path(), 'utf8')
    expect(titlesOf(file)).toEqual(titlesOf(SAMPLE[language]))
    await button('importOpen').click()
    await page.setInputFiles('input[type=file]', {
      ...{ name: 'agenda.json', mimeType: 'application/json' },
      buffer: Buffer.from(file),
    })
    await button('importAdd', { count: 2 }).click()
    const twice = [...titlesOf(SAMPLE[language]), ...titlesOf(SAMPLE[language])]
    await soon(() => titles(page)).toEqual(twice)

    await button('copyMeeting').click()
    await page.waitForURL(/\/present\/[A-Z0-9]{6}$/)
    await shows(page, presenter('meetingCopied'))
    await soon(() => titles(page)).toEqual(twice)
  },
  60_000,
)

it.skipIf(hasNoBrowser).each(LANGUAGES)(
  '[AE11] [AE8] a preview is the pages themselves, and nothing is cast in it (%s)',
  async (language) => {
    const { page, button, presenter, shared, voter, server } = await aDesk(language)
    await button('templatePoll').click()
    await button('preview').click()
    const frameOf = async (name: string): Promise<Frame> => {
      await soon(() => page.frames().map((frame) => new URL(frame.url()).pathname)).toContain(
        `/preview/${name}`,
      )
      return page.frames().find((frame) => frame.url().endsWith(`/preview/${name}`))!
    }
    const [phone, screen] = [await frameOf('phone'), await frameOf('screen')]
    for (const frame of [phone, screen])
      await frame.getByText(presenter('pollTitle')).first().waitFor()
    await phone.getByText(PREVIEW[language].previewMark).waitFor()
    await phone.getByRole('radio').first().check()
    await phone.getByRole('button', { name: voter('send') }).click()
    await phone.getByText(PREVIEW[language].previewTried).waitFor()
    await expectSound(language, page)
    await phone.locator('body').press('Escape')
    await button('preview').click()
    await page.keyboard.press('Enter')
    await soon(() => page.getByRole('dialog').count()).toBe(0)

    // A test stands where the facilitator puts it, and looks as it will.
    await button('addBefore').click()
    await button('templateTest').click()
    await soon(() => titles(page)).toEqual([shared('testTitle'), presenter('pollTitle')])
    await button('preview').click()
    const marked = await frameOf('phone')
    await marked.getByText(shared('testMark')).waitFor()
    expect(await foreignWords(page, language)).toEqual([])

    const framing = async (path: string) =>
      (await fetch(`${server.url}${path}`)).headers.get('content-security-policy')
    for (const path of ['/preview/phone', '/preview/screen'])
      expect(await framing(path)).toContain("frame-ancestors 'self'")
    for (const path of ['/', '/present', '/present/screen'])
      expect(await framing(path)).toContain("frame-ancestors 'none'")
  },
  60_000,
)

it.skipIf(hasNoBrowser).each([
  ['ko', 390, 844],
  ['en', 360, 740],
] as const)(
  '[AE12] on a phone the agenda is imported, put in order, changed, deleted and seen (%s)',
  async (language, width, height) => {
    const { page, button, presenter } = await aDesk(language, { width, height })
    const wider = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
    const title = page.getByRole('textbox', { name: presenter('questionTitle'), exact: true })
    // A title without a blank is never wider than the phone.
    await title.fill('가'.repeat(300))
    expect(await wider()).toBe(0)
    await title.fill('')
    await soon(() => button('templatePoll').count()).toBe(1)
    await button('importOpen').click()
    await page.getByRole('textbox', { name: presenter('importPaste') }).fill(SAMPLE[language])
    expect(await wider()).toBe(0)
    await button('importAdd', { count: 2 }).click()
    const [first, second] = titlesOf(SAMPLE[language]) as [string, string]
    await soon(() => titles(page)).toEqual([first, second])
    await page.getByRole('link', { name: presenter('toAgenda', { count: 2 }) }).click()
    await button('moveDown').click()
    await soon(() => titles(page)).toEqual([second, first])
    await title.fill('1')
    await soon(() => titles(page)).toEqual([second, '1'])
    await button('preview').click()
    const close = page.getByRole('dialog').getByRole('button')
    await close.waitFor()
    expect(await wider()).toBe(0)
    await expectSound(language, page)
    await close.click()
    await button('removeQuestion').click()
    await soon(() => titles(page)).toEqual([second])
    await expectSound(language, page)
    expect(await wider()).toBe(0)
    await page.goto(page.url().replace(/\/present.*/, '/present/meetings'))
    await page.getByRole('button', { name: presenter('copyMeeting') }).waitFor()
    expect(await wider()).toBe(0)
  },
  60_000,
)
