import { expect, it } from 'vitest'
import { aBrowser, hasNoBrowser } from '../support/browser.ts'
import { aMeeting, aPhone, expectNoBarriers, heading, WORDS } from './phone-page.ts'

const words = WORDS.ko

it.skipIf(hasNoBrowser)(
  '[DO9] a replaced window says so and goes on when asked to',
  async () => {
    const browser = await aBrowser()
    const { server, desk } = await aMeeting()
    await desk.openDoors()
    const url = `${server.url}/j/${desk.code}`
    const first = await aPhone(browser)
    await first.goto(url)
    await heading(first, words.inTitle).waitFor()
    for (let window = 2; window <= 4; window += 1) {
      const page = await first.context().newPage()
      await page.goto(url)
      await heading(page, words.inTitle).waitFor()
    }
    await heading(first, words.replacedTitle).waitFor()
    await first.bringToFront()
    await expectNoBarriers(first)
    await first.getByRole('button', { name: words.replacedHere }).click()
    await heading(first, words.inTitle).waitFor()
  },
  60_000,
)

it.skipIf(hasNoBrowser)(
  '[DO6] a planned stop is shown as a pause, and the page comes back by itself',
  async () => {
    const browser = await aBrowser()
    const { server, desk } = await aMeeting()
    await desk.openDoors()
    const page = await aPhone(browser)
    await page.goto(`${server.url}/j/${desk.code}`)
    await heading(page, words.inTitle).waitFor()
    expect(await server.terminate()).toBe(0)
    await page.getByText(words.pausing).waitFor()
    await server.restart()
    await page.getByText(words.pausing).waitFor({ state: 'detached' })
    await heading(page, words.inTitle).waitFor()
  },
  60_000,
)
