import { expect, it } from 'vitest'
import { LANGUAGES } from '../../shared/words/index.ts'
import { aBrowser, hasNoBrowser, soon } from '../support/browser.ts'
import { aVisitor, barriersOf, foreignWords, shows, wordsOf } from '../support/pages.ts'
import { aMeeting, aPhone, expectNoBarriers, heading, WORDS } from './phone-page.ts'

const PEOPLE = { ko: ['김하늘', '이바다'], en: ['Ann Bee', 'Carl Dee'] }

it.skipIf(hasNoBrowser).each(LANGUAGES)(
  '[NM7] [NM8] names are chosen, said before the vote, and stand beside choices after it (%s)',
  async (language) => {
    const { presenter } = wordsOf(language)
    const words = WORDS[language]
    const people = PEOPLE[language]
    const { server, desk: host } = await aMeeting()
    await host.openDoors()
    const { code } = host
    const browser = await aBrowser()
    const visitor = await aVisitor(browser, 'desk', language)
    const [cookie = '', value = ''] = host.cookie.split('=')
    await visitor.addCookies([{ name: cookie, value, url: server.url }])
    const desk = await visitor.newPage()
    await desk.goto(`${server.url}/present/${code}`)

    // Without a list nobody could be named.
    await desk.locator('summary', { hasText: presenter('details') }).click()
    const off = desk.getByRole('radio', { name: presenter('namesNamedOff') })
    expect(await off.isDisabled()).toBe(true)
    await desk.goto(`${server.url}/present/${code}/people`)
    const list = people.map((name, at) => `${name}, K10${at}`).join('\n')
    await desk.getByLabel(presenter('rosterPaste')).fill(list)
    await desk.getByRole('button', { name: presenter('rosterSet') }).click()
    await desk.getByText(presenter('rosterIs', { size: 2, present: 0 })).waitFor()

    await desk.goto(`${server.url}/present/${code}`)
    const title = language === 'ko' ? '다시 물을까요?' : 'Ask again?'
    await desk.getByRole('textbox', { name: presenter('questionTitle'), exact: true }).fill(title)
    await desk.getByRole('radio', { name: presenter('kindDecision') }).check()
    await desk.getByRole('radio', { name: presenter('mannerRoll') }).check()
    await desk.locator('summary', { hasText: presenter('details') }).click()
    await desk.getByRole('radio', { name: presenter('namesForRoster') }).waitFor()
    await soon(() => barriersOf(desk)).toEqual([])

    const screen = await (await aVisitor(browser, 'screen', language)).newPage()
    const link = desk.getByRole('textbox', { name: presenter('screenLink') })
    await screen.goto(await link.inputValue())
    const phones = await Promise.all(
      people.map(async (_, at) => {
        const phone = await aPhone(browser, language)
        await phone.goto(`${server.url}/j/${code}`)
        await phone.getByLabel(words.listedHow).fill(`K10${at}`)
        await phone.keyboard.press('Enter')
        await heading(phone, words.inTitle).waitFor()
        return phone
      }),
    )
    await desk.getByRole('button', { name: presenter('doOpen') }).click()
    for (const [at, phone] of phones.entries()) {
      await phone.getByText(words.namedForEveryone).waitFor()
      await expectNoBarriers(phone)
      await phone.getByRole('radio').nth(at).check()
      await phone.getByRole('button', { name: words.send }).click()
      await heading(phone, words.counted).waitFor()
    }
    await desk.getByRole('button', { name: presenter('doClose') }).click()
    await desk.getByRole('button', { name: presenter('doReveal') }).click()

    for (const name of people) await shows(desk, name)
    await soon(() => barriersOf(desk)).toEqual([])
    const [phone] = phones
    await phone!.getByRole('button', { name: words.namesShow }).click()
    for (const name of people) await phone!.getByText(name).waitFor()
    await expectNoBarriers(phone!)
    await screen.getByRole('listitem').filter({ hasText: people[0]! }).waitFor()
    await soon(() => barriersOf(screen)).toEqual([])
    await soon(() => foreignWords(screen, language)).toEqual([])

    await desk.goto(`${server.url}/present/${code}/minutes`)
    await desk.getByRole('heading', { name: presenter('namesTitle') }).waitFor()
    for (const name of people) await shows(desk, name)
    await soon(() => barriersOf(desk)).toEqual([])
    await soon(() => foreignWords(desk, language)).toEqual([])
    const [table] = await Promise.all([
      desk.waitForEvent('download'),
      desk.getByRole('link', { name: presenter('minutesNames') }).click(),
    ])
    expect(table.suggestedFilename()).toBe(`names-${code}.csv`)
  },
  120_000,
)
