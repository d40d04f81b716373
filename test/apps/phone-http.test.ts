import { expect, it } from 'vitest'
import { aBrowser, hasNoBrowser } from '../support/browser.ts'
import { aMeeting, anOpenQuestion, aPhone, expectNoBarriers, heading, WORDS } from './phone-page.ts'

const words = WORDS.ko

it.skipIf(hasNoBrowser)(
  '[PA5] a phone votes over plain http in a hall without internet',
  async () => {
    const browser = await aBrowser(['--host-resolver-rules=MAP hall.test 127.0.0.1'])
    const { server, desk } = await aMeeting()
    const questionId = await anOpenQuestion(desk)
    const page = await aPhone(browser)
    await page.goto(`http://hall.test:${server.running.port}/j/${desk.code}`)
    expect(await page.evaluate(() => window.isSecureContext)).toBe(false)

    await page.getByRole('radio', { name: 'tea' }).check()
    await expectNoBarriers(page)
    await page.getByRole('button', { name: words.send }).click()
    await heading(page, words.counted).waitFor()
    await expectNoBarriers(page)

    await desk.close(questionId)
    const { result, ballots } = await desk.reveal(questionId)
    expect(result.tally).toMatchObject({ ballots: 1, leading: ['tea'] })
    expect(ballots).toHaveLength(1)
    // Hashes that need no secure context: this phone recounts, too.
    await page.getByRole('button', { name: words.find }).click()
    await page.getByText(words.mineFound).waitFor()
    await expectNoBarriers(page)
  },
  60_000,
)
