import { expect, it } from 'vitest'
import { LANGUAGES } from '../../shared/words/index.ts'
import { aBrowser, hasNoBrowser, soon } from '../support/browser.ts'
import { aVisitor, barriersOf, foreignWords, wordsOf } from '../support/pages.ts'
import { aServer } from '../support/server.ts'
import { aPhone, expectNoBarriers, heading, WORDS } from './phone-page.ts'
import { scanned } from '../support/scanned.ts'

it.skipIf(hasNoBrowser).each(LANGUAGES)(
  '[DC5] stickers are printed once, scanned or typed, and the password opens the door as well (%s)',
  async (language) => {
    const { presenter } = wordsOf(language)
    const words = WORDS[language]
    const server = await aServer()
    const browser = await aBrowser()
    const desk = await (await aVisitor(browser, 'desk', language)).newPage()
    await desk.goto(server.deskLink)
    const code = await desk.locator('.code b').innerText()
    await desk.goto(`${server.url}/present/${code}/people`)

    await desk.getByRole('checkbox', { name: presenter('proofDoor') }).click()
    await desk.getByRole('checkbox', { name: presenter('proofPassword') }).click()
    await desk.getByText(presenter('passwordFirst')).waitFor()
    await desk.getByLabel(presenter('roomPasswordNew')).fill('Blue Sea 7')
    await desk.getByRole('button', { name: presenter('roomPasswordSet') }).click()
    await desk.getByText(presenter('roomPasswordKept')).waitFor()
    await desk.getByText(presenter('passwordFirst')).waitFor({ state: 'detached' })
    expect(await barriersOf(desk)).toEqual([])

    await desk.getByRole('button', { name: presenter('doorCodesMake') }).click()
    await desk.getByText(presenter('sheetOnce')).waitFor()
    expect(await desk.locator('li').count()).toBe(50)
    expect(await barriersOf(desk)).toEqual([])
    const sticker = desk.locator('li').first()
    const printed = (await sticker.locator('.code').innerText()).replace(' ', '')
    const address = await scanned(sticker.locator('svg'))
    expect(address).toMatch(new RegExp(`/J/${code}/${printed}$`))
    const second = (await desk.locator('li').nth(1).locator('.code').innerText()).toLowerCase()
    await desk.emulateMedia({ media: 'print' })
    expect(await desk.getByRole('button').count()).toBe(0)
    await desk.emulateMedia({ media: 'screen' })
    await desk.getByRole('button', { name: presenter('sheetDone') }).click()
    await desk.getByText(presenter('doorCodesSpent', { made: 50, spent: 0 })).waitFor()

    const scanning = await aPhone(browser, language)
    await scanning.goto(`${server.url}/J/${code}/${printed}`)
    await heading(scanning, words.inTitle).waitFor()
    expect(new URL(scanning.url()).pathname).toBe(`/j/${code}`)

    const typing = await aPhone(browser, language)
    await typing.goto(`${server.url}/J/${code}/${printed}`)
    await typing.getByRole('heading', { name: words.door }).waitFor()
    await expectNoBarriers(typing)
    await typing.getByLabel(words.doorHow).fill(second)
    await typing.keyboard.press('Enter')
    await heading(typing, words.inTitle).waitFor()

    const telling = await aPhone(browser, language)
    await telling.goto(`${server.url}/j/${code}`)
    await telling.getByLabel(words.passwordHow).fill('bluesea7')
    await telling.keyboard.press('Enter')
    await heading(telling, words.inTitle).waitFor()

    await desk.getByText(presenter('doorCodesSpent', { made: 50, spent: 2 })).waitFor()
    await desk.getByRole('button', { name: presenter('admittedShow') }).click()
    const out = desk.getByRole('button', { name: presenter('withdrawSeat', { seat: 3 }) })
    await out.click()
    await telling.getByText(words.joinWithdrawn).waitFor()
    await expectNoBarriers(telling)
    await desk.getByRole('button', { name: presenter('readmitSeat', { seat: 3 }) }).click()
    await heading(telling, words.inTitle).waitFor()
    expect(await barriersOf(desk)).toEqual([])
    await soon(() => foreignWords(desk, language)).toEqual([])
  },
  90_000,
)
