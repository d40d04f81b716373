import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { joinAll } from '../../scripts/crowd/hall.ts'
import type { Phone } from '../../scripts/crowd/phone.ts'
import { LANGUAGES } from '../../shared/words/index.ts'
import { aBrowser, hasNoBrowser, soon } from '../support/browser.ts'
import { aVisitor, expectSound, shows, wordsOf } from '../support/pages.ts'
import { aServer } from '../support/server.ts'

const ASKED = {
  ko: { title: '올해 먼저 할 사업은?', options: ['놀이터', '골목 조명'] },
  en: { title: 'What comes first this year?', options: ['Playground', 'Street lights'] },
}

const numbers = (screen: Page) => screen.locator('.number').allInnerTexts()

/** They ask, the facilitator sees their numbers and lets each in. */
async function admitByHand(
  desk: Page,
  phones: readonly Phone[],
  named: (number: number) => string,
): Promise<void> {
  for (const phone of phones) await phone.line.ask('presence:ask', {})
  for (const number of phones.keys()) {
    const admit = desk.getByRole('button', { name: named(number + 1), exact: true })
    await admit.click()
    // Whoever is let in leaves the list, and the others move up under the hand.
    await admit.waitFor({ state: 'detached' })
  }
  await soon(() => phones.filter(({ seat }) => seat !== null).length).toBe(phones.length)
}

it.skipIf(hasNoBrowser).each(LANGUAGES)(
  '[PA3] a meeting runs in real pages from the link to the reveal (%s)',
  async (language) => {
    const { presenter, shared, voter } = wordsOf(language)
    const { title, options } = ASKED[language]
    const [first = '', second = ''] = options
    const server = await aServer()
    const browser = await aBrowser()

    const facilitator = await aVisitor(browser, 'desk', language)
    const desk = await facilitator.newPage()
    const faults: string[] = []
    facilitator.on('weberror', (fault) => faults.push(fault.error().message))
    const button = (key: Parameters<typeof presenter>[0]) =>
      desk.getByRole('button', { name: presenter(key) })
    await desk.goto(server.deskLink)
    const field = desk.getByRole('textbox', { name: presenter('questionTitle'), exact: true })
    await soon(() => field.evaluate((each) => each === document.activeElement)).toBe(true)
    expect(new URL(desk.url()).hash).toBe('')
    await expectSound(language, desk)

    await desk.keyboard.type(title)
    await desk.getByRole('radio', { name: presenter('kindSingle') }).check()
    await desk.getByRole('textbox', { name: presenter('optionPlace', { place: 1 }) }).fill(first)
    await desk.keyboard.press('Enter')
    await desk.keyboard.type(second)
    await desk.getByText(presenter('details')).click()
    await expectSound(language, desk)

    const [screen] = await Promise.all([
      facilitator.waitForEvent('page'),
      button('openScreen').click(),
    ])
    await screen.setViewportSize({ width: 1920, height: 1080 })
    await shows(screen, presenter('joinHow'))
    expect(await numbers(screen)).toEqual(['0', '0', '0'])
    await expectSound(language, screen)

    const code = new URL(screen.url()).pathname.split('/').at(-1) ?? ''
    const proof = await screen.locator('.proof b').innerText()
    const phone = await (await aVisitor(browser, 'phone', language)).newPage()
    await phone.goto(`${server.url}/j/${code}/${proof}`)
    await shows(phone, voter('inTitle'))
    const { phones } = await joinAll(3, 0, { url: server.url, code })
    await admitByHand(desk, phones, (number) => presenter('admitNumber', { number }))
    await soon(() => numbers(screen)).toEqual(['4', '4', '0'])
    await expectSound(language, phone, screen)

    // The screen was opened from the desk, so its keys run the meeting as well.
    await screen.keyboard.press('Space')
    await shows(screen, title)
    await shows(phone, title)
    await expectSound(language, desk, screen, phone)

    const stage = phones[0]?.view?.stage
    const [a, b] = stage?.question.options ?? []
    if (!stage || !a || !b) throw new Error('nothing is on stage')
    const choices = [a, a, b]
    await Promise.all(
      phones.map((each, place) => each.cast(stage.question.id, [choices[place]!.id])),
    )
    await phone.getByRole('radio', { name: first }).check()
    await phone.getByRole('button', { name: voter('send') }).click()
    await phone.getByRole('heading', { name: voter('counted') }).waitFor()
    await soon(() => screen.locator('.count b').allInnerTexts()).toEqual(['3', '1'])
    await soon(() => screen.locator('.share').allInnerTexts()).toEqual(['75%', '25%'])
    await shows(desk, presenter('turnout', { voted: 4, checkedIn: 4 }))
    await expectSound(language, desk, screen, phone)

    await button('doClose').click()
    await shows(screen, presenter('lastCall'))
    await expectSound(language, screen)
    for (const page of [screen, desk, phone]) await shows(page, shared('sealed', { count: 4 }))
    const fingerprint = await screen.locator('.print').innerText()
    for (const page of [desk, phone]) await shows(page, fingerprint)
    await expectSound(language, desk, screen, phone)

    await screen.keyboard.press('r')
    await shows(screen, presenter('total', { count: 4 }))
    await shows(desk, presenter('total', { count: 4 }))
    await phone.getByRole('heading', { name: first }).waitFor()
    expect(await screen.locator('.count b').allInnerTexts()).toEqual(['3', '1'])
    expect(await screen.locator('.leads .text > :first-child').allInnerTexts()).toEqual([first])
    await expectSound(language, desk, screen, phone)

    await screen.keyboard.press('ArrowRight')
    await shows(screen, presenter('joinHow'))
    await shows(desk, presenter('emptyTitle'))
    await expectSound(language, desk, screen)
    for (const each of phones) each.leave()
    expect(faults).toEqual([])
  },
  60_000,
)

it.skipIf(hasNoBrowser).each(LANGUAGES)(
  '[PA3] pages that are not let in, help and the large QR are sound too (%s)',
  async (language) => {
    const { presenter } = wordsOf(language)
    const server = await aServer()
    const browser = await aBrowser()

    const facilitator = await aVisitor(browser, 'screen', language)
    const desk = await facilitator.newPage()
    await desk.goto(server.deskLink)
    const code = await desk.locator('.code b').innerText()
    const screen = await facilitator.newPage()
    await screen.goto(new URL(`/present/screen/${code}`, desk.url()).href)
    await shows(screen, presenter('joinHow'))
    await screen.keyboard.press('?')
    await shows(screen, presenter('keySpace'))
    await expectSound(language, screen)
    await screen.keyboard.press('Escape')
    await screen.keyboard.press('q')
    await screen.getByRole('dialog', { name: presenter('qrFull') }).waitFor()
    await expectSound(language, screen)

    const stranger = await aVisitor(browser, 'desk', language)
    const late = await stranger.newPage()
    await late.goto(server.deskLink)
    await shows(late, presenter('doorTitle'))
    const other = await stranger.newPage()
    await other.goto(`${server.url}/present/screen/${code}`)
    await shows(other, presenter('screenDoorTitle'))
    await expectSound(language, late, other)
  },
)
