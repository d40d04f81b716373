import { expect, it } from 'vitest'
import { joinAll } from '../../scripts/crowd/hall.ts'
import type { QuestionId } from '../../shared/ids.ts'
import { LANGUAGES, type Language } from '../../shared/words/index.ts'
import { aBrowser, hasNoBrowser, soon } from '../support/browser.ts'
import { aQuestion, option } from '../support/builders.ts'
import { aVisitor, expectSound, shows, wordsOf } from '../support/pages.ts'
import { aMeeting } from './phone-page.ts'

const ASKED = {
  ko: { title: '어느 안으로 할까요?', options: ['첫째 안', '둘째 안'], other: '언제 시작할까요?' },
  en: { title: 'Which plan is it?', options: ['Plan one', 'Plan two'], other: 'When do we start?' },
}

/** Three phones in an open meeting, its desk and its big screen in real pages. */
async function aRoom(language: Language) {
  const { server, desk } = await aMeeting()
  await desk.openDoors()
  const { phones } = await joinAll(3, 0, { url: server.url, code: desk.code })
  const browser = await aBrowser()
  const facilitator = await aVisitor(browser, 'desk', language)
  const [name = '', value = ''] = desk.cookie.split('=')
  await facilitator.addCookies([{ name, value, url: server.url }])
  const page = await facilitator.newPage()
  await page.goto(`${server.url}/present/${desk.code}`)
  const screen = await (await aVisitor(browser, 'screen', language)).newPage()
  await screen.goto(desk.picture.screenLink)
  const { title, options, other } = ASKED[language]
  const question = aQuestion({
    title,
    options: options.map((text, place) => ({ id: option(`o${place}`), text })),
  })
  const cast = (id: QuestionId, ...choices: number[]) =>
    Promise.all(choices.map((at, place) => phones[place]!.cast(id, [option(`o${at}`)])))
  return { desk, page, screen, question, other, cast }
}

it.skipIf(hasNoBrowser).each(LANGUAGES)(
  '[SG3] [SR1] [RN1] few people, a set and a second round are said on desk and screen (%s)',
  async (language) => {
    const { presenter, shared } = wordsOf(language)
    const { desk, page, screen, question, other, cast } = await aRoom(language)
    const button = (name: string) => page.getByRole('button', { name })

    // Three people are too few for a secret of five: the ways out stand above a shut button.
    await desk.write({ ...question, names: 'secret', bars: 'set' })
    const second = await desk.write({ ...question, title: other, bars: 'set' })
    await page.reload()
    await shows(page, presenter('fewTitle', { entitled: 3, least: 5 }))
    expect(await button(presenter('doOpen')).isDisabled()).toBe(true)
    await expectSound(language, page)
    await button(presenter('fewLower', { least: 3 })).click()
    await button(presenter('doOpen')).click()
    await shows(screen, question.title)
    const first = desk.picture.current!

    // The first of a set is sealed, and waits for its neighbour.
    await cast(first, 0, 0, 1)
    await desk.close(first)
    await shows(screen, shared('sealed', { count: 3 }))
    await shows(page, presenter('setWaits', { left: 1 }))
    expect(await screen.locator('.track').count()).toBe(0)
    await expectSound(language, page, screen)
    await desk.run('meeting:next', {})
    await desk.open(second)
    await cast(second, 1, 1, 1)
    await desk.close(second)
    await button(presenter('doReveal')).click()
    await desk.untilState(first, 'revealed')
    await desk.untilState(second, 'revealed')
    await soon(() => screen.locator('.count b').allInnerTexts()).toEqual(['0', '3'])

    // What was shown can be asked once more; both rounds stand side by side.
    await button(presenter('askAgain')).click()
    await shows(page, presenter('roundNote'))
    await expectSound(language, page)
    await button(presenter('doOpen')).click()
    await soon(() => desk.picture.current).not.toBe(second)
    const again = desk.picture.current!
    await desk.untilState(again, 'open')
    await cast(again, 0, 1, 1)
    await desk.close(again)
    await desk.reveal(again)
    await soon(() => screen.locator('.count b').allInnerTexts()).toEqual(['1', '2'])
    await shows(screen, presenter('roundPeople', { before: 3, now: 3 }))
    await expectSound(language, page, screen)
  },
  90_000,
)
