import type { BrowserContext, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { LocalServer } from '../../scripts/crowd/server.ts'
import { aBrowser, hasNoBrowser, soon } from '../support/browser.ts'
import { aVisitor, barriersOf, foreignWords, wordsOf } from '../support/pages.ts'
import { aServer } from '../support/server.ts'

const { presenter, shared, voter } = wordsOf('ko')
const TEN_MINUTES = 600_000

const shows = (page: Page, text: string) => page.getByText(text).first().waitFor()
const gone = (page: Page, text: string) => page.getByText(text).first().waitFor({ state: 'hidden' })

/** The desk, and the big screen that was opened from it: its keys run the meeting. */
async function aFacilitator(server: LocalServer): Promise<{ desk: Page; screen: Page }> {
  const context: BrowserContext = await aVisitor(await aBrowser(), 'desk', 'ko')
  const desk = await context.newPage()
  await desk.goto(server.deskLink)
  await desk.getByRole('textbox', { name: presenter('questionTitle'), exact: true }).waitFor()
  const [screen] = await Promise.all([
    context.waitForEvent('page'),
    desk.getByRole('button', { name: presenter('openScreen') }).click(),
  ])
  await screen.setViewportSize({ width: 1280, height: 720 })
  await shows(screen, presenter('joinHow'))
  return { desk, screen }
}

/** Whatever has the focus on the desk lets it go: keys are keys again. */
const leaveField = (desk: Page) =>
  desk.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())

/** Three steps: a key, a title, Enter. */
async function askNow(desk: Page, title: string): Promise<void> {
  await leaveField(desk)
  await desk.keyboard.press('+')
  const field = desk.getByRole('dialog').getByRole('textbox')
  await soon(() => field.evaluate((each) => each === document.activeElement)).toBe(true)
  expect(await field.inputValue()).toBe('')
  await desk.keyboard.type(title)
  await desk.keyboard.press('Enter')
}

it.skipIf(hasNoBrowser)(
  '[KE2] [KE1] what comes up is asked from any state, by the keyboard alone',
  async () => {
    const { desk, screen } = await aFacilitator(await aServer())
    await askNow(desk, '첫째 질문인가요?')
    await shows(screen, '첫째 질문인가요?')
    expect(await barriersOf(desk)).toEqual([])

    // While one runs, the next is put behind it and opened after the close.
    await leaveField(desk)
    await desk.keyboard.press('+')
    await shows(desk, presenter('askNowRunning'))
    expect(await barriersOf(desk)).toEqual([])
    expect(await foreignWords(desk, 'ko')).toEqual([])
    await desk.keyboard.type('둘째 질문인가요?')
    await desk.keyboard.press('Enter')
    await soon(() => desk.locator('main textarea').inputValue()).toBe('둘째 질문인가요?')
    expect(await screen.getByText('둘째 질문인가요?').count()).toBe(0)

    await screen.keyboard.press('Space')
    await shows(screen, shared('sealed', { count: 0 }))
    await screen.keyboard.press('r')
    await shows(screen, presenter('total', { count: 0 }))
    await askNow(desk, '셋째 질문인가요?')
    await shows(screen, '셋째 질문인가요?')

    // More of a question than its title is one key further.
    await screen.keyboard.press('Space')
    await shows(screen, shared('sealed', { count: 0 }))
    await leaveField(desk)
    await desk.keyboard.press('+')
    await desk.keyboard.type('넷째 질문')
    await desk.keyboard.press('Shift+Enter')
    const title = desk.locator('main textarea')
    await soon(() => title.evaluate((each) => each === document.activeElement)).toBe(true)
    expect(await title.inputValue()).toBe('넷째 질문')
  },
  60_000,
)

