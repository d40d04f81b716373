import { it } from 'vitest'
import { aBrowser, hasNoBrowser, soon } from '../support/browser.ts'
import { aVisitor, wordsOf } from '../support/pages.ts'
import { aServer } from '../support/server.ts'

const { presenter } = wordsOf('ko')

it.skipIf(hasNoBrowser)(
  '[FS1] what was typed right before a reload is there after it',
  async () => {
    const server = await aServer()
    const page = await (await aVisitor(await aBrowser(), 'desk', 'ko')).newPage()
    await page.goto(server.deskLink)
    const code = await page.locator('.code b').innerText()
    for (const [view, label] of [
      ['run', presenter('meetingName')],
      ['run', presenter('questionTitle')],
      ['screens', presenter('screenName')],
    ] as const) {
      await page.goto(`${server.url}/present/${code}/${view}`)
      const field = page.getByRole('textbox', { name: label, exact: true }).first()
      await field.fill('마을 총회')
      await page.reload()
      await soon(() => field.inputValue()).toBe('마을 총회')
    }
  },
  60_000,
)

it.skipIf(hasNoBrowser)(
  '[FS1] what was typed is sent when the page is hidden',
  async () => {
    const server = await aServer()
    const context = await aVisitor(await aBrowser(), 'desk', 'ko')
    const page = await context.newPage()
    await page.goto(server.deskLink)
    const field = page.getByRole('textbox', { name: presenter('meetingName') })
    await field.waitFor()
    // A timer that never comes: a page in the background may be ended before.
    await page.evaluate(() => {
      window.setTimeout = (() => 0) as never
      Object.defineProperty(document, 'hidden', { value: true })
    })
    await field.pressSequentially('총회')
    const other = await context.newPage()
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await other.goto(page.url())
    await soon(() =>
      other.getByRole('textbox', { name: presenter('meetingName') }).inputValue(),
    ).toBe('총회')
  },
  60_000,
)
