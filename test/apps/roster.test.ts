import { expect, it } from 'vitest'
import { LANGUAGES } from '../../shared/words/index.ts'
import { aBrowser, hasNoBrowser, soon } from '../support/browser.ts'
import { aVisitor, barriersOf, foreignWords, wordsOf } from '../support/pages.ts'
import { aServer } from '../support/server.ts'
import { aPhone, expectNoBarriers, heading, WORDS } from './phone-page.ts'

const PEOPLE = { ko: ['김하늘', '이바다', '박솔'], en: ['Ann Bee', 'Carl Dee', 'Eve Eff'] }

it.skipIf(hasNoBrowser).each(LANGUAGES)(
  '[RS9] a list is checked, set, printed, used, released and removed (%s)',
  async (language) => {
    const { presenter } = wordsOf(language)
    const words = WORDS[language]
    const [first = '', second = '', third = ''] = PEOPLE[language]
    const server = await aServer()
    const browser = await aBrowser()
    const desk = await (await aVisitor(browser, 'desk', language)).newPage()
    await desk.goto(server.deskLink)
    const code = await desk.locator('.code b').innerText()
    await desk.goto(`${server.url}/present/${code}/people`)
    for (const name of ['proofCode', 'proofHand', 'proofFence'] as const) {
      const check = desk.getByRole('checkbox', { name: presenter(name) })
      if (await check.isChecked()) await check.click()
    }

    const set = desk.getByRole('button', { name: presenter('rosterSet') })
    const paste = desk.getByLabel(presenter('rosterPaste'))
    await paste.fill(`${first}, 101\n, 7\n${second}, 101`)
    await desk.getByText(presenter('rosterFaultAt', { row: 2, column: 1 })).waitFor()
    await desk.getByText(presenter('faultSameKey')).waitFor()
    expect(await set.isDisabled()).toBe(true)
    await soon(() => barriersOf(desk)).toEqual([])
    const table = `${first},101\r\n${second},102\r\n${third},\r\n`
    await desk
      .getByLabel(presenter('rosterFile'))
      .setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
    await desk.getByText(presenter('rosterPreview', { people: 3 })).waitFor()
    await desk.getByText(presenter('rosterCodes', { codes: 1 })).waitFor()
    await soon(() => barriersOf(desk)).toEqual([])
    await soon(() => foreignWords(desk, language)).toEqual([])
    await set.click()
    await desk.getByText(presenter('sheetOnce')).waitFor()
    expect(await desk.locator('li').count()).toBe(1)
    const own = await desk.locator('li .code').innerText()
    await soon(() => barriersOf(desk)).toEqual([])
    await desk.getByRole('button', { name: presenter('sheetDone') }).click()
    await desk.getByText(presenter('rosterIs', { size: 3, present: 0 })).waitFor()

    const phone = await aPhone(browser, language)
    await phone.goto(`${server.url}/j/${code}`)
    await phone.getByText(words.joinListed).waitFor()
    await expectNoBarriers(phone)
    await phone.getByLabel(words.listedHow).fill('999')
    await phone.keyboard.press('Enter')
    await phone.getByRole('alert').locator('.bad').waitFor()
    await phone.getByLabel(words.listedHow).fill(own.toLowerCase())
    await phone.keyboard.press('Enter')
    await heading(phone, words.inTitle).waitFor()
    await desk.getByText(presenter('rosterIs', { size: 3, present: 1 })).waitFor()
    await phone.reload()
    await heading(phone, words.inTitle).waitFor()

    // Who typed no key asks, and the host says who it is.
    const asking = await aPhone(browser, language)
    await asking.goto(`${server.url}/j/${code}`)
    await asking.getByRole('button', { name: words.hostAsk }).click()
    const pick = desk.getByLabel(presenter('rosterPick', { number: 1 }))
    await pick.selectOption({ label: second })
    await soon(() => barriersOf(desk)).toEqual([])
    await desk.getByRole('button', { name: presenter('admitNumber', { number: 1 }) }).click()
    await heading(asking, words.inTitle).waitFor()
    await desk.getByText(presenter('rosterIs', { size: 3, present: 2 })).waitFor()

    await desk
      .getByRole('button', { name: presenter('rosterShow') })
      .or(desk.getByLabel(presenter('rosterFind')))
      .first()
      .waitFor()
    const show = desk.getByRole('button', { name: presenter('rosterShow') })
    if ((await show.count()) > 0) await show.click()
    await desk
      .getByRole('button', { name: `${presenter('rosterRelease')}: ${third}` })
      .press('Enter')
    await desk
      .getByRole('button', { name: `${presenter('rosterReleaseSure')}: ${third}` })
      .press('Enter')
    await phone.getByText(words.joinListed).waitFor()
    await soon(() => barriersOf(desk)).toEqual([])
    await soon(() => foreignWords(desk, language)).toEqual([])

    await desk.getByRole('button', { name: presenter('rosterRemove') }).press('Enter')
    await desk.getByRole('button', { name: presenter('rosterRemoveSure') }).press('Enter')
    await heading(phone, words.inTitle).waitFor()
    await desk.getByText(presenter('rosterNone')).waitFor()
  },
  90_000,
)
