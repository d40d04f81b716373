import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import * as en from '../../shared/words/voter/voices-en.ts'
import * as ko from '../../shared/words/voter/voices-ko.ts'
import { LANGUAGES, say, type Detailed } from '../../shared/words/index.ts'
import { aBrowser, hasNoBrowser, soon } from '../support/browser.ts'
import { aMeeting, anOpenQuestion, aPhone, expectNoBarriers, heading, WORDS } from './phone-page.ts'

const VOICES = { ko: ko.voices, en: en.voices }
const [HOLDER, FIRST, SECOND] = ['박민수', '김철수', '이영희']
const LINES = [
  { name: HOLDER, key: '101' },
  { name: FIRST, key: '102', proxy: '101' },
  { name: SECOND, key: '103', proxy: HOLDER },
]

async function aListedMeeting() {
  const { server, desk } = await aMeeting()
  await desk.openDoors()
  const set = await fetch(`${server.url}/api/meetings/${desk.code}/roster`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: desk.cookie },
    body: JSON.stringify({ lines: LINES }),
  })
  expect(set.status).toBe(200)
  return { server, desk }
}

async function comes(phone: Page, url: string, key: string): Promise<void> {
  await phone.goto(url)
  await phone.locator('input').fill(key)
  await phone.keyboard.press('Enter')
}

it.skipIf(hasNoBrowser).each(LANGUAGES)(
  '[SE12] three ballots are filled in one after the other, each for somebody named (%s)',
  async (language) => {
    const words = WORDS[language]
    const v = (key: keyof typeof ko.voices, detail?: Detailed) => say(VOICES[language][key], detail)
    const { server, desk } = await aListedMeeting()
    const browser = await aBrowser()
    const phone = await aPhone(browser, language)
    const url = `${server.url}/j/${desk.code}`
    await comes(phone, url, '101')
    await heading(phone, words.inTitle).waitFor()
    const questionId = await anOpenQuestion(desk)

    const option = (at: number) => phone.getByRole('radio').nth(at)
    const send = phone.getByRole('button', { name: words.send, exact: true })
    await phone.getByText(v('seatOwn'), { exact: true }).waitFor()
    await phone.getByText(v('seatPlace', { place: 1, count: 3 })).waitFor()
    await expectNoBarriers(phone)
    await option(0).press('Space')
    await send.press('Enter')

    const next = (name: string) => phone.getByRole('button', { name: v('voteAs', { name }) })
    await heading(phone, v('nextOf', { name: FIRST })).waitFor()
    await soon(() => phone.getByText(v('stateCounted'), { exact: true }).count()).toBe(1)
    await expectNoBarriers(phone)
    // A button of a new screen waits half a second.
    await soon(async () => {
      if ((await next(FIRST).count()) > 0) await next(FIRST).press('Enter')
      return phone.getByText(v('seatFor')).count()
    }).toBe(1)
    await expectNoBarriers(phone)
    await option(1).press('Space')
    // What was begun is still there after a reload, and for nobody else.
    await phone.reload()
    await heading(phone, v('nextOf', { name: FIRST })).waitFor()
    await soon(async () => {
      if ((await next(FIRST).count()) > 0) await next(FIRST).press('Enter')
      return phone.getByText(v('seatFor')).count()
    }).toBe(1)
    expect(await option(1).isChecked()).toBe(true)

    // In a dead spot the ballot waits, and the next one is filled in meanwhile.
    await server.kill()
    await send.press('Enter')
    await heading(phone, v('nextOf', { name: SECOND })).waitFor()
    await phone.getByText(v('stateUnsent')).waitFor()
    await server.restart()
    await soon(() => phone.getByText(v('stateCounted'), { exact: true }).count()).toBe(2)
    await soon(async () => {
      if ((await next(SECOND).count()) > 0) await next(SECOND).press('Enter')
      return phone.getByText(v('seatOf', { name: SECOND }), { exact: true }).count()
    }).toBe(1)
    expect(await option(1).isChecked()).toBe(false)
    await option(0).press('Space')
    await send.press('Enter')
    await heading(phone, v('seatsCounted', { count: 3 })).waitFor()
    await expectNoBarriers(phone)

    // Any of them is changed until the close.
    await phone
      .getByRole('button', { name: `${v('seatOf', { name: FIRST })}: ${v('changeSeat')}` })
      .press('Enter')
    await phone.getByText(words.changeMore).waitFor()
    expect(await option(1).isChecked()).toBe(true)
    await option(0).press('Space')
    await phone.getByRole('button', { name: words.sendChange }).press('Enter')
    await heading(phone, v('seatsCounted', { count: 3 })).waitFor()

    await desk.close(questionId)
    const { result } = await desk.reveal(questionId)
    expect(result).toMatchObject({ turnout: 3, electorate: { entitled: 3, present: 3 } })
    await phone.getByText(v('othersTitle')).waitFor()
    await phone.getByRole('button', { name: words.find, exact: true }).press('Enter')
    await phone.getByText(words.mineFound).waitFor()
    await expectNoBarriers(phone)
  },
  120_000,
)

it.skipIf(hasNoBrowser)(
  '[SE13] whoever comes is told who voted for them, and the holder whose vote is theirs no more',
  async () => {
    const words = WORDS.ko
    const { server, desk } = await aListedMeeting()
    const browser = await aBrowser()
    const url = `${server.url}/j/${desk.code}`
    const holder = await aPhone(browser)
    await comes(holder, url, '101')
    await heading(holder, words.inTitle).waitFor()
    const questionId = await anOpenQuestion(desk)
    await holder.getByRole('button', { name: ko.voices.back }).press('Enter')
    await holder.getByRole('button', { name: ko.voices.voteOwn }).waitFor()
    const first = say(ko.voices.seatOf, { name: FIRST })
    await holder.getByRole('button', { name: `${first}: ${ko.voices.vote}` }).press('Enter')
    await holder.getByRole('radio').first().press('Space')
    await holder.getByRole('button', { name: words.send, exact: true }).press('Enter')
    await holder.getByText(ko.voices.stateCounted, { exact: true }).waitFor()

    const late = await aPhone(browser)
    await comes(late, url, '102')
    await late.getByText(say(words.votedBy, { name: HOLDER })).waitFor()
    await expectNoBarriers(late)
    const early = await aPhone(browser)
    await comes(early, url, '103')
    await early.getByRole('radio').first().press('Space')
    await early.getByRole('button', { name: words.send, exact: true }).press('Enter')
    await heading(early, words.counted).waitFor()
    await holder.getByText(say(ko.voices.gone, { name: SECOND })).waitFor()
    await expectNoBarriers(holder)
    await desk.close(questionId)
    const { result } = await desk.reveal(questionId)
    expect(result).toMatchObject({ turnout: 2, electorate: { entitled: 3, present: 3 } })
  },
  90_000,
)
