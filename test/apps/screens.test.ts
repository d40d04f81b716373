import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { Desk } from '../../scripts/crowd/desk.ts'
import type { OptionId } from '../../shared/ids.ts'
import type { Screen } from '../../shared/wire/screens.ts'
import { aBrowser, hasNoBrowser, soon } from '../support/browser.ts'
import { aQuestion } from '../support/builders.ts'
import { aVisitor, barriersOf, wordsOf } from '../support/pages.ts'
import { scanned } from '../support/scanned.ts'
import { aServer } from '../support/server.ts'

const { presenter } = wordsOf('ko')
const LOOKS: Screen['look'][] = [
  { theme: 'dark', large: false },
  { theme: 'light', large: false },
  { theme: 'light', large: true },
]
const SIZES = [
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
]
/** What the back row can read: 5.3 hundredths of the height, or of the width where that is less. */
const LEAST = 5.3

const shows = (page: Page, text: string) => page.getByText(text).first().waitFor()
const many = (count: number) =>
  Array.from({ length: count }, (_, place) => ({
    id: `o${place}` as OptionId,
    text: `골목길 보안등 교체 ${place + 1}`,
  }))

/** A read-only screen in a browser of its own. */
async function aScreen(options: BrowserContextOptions = {}) {
  const server = await aServer()
  const desk = await Desk.claim(server.url, server.deskLink)
  await desk.openDoors()
  const context = await aVisitor(await aBrowser(), 'screen', 'ko', options)
  const screen = await context.newPage()
  await screen.goto(desk.picture.screenLink)
  await shows(screen, presenter('joinHow'))
  const set = (change: Partial<Screen>) =>
    desk.run('screen:write', {
      id: 'main',
      name: '',
      content: { type: 'meeting' },
      look: { theme: 'dark', large: false },
      ...change,
    })
  return { server, desk, screen, context, set }
}

/** The visible page of options: how many, in how many columns, how large, and whether any is cut. */
const layout = (screen: Page) =>
  screen.evaluate(() => {
    const list = document.querySelector('ol:not(.away)')!
    const texts = [...list.querySelectorAll('.text')]
    const unit = Math.min(innerHeight / 100, innerWidth * 0.0078)
    const { right } = list.closest('main')!.getBoundingClientRect()
    const foot = document.querySelector('main footer, main .foot')!.getBoundingClientRect()
    return {
      options: texts.length,
      columns: new Set(texts.map((each) => each.getBoundingClientRect().left)).size,
      size: parseFloat(getComputedStyle(texts[0]!).fontSize) / unit,
      isCut: texts.some((each) => {
        const text = each.getBoundingClientRect()
        return text.right > right + 1 || text.bottom > foot.top + 1
      }),
    }
  })

it.skipIf(hasNoBrowser)(
  '[SC5] ten options are legible in every size and look, and forty turn their pages',
  async () => {
    const { desk, screen, set } = await aScreen()
    await desk.open(await desk.write(aQuestion({ title: '먼저 할 일은?', options: many(10) })))
    await shows(screen, '보안등 교체 10')
    for (const size of SIZES)
      for (const look of LOOKS) {
        await screen.setViewportSize(size)
        await set({ look })
        await soon(() => screen.evaluate(() => document.documentElement.dataset.look)).toBe(
          look.theme,
        )
        await soon(async () => (await layout(screen)).isCut).toBe(false)
        const { options, columns, size: type } = await layout(screen)
        if (!look.large) {
          expect(options).toBeGreaterThanOrEqual(5)
          expect(columns).toBe(options > 6 ? 2 : 1)
        }
        expect(type).toBeGreaterThanOrEqual(LEAST - 0.05)
      }
    expect(await barriersOf(screen)).toEqual([])

    const { questionId } = { questionId: desk.picture.current! }
    await desk.run('question:close', { questionId })
    await desk.until(questionId, ({ state }) => state === 'sealed')
    await desk.run('meeting:next', {})
    await desk.open(await desk.write(aQuestion({ title: '마흔 가운데', options: many(40) })))
    await shows(screen, '마흔 가운데')
    await screen.setViewportSize({ width: 1920, height: 1080 })
    await set({ look: LOOKS[0]! })
    await soon(() => screen.getByText(/^1 \/ \d$/).count()).toBe(1)
    const first = await layout(screen)
    expect(first.options).toBeLessThanOrEqual(12)
    expect(first.size).toBeGreaterThanOrEqual(LEAST - 0.05)
    await soon(() => screen.getByText(/^2 \/ \d$/).count()).toBe(1)
    desk.leave()
  },
  90_000,
)

