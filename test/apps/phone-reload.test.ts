import { expect, it } from 'vitest'
import { aBrowser, hasNoBrowser } from '../support/browser.ts'
import { aMeeting, anOpenQuestion, aPhone, expectNoBarriers, heading, WORDS } from './phone-page.ts'

const words = WORDS.ko

it.skipIf(hasNoBrowser)(
  '[PA6] marks survive a reload, and a counted ballot stays one counted ballot',
  async () => {
    const browser = await aBrowser()
    const { server, desk } = await aMeeting()
    const questionId = await anOpenQuestion(desk)
    const page = await aPhone(browser)
    await page.goto(`${server.url}/j/${desk.code}`)
    const tea = page.getByRole('radio', { name: 'tea' })
    await tea.check()

    await page.reload()
    await tea.waitFor()
    expect(await tea.isChecked()).toBe(true)
    await page.getByRole('button', { name: words.send }).click()
    await heading(page, words.counted).waitFor()

    await page.reload()
    await heading(page, words.counted).waitFor()
    await desk.close(questionId)
    expect((await desk.reveal(questionId)).result.tally).toMatchObject({ ballots: 1 })
  },
  60_000,
)

it.skipIf(hasNoBrowser)(
  '[PA6] a ballot cast while the server is away is kept and goes out by itself',
  async () => {
    const browser = await aBrowser()
    const { server, desk } = await aMeeting()
    const questionId = await anOpenQuestion(desk)
    const page = await aPhone(browser)
    await page.goto(`${server.url}/j/${desk.code}`)
    await page.getByRole('radio', { name: 'tea' }).check()

    await server.kill()
    await page.getByText(words.reconnectingMore).waitFor()
    await page.getByRole('button', { name: words.send }).click()
    await heading(page, words.unsentTitle).waitFor()

    await server.restart()
    await heading(page, words.counted).waitFor()
    await page.reload()
    await heading(page, words.counted).waitFor()
    await expectNoBarriers(page)
    await desk.close(questionId)
    expect((await desk.reveal(questionId)).result.tally).toMatchObject({ ballots: 1 })
  },
  60_000,
)
