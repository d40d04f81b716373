import { expect, it } from 'vitest'
import { decisionOptions } from '../../shared/vote.ts'
import { LANGUAGES } from '../../shared/words/index.ts'
import { aBrowser, hasNoBrowser, soon } from '../support/browser.ts'
import { aVisitor, expectSound, shows, wordsOf } from '../support/pages.ts'
import { aMeeting, aPhone, expectNoBarriers, heading, WORDS } from './phone-page.ts'

const LIST = {
  ko: ['이름,번호,의결권', '김하늘,K100,60.5', '이바다,K101,20', '박솔,K102,19.5'],
  en: ['name,number,weight', 'Ann Bee,K100,60.5', 'Carl Dee,K101,20', 'Eve Eff,K102,19.5'],
}

it.skipIf(hasNoBrowser).each(LANGUAGES)(
  '[WG1] [WG2] [WG3] a list gives votes, and one person with most of them carries a motion (%s)',
  async (language) => {
    const { presenter } = wordsOf(language)
    const words = WORDS[language]
    const { server, desk: host } = await aMeeting()
    await host.openDoors()
    const { code } = host
    const browser = await aBrowser()
    const visitor = await aVisitor(browser, 'desk', language)
    const [cookie = '', value = ''] = host.cookie.split('=')
    await visitor.addCookies([{ name: cookie, value, url: server.url }])
    const desk = await visitor.newPage()
    await desk.goto(`${server.url}/present/${code}/people`)
    const paste = desk.getByLabel(presenter('rosterPaste'))
    await paste.fill(LIST[language].join('\n').replace('60.5', '60.12345'))
    await shows(desk, presenter('faultOddWeight'))
    await paste.fill(LIST[language].join('\n'))
    await shows(desk, presenter('rosterWeights', { total: '100' }))
    await expectSound(language, desk)
    await desk.getByRole('button', { name: presenter('rosterSet') }).click()
    await shows(desk, presenter('rosterIs', { size: 3, present: 0 }))

    const phones = await Promise.all(
      [0, 1, 2].map(async (at) => {
        const phone = await aPhone(browser, language)
        await phone.goto(`${server.url}/j/${code}`)
        await phone.getByLabel(words.listedHow).fill(`K10${at}`)
        await phone.keyboard.press('Enter')
        await heading(phone, words.inTitle).waitFor()
        return phone
      }),
    )
    await host.write({
      title: language === 'ko' ? '규약을 바꿀까요?' : 'Change the bylaws?',
      method: { type: 'decision', abstain: true },
      options: decisionOptions(true),
      decision: { base: 'present', majority: 'absolute', quorum: null },
      ...{ names: 'named', bars: 'reveal' },
    })
    await desk.goto(`${server.url}/present/${code}`)
    await desk.getByRole('button', { name: presenter('doOpen') }).click()
    const screen = await (await aVisitor(browser, 'screen', language)).newPage()
    await screen.goto(host.picture.screenLink)
    for (const [at, phone] of phones.entries()) {
      if (at === 0) await phone.getByText(String(words.weightOwn({ weight: '60.5' }))).waitFor()
      await phone
        .getByRole('radio')
        .nth(at === 0 ? 0 : 1)
        .check()
      await phone.getByRole('button', { name: words.send }).click()
      await heading(phone, words.counted).waitFor()
    }
    await desk.getByRole('button', { name: presenter('doClose') }).click()
    await desk.getByRole('button', { name: presenter('doReveal') }).click()

    // One head of three carries it, and both totals are said, neither by the other's name.
    for (const page of [desk, screen]) {
      await page.getByText(presenter('verdictPassed')).first().waitFor()
      await page.getByText('60.5').first().waitFor()
    }
    await soon(() => screen.locator('.count b').allInnerTexts()).toEqual(['60.5', '39.5', '0'])
    await shows(screen, presenter('weightHeads', { count: 2 }))
    await expectNoBarriers(phones[0]!)
    await expectSound(language, desk, screen)
    await desk.goto(`${server.url}/present/${code}/minutes`)
    await shows(desk, '39.5')
    await expectSound(language, desk)
    expect(await desk.getByText('60.5').count()).toBeGreaterThan(0)
  },
  120_000,
)
