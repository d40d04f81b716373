import type { Browser, Geolocation } from 'playwright-core'
import { expect, it } from 'vitest'
import { aBrowser, hasNoBrowser } from '../support/browser.ts'
import { aMeeting, aPhone, expectNoBarriers, heading, WORDS } from './phone-page.ts'

const words = WORDS.ko
const HALL = { latitude: 37.5665, longitude: 126.978 }
const INSIDE = { ...HALL, accuracy: 10 }
/** About 11 km to the north. */
const OUTSIDE = { ...HALL, latitude: 37.6665, accuracy: 10 }
/** At the hall, but the phone cannot tell by a kilometre. */
const UNSURE = { ...HALL, accuracy: 1000 }

async function phoneAt(browser: Browser, url: string, geolocation: Geolocation) {
  const page = await aPhone(browser, 'ko', { geolocation, permissions: ['geolocation'] })
  await page.goto(url)
  await page.getByRole('button', { name: words.placeCheck }).click()
  return page
}

it.skipIf(hasNoBrowser)(
  '[PA7] inside is admitted; outside and unsure see other proofs and stand on the waiting list',
  async () => {
    const browser = await aBrowser()
    const { server, desk } = await aMeeting()
    const fence = { ...HALL, radius: 100, grace: 20 }
    await desk.run('presence:rule', { need: 'any', proofs: ['fence', 'code'], fence })
    const url = `${server.url}/j/${desk.code}`

    const inside = await phoneAt(browser, url, INSIDE)
    await heading(inside, words.inTitle).waitFor()

    const outside = await phoneAt(browser, url, OUTSIDE)
    await outside.getByText(words.placeOutside).waitFor()
    const unsure = await phoneAt(browser, url, UNSURE)
    await unsure.getByText(words.placeUnsure).waitFor()
    for (const page of [outside, unsure]) {
      await page.getByText(words.hostNumber).waitFor()
      await page.getByRole('textbox', { name: words.codeHow }).waitFor()
      await expectNoBarriers(page)
    }

    const arrivals = desk.picture.arrivals.map(({ number, proven }) => ({ number, proven }))
    expect(arrivals).toEqual([
      { number: 1, proven: { fence: 'outside', found: 'sharp' } },
      { number: 2, proven: { fence: 'unsure', found: 'rough' } },
    ])
    await desk.run('arrival:decide', { number: 1, admit: true })
    await heading(outside, words.inTitle).waitFor()
  },
  60_000,
)