it.skipIf(hasNoBrowser).each(['no-preference', 'reduce'] as const)(
  '[SC5] six options stand in one column on one page (motion: %s)',
  async (reducedMotion) => {
    const { desk, screen } = await aScreen({ reducedMotion })
    const questionId = await desk.write(aQuestion({ title: '먼저 할 일은?', options: many(6) }))
    await desk.open(questionId)
    await shows(screen, '보안등 교체 6')
    const fits = async () => {
      for (const size of SIZES) {
        await screen.setViewportSize(size)
        await soon(() => layout(screen)).toMatchObject({ options: 6, columns: 1, isCut: false })
        expect((await layout(screen)).size).toBeGreaterThanOrEqual(LEAST - 0.05)
      }
    }
    await fits()
    await desk.close(questionId)
    await desk.reveal(questionId)
    await shows(screen, presenter('total', { count: 0 }))
    await fits()
    desk.leave()
  },
  60_000,
)

it.skipIf(hasNoBrowser)(
  '[SC2] a screen shows what the desk says while it stands there',
  async () => {
    const { desk, screen, set } = await aScreen()
    const questionId = await desk.write(aQuestion({ title: '보일까요?', bars: 'live' }))
    await desk.open(questionId)
    await shows(screen, '보일까요?')
    await screen.locator('.track').first().waitFor()
    await set({ content: { type: 'question' } })
    await screen.locator('.track').first().waitFor({ state: 'detached' })
    await set({ content: { type: 'join' } })
    await shows(screen, presenter('joinHow'))
    await set({ content: { type: 'earlier' } })
    await shows(screen, presenter('noResults'))
    await set({ content: { type: 'result', questionId } })
    await shows(screen, presenter('resultLater'))
    await desk.run('question:close', { questionId })
    await desk.until(questionId, ({ state }) => state === 'sealed')
    await desk.run('question:reveal', { questionId })
    await shows(screen, presenter('total', { count: 0 }))
    await desk.run('meeting:next', {})
    await set({ content: { type: 'earlier' } })
    await shows(screen, presenter('total', { count: 0 }))
    expect(await barriersOf(screen)).toEqual([])
    desk.leave()
  },
  60_000,
)

it.skipIf(hasNoBrowser)(
  '[SC6] a screen without its server says so, and comes back by itself, after its own sleep too',
  async () => {
    const { server, desk, screen, context } = await aScreen()
    await desk.open(await desk.write(aQuestion({ title: '아직 있나요?' })))
    await shows(screen, '아직 있나요?')
    const dimmed = () =>
      screen
        .locator('.number')
        .first()
        .evaluate((each) => Number(getComputedStyle(each).opacity) < 1)
    expect(await dimmed()).toBe(false)
    await server.kill()
    await shows(screen, presenter('reconnectingScreen'))
    expect(await dimmed()).toBe(true)
    await server.restart()
    await screen.getByText(presenter('reconnectingScreen')).waitFor({ state: 'hidden' })
    expect(await dimmed()).toBe(false)
    await shows(screen, '아직 있나요?')

    // Asleep: what happens meanwhile is not heard, and what is shown is not passed off as now.
    await context.setOffline(true)
    const questionId = desk.picture.current!
    await desk.until(questionId, ({ state }) => state === 'open')
    await desk.run('question:close', { questionId })
    await desk.until(questionId, ({ state }) => state === 'sealed')
    await context.setOffline(false)
    await screen.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await screen.locator('.print').waitFor()
    desk.leave()
  },
  60_000,
)

it.skipIf(hasNoBrowser)(
  '[PL3] the QR leaves every slide of the big screen while the doors are locked, and comes back',
  async () => {
    const { desk, screen } = await aScreen()
    const qr = screen.getByRole('img', { name: presenter('joinHow') })
    const leavesWhenLocked = async (before: number) => {
      await soon(() => qr.count()).toBe(before)
      await soon(() => scanned(screen)).not.toBeNull()
      await desk.run('doors:lock', { locked: true })
      await soon(() => qr.count()).toBe(0)
      await soon(() => scanned(screen)).toBeNull()
      await screen.reload()
      await soon(() => screen.locator('.screen').count()).toBe(1)
      expect([await qr.count(), await scanned(screen)]).toEqual([0, null])
      await desk.run('doors:lock', { locked: false })
      await soon(() => qr.count()).toBe(1)
    }
    await leavesWhenLocked(1)
    // The large one too, which lies over the slide's own.
    await screen.keyboard.press('q')
    await leavesWhenLocked(2)
    await desk.open(await desk.write(aQuestion({ title: '문이 닫히나요?' })))
    await shows(screen, '문이 닫히나요?')
    await leavesWhenLocked(1)
    desk.leave()
  },
  60_000,
)
