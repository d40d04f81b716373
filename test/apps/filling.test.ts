import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Written } from '../../scripts/crowd/desk.ts'
import { ordered, type Marks } from '../../shared/marks.ts'
import type { Method } from '../../shared/method.ts'
import {
  say,
  type Detailed,
  type Sentence,
  LANGUAGES,
  type Language,
} from '../../shared/words/index.ts'
import { aBrowser, hasNoBrowser, soon } from '../support/browser.ts'
import { aQuestion, option } from '../support/builders.ts'
import { barriersOf, foreignWords } from '../support/pages.ts'
import { helper as helperKo } from '../../shared/words/voter/helper-ko.ts'
import { aMeeting, aPhone, heading, WORDS } from './phone-page.ts'

type Say = (key: keyof (typeof WORDS)['ko'], detail?: Detailed) => string

/** One form: filled in by touch, then changed by keys alone. */
interface Filled {
  method: Method
  touch: (page: Page, say: Say) => Promise<void>
  touched: Marks
  keys: (page: Page, say: Say) => Promise<void>
  keyed: Marks
}

const sayIn =
  (language: Language): Say =>
  (key, detail) =>
    say((WORDS[language] as Record<string, Sentence>)[key] ?? '', detail)

/** Goes on with Tab until this has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const isThere = () => target.evaluate((each) => each === document.activeElement)
  for (let tries = 0; tries < 60 && !(await isThere()); tries += 1) await page.keyboard.press('Tab')
  expect(await isThere()).toBe(true)
}

async function press(page: Page, name: string, times = 1): Promise<void> {
  await tabTo(page, page.getByRole('button', { name, exact: true }))
  for (let pressed = 0; pressed < times; pressed += 1) await page.keyboard.press('Enter')
}

const ranks = (...ids: string[][]) => ({ ranks: ids.map((rank) => rank.map(option)) })
const points = (given: Record<string, number>): Marks => ({ points: given })
const RANKED = { type: 'ranked', min: 1, max: 3, count: 'schulze', seats: 1 } as const

const FORMS: Record<string, Filled> = {
  ranked: {
    method: { ...RANKED, equal: true },
    touch: async (page, t) => {
      for (const name of ['water', 'tea', 'coffee'])
        await page.getByRole('button', { name, exact: true }).tap()
      await page.getByRole('button', { name: t('rankUp', { option: 'coffee' }), exact: true }).tap()
      const said = t('rankSaid', { option: 'coffee', place: 2, count: 3 })
      await page.getByRole('status').filter({ hasText: said }).waitFor()
    },
    touched: ranks(['water'], ['coffee'], ['tea']),
    keys: async (page, t) => {
      await press(page, t('rankDown', { option: 'water' }))
      await tabTo(page, page.getByRole('checkbox').last())
      await page.keyboard.press('Space')
      await page.keyboard.press('Shift+Tab')
      await press(page, t('rankTake', { option: 'tea' }))
    },
    keyed: ranks(['coffee'], ['water']),
  },
  score: {
    method: { type: 'score', min: -3, max: 3, unrated: null },
    touch: async (page) => {
      for (const at of [0, 13, 17]) await page.getByRole('radio').nth(at).tap()
    },
    touched: points({ coffee: -3, tea: 3, water: 0 }),
    keys: async (page) => {
      await tabTo(page, page.getByRole('radio').first())
      await page.keyboard.press('ArrowRight')
    },
    keyed: points({ coffee: -2, tea: 3, water: 0 }),
  },
  slider: {
    method: { type: 'score', min: 0, max: 100, unrated: 0 },
    touch: async (page, t) => {
      const more = page.getByRole('button', { name: t('pointMore', { option: 'tea' }) })
      await more.tap()
      await more.tap()
    },
    touched: points({ tea: 51 }),
    keys: async (page) => {
      await tabTo(page, page.getByRole('slider').last())
      await page.keyboard.press('End')
    },
    keyed: points({ tea: 51, water: 100 }),
  },
  points: {
    method: { type: 'points', each: 3, min: 2, max: 4 },
    touch: async (page, t) => {
      const more = page.getByRole('button', { name: t('pointMore', { option: 'tea' }) })
      for (let taps = 0; taps < 3; taps += 1) await more.tap()
      await more.tap({ force: true })
      await page.getByText(t('pointsEach', { each: 3 }), { exact: true }).waitFor()
    },
    touched: points({ tea: 3 }),
    keys: async (page, t) => {
      await press(page, t('pointMore', { option: 'water' }), 2)
      await page.getByText(t('pointsGone')).waitFor()
    },
    keyed: points({ tea: 3, water: 1 }),
  },
  number: {
    method: { type: 'number', min: 0, max: 100_000, decimals: 1, unit: '%' },
    touch: async (page, t) => {
      await page.getByRole('textbox').tap()
      await page.keyboard.type('99,999')
      await page
        .getByText(t('numberRange', { least: '0%', most: '10,000%' }))
        .nth(1)
        .waitFor()
      await page.getByRole('textbox').fill('1,234.5')
      await page.getByText(t('numberRead', { number: '1,234.5%' })).waitFor()
    },
    touched: { number: 12_345 },
    keys: async (page) => {
      await tabTo(page, page.getByRole('textbox'))
      await page.keyboard.press('ControlOrMeta+A')
      await page.keyboard.type('7')
    },
    keyed: { number: 70 },
  },
  cloud: {
    method: { type: 'text', show: 'cloud', most: 3, letters: 8 },
    touch: async (page, t) => {
      await page.getByRole('textbox').first().tap()
      await page.keyboard.type('12345  6789')
      await page.getByText(t('textOver', { over: 2 })).waitFor()
      await page.getByRole('textbox').first().fill(' 1  2 ')
    },
    touched: { texts: ['1 2'] },
    keys: async (page) => {
      await tabTo(page, page.getByRole('textbox').first())
      await page.keyboard.press('Enter')
      await page.keyboard.type('77')
      await page.keyboard.press('Enter')
      await page.keyboard.type('1 2')
    },
    keyed: { texts: ['1 2', '77'] },
  },
  list: {
    method: { type: 'text', show: 'list', most: 1, letters: 100 },
    touch: (page) => page.getByRole('textbox').fill('3 + 4'),
    touched: { texts: ['3 + 4'] },
    keys: async (page) => {
      await tabTo(page, page.getByRole('textbox'))
      await page.keyboard.press('End')
      await page.keyboard.press('Enter')
      await page.keyboard.type(' = 7')
    },
    keyed: { texts: ['3 + 4 = 7'] },
  },
  grouped: {
    method: { type: 'approval', min: 1, max: 3, quotas: [{ group: '1', min: 0, max: 1 }] },
    touch: async (page, t) => {
      for (const name of ['coffee', 'tea', 'water'])
        await page.getByRole('checkbox', { name }).tap()
      await page
        .getByText(say(WORDS.ko.counted) && t('chosen', { count: 3 }))
        .last()
        .waitFor()
      expect(await page.getByRole('button', { name: t('send') }).isDisabled()).toBe(true)
      await page.getByRole('checkbox', { name: 'tea' }).tap()
    },
    touched: ['coffee', 'water'].map(option),
    keys: async (page) => {
      await tabTo(page, page.getByRole('checkbox', { name: 'coffee' }))
      await page.keyboard.press('Space')
    },
    keyed: [option('water')],
  },
  budget: {
    method: {
      ...{ type: 'budget', purse: 1000, currency: '%', min: 1, max: 3, fits: true },
      rule: { type: 'greedy', threshold: 0, misfit: 'skip' },
    },
    touch: async (page, t) => {
      for (const name of ['coffee', 'tea', 'water'])
        await page.getByRole('checkbox', { name }).tap()
      await page.getByText(t('purseOver', { money: '200%' })).waitFor()
      expect(await page.getByRole('button', { name: t('send') }).isDisabled()).toBe(true)
      await page.getByRole('checkbox', { name: 'tea' }).tap()
      await page.getByText(t('purseLeft', { money: '200%' })).waitFor()
    },
    touched: ['coffee', 'water'].map(option),
    keys: async (page) => {
      await tabTo(page, page.getByRole('checkbox', { name: 'tea' }))
      await page.keyboard.press('Shift+Tab')
      await page.keyboard.press('Space')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Space')
    },
    keyed: ['tea', 'water'].map(option),
  },
}

/** What this phone holds as cast. */
const heldBy = async (page: Page): Promise<Marks | null> => {
  const marks = await page.evaluate(() => {
    const key = Object.keys(localStorage).find((each) => each.startsWith('mv.ballot.'))
    const held = JSON.parse(localStorage.getItem(key ?? '') ?? 'null') as {
      message: { answers: [{ marks: Marks }] }
    } | null
    return held && held.message.answers[0].marks
  })
  return marks && ordered(marks)
}

