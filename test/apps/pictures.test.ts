import { expect, it } from 'vitest'
import { joinAll } from '../../scripts/crowd/hall.ts'
import type { Marks } from '../../shared/marks.ts'
import type { Method } from '../../shared/method.ts'
import { LANGUAGES, type Language } from '../../shared/words/index.ts'
import { aBrowser, hasNoBrowser, soon } from '../support/browser.ts'
import { aQuestion, option } from '../support/builders.ts'
import { aVisitor, expectSound, shows, wordsOf } from '../support/pages.ts'
import { aMeeting } from './phone-page.ts'

const NAMES = {
  ko: { title: '누구를 뽑을까요?', options: ['가람', '나래', '다솜'] },
  en: { title: 'Whom do we elect?', options: ['Ann', 'Ben', 'Cleo'] },
}

/** Five phones in an open meeting, with the big screen opened from the desk: its keys run the meeting. */
async function aRoom(language: Language) {
  const { server, desk } = await aMeeting()
  await desk.openDoors()
  const { phones } = await joinAll(5, 0, { url: server.url, code: desk.code })
  const browser = await aBrowser()
  const context = await aVisitor(browser, 'screen', language, { reducedMotion: 'reduce' })
  const [name = '', value = ''] = desk.cookie.split('=')
  await context.addCookies([{ name, value, url: server.url }])
  const screen = await context.newPage()
  await screen.goto(`${server.url}/present/screen/${desk.code}`)
  const { title, options } = NAMES[language]

  /** Asks it, has everybody cast, and shows the count. */
  async function ask(method: Method, ballots: readonly Marks[]) {
    const question = aQuestion({
      ...{ title, method, bars: 'live', names: 'open' },
      options:
        method.type === 'number' ? [] : options.map((text, at) => ({ id: option(`o${at}`), text })),
    })
    const id = await desk.write(question)
    await desk.open(id)
    await shows(screen, title)
    await Promise.all(ballots.map((marks, at) => phones[at]!.cast(id, marks)))
    return {
      reveal: async () => {
        await desk.close(id)
        await desk.reveal(id)
      },
      next: () => desk.run('meeting:next', {}),
    }
  }
  return { screen, ask }
}

const ranks = (...order: number[]): Marks => ({ ranks: order.map((at) => [option(`o${at}`)]) })
const points = (...given: number[]): Marks => ({
  points: Object.fromEntries(given.map((value, at) => [option(`o${at}`), value])),
})

it.skipIf(hasNoBrowser).each(LANGUAGES)(
  '[PI5] [PI10] a run-off is a film on the screen, and other methods have pictures (%s)',
  async (language) => {
    const { presenter } = wordsOf(language)
    const { screen, ask } = await aRoom(language)
    const button = (name: string) => screen.getByRole('button', { name })
    const figures = () => screen.locator('.count b').allInnerTexts()

    const runoff = await ask(
      { type: 'ranked', min: 1, max: 3, equal: false, count: 'runoff', seats: 1 },
      [ranks(0), ranks(0, 1), ranks(1), ranks(1, 0), ranks(2, 1)],
    )
    await shows(screen, presenter('soFarFirst'))
    await soon(figures).toEqual(['2', '2', '1'])
    await runoff.reveal()

    // It plays by itself; Space stops it, arrows step, and so do the buttons.
    await button(presenter('filmPause')).waitFor()
    await screen.keyboard.press('Space')
    await button(presenter('filmPlay')).waitFor()
    await screen.keyboard.press('ArrowLeft')
    await soon(figures).toEqual(['2', '2', '1'])
    await shows(screen, presenter('roundAt', { round: 1, rounds: 2 }))
    expect(await button(presenter('roundBack')).isDisabled()).toBe(true)
    await expectSound(language, screen)
    await screen.keyboard.press('ArrowRight')
    await soon(figures).toEqual(['2', '3', '0'])
    await shows(screen, presenter('electedNames', { names: NAMES[language].options[1]! }))
    expect(await screen.locator('.gain').count()).toBe(1)
    await expectSound(language, screen)
    await button(presenter('roundBack')).click()
    await soon(figures).toEqual(['2', '2', '1'])
    await button(presenter('filmPlay')).click()
    await soon(figures).toEqual(['2', '3', '0'])
    await runoff.next()

    const score = await ask({ type: 'score', min: 1, max: 5, unrated: null }, [
      points(5, 1, 3),
      points(4, 2, 3),
      points(5, 1, 3),
      points(5, 1, 3),
      points(4, 1, 3),
    ])
    await shows(screen, presenter('soFarPoints'))
    await score.reveal()
    await shows(screen, presenter('meanText', { mean: '4.60' }))
    await soon(() => screen.locator('.levels').count()).toBe(3)
    await expectSound(language, screen)
    await score.next()

    const number = await ask(
      { type: 'number', min: 0, max: 100, decimals: 0, unit: '' },
      [10, 20, 20, 40, 90].map((each) => ({ number: each })),
    )
    await number.reveal()
    await shows(screen, presenter('numbersLine', { mean: '36.0', count: 5 }))
    await expectSound(language, screen)
  },
  90_000,
)
