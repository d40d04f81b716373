import type { Browser, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Desk } from '../../scripts/crowd/desk.ts'
import { say } from '../../shared/words/index.ts'
import * as doorKo from '../../shared/words/shared/door-ko.ts'
import * as helperEn from '../../shared/words/voter/helper-en.ts'
import * as helperKo from '../../shared/words/voter/helper-ko.ts'
import { aBrowser, hasNoBrowser } from '../support/browser.ts'
import {
  aMeeting,
  anOpenQuestion,
  aPhone,
  expectNoBarriers,
  heading,
  WORDS as PHONE,
} from './phone-page.ts'

const words = { ...PHONE.ko, ...helperKo.helper }
const REST = 20_000

const press = (page: Page, name: string) => page.getByRole('button', { name }).click()
const field = (page: Page) => page.getByRole('textbox', { name: words.helperCode })

const key = (page: Page) => page.getByRole('textbox', { name: words.helperKey })
const PEOPLE = [
  { name: '박민수', key: 'M-101' },
  { name: '김철수', key: 'M-102' },
  { name: '이영희', key: 'M-103', proxy: 'M-101' },
]

async function listed({ server, desk }: Awaited<ReturnType<typeof aMeeting>>): Promise<void> {
  const set = await fetch(`${server.url}/api/meetings/${desk.code}/roster`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: desk.cookie },
    body: JSON.stringify({ lines: PEOPLE }),
  })
  expect(set.status).toBe(200)
}

async function codesOf(desk: Desk, count: number): Promise<string[]> {
  const made = await desk.run('door:make', { count })
  return made.ok ? made.value.codes.map(({ code }) => code) : []
}

/** The device at the door, opened by its link. */
async function aTablet(browser: Browser, desk: Desk): Promise<Page> {
  await desk.run('helper:link', {})
  await desk.watch()
  const page = await aPhone(browser, 'ko', { viewport: { width: 820, height: 1180 } })
  await page.clock.install()
  await page.goto(desk.picture.helperLink ?? '')
  return page
}

async function begin(page: Page, code: string): Promise<void> {
  await field(page).fill(code)
  await press(page, words.helperGo)
  await page.getByRole('radio').first().waitFor()
}

/** Everything that whoever comes next could look at. */
async function leftOn(page: Page): Promise<string> {
  const left = await page.evaluate(async () => [
    document.documentElement.outerHTML,
    [...document.querySelectorAll('input')].map(({ value, checked }) => [value, checked]),
    ...[localStorage, sessionStorage].map((store) => Object.entries(store)),
    [location.href, history.length, history.state, document.title, document.referrer, name],
    document.cookie,
    (await indexedDB.databases()).map((each) => each.name),
    await caches.keys(),
  ])
  return JSON.stringify(left)
}

it.skipIf(hasNoBrowser)(
  '[HD7] two people vote one after the other, and nothing of the first is left',
  async () => {
    const browser = await aBrowser()
    const { desk } = await aMeeting()
    const questionId = await anOpenQuestion(desk)
    const [one, two] = await codesOf(desk, 2)
    const page = await aTablet(browser, desk)
    await field(page).waitFor()
    const before = await leftOn(page)

    await begin(page, one!)
    await page.getByRole('radio', { name: 'tea' }).check()
    expect(await leftOn(page)).not.toContain('mv.draft')
    await press(page, words.send)
    await heading(page, words.counted).waitFor()
    expect(await leftOn(page)).not.toMatch(new RegExp(`${one}|tea|mv\\.`))
    await press(page, words.helperNext)
    await field(page).waitFor()
    // The very page that the first person came to: same stores, same history, same DOM.
    const ids = /\bc\d+\b/g
    expect((await leftOn(page)).replace(ids, '')).toBe(before.replace(ids, ''))

    await begin(page, two!)
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0)
    await page.getByRole('radio', { name: 'coffee' }).check()
    await press(page, words.send)
    await heading(page, words.counted).waitFor()
    await page.clock.fastForward(5_100)
    await field(page).waitFor()
    expect(await leftOn(page)).not.toMatch(new RegExp(`${one}|${two}|tea|coffee|mv\\.`))
    await desk.close(questionId)
    expect((await desk.reveal(questionId)).result.tally).toMatchObject({ ballots: 2 })
  },
  60_000,
)

it.skipIf(hasNoBrowser)(
  '[HD16] the language of one person is gone with them, and was never written down',
  async () => {
    const browser = await aBrowser()
    const { desk } = await aMeeting()
    await anOpenQuestion(desk)
    const page = await aTablet(browser, desk)
    await press(page, 'English')
    await page.getByRole('textbox', { name: helperEn.helper.helperCode }).fill('ABCD')
    expect(await leftOn(page)).not.toContain('mv.language')
    await page.clock.fastForward(REST + 500)
    await field(page).waitFor()
    expect(await leftOn(page)).not.toMatch(/ABCD|mv\./)
  },
  60_000,
)

