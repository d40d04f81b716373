import type { BrowserContext, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { joinAll } from '../../scripts/crowd/hall.ts'
import type { Written } from '../../scripts/crowd/desk.ts'
import type { Marks } from '../../shared/marks.ts'
import type { RankedCount } from '../../shared/method.ts'
import { after } from '../../shared/words/voter/after-ko.ts'
import { say } from '../../shared/words/index.ts'
import { aBrowser, hasNoBrowser, soon } from '../support/browser.ts'
import { marks, option } from '../support/builders.ts'
import { aVisitor, barriersOf, expectSound, shows, wordsOf } from '../support/pages.ts'
import { aMeeting, aPhone, heading } from './phone-page.ts'

const { presenter } = wordsOf('ko')
const PROJECTS = ['가로등', '나무 심기', '빗물 정원']
const MILLION = 1_000_000

const ranks = (order: string): Marks => ({ ranks: [...order].map((id) => [option(id)]) })
const times = (count: number, one: Marks): Marks[] => Array.from({ length: count }, () => one)

const ranking = (title: string, count: RankedCount, seats = 1): Written => ({
  title,
  method: { type: 'ranked', min: 1, max: 4, equal: false, count, seats },
  options: ['가람', '나래', '다솜', '라온'].map((text, at) => ({ id: option('abcd'[at]!), text })),
  ...{ bars: 'reveal', names: 'open' },
})

const budget = (title: string, type: 'greedy' | 'equal-shares'): Written => ({
  title,
  method: {
    ...{ type: 'budget', purse: 50 * MILLION, currency: '원', min: 1, max: 3, fits: false },
    rule:
      type === 'greedy'
        ? { type, threshold: 0, misfit: 'skip' }
        : { type, completion: 'none', step: null },
  },
  options: PROJECTS.map((text, at) => ({ id: option('abc'[at]!), text, cost: 30 * MILLION - at })),
  ...{ bars: 'reveal', names: 'open' },
})

/** What is asked, what is cast, and what a person reads of it. */
interface Told {
  asked: Written
  cast: Marks[]
  headline: string
  /** On both pages. */
  reads: string[]
  /** Cells of the table beneath the picture, read as one line. */
  table: RegExp
  why: RegExp
  isFilm?: true
  /** Nothing on its pages that those before did not have. */
  isKnown?: true
}

const TOLD: readonly Told[] = [
  {
    asked: ranking('대표 두 명', 'stv', 2),
    cast: [...times(4, ranks('ab')), ...times(2, ranks('bc')), ...times(2, ranks('c'))],
    headline: '가람, 나래',
    reads: ['당선: 가람, 나래'],
    table: /A 가람\s+4\s+3/,
    why: /나래: \d단계에서/,
    isFilm: true,
  },
  {
    asked: ranking('담장 색', 'schulze'),
    cast: [...times(3, ranks('abc')), ...times(2, ranks('bca')), ...times(2, ranks('cab'))],
    headline: '가람',
    reads: ['가장 적은 5표도'],
    table: /5 대 2/,
    why: /가람→나래 5표 · 나래→다솜 5표/,
  },
  {
    asked: ranking('축제 이름', 'borda'),
    cast: [...times(5, ranks('ab')), ...times(3, ranks('ba'))],
    headline: '가람',
    reads: ['21점'],
    table: /가람.*21점/,
    why: /가람: 21점으로 당선/,
    isKnown: true,
  },
  {
    asked: budget('공원 사업', 'greedy'),
    cast: [...times(5, marks('a')), ...times(3, marks('b'))],
    headline: '가로등',
    reads: ['5,000만원 중 3,000만원 사용', '예산 부족', '지지 없음'],
    table: /A 가로등\s+5표\s+3,000만원\s+선정/,
    why: /나무 심기: 3표/,
  },
  {
    asked: budget('공원 사업, 몫을 나누어', 'equal-shares'),
    cast: [...times(5, marks('a')), ...times(3, marks('b'))],
    headline: '가로등',
    reads: ['5,000만원 중 3,000만원 사용'],
    table: /A 가로등\s+5표\s+3,000만원\s+선정/,
    why: /나무 심기: /,
    isKnown: true,
  },
  {
    asked: ranking('아무도 고르지 않은 대표', 'runoff'),
    cast: [],
    headline: say(after.resultTitle),
    reads: [presenter('nobodyElected')],
    table: /가람\s+0/,
    why: /^$/,
    isKnown: true,
  },
]

it.skipIf(hasNoBrowser)(
  '[PI6] [PI8] [PI9] [PI12] [PI13] [PI14] [ED5] screen, phone, minutes and recount say who won and why, of every kind',
  async () => {
    const { server, desk } = await aMeeting()
    await desk.openDoors()
    const { phones } = await joinAll(8, 0, { url: server.url, code: desk.code })
    const browser = await aBrowser()
    const calm = { reducedMotion: 'reduce' } as const
    const context = await aVisitor(browser, 'screen', 'ko', calm)
    await holds(context, desk.cookie, server.url)
    const screen = await context.newPage()
    await screen.goto(`${server.url}/present/screen/${desk.code}`)
    const phone = await aPhone(browser)
    await phone.goto(`${server.url}/j/${desk.code}`)

    let last = ''
    for (const { asked, cast, headline, reads, table, why, isFilm, isKnown } of TOLD) {
      last = await desk.write(asked)
      const id = last as Parameters<typeof desk.open>[0]
      await desk.open(id)
      if (asked.method.type === 'budget') await shows(screen, '가로등 · 3,000만원')
      await Promise.all(cast.map((each, at) => phones[at]!.cast(id, each)))
      await desk.close(id)
      await desk.reveal(id)
      await heading(phone, headline).waitFor()
      if (isFilm) await playsByKeys(screen)
      for (const line of reads) await Promise.all([shows(screen, line), shows(phone, line)])
      await soon(() => tablesOf(screen)).toMatch(table)
      if (cast.length > 0) await phone.locator('details', { hasText: WHY }).first().click()
      expect(await phone.locator('details[open] li').allInnerTexts()).toSatisfy(
        (lines: string[]) => lines.some((line) => why.test(line)) || cast.length === 0,
      )
      if (!isKnown) await expectSound('ko', screen, phone)
      await desk.run('meeting:next', {})
    }

    await screen.setViewportSize({ width: 1280, height: 800 })
    await screen.goto(`${server.url}/present/minutes`)
    await shows(screen, presenter('pairsTitle'))
    await shows(screen, presenter('minutesRounds'))
    await expectSound('ko', screen)
    await phone.goto(`${server.url}/recount/${last}`)
    await phone.locator('main h2[tabindex]').waitFor()
    expect(await barriersOf(phone)).toEqual([])
    for (const each of phones) each.leave()
  },
  90_000,
)

const WHY = presenter('whyResult')

const tablesOf = async (page: Page) => (await page.locator('table').allInnerTexts()).join('\n')

async function holds(context: BrowserContext, cookie: string, url: string): Promise<void> {
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url }])
}

/** The film of two stages: back to the first by an arrow, on to the last by another. */
async function playsByKeys(screen: Page): Promise<void> {
  const round = (at: number) => shows(screen, presenter('stageAt', { round: at, rounds: 2 }))
  await round(1)
  await screen.keyboard.press('Space')
  await screen.getByRole('button', { name: presenter('filmPlay') }).waitFor()
  await screen.keyboard.press('ArrowRight')
  await round(2)
  await screen.keyboard.press('ArrowLeft')
  await round(1)
  await screen.keyboard.press('ArrowRight')
}
