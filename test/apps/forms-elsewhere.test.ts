import type { FrameLocator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Written } from '../../scripts/crowd/desk.ts'
import { ordered, type Marks } from '../../shared/marks.ts'
import { say } from '../../shared/words/index.ts'
import { ballotWords } from '../../shared/words/shared/marks-ko.ts'
import { marks as words } from '../../shared/words/voter/marks-ko.ts'
import { preview } from '../../shared/words/voter/preview-ko.ts'
import { voices } from '../../shared/words/voter/voices-ko.ts'
import { aBrowser, hasNoBrowser, soon } from '../support/browser.ts'
import { aQuestion, option } from '../support/builders.ts'
import { aVisitor, barriersOf, shows, wordsOf } from '../support/pages.ts'
import { aMeeting, aPhone, heading, WORDS } from './phone-page.ts'

const { presenter } = wordsOf('ko')
const [HOLDER, ABSENT] = ['박민수', '김철수']

/** A form, and two ballots of it that anybody can fill in by the first option or by the last. */
interface Form {
  asked: Written
  fill: (on: Page | FrameLocator, isFirst: boolean) => Promise<void>
  own: Marks
  other: Marks
}

const asked = (title: string, change: Partial<Written>): Written => {
  const { id: _, ...question } = aQuestion({ bars: 'reveal' })
  return { ...question, ...change, title }
}
const points = (given: Record<string, number>): Marks => ({ points: given })
const more = (name: string) => say(words.pointMore, { option: name })

const FORMS: readonly Form[] = [
  {
    asked: asked('순위', {
      method: { type: 'ranked', min: 1, max: 3, equal: false, count: 'borda', seats: 1 },
      names: 'named',
    }),
    fill: async (on, isFirst) => {
      for (const name of isFirst ? ['coffee', 'tea'] : ['water', 'tea'])
        await on.getByRole('button', { name, exact: true }).click()
    },
    own: { ranks: [[option('coffee')], [option('tea')]] },
    other: { ranks: [[option('water')], [option('tea')]] },
  },
  {
    asked: asked('점수', { method: { type: 'score', min: 1, max: 5, unrated: 1 } }),
    fill: async (on, isFirst) => {
      await on
        .getByRole('radio')
        .nth(isFirst ? 4 : 13)
        .check()
    },
    own: points({ coffee: 5 }),
    other: points({ water: 4 }),
  },
  {
    asked: asked('나눌 점수', { method: { type: 'points', each: 3, min: 1, max: 4 } }),
    fill: async (on, isFirst) => {
      await on.getByRole('button', { name: more(isFirst ? 'coffee' : 'water') }).click()
    },
    own: points({ coffee: 1 }),
    other: points({ water: 1 }),
  },
]

it.skipIf(hasNoBrowser)(
  '[MK9] [AE11] rankings, scores and points are filled in in the preview of the desk',
  async () => {
    const { server, desk } = await aMeeting()
    const context = await aVisitor(await aBrowser(), 'desk', 'ko')
    const [name = '', value = ''] = desk.cookie.split('=')
    await context.addCookies([{ name, value, url: server.url }])
    const page = await context.newPage()
    for (const { asked, fill } of FORMS) {
      const id = await desk.write({ ...asked, names: 'open' })
      await page.goto(`${server.url}/present/${desk.code}`)
      await soon(() =>
        page.getByRole('textbox', { name: presenter('questionTitle'), exact: true }).inputValue(),
      ).toBe(asked.title)
      await page.getByRole('button', { name: presenter('preview'), exact: true }).click()
      const phone = page.frameLocator('iframe[src="/preview/phone"]')
      await fill(phone, true)
      await phone.getByRole('button', { name: WORDS.ko.send }).click()
      await phone.getByText(preview.previewTried).waitFor()
      await page
        .frameLocator('iframe[src="/preview/screen"]')
        .getByText(asked.title)
        .first()
        .waitFor()
      await desk.run('question:remove', { questionId: id })
    }
  },
  60_000,
)

it.skipIf(hasNoBrowser)(
  '[MK9] [SE12] [NM8] a proxy fills in each such ballot in turn, and names stand beside rankings',
  async () => {
    const { server, desk } = await aMeeting()
    await desk.openDoors()
    const lines = [
      { name: HOLDER, key: '101' },
      { name: ABSENT, key: '102', proxy: '101' },
    ]
    const set = await fetch(`${server.url}/api/meetings/${desk.code}/roster`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: desk.cookie },
      body: JSON.stringify({ lines }),
    })
    expect(set.status).toBe(200)
    const phone = await aPhone(await aBrowser())
    await phone.goto(`${server.url}/j/${desk.code}`)
    await phone.locator('input').fill('101')
    await phone.keyboard.press('Enter')
    await heading(phone, WORDS.ko.inTitle).waitFor()

    for (const { asked, fill, own, other } of FORMS) {
      const id = await desk.write(asked)
      await desk.open(id)
      await phone.getByText(say(voices.seatPlace, { place: 1, count: 2 })).waitFor()
      const send = phone.getByRole('button', { name: WORDS.ko.send, exact: true })
      await fill(phone, true)
      await send.click()
      await heading(phone, say(voices.nextOf, { name: ABSENT })).waitFor()
      // A button of a new screen waits half a second.
      const next = phone.getByRole('button', { name: say(voices.voteAs, { name: ABSENT }) })
      await soon(async () => {
        if ((await next.count()) > 0) await next.click()
        return phone.getByText(say(voices.seatFor)).count()
      }).toBe(1)
      await fill(phone, false)
      expect(await barriersOf(phone)).toEqual([])
      await send.click()
      await heading(phone, say(voices.seatsCounted, { count: 2 })).waitFor()
      await desk.close(id)
      const { ballots = [] } = await desk.reveal(id)
      const cast = ballots?.map(({ marks }) => JSON.stringify(ordered(marks))).sort()
      expect(cast).toEqual([own, other].map((each) => JSON.stringify(ordered(each))).sort())
      if (asked.names === 'named') {
        await phone.getByRole('button', { name: WORDS.ko.namesShow }).click()
        for (const name of [HOLDER, ABSENT])
          await phone.getByRole('heading', { name, exact: true }).waitFor()
        await shows(phone, say(ballotWords.lineRank, { place: 1, options: 'water' }))
        expect(await barriersOf(phone)).toEqual([])
      }
      await desk.run('meeting:next', {})
    }
  },
  60_000,
)
