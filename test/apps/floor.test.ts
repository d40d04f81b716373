import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Desk } from '../../scripts/crowd/desk.ts'
import { LANGUAGES } from '../../shared/words/index.ts'
import * as en from '../../shared/words/voter/floor-en.ts'
import * as ko from '../../shared/words/voter/floor-ko.ts'
import { aQuestion } from '../support/builders.ts'
import { aBrowser, hasNoBrowser, soon } from '../support/browser.ts'
import { aVisitor, barriersOf, foreignWords, wordsOf } from '../support/pages.ts'
import { aMeeting, aPhone, expectNoBarriers, heading, WORDS } from './phone-page.ts'

const ASKED = {
  ko: ['마을 회관은 언제 다시 열리나요?', '주차장은 몇 자리나 되나요?'],
  en: ['When will the village hall open again?', 'How many cars can park there?'],
}

/** [FL16] One screen keeps the floor while the others have a question. */
async function alsoWhileAVoteIsOn(on: { host: Desk; screen: Page; pinned: string }): Promise<void> {
  const { host, screen, pinned } = on
  const title = '2026'
  const questionId = await host.write(aQuestion({ title }))
  await host.open(questionId)
  await screen.getByRole('heading', { name: title }).waitFor()
  const shows = async (type: 'floor' | 'meeting') => {
    await host.watch()
    const { link: _, ...main } = host.picture.screens[0]!
    await host.run('screen:write', { ...main, content: { type } })
  }
  await shows('floor')
  await screen.getByRole('blockquote').getByText(pinned).waitFor()
  expect(await screen.getByRole('heading', { name: title }).count()).toBe(0)
  await shows('meeting')
  await screen.getByRole('heading', { name: title }).waitFor()
  await host.close(questionId)
  await host.reveal(questionId)
}

it.skipIf(hasNoBrowser).each(LANGUAGES)(
  '[FL9] [FL16] a phone asks, the desk looks and shows, phones vote, the screen shows it large (%s)',
  async (language) => {
    const { presenter } = wordsOf(language)
    const words = { ...WORDS[language], ...{ ko, en }[language].floor }
    const [first, second] = ASKED[language]
    const { server, desk: host } = await aMeeting()
    await host.openDoors()
    const browser = await aBrowser()
    const visitor = await aVisitor(browser, 'desk', language)
    const [cookie = '', value = ''] = host.cookie.split('=')
    await visitor.addCookies([{ name: cookie, value, url: server.url }])
    const desk = await visitor.newPage()
    await desk.goto(`${server.url}/present/${host.code}/floor`)
    await desk.getByText(presenter('floorOff')).waitFor()
    const phones = await Promise.all(ASKED[language].map(() => aPhone(browser, language)))
    for (const phone of phones) {
      await phone.goto(`${server.url}/j/${host.code}`)
      await heading(phone, words.inTitle).waitFor()
      expect(await phone.getByText(words.floorTitle).count()).toBe(0)
    }

    await desk.getByRole('checkbox', { name: presenter('floorOn') }).check()
    for (const [at, phone] of phones.entries()) {
      await phone.getByText(words.floorTitle).click()
      await phone.getByLabel(words.floorYours).fill(ASKED[language][at]!)
      await phone.getByRole('button', { name: words.floorSend }).click()
      await phone.getByText(words.floorSent).waitFor()
      await phone.getByText(words.floorWaiting, { exact: true }).waitFor()
    }
    await desk.getByText(first!).waitFor()
    await soon(() => barriersOf(desk)).toEqual([])
    for (const text of ASKED[language])
      await desk.getByRole('button', { name: `${presenter('floorShow')}: ${text}` }).click()
    await desk.getByRole('button', { name: presenter('floorUndo') }).click()
    await desk.getByRole('button', { name: `${presenter('floorShow')}: ${second}` }).click()

    for (const phone of phones)
      await phone
        .getByRole('button', { name: `${words.floorVote}: ${second}` })
        .click({ timeout: 20_000 })
    await expectNoBarriers(phones[0]!)
    await desk.getByText(presenter('floorVotes', { count: 2 })).waitFor()

    await desk.getByRole('button', { name: `${presenter('floorPin')}: ${second}` }).click()
    await desk.getByRole('button', { name: presenter('floorStage') }).click()
    const screen = await (await aVisitor(browser, 'screen', language)).newPage()
    await screen.goto(host.picture.screenLink)
    await screen.getByRole('blockquote').getByText(second!).waitFor()
    await screen.getByRole('listitem').filter({ hasText: first! }).waitFor()
    await soon(() => barriersOf(screen)).toEqual([])
    await soon(() => foreignWords(screen, language)).toEqual([])
    await alsoWhileAVoteIsOn({ host, screen, pinned: second! })

    await desk.getByRole('checkbox', { name: presenter('floorMinutes') }).check()
    await desk.getByRole('button', { name: `${presenter('floorAnswer')}: ${first}` }).click()
    await soon(() => barriersOf(desk)).toEqual([])
    await soon(() => foreignWords(desk, language)).toEqual([])
    await desk.goto(`${server.url}/present/${host.code}/minutes`)
    await desk.getByRole('heading', { name: presenter('floorTitle') }).waitFor()
    await desk.getByText(first!).waitFor()
  },
  120_000,
)

it.skipIf(hasNoBrowser)(
  '[FL10] [FL18] an answer that was lost makes no second question, and a lost place is told',
  async () => {
    const words = { ...WORDS.ko, ...ko.floor }
    const { server, desk: host } = await aMeeting()
    await host.openDoors()
    await host.run('floor:rule', { on: true, check: true, minutes: false })
    const phone = await aPhone(await aBrowser())
    let lost = 0
    await phone.routeWebSocket(/socket\.io/, (page) => {
      const beyond = page.connectToServer()
      beyond.onMessage((frame) => {
        if (lost === 0 && /^43\d+\[\{"ok":true,"value":\{"id"/.test(String(frame))) lost += 1
        else page.send(frame)
      })
    })
    await phone.goto(`${server.url}/j/${host.code}`)
    await phone.getByText(words.floorTitle).click()
    await phone.getByLabel(words.floorYours).fill(ASKED.ko[0]!)
    await phone.getByRole('button', { name: words.floorSend }).click()
    await phone.getByText(words.floorTryAgain).waitFor()
    await phone.getByRole('button', { name: words.floorSend }).click()
    await phone.getByText(words.floorSent).waitFor()
    const queue = await host.run('floor:queue', {})
    expect([lost, queue]).toMatchObject([1, { value: { questions: { length: 1 } } }])

    await phone.evaluate(() => {
      const [key] = Object.keys(localStorage).filter((each) => each.startsWith('mv.asked.'))
      const mine = JSON.parse(localStorage.getItem(key!)!) as object[]
      const left = { secret: 'f'.repeat(32), came: true }
      localStorage.setItem(key!, JSON.stringify([...mine, left]))
    })
    await phone.getByText(String(words.floorGone({ count: 1 }))).waitFor({ timeout: 15_000 })
    await expectNoBarriers(phone)
  },
  60_000,
)
