import { it } from 'vitest'
import { LANGUAGES } from '../../shared/words/index.ts'
import { aBrowser, hasNoBrowser, soon } from '../support/browser.ts'
import { aVisitor, barriersOf, foreignWords, wordsOf } from '../support/pages.ts'
import { aMeeting, aPhone, expectNoBarriers, heading, WORDS } from './phone-page.ts'

const TITLE = { ko: '우리 마을을 한 낱말로 말하면?', en: 'Our village in one word?' }
const ANSWERS = {
  ko: [
    ['나무', '그늘'],
    ['나무', '비속어'],
    ['나무', '골목'],
  ],
  en: [
    ['trees', 'shade'],
    ['Trees', 'badword'],
    ['trees', 'lanes'],
  ],
}

it.skipIf(hasNoBrowser).each(LANGUAGES)(
  '[TX11] answers in words are written, looked at, shown as a cloud and as a list, and minuted (%s)',
  async (language) => {
    const { presenter } = wordsOf(language)
    const words = WORDS[language]
    const [often, bad] = [ANSWERS[language][0]![0]!, ANSWERS[language][1]![1]!]
    const { server, desk: host } = await aMeeting()
    await host.openDoors()
    const method = { type: 'text', show: 'cloud', most: 2, letters: 20 } as const
    const asked = {
      title: TITLE[language],
      method,
      options: [],
      bars: 'reveal',
      decision: null,
    } as const
    const questionId = await host.write(asked)
    await host.open(questionId)
    const browser = await aBrowser()
    const phones = []
    for (const answers of ANSWERS[language]) {
      const phone = await aPhone(browser, language)
      await phone.goto(`${server.url}/j/${host.code}`)
      for (const [at, text] of answers.entries())
        await phone.getByRole('textbox').nth(at).fill(text)
      await phone.getByRole('button', { name: words.send }).click()
      await heading(phone, words.counted).waitFor()
      phones.push(phone)
    }
    const visitor = await aVisitor(browser, 'desk', language)
    const [cookie = '', value = ''] = host.cookie.split('=')
    await visitor.addCookies([{ name: cookie, value, url: server.url }])
    const desk = await visitor.newPage()
    await desk.goto(`${server.url}/present/${host.code}`)
    const screen = await (await aVisitor(browser, 'screen', language)).newPage()
    await screen.goto(host.picture.screenLink)
    await desk.getByRole('button', { name: presenter('doClose') }).click()
    await desk.getByRole('button', { name: presenter('doReveal') }).click()
    await screen.getByText(presenter('textsWait')).waitFor()
    const [phone] = phones
    await phone!.getByText(words.textsWait).waitFor()

    await desk.getByRole('button', { name: presenter('textsShowAll') }).click()
    await screen.getByRole('listitem').filter({ hasText: bad }).waitFor()
    await desk.getByRole('button', { name: `${presenter('textsHide')}: ${bad}` }).click()
    await screen.getByRole('listitem').filter({ hasText: bad }).waitFor({ state: 'detached' })
    await soon(() => barriersOf(desk)).toEqual([])
    await soon(() => foreignWords(desk, language)).toEqual([])
    await soon(() => barriersOf(screen)).toEqual([])
    await screen.getByRole('button', { name: presenter('textsFreeze') }).click()
    await desk.getByRole('button', { name: presenter('textsUndo') }).click()
    await screen.getByRole('button', { name: presenter('textsFrozen', { count: 1 }) }).click()
    await screen.getByRole('listitem').filter({ hasText: bad }).waitFor()
    await desk.getByRole('button', { name: presenter('textsUndo') }).click()
    await screen.getByRole('button', { name: presenter('textsAsList') }).click()
    await screen.getByRole('listitem').filter({ hasText: often }).waitFor()
    await soon(() => barriersOf(screen)).toEqual([])
    await soon(() => foreignWords(screen, language)).toEqual([])

    await phone!.getByRole('listitem').filter({ hasText: often }).waitFor()
    await phone!.getByRole('listitem').filter({ hasText: bad }).waitFor({ state: 'detached' })
    await phone!.getByRole('button', { name: words.find }).click()
    await phone!.getByText(words.mineFound).waitFor()
    await expectNoBarriers(phone!)
    await desk.goto(`${server.url}/present/${host.code}/minutes`)
    await desk.getByRole('rowheader', { name: often }).waitFor()
    await soon(() => barriersOf(desk)).toEqual([])
  },
  120_000,
)