/** Options that every language reads; some are of a group, and each costs something. */
const OPTIONS = aQuestion().options.map((each, at) => ({
  ...{ ...each, cost: 400 },
  ...(at < 2 && { group: '1' }),
}))

function written(method: Method): Written {
  const has = { text: false, number: false }[method.type as 'text' | 'number'] ?? true
  const options = OPTIONS.map(({ group, cost, ...each }) => ({
    ...each,
    ...(method.type === 'approval' && group !== undefined && { group }),
    ...(method.type === 'budget' && { cost }),
  }))
  return { title: '2027?', method, options: has ? options : [], bars: 'reveal' }
}

async function expectSound(page: Page, language: Language): Promise<void> {
  expect(await barriersOf(page)).toEqual([])
  const foreign = await foreignWords(page, language)
  expect(foreign.filter((word) => !/^(coffee|tea|water)$/.test(word))).toEqual([])
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth - screen.width)
  expect(await wide()).toBeLessThanOrEqual(0)
}

it.skipIf(hasNoBrowser).each(LANGUAGES)(
  '[MK6] [MK7] every form is filled in by touch and by keys, cast and changed (%s)',
  async (language) => {
    const t = sayIn(language)
    const { server, desk } = await aMeeting()
    await desk.openDoors()
    const browser = await aBrowser()
    const page = await aPhone(browser, language, {
      viewport: { width: 320, height: 568 },
      colorScheme: language === 'ko' ? 'light' : 'dark',
    })
    await page.goto(`${server.url}/j/${desk.code}`)
    await heading(page, t('inTitle')).waitFor()
    for (const [name, { method, touch, touched, keys, keyed }] of Object.entries(FORMS)) {
      const questionId = await desk.write(written(method))
      await desk.open(questionId)
      await page.locator('#state').waitFor()
      await page.locator('#ballot :is(input, textarea, button)').first().waitFor()
      await expectSound(page, language)

      await touch(page, t)
      await expectSound(page, language)
      const said = await page.locator('#state').innerText()
      await page.reload()
      const send = page.getByRole('button', { name: t('send'), exact: true })
      await send.waitFor()
      if (name !== 'points') await soon(() => page.locator('#state').innerText()).toBe(said)
      await send.tap()
      await heading(page, t('counted')).waitFor()
      expect(await heldBy(page), name).toEqual(touched)

      // A press that follows a tap at once is meant for what was there before.
      await page.waitForTimeout(1000)
      await press(page, t('change'))
      const again = page.getByRole('button', { name: t('sendChange'), exact: true })
      await again.waitFor()
      await keys(page, t)
      await expectSound(page, language)
      await tabTo(page, again)
      await page.keyboard.press('Enter')
      await heading(page, t('counted')).waitFor()
      await desk.close(questionId)
      const { ballots, result } = await desk.reveal(questionId)
      expect(result.tally, name).toMatchObject({ state: 'counted', ballots: 1 })
      if (method.type !== 'text')
        expect(
          ballots?.map(({ marks }) => marks),
          name,
        ).toEqual([keyed])
      expect(await heldBy(page), name).toEqual(keyed)
      await soon(() => page.getByText(t('countedClosed')).count()).toBe(1)
      await expectSound(page, language)
      await desk.run('meeting:next', {})
      await page.evaluate(() => localStorage.clear())
    }
  },
  180_000,
)