it.skipIf(hasNoBrowser)(
  '[HD8] twenty seconds without a touch clear what was typed and chosen, and the page says so',
  async () => {
    const browser = await aBrowser()
    const { desk } = await aMeeting()
    await anOpenQuestion(desk)
    const [code] = await codesOf(desk, 1)
    const page = await aTablet(browser, desk)
    await field(page).fill(code!.slice(0, 5))
    await page.clock.fastForward(REST + 500)
    await expect.poll(() => field(page).inputValue()).toBe('')

    await begin(page, code!)
    await page.getByRole('radio', { name: 'tea' }).check()
    await page.clock.fastForward(13_000)
    await page.getByText(words.helperTouch).first().waitFor()
    // A touch, and the time begins anew.
    await page.keyboard.press('Shift')
    await page.clock.fastForward(13_000)
    await page.getByText(words.helperTouch).first().waitFor()
    expect(await page.getByRole('radio', { name: 'tea' }).isChecked()).toBe(true)
    await page.clock.fastForward(8_000)
    await field(page).waitFor()
    expect(await leftOn(page)).not.toMatch(new RegExp(`${code}|tea|mv\\.`))
  },
  60_000,
)

it.skipIf(hasNoBrowser)(
  '[HD9] a ballot that was not counted yet is waited for, unseen, and sent before the page clears',
  async () => {
    const browser = await aBrowser()
    const { server, desk } = await aMeeting()
    const questionId = await anOpenQuestion(desk)
    const [code] = await codesOf(desk, 1)
    const page = await aTablet(browser, desk)
    await begin(page, code!)
    await page.getByRole('radio', { name: 'tea' }).check()
    await server.kill()
    await press(page, words.send)
    await heading(page, words.unsentTitle).waitFor()
    await page.clock.fastForward(REST + 10_000)
    await heading(page, words.unsentTitle).waitFor()
    expect(await leftOn(page)).not.toMatch(new RegExp(`${code}|tea|mv\\.`))
    await server.restart()
    await heading(page, words.counted).waitFor()
    await page.clock.fastForward(5_100)
    await field(page).waitFor()
    await desk.watch()
    await desk.close(questionId)
    expect((await desk.reveal(questionId)).result.tally).toMatchObject({ ballots: 1 })
  },
  60_000,
)

it.skipIf(hasNoBrowser)(
  '[HD10] a code that has voted may change its ballot; by keyboard alone, without barriers',
  async () => {
    const browser = await aBrowser()
    const { desk } = await aMeeting()
    const [code] = await codesOf(desk, 1)
    const page = await aTablet(browser, desk)
    await heading(page, words.helperNone).waitFor()
    await expectNoBarriers(page)
    const questionId = await anOpenQuestion(desk)
    await field(page).waitFor()
    await expectNoBarriers(page)
    await field(page).focus()
    await page.keyboard.type(code!.toLowerCase())
    await page.keyboard.press('Enter')
    await page.getByRole('radio').first().waitFor()
    await expectNoBarriers(page)
    await page.getByRole('radio').first().focus()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: words.send }).focus()
    await page.keyboard.press('Enter')
    await heading(page, words.counted).waitFor()
    await page.clock.fastForward(5_100)

    await page.locator('input:focus').waitFor()
    await page.keyboard.type(code!)
    await page.keyboard.press('Enter')
    await heading(page, words.againTitle).waitFor()
    await expectNoBarriers(page)
    await press(page, words.againChange)
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0)
    await page.getByRole('radio').nth(1).check()
    await press(page, words.sendChange)
    await heading(page, words.counted).waitFor()
    await desk.close(questionId)
    await page.clock.fastForward(5_100)
    await heading(page, words.helperNone).waitFor()
    expect((await desk.reveal(questionId)).result.tally).toMatchObject({ ballots: 1 })

    await desk.run('helper:link', {})
    await heading(page, words.helperShut).waitFor()
    await expectNoBarriers(page)
  },
  90_000,
)

it.skipIf(hasNoBrowser)(
  '[HD14] with a list a proxy types the own number twice, and nothing of it is left',
  async () => {
    const browser = await aBrowser()
    const { server, desk } = await aMeeting()
    const page = await aTablet(browser, desk)
    await heading(page, words.helperNone).waitFor()
    // Set while the device is watching.
    await listed({ server, desk })
    const questionId = await anOpenQuestion(desk)
    await heading(page, words.helperListed).waitFor()
    await expectNoBarriers(page)
    const type = async (typed: string) => {
      await key(page).fill(typed)
      await press(page, words.helperGo)
    }
    const vote = async (option: string) => {
      await page.getByRole('radio', { name: option }).check()
      await press(page, words.send)
      await heading(page, words.counted).waitFor()
    }
    const left = say(words.helperLeft, { count: 1 })
    const whose = say(words.helperFor, { name: '이영희' })

    await type('M-999')
    await page.getByRole('alert').getByText(doorKo.doorRefusals['roster/wrong']).waitFor()
    await type('m101')
    await vote('tea')
    await page.locator('main').getByText(left).waitFor()
    await expectNoBarriers(page)
    await press(page, words.helperGo)

    await type('M-101')
    await page.locator('main').getByText(whose).waitFor()
    await expectNoBarriers(page)
    await vote('coffee')
    expect(await page.locator('main').getByText(left).count()).toBe(0)
    await page.clock.fastForward(5_100)
    await key(page).waitFor()
    expect(await leftOn(page)).not.toMatch(/M-?101|이영희|박민수|tea|coffee|mv\.draft/i)

    await type('M-101')
    await heading(page, words.againListed).waitFor()
    await page.getByText(say(words.againOthers, { count: 1 })).waitFor()
    await expectNoBarriers(page)
    await press(page, words.againLeave)
    await key(page).waitFor()
    await desk.close(questionId)
    expect((await desk.reveal(questionId)).result.tally).toMatchObject({ ballots: 2 })
  },
  90_000,
)
