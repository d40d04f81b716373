import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { joinAll } from '../../scripts/crowd/hall.ts'
import { NO, YES } from '../../shared/vote.ts'
import { LANGUAGES } from '../../shared/words/index.ts'
import { aBrowser, hasNoBrowser, soon } from '../support/browser.ts'
import { aVisitor, expectSound, shows, wordsOf } from '../support/pages.ts'
import { aServer } from '../support/server.ts'

const DEVICES = { laptop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } }
const MOST_TABS = 120

/** Moves on as somebody without a mouse does, until this is in focus. */
async function reach(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor()
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await wanted.evaluate((each) => each === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no Tab leads to ${wanted.toString()}`)
}

async function press(page: Page, wanted: Locator, key = 'Enter'): Promise<void> {
  await reach(page, wanted)
  await page.keyboard.press(key)
}

const WAYS = LANGUAGES.flatMap((language) =>
  (['laptop', 'phone'] as const).map((device) => ({ language, device })),
)

it.skipIf(hasNoBrowser).each(WAYS)(
  '[PA9] by keyboard alone from the set-up link to the minutes ($language, $device)',
  async ({ language, device }) => {
    const { presenter, shared } = wordsOf(language)
    const server = await aServer()
    const browser = await aBrowser()
    const visitor = await aVisitor(browser, 'desk', language, { viewport: DEVICES[device] })
    const desk = await visitor.newPage()
    const faults: string[] = []
    visitor.on('weberror', (fault) => faults.push(fault.error().message))
    const button = (key: Parameters<typeof presenter>[0]) =>
      desk.getByRole('button', { name: presenter(key) })
    const view = (key: Parameters<typeof presenter>[0]) =>
      desk.getByRole('navigation').getByRole('link', { name: presenter(key), exact: true })

    await desk.goto(server.deskLink)
    const field = desk.getByRole('textbox', { name: presenter('questionTitle'), exact: true })
    await soon(() => field.evaluate((each) => each === document.activeElement)).toBe(true)
    const title = language === 'ko' ? '예산안에 찬성하십니까?' : 'Do you approve the budget?'
    await desk.keyboard.type(title)
    const name = language === 'ko' ? '정기 총회' : 'Annual meeting'
    await reach(desk, desk.getByRole('textbox', { name: presenter('meetingName') }))
    await desk.keyboard.type(name)

    await press(desk, view('viewPeople'))
    for (const proof of ['proofCode', 'proofHand'] as const)
      await press(desk, desk.getByRole('checkbox', { name: presenter(proof) }), 'Space')
    await shows(desk, presenter('presenceFree'))
    await expectSound(language, desk)

    await press(desk, view('viewRun'))
    await press(desk, button('doOpen'))
    const code = await desk.locator('.code b').innerText()
    const { phones } = await joinAll(6, 0, { url: server.url, code })
    await soon(() => phones.filter(({ view: seen }) => seen?.stage).length).toBe(6)
    await Promise.all(
      phones.map((each, place) => {
        const { id } = each.view!.stage!.question
        return each.cast(id, [place < 4 ? YES : NO])
      }),
    )
    await shows(desk, presenter('turnout', { voted: 6, checkedIn: 6 }))
    await expectSound(language, desk)

    await press(desk, button('doClose'))
    await shows(desk, shared('sealed', { count: 6 }))
    await press(desk, button('doReveal'))
    await shows(desk, presenter('total', { count: 6 }))
    await expectSound(language, desk)

    await press(desk, view('viewMinutes'))
    for (const text of [name, title]) await shows(desk, text)
    const rows = desk.getByRole('table', { name: title }).getByRole('row')
    await soon(() => rows.locator('b').allInnerTexts()).toEqual(['4', '2', '0'])
    await expectSound(language, desk)
    for (const each of phones) each.leave()
    expect(faults).toEqual([])
  },
  120_000,
)
