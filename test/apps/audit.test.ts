import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { joinAll } from '../../scripts/crowd/hall.ts'
import { auditText } from '../../shared/ui/audit.ts'
import type { PublishedQuestion } from '../../shared/wire/api.ts'
import * as recountEn from '../../shared/words/counts/recount-en.ts'
import * as recountKo from '../../shared/words/counts/recount-ko.ts'
import { LANGUAGES, say, type Detailed } from '../../shared/words/index.ts'
import { aBrowser, hasNoBrowser, soon } from '../support/browser.ts'
import { aQuestion, option } from '../support/builders.ts'
import { aVisitor, barriersOf, foreignWords, shows, wordsOf } from '../support/pages.ts'
import { aMeeting, aPhone, heading, WORDS } from './phone-page.ts'

const AUDITORS = { ko: '김하나, 이두리', en: 'KIM, LEE' }
const TITLE = { ko: '어느 안이 얼마나 좋은가요?', en: 'How good is each plan?' }
const PLANS = { ko: ['가', '나', '다'], en: ['A', 'B', 'C'] }
const RECOUNT = { ko: recountKo.recount, en: recountEn.recount }
const ids = aQuestion().options.map(({ id }) => id)

/** Nothing is cut off, however narrow the page. */
const isWhole = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)

it.skipIf(hasNoBrowser).each(LANGUAGES)(
  '[SB9] totals alone: written, said before voting, found, named, saved for auditors and recounted (%s)',
  async (language) => {
    const { presenter } = wordsOf(language)
    const words = WORDS[language]
    const t = (key: keyof typeof recountKo.recount, detail?: Detailed) =>
      say(RECOUNT[language][key], detail)
    const auditors = AUDITORS[language]
    const { server, desk: host } = await aMeeting()
    await host.openDoors()
    const questionId = await host.write({
      title: TITLE[language],
      method: { type: 'score', min: 1, max: 5, unrated: 1 },
      options: ids.map((id, at) => ({ id, text: PLANS[language][at]! })),
      ...{ names: 'open', bars: 'reveal', decision: null },
    })
    const browser = await aBrowser()
    const visitor = await aVisitor(browser, 'desk', language)
    const [cookie = '', value = ''] = host.cookie.split('=')
    await visitor.addCookies([{ name: cookie, value, url: server.url }])
    const desk = await visitor.newPage()
    await desk.goto(`${server.url}/present/${host.code}`)
    const choice = desk.getByRole('group', { name: presenter('ballots') })
    await desk.getByRole('textbox', { name: presenter('questionTitle') }).waitFor()
    expect(await choice.count()).toBe(0)
    await desk.getByText(presenter('mannerCareful'), { exact: true }).click()
    expect(await choice.getByRole('radio').first().isChecked()).toBe(true)
    await desk.getByRole('textbox', { name: presenter('auditors') }).fill(auditors)
    expect(await barriersOf(desk)).toEqual([])
    expect(await foreignWords(desk, language)).toEqual([])
    await host.until(questionId, ({ question }) => question.auditors === auditors)

    const { phones } = await joinAll(4, 0, { url: server.url, code: host.code })
    const phone = await aPhone(browser, language)
    await phone.goto(`${server.url}/j/${host.code}`)
    await heading(phone, words.inTitle).waitFor()
    const screen = await (await aVisitor(browser, 'screen', language)).newPage()
    await screen.goto(host.picture.screenLink)
    await host.open(questionId)
    await shows(phone, say(words.willTotals, { auditors }))
    expect(await barriersOf(phone)).toEqual([])
    for (const own of phones)
      await own.cast(questionId, { points: { [ids[0]!]: 3, [option('tea')]: 4 } })
    await phone.getByRole('radio', { name: '5' }).first().click()
    await phone.getByRole('button', { name: words.send }).click()
    await heading(phone, words.counted).waitFor()
    await desk.getByRole('button', { name: presenter('doClose') }).click()
    await desk.getByRole('button', { name: presenter('doReveal') }).click()

    const by = auditText(presenter, { ballots: 'totals', auditors })
    for (const page of [desk, screen, phone]) await shows(page, by)
    await phone.getByRole('button', { name: words.findMine }).click()
    await shows(phone, words.mineFound)
    await shows(phone, say(words.checkTotals, { count: 5 }))
    expect(await isWhole(phone)).toBe(true)
    const saving = desk.waitForEvent('download')
    await desk.getByRole('button', { name: presenter('auditFile') }).click()
    const saved = await saving
    expect(saved.suggestedFilename()).toBe(`audit-${questionId}.json`)
    const file = await readFile(await saved.path(), 'utf8')
    for (const page of [desk, screen, phone]) {
      await soon(() => barriersOf(page)).toEqual([])
      await soon(() => foreignWords(page, language)).toEqual([])
    }

    const narrow = { reducedMotion: 'reduce', viewport: { width: 320, height: 568 } } as const
    const page = await (await aVisitor(browser, 'phone', language, narrow)).newPage()
    await page.goto(`${server.url}/recount/${questionId}`)
    await shows(page, t('heldTotals'))
    await shows(page, t('totals', { count: 5 }))
    await shows(page, auditors)
    await shows(page, t('signed'))
    expect([await isWhole(page), await barriersOf(page)]).toEqual([true, []])
    const drop = (text: string) =>
      page.locator('input[type=file]').setInputFiles({
        name: saved.suggestedFilename(),
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      })
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await drop(file)
    await shows(page, t('allHold'))
    await shows(page, t('audited', { count: 5 }))
    await shows(page, t('signed'))
    expect([await isWhole(page), await barriersOf(page)]).toEqual([true, []])

    // Both heads are what was published, whatever the file says of itself.
    const { ballots, ...forged } = JSON.parse(file) as PublishedQuestion
    await drop(JSON.stringify({ ...forged, ballots: ballots!.slice(1), seal: { size: 4 } }))
    await shows(page, t('someFail'))
    await shows(page, t('signed'))
    expect(asked).toEqual([])
    // On its own a file can say what it likes: the page says so.
    await page.goto(`${server.url}/recount`)
    await drop(file)
    await shows(page, t('auditedFile', { count: 5 }))
    expect([await isWhole(page), await barriersOf(page)]).toEqual([true, []])
    await page.getByRole('link', { name: t('auditPage') }).click()
    await shows(page, t('heldTotals'))

    await desk.goto(`${server.url}/present/${host.code}/minutes`)
    await shows(desk, by)

    // Whoever publishes such ballots all the same says that, too.
    await host.run('meeting:next', {})
    const method = { type: 'approval', min: 1, max: 8 } as const
    const options = Array.from({ length: 8 }, (_, at) => ({ id: option(`o${at}`), text: `${at}` }))
    const secret = { names: 'secret', bars: 'reveal', decision: null } as const
    await host.open(await host.write({ title: '1', method, options, ...secret }))
    await shows(phone, words.willPublish)
    for (const own of phones) own.leave()
  },
  120_000,
)
