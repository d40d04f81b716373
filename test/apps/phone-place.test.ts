import type { Browser, Geolocation } from 'playwright-core'
import { expect, it } from 'vitest'
import { aBrowser, hasNoBrowser } from '../support/browser.ts'
import { aQuestion } from '../support/builders.ts'
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

it.skipIf(hasNoBrowser)(
  '[PL1] [PL2] a phone shows once more where it is, votes then, and whoever came late watches',
  async () => {
    const browser = await aBrowser()
    const { server, desk } = await aMeeting()
    const fence = { ...HALL, radius: 100, grace: 20 }
    await desk.run('presence:rule', { need: 'any', proofs: ['fence', 'code'], fence })
    const url = `${server.url}/j/${desk.code}`
    const phone = await phoneAt(browser, url, INSIDE)
    await heading(phone, words.inTitle).waitFor()

    // It left the hall before the question was opened.
    await phone.context().setGeolocation(OUTSIDE)
    const question = aQuestion({ fresh: true, electorate: 'opening' })
    const questionId = await desk.write(question)
    await desk.open(questionId)
    await heading(phone, words.freshTitle).waitFor()
    await phone.getByText(words.placeOutside).waitFor()
    await expectNoBarriers(phone)
    await phone.context().setGeolocation(INSIDE)
    await phone.getByRole('button', { name: words.placeAgain }).click()
    await phone.getByRole('radio', { name: 'tea' }).check()
    await phone.getByRole('button', { name: words.send }).click()
    await heading(phone, words.counted).waitFor()

    const late = await phoneAt(browser, url, INSIDE)
    await late.getByText(words.watchMore).waitFor()
    expect(await late.getByRole('radio').count()).toBe(0)
    await expectNoBarriers(late)
    await desk.close(questionId)
    expect((await desk.reveal(questionId)).ballots).toHaveLength(1)
    await heading(late, 'tea').waitFor()
  },
  60_000,
)
