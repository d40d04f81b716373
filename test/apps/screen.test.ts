import { expect, it } from 'vitest'
import { Desk } from '../../scripts/crowd/desk.ts'
import { aBrowser, hasNoBrowser, soon } from '../support/browser.ts'
import { aQuestion } from '../support/builders.ts'
import { aVisitor, wordsOf } from '../support/pages.ts'
import { scanned } from '../support/scanned.ts'
import { aServer } from '../support/server.ts'

const SIZES = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
]

it.skipIf(hasNoBrowser).each(SIZES)(
  '[PA4] the QR is read off the lobby, a question and the full screen at $width x $height',
  async (size) => {
    const { presenter, voter } = wordsOf('ko')
    const server = await aServer()
    const desk = await Desk.claim(server.url, server.deskLink)
    const browser = await aBrowser()
    const context = await aVisitor(browser, 'screen', 'ko')
    const screen = await context.newPage()
    await screen.setViewportSize(size)
    await screen.goto(desk.picture.screenLink)
    await screen.getByText(presenter('joinHow')).waitFor()
    // The code on the slide is the one inside the QR, whenever it rotates.
    const address = async () => {
      const proof = await screen.locator('.proof b, [role="dialog"] strong').first().innerText()
      return `${server.url}/j/${desk.code}/${proof}`.toUpperCase()
    }
    await soon(async () => (await scanned(screen)) === (await address())).toBe(true)

    await desk.open(await desk.write(aQuestion({ title: '커피와 차 가운데 무엇을 드릴까요?' })))
    await screen.getByText('커피와 차').first().waitFor()
    await soon(async () => (await scanned(screen)) === (await address())).toBe(true)

    await screen.keyboard.press('q')
    await screen.getByRole('dialog').waitFor()
    const read = await scanned(screen)
    expect(read).not.toBeNull()

    const phone = await (await aVisitor(browser, 'phone', 'ko')).newPage()
    await phone.goto(read ?? '')
    await phone.getByText('커피와 차').first().waitFor()
    await phone.getByRole('button', { name: voter('send') }).waitFor()
    desk.leave()
  },
)
