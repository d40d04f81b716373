import { expect, it } from 'vitest'
import { joinAll } from '../../scripts/crowd/hall.ts'
import { Desk } from '../../scripts/crowd/desk.ts'
import { decisionOptions } from '../../shared/vote.ts'
import { LANGUAGES } from '../../shared/words/index.ts'
import { aBrowser, hasNoBrowser, soon } from '../support/browser.ts'
import { option } from '../support/builders.ts'
import { aVisitor, barriersOf, foreignWords, wordsOf } from '../support/pages.ts'
import { aServer } from '../support/server.ts'

const ASKED = { ko: ['안건을 채택할까요?', '다음 안건'], en: ['Adopt the motion?', 'Another one'] }

it.skipIf(hasNoBrowser).each(LANGUAGES)(
  '[MI5] minutes are a page that prints black on white, with a table beside each bar (%s)',
  async (language) => {
    const { presenter, shared } = wordsOf(language)
    const [title = '', later = ''] = ASKED[language]
    const server = await aServer()
    const desk = await Desk.claim(server.url, server.deskLink)
    await desk.openDoors()
    const decision = { base: 'present', majority: 'simple', quorum: null } as const
    const asked = {
      method: { type: 'decision', abstain: true },
      options: decisionOptions(true),
    } as const
    const id = await desk.write({ title, ...asked, decision })
    await desk.write({ title: later, ...asked })
    const { phones } = await joinAll(3, 0, { url: server.url, code: desk.code })
    await desk.open(id)
    await Promise.all(phones.map((phone, at) => phone.cast(id, [option(at === 0 ? 'no' : 'yes')])))
    await desk.close(id)
    await desk.reveal(id)

    // The dark theme of the desk must not get onto the paper.
    const visitor = await aVisitor(await aBrowser(), 'desk', language, { colorScheme: 'dark' })
    const [name = '', value = ''] = desk.cookie.split('=')
    await visitor.addCookies([{ name, value, url: server.url }])
    const page = await visitor.newPage()
    await page.goto(`${server.url}/present/${desk.code}/minutes`)
    await page.getByRole('heading', { name: title }).waitFor()
    await page.getByText(later).waitFor()
    expect(await page.locator('tbody .number b').allInnerTexts()).toEqual(['2', '1', '0'])
    const body = await page.locator('article').innerText()
    for (const line of [
      presenter('verdictPassed'),
      presenter('majorityHalf'),
      shared('fingerprint'),
    ])
      expect(body).toContain(line)
    expect(await barriersOf(page)).toEqual([])
    expect(await foreignWords(page, language)).toEqual([])

    const [table] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: presenter('minutesTable') }).click(),
    ])
    expect(table.suggestedFilename()).toBe(`minutes-${desk.code}.csv`)

    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation').count()).toBe(0)
    await soon(() =>
      page.locator('article').evaluate((each) => {
        const { color, backgroundColor } = getComputedStyle(each)
        return [color, backgroundColor]
      }),
    ).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)'])
    for (const phone of phones) phone.leave()
    desk.leave()
  },
  60_000,
)
