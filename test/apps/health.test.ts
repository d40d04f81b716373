import { expect, it } from 'vitest'
import { joinAll } from '../../scripts/crowd/hall.ts'
import { LANGUAGES } from '../../shared/words/index.ts'
import { aBrowser, hasNoBrowser } from '../support/browser.ts'
import { aVisitor, barriersOf, foreignWords, wordsOf } from '../support/pages.ts'
import { aServer } from '../support/server.ts'

it.skipIf(hasNoBrowser).each(LANGUAGES)(
  '[HS6] the desk shows the room’s health and warns where the network fails (%s)',
  async (language) => {
    const { presenter } = wordsOf(language)
    const server = await aServer()
    const desk = await (await aVisitor(await aBrowser(), 'desk', language)).newPage()
    const strip = (count: number) => desk.getByText(presenter('healthPhones', { count }))
    await desk.goto(server.deskLink)
    await strip(0).waitFor()

    const code = await desk.locator('.code b').innerText()
    const { phones } = await joinAll(6, 0, { url: server.url, code })
    await strip(6).waitFor()
    for (const phone of phones.slice(1)) phone.leave()
    await strip(1).waitFor()
    await desk.getByText(presenter('healthReturning', { count: 5 })).waitFor()
    await desk.getByRole('status').getByText(presenter('troubleLines')).waitFor()
    await strip(1).click()
    await desk.getByText(presenter('healthHow')).waitFor()
    expect(await barriersOf(desk)).toEqual([])
    expect(await foreignWords(desk, language)).toEqual([])
    phones[0]?.leave()
  },
  60_000,
)