it.skipIf(hasNoBrowser)(
  '[KE1] [KE3] keys of the big screen do one thing a press, and say what they would',
  async () => {
    const { desk, screen } = await aFacilitator(await aServer())
    await askNow(desk, '연장할까요?')
    await shows(screen, '연장할까요?')
    await screen.keyboard.press('r')
    await shows(screen, presenter('hintClose'))
    await screen.keyboard.press('t')
    await soon(() => screen.getByRole('timer').innerText()).toMatch(/0:(30|29|28)/)
    await screen.keyboard.press('t')
    await soon(() => screen.getByRole('timer').innerText()).toMatch(/(1:00|0:5\d)/)

    await screen.keyboard.press('l')
    await screen.getByText(presenter('doorsShut')).first().waitFor()

    // Typed signs are signs.
    const name = desk.getByRole('textbox', { name: presenter('meetingName') })
    await name.focus()
    await desk.keyboard.press('+')
    expect(await name.inputValue()).toBe('+')
    expect(await desk.getByRole('dialog').count()).toBe(0)
    await screen.keyboard.press('Space')
    await screen.keyboard.press('Space')
    await shows(screen, shared('sealed', { count: 0 }))
    await screen.keyboard.press('Space')
    await shows(screen, presenter('hintReveal'))
    expect(await barriersOf(screen)).toEqual([])
    await shows(screen, shared('sealed', { count: 0 }))

    await screen.keyboard.press('?')
    await screen.getByRole('checkbox').uncheck()
    expect(await barriersOf(screen)).toEqual([])
    expect(await foreignWords(screen, 'ko')).toEqual([])
    await screen.keyboard.press('Escape')
    await gone(screen, presenter('keys'))
    for (const key of ['r', 'q', '?']) await screen.keyboard.press(key)
    await screen.reload()
    await shows(screen, shared('sealed', { count: 0 }))
    await screen.keyboard.press('q')
    expect(await screen.getByRole('dialog').count()).toBe(0)
    // Help is still there without a key, and letters come back.
    await screen.getByRole('button', { name: presenter('helpButton') }).focus()
    await screen.keyboard.press('Enter')
    await screen.getByRole('checkbox').check()
    await screen.getByRole('button', { name: shared('close') }).click()
    await screen.keyboard.press('r')
    await shows(screen, presenter('total', { count: 0 }))
  },
  60_000,
)

it.skipIf(hasNoBrowser)(
  '[TI4] a phone ten minutes fast or slow knows the time left, asks for more and gets it',
  async () => {
    const server = await aServer()
    const { desk, screen } = await aFacilitator(server)
    const browser = await aBrowser()
    const [proof, code] = await Promise.all([
      screen.locator('.proof b').innerText(),
      screen.locator('.code').first().innerText(),
    ])
    await askNow(desk, '시간이 더 필요한가요?')
    await shows(screen, '시간이 더 필요한가요?')
    await screen.keyboard.press('t')
    await screen.getByRole('timer').waitFor()
    const join = `${server.url}/j/${code.slice(-6)}/${proof}`
    const phones = await Promise.all(
      [TEN_MINUTES, -TEN_MINUTES].map(async (off) => {
        const context = await aVisitor(browser, 'phone', 'ko')
        await context.addInitScript((ahead: number) => {
          const real = Date.now
          Date.now = () => real() + ahead
        }, off)
        const page = await context.newPage()
        await page.goto(join)
        return page
      }),
    )
    for (const phone of phones) {
      await soon(() => phone.getByRole('timer').innerText()).toMatch(/0:[0-3]\d/)
      await phone.getByRole('button', { name: voter('askTime') }).click()
      await shows(phone, voter('askedTime'))
      expect(await barriersOf(phone)).toEqual([])
    }
    await shows(desk, presenter('asks', { count: 2 }))
    await shows(screen, presenter('asks', { count: 2 }))
    expect(await barriersOf(desk)).toEqual([])
    await desk.getByRole('button', { name: presenter('grant', { seconds: 30 }) }).click()
    for (const phone of phones) {
      await gone(phone, voter('askedTime'))
      await soon(() => phone.getByRole('timer').innerText()).toMatch(/0:[3-5]\d/)
    }
    await gone(screen, presenter('hintTimer'))
  },
  60_000,
)
