import { expect, it } from 'vitest'
import { LANGUAGES } from '../../shared/words/index.ts'
import { aBrowser, hasNoBrowser, soon } from '../support/browser.ts'
import { aVisitor, expectSound, wordsOf } from '../support/pages.ts'
import { aServer } from '../support/server.ts'

/** Where the hall stands; the first corner, typed. */
const FIRST = { latitude: 37.5665, longitude: 126.978 }

it.skipIf(hasNoBrowser).each(LANGUAGES)(
  '[PL6] an area is drawn on the map or typed, dragged, and kept as it was drawn (%s)',
  async (language) => {
    const { presenter } = wordsOf(language)
    const server = await aServer()
    const context = await aVisitor(await aBrowser(), 'desk', language)
    const elsewhere: string[] = []
    context.on('request', (request) => {
      if (!request.url().startsWith(server.url)) elsewhere.push(request.url())
    })
    const page = await context.newPage()
    await page.goto(server.deskLink)
    const code = await page.locator('.code b').innerText()
    await page.goto(`${server.url}/present/${code}/people`)
    await page.getByRole('checkbox', { name: presenter('proofFence') }).click()
    await page.getByText(presenter('fenceArea'), { exact: true }).click()
    await page.getByText(presenter('mapLater')).waitFor()

    // By keyboard: a corner is two numbers.
    await page.getByRole('button', { name: presenter('addCorner') }).press('Enter')
    await page.keyboard.type(String(FIRST.latitude))
    await page.keyboard.press('Tab')
    await page.keyboard.type(String(FIRST.longitude))
    const map = page.getByRole('group', { name: presenter('map') })
    await map.locator('.handle').waitFor()

    // By hand: wherever the map is pressed.
    await map.scrollIntoViewIfNeeded()
    await map.click({ position: { x: 120, y: 240 } })
    await map.click({ position: { x: 300, y: 240 } })
    await soon(() => map.locator('.handle').count()).toBe(3)
    const latitude = page.getByRole('textbox', {
      name: presenter('cornerLatitude', { place: 3 }),
    })
    const before = Number(await latitude.inputValue())
    const third = (await map.locator('.handle', { hasText: '3' }).boundingBox())!
    await page.mouse.move(third.x + 14, third.y + 14)
    await page.mouse.down()
    await page.mouse.move(third.x + 14, third.y - 46, { steps: 5 })
    await page.mouse.up()
    await soon(async () => Number(await latitude.inputValue()) > before).toBe(true)
    await expectSound(language, page)

    // What was drawn is what phones are measured by, and what a reload shows.
    const corners = page.getByRole('textbox', { name: presenter('latitude') })
    const drawn = await Promise.all((await corners.all()).map((each) => each.inputValue()))
    await soon(() => page.getByText(presenter('placeFirst')).count()).toBe(0)
    await page.reload()
    await map.locator('.handle').nth(2).waitFor()
    const kept = await Promise.all((await corners.all()).map((each) => each.inputValue()))
    expect(kept).toEqual(drawn)
    expect(kept[0]).toBe(String(FIRST.latitude))
    await map.locator('.handle', { hasText: '2' }).click()
    await page
      .getByRole('button', { name: presenter('removeCorner', { place: 2 }) })
      .first()
      .click()
    await soon(() => map.locator('.handle').count()).toBe(2)
    expect(elsewhere).toEqual([])
  },
  60_000,
)
