import { expect, it } from 'vitest'
import { Phone } from '../../scripts/crowd/phone.ts'
import { rowsOf } from '../chaos/checker.ts'
import { aBrowser, hasNoBrowser, soon } from '../support/browser.ts'
import { aQuestion } from '../support/builders.ts'
import { aMeeting, anOpenQuestion, aPhone, heading, WORDS } from './phone-page.ts'
import { namedIn } from '../../shared/marks.ts'

const words = WORDS.ko
const PUSHES = 100
const TAPS = 10
const TAP_MS = 20

it.skipIf(hasNoBrowser)(
  '[CH19] ten taps in a fifth of a second are one ballot of one revision',
  async () => {
    const browser = await aBrowser()
    const { server, desk } = await aMeeting()
    const questionId = await anOpenQuestion(desk)
    const page = await aPhone(browser)
    await page.goto(`${server.url}/j/${desk.code}`)
    await page.getByRole('radio', { name: 'tea' }).check()
    const button = page.getByRole('button', { name: words.send })
    const box = (await button.boundingBox())!
    // A finger stays where it is: it hits whatever the page has put there meanwhile.
    await page.evaluate(
      ([x, y, taps, pause]) =>
        new Promise<void>((resolve) => {
          let left = taps
          const tap = () => {
            const hit = document.elementFromPoint(x, y)
            if (hit instanceof HTMLElement) hit.click()
            left -= 1
            if (left > 0) setTimeout(tap, pause)
            else resolve()
          }
          tap()
        }),
      [box.x + box.width / 2, box.y + box.height / 2, TAPS, TAP_MS] as const,
    )
    await heading(page, words.counted).waitFor()
    expect(rowsOf(server.dataDir, questionId)).toBe(1)
    const [cookie] = await page.context().cookies()
    const seen = await Phone.join({
      ...{ url: server.url, code: desk.code },
      cookie: `${cookie!.name}=${cookie!.value}`,
    })
    expect(seen.snapshot?.me.rev).toBe(1)
    seen.leave()
  },
  60_000,
)

it.skipIf(hasNoBrowser)(
  '[CH20] a second tab is asked which ballot stands, a private window is another device',
  async () => {
    const browser = await aBrowser()
    const { server, desk } = await aMeeting()
    const questionId = await anOpenQuestion(desk)
    const url = `${server.url}/j/${desk.code}`
    const first = await aPhone(browser)
    const second = await first.context().newPage()
    for (const page of [first, second]) await page.goto(url)
    const vote = async (page: typeof first, name: string) => {
      await page.bringToFront()
      await page.getByRole('radio', { name }).check()
      await page.getByRole('button', { name: words.send }).click()
    }
    await second.getByRole('radio', { name: 'coffee' }).check()
    await vote(first, 'tea')
    await heading(first, words.counted).waitFor()
    await second.bringToFront()
    await second.getByRole('button', { name: words.send }).click()
    await heading(second, words.elsewhereTitle).waitFor()
    // Longer than a second tap of the finger that sent it.
    await second.waitForTimeout(600)
    await second.getByRole('button', { name: words.elsewhereLeave }).click()
    expect(rowsOf(server.dataDir, questionId)).toBe(1)

    const stranger = await aPhone(browser)
    await stranger.goto(url)
    await vote(stranger, 'water')
    await heading(stranger, words.counted).waitFor()
    await desk.close(questionId)
    const { ballots } = await desk.reveal(questionId)
    expect(ballots?.map(({ marks }) => namedIn(marks)[0]).sort()).toEqual(['tea', 'water'])
  },
  60_000,
)

it.skipIf(hasNoBrowser)(
  '[CH21] pushes, a lost connection and a restart leave a half filled ballot as it is',
  async () => {
    const browser = await aBrowser()
    const { server, desk } = await aMeeting()
    await desk.openDoors()
    const { id: _, ...question } = aQuestion({
      ...{ bars: 'reveal', method: { type: 'approval', min: 1, max: 3 } },
    })
    await desk.open(await desk.write(question))
    const page = await aPhone(browser)
    await page.goto(`${server.url}/j/${desk.code}`)
    const marked = ['tea', 'water']
    for (const name of marked) await page.getByRole('checkbox', { name }).check()
    const checked = () =>
      page.getByRole('checkbox', { checked: true }).evaluateAll((all) => all.length)

    let last = ''
    for (let push = 0; push < PUSHES; push += 1) {
      last = `회의 ${push}`
      await desk.run('meeting:name', { title: last })
      if (push % 10 === 0) expect(await checked()).toBe(marked.length)
    }
    await page.getByText(last).waitFor()
    await server.kill()
    await page.getByText(words.reconnectingMore).waitFor()
    await server.restart()
    await page.getByText(words.reconnectingMore).waitFor({ state: 'detached' })
    for (const name of marked)
      await soon(() => page.getByRole('checkbox', { name }).isChecked()).toBe(true)
    expect(await checked()).toBe(marked.length)
  },
  60_000,
)
