import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { joinAll } from '../../scripts/crowd/hall.ts'
import * as countEn from '../../shared/words/counts/count-en.ts'
import * as countKo from '../../shared/words/counts/count-ko.ts'
import * as en from '../../shared/words/counts/recount-en.ts'
import * as ko from '../../shared/words/counts/recount-ko.ts'
import { LANGUAGES, say, type Detailed, type Language } from '../../shared/words/index.ts'
import { aBrowser, hasNoBrowser, soon } from '../support/browser.ts'
import { option } from '../support/builders.ts'
import { aVisitor, barriersOf, shows } from '../support/pages.ts'
import { aServer } from '../support/server.ts'
import { aMeeting, anOpenQuestion } from './phone-page.ts'

const WORDS = {
  ko: { ...countKo.count, ...ko.recount },
  en: { ...countEn.count, ...en.recount },
}
const wordsOf =
  (language: Language) =>
  (key: keyof typeof ko.recount | keyof typeof countKo.count, detail?: Detailed) =>
    say(WORDS[language][key], detail)
const FILES = 'test/elections'
const VEGETABLES = `${FILES}/stv-rs-meek/vegetables.blt`

async function aPage(language: Language, url: string): Promise<Page> {
  // Motion is reduced, so that no colour is measured half faded in.
  const size = { width: 320, height: 568 }
  const looks = { reducedMotion: 'reduce', viewport: size } as const
  const page = await (await aVisitor(await aBrowser(), 'phone', language, looks)).newPage()
  await page.goto(url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}

/** Nothing is cut off, however narrow the page. */
const isWhole = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)

const choose = (page: Page, name: string, text: string | Buffer) =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })

const done = (page: Page) => page.locator('main h2[tabindex]').waitFor({ timeout: 30_000 })

/** What this page asks of any server from now on. */
function requestsOf(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  return asked
}

it.skipIf(hasNoBrowser).each(LANGUAGES)(
  '[CP4] anybody counts a meeting’s result again, and sees each line beside the published one (%s)',
  async (language) => {
    const words = wordsOf(language)
    const { server, desk } = await aMeeting()
    const questionId = await anOpenQuestion(desk)
    const { phones } = await joinAll(3, 0, { url: server.url, code: desk.code })
    await Promise.all(
      phones.map((phone, at) => phone.cast(questionId, [option(at === 0 ? 'coffee' : 'tea')])),
    )
    const early = await aPage(language, `${server.url}/recount/${questionId}`)
    await shows(early, words('noResult'))

    await desk.close(questionId)
    const published = await desk.reveal(questionId)
    const page = await aPage(language, `${server.url}/recount/${questionId}`)
    await done(page)
    await shows(page, words('allHold'))
    await shows(page, words('signed'))
    const lines = await page.locator('tbody tr').allInnerTexts()
    expect(lines.length).toBe(7 + 1 + 3 + 2 - 1)
    expect(lines.some((line) => /tea\s+2\s+2/.test(line))).toBe(true)
    expect(await isWhole(page)).toBe(true)
    expect(await barriersOf(page)).toEqual([])

    // A saved result that somebody changed: the line is named, and nothing is asked of the server.
    const asked = requestsOf(page)
    const { tally } = published.result
    if (tally.state !== 'counted') return expect.unreachable()
    const counts = tally.counts.map((each) => ({ ...each, count: each.count + 1 }))
    const changed = { ...published, result: { ...published.result, tally: { ...tally, counts } } }
    await choose(page, 'result.json', JSON.stringify(changed))
    await shows(page, words('someFail'))
    const wrong = await page.locator('tr.wrong th').allInnerTexts()
    expect(wrong).toEqual(['coffee', 'tea', 'water', words('whole')])
    expect(asked).toEqual([])
    expect(await barriersOf(page)).toEqual([])
    for (const phone of phones) phone.leave()
  },
  90_000,
)

it.skipIf(hasNoBrowser).each(LANGUAGES)(
  '[CP5] a dropped file is counted in the browser, by its own rule or another, and leaves it nowhere (%s)',
  async (language) => {
    const words = wordsOf(language)
    const { url } = await aServer()
    const page = await aPage(language, `${url}/recount`)
    expect(await barriersOf(page)).toEqual([])
    const asked = requestsOf(page)

    const text = readFileSync(VEGETABLES, 'utf8')
    await page.evaluate((dropped) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([dropped], 'vegetables.blt'))
      document
        .querySelector('label')!
        .dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    }, text)
    await done(page)
    await shows(page, words('stv-scottish'))
    const winners = () => page.locator('tr.won th').allInnerTexts()
    expect((await winners()).length).toBeGreaterThan(0)
    expect(await isWhole(page)).toBe(true)
    await page.getByText(words('rounds')).click()
    expect(await barriersOf(page)).toEqual([])

    // Another method, by keyboard alone.
    await page.getByLabel(words('method')).selectOption('borda')
    await page.getByLabel(words('seats')).fill('1')
    await page.getByLabel(words('lot')).fill('3월 1일 총회')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: words('borda') }).waitFor()
    await soon(async () => (await winners()).length).toBe(1)

    const city = readFileSync(`${FILES}/pabulib-format/example_valid.pb`, 'utf8')
    await choose(page, 'city.pb', city.replace('rule;unknown', 'rule;greedy'))
    await page.getByRole('columnheader', { name: words('cost') }).waitFor()
    expect(await isWhole(page)).toBe(true)
    expect(await barriersOf(page)).toEqual([])
    expect(asked).toEqual([])
  },
  90_000,
)

it.skipIf(hasNoBrowser)(
  '[CP6] a file that cannot be read is told by line and letter, and a count can be stopped',
  async () => {
    const words = wordsOf('ko')
    const { url } = await aServer()
    const page = await aPage('ko', `${url}/recount`)
    await choose(page, 'broken.blt', '3 1\n1 1 2 0\n1 9 0\n0\n"A"\n"B"\n"C"\n"title"\n')
    await shows(page, words('brokenTitle'))
    expect(await page.locator('ol li').first().innerText()).toMatch(/^3행 3번째/)
    expect(await barriersOf(page)).toEqual([])
    await choose(page, 'notes.txt', 'nothing')
    await page.locator('.note.warn').waitFor()

    const papers = Array.from({ length: 1_500_000 }, (_, at) => `${(at % 97) + 1} 1 2 3 4 5 0`)
    const big = ['5 2', ...papers, '0', '"A"', '"B"', '"C"', '"D"', '"E"', '"big"', ''].join('\n')
    await choose(page, 'big.blt', big)
    const stop = page.getByRole('button', { name: words('cancel') })
    await stop.waitFor()
    await page.getByRole('progressbar').waitFor()
    await stop.press('Enter')
    await shows(page, words('stopped'))
    await choose(page, 'vegetables.blt', readFileSync(VEGETABLES))
    await done(page)
    await shows(page, words('result'))
  },
  90_000,
)