it.skipIf(hasNoBrowser)(
  '[MK8] a helper’s device takes such a ballot, and a waiting one is said in words',
  async () => {
    const t = sayIn('ko')
    const { server, desk } = await aMeeting()
    await desk.openDoors()
    const questionId = await desk.write(written({ ...RANKED, equal: false }))
    await desk.open(questionId)
    const browser = await aBrowser()

    await desk.run('helper:link', {})
    const made = await desk.run('door:make', { count: 1 })
    await desk.watch()
    const tablet = await aPhone(browser, 'ko', { viewport: { width: 820, height: 1180 } })
    await tablet.goto(desk.picture.helperLink ?? '')
    const code = made.ok ? made.value.codes[0]!.code : ''
    await tablet.getByRole('textbox', { name: helperKo.helperCode }).fill(code)
    await tablet.getByRole('button', { name: helperKo.helperGo }).click()
    for (const name of ['tea', 'water'])
      await tablet.getByRole('button', { name, exact: true }).click()
    expect(await barriersOf(tablet)).toEqual([])
    await tablet.getByRole('button', { name: t('send') }).click()
    await heading(tablet, t('counted')).waitFor()

    const phone = await aPhone(browser)
    await phone.goto(`${server.url}/j/${desk.code}`)
    for (const name of ['water', 'coffee'])
      await phone.getByRole('button', { name, exact: true }).tap()
    await server.kill()
    await phone.getByText(t('reconnectingMore')).waitFor()
    await phone.getByRole('button', { name: t('send') }).tap()
    await heading(phone, t('unsentTitle')).waitFor()
    await phone.getByText(t('lineRank', { place: 2, options: 'coffee' })).waitFor()
    await server.restart()
    await heading(phone, t('counted')).waitFor()

    await desk.close(questionId)
    const { ballots } = await desk.reveal(questionId)
    const cast = (ballots ?? []).map(({ marks }) => JSON.stringify(marks)).sort()
    const expected = [ranks(['tea'], ['water']), ranks(['water'], ['coffee'])]
    expect(cast).toEqual(expected.map((marks) => JSON.stringify(marks)))
  },
  60_000,
)
