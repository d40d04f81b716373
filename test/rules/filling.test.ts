import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choose } from '../../scripts/crowd/choose.ts'
import { namesCsv } from '../../server/http/minutes-names.ts'
import type { OptionId } from '../../shared/ids.ts'
import { checkMarks } from '../../shared/checks.ts'
import type { Marks } from '../../shared/marks.ts'
import type { Method } from '../../shared/method.ts'
import { ballotLines } from '../../shared/ui/marks.ts'
import { amountText, readNumber } from '../../shared/ui/numbers.ts'
import type { Question } from '../../shared/vote.ts'
import { say, type Detailed, type Language } from '../../shared/words/index.ts'
import { ballotWords as en } from '../../shared/words/shared/marks-en.ts'
import { ballotWords as ko } from '../../shared/words/shared/marks-ko.ts'
import type { Minutes } from '../../shared/wire/minutes.ts'
import { groupsOf } from '../../voter/src/marks/groups.ts'
import { joined, moved, placeOf, tapped } from '../../voter/src/marks/ranks.ts'
import { aQuestion, marks, option } from '../support/builders.ts'

const WHOLE = { decimals: 0, unit: '' }
const MONEY = { decimals: 2, unit: '원' }

describe('a number as people type it', () => {
  it.each([
    ['1234', WHOLE, 1234],
    ['1,234', WHOLE, 1234],
    ['1 234', WHOLE, 1234],
    ['1,234,567', WHOLE, 1_234_567],
    ['1.234.567', WHOLE, 1_234_567],
    ['-5', WHOLE, -5],
    ['−5', WHOLE, -5],
    ['007', WHOLE, 7],
    ['３０', WHOLE, 30],
    ['12.00', WHOLE, 12],
    ['30명', { decimals: 0, unit: '명' }, 30],
    ['12.5', MONEY, 1250],
    ['12,5', MONEY, 1250],
    ['.5', MONEY, 50],
    ['1,234.5', MONEY, 123_450],
    ['1.234,5', MONEY, 123_450],
    ['12,34', MONEY, 1234],
    ['1,234원', MONEY, 123_400],
    ['12.', MONEY, 1200],
    ['-0', MONEY, 0],
  ])('[MK1] reads %j', (typed, how, value) => {
    expect(readNumber(typed, how)).toEqual({ value })
  })

  it('[MK1] takes nothing for a number that is none, and rounds nothing', () => {
    for (const typed of ['abc', '1,23,4', '1.2.3', '--1', '1e3', '3만', '1,2345.6', ',', '-'])
      expect(readNumber(typed, MONEY), typed).toEqual({ fault: 'odd' })
    expect(readNumber('12.345', MONEY)).toEqual({ fault: 'fine' })
    expect(readNumber('0.5', WHOLE)).toEqual({ fault: 'fine' })
    expect(readNumber('  ', WHOLE)).toBeNull()
  })

  it('[MK1] reads back whatever it wrote, in both languages', () => {
    const anywhere = fc.record({
      language: fc.constantFrom<Language>('ko', 'en'),
      value: fc.integer({ min: -1e9, max: 1e9 }),
      decimals: fc.integer({ min: 0, max: 4 }),
      unit: fc.constantFrom('', '원', '%', 'kg', 'm²'),
    })
    fc.assert(
      fc.property(anywhere, ({ language, value, ...how }) => {
        expect(readNumber(amountText(language, value, how), how)).toEqual({ value })
      }),
    )
    expect(amountText('en', 123_450, { decimals: 2, unit: 'kg' })).toBe('1,234.5 kg')
    expect(amountText('ko', 30, { decimals: 0, unit: '명' })).toBe('30명')
  })
})

describe('a ranking that is filled in', () => {
  const [a, b, c] = marks('a', 'b', 'c') as [OptionId, OptionId, OptionId]

  it('[MK2] grows by taps, and a second tap takes out', () => {
    const both = tapped(tapped([], a), b)
    expect(both).toEqual([[a], [b]])
    expect(tapped(both, a)).toEqual([[b]])
    expect(tapped([[a, b]], a)).toEqual([[b]])
    expect(placeOf(both, c)).toBeNull()
  })

  it('[MK2] steps past the next place, or out of a shared one', () => {
    expect(moved([[a], [b], [c]], c, 'up')).toEqual([[a], [c], [b]])
    expect(moved([[a, b], [c]], c, 'up')).toEqual([[c], [a, b]])
    expect(moved([[a, b], [c]], a, 'down')).toEqual([[b], [a], [c]])
    expect(moved([[a, b], [c]], b, 'up')).toEqual([[b], [a], [c]])
    const order = [[a], [b]]
    expect(moved(order, a, 'up')).toBe(order)
    expect(moved(order, b, 'down')).toBe(order)
  })

  it('[MK2] shares the place of the one above, and leaves it again', () => {
    expect(joined([[a], [b], [c]], b)).toEqual([[a, b], [c]])
    expect(joined([[a, b], [c]], c)).toEqual([[a, b, c]])
    expect(joined([[a, b, c]], b)).toEqual([[a], [b, c]])
    expect(joined([[a], [b]], a)).toEqual([[a], [b]])
  })

  it('[MK2] never loses, doubles or leaves an empty place, whatever is pressed', () => {
    const ids = marks('a', 'b', 'c', 'd')
    const presses = fc.array(
      fc.tuple(fc.constantFrom(...ids), fc.constantFrom('tap', 'up', 'down', 'join')),
    )
    const equal = aQuestion({
      options: ids.map((id) => ({ id, text: id })),
      method: { type: 'ranked', min: 1, max: 4, equal: true, count: 'schulze', seats: 1 },
    })
    fc.assert(
      fc.property(presses, (all) => {
        let ranks: readonly (readonly OptionId[])[] = []
        for (const [id, press] of all) {
          const before = ranks.flat().length
          const was = ranks.flat().includes(id)
          if (press === 'tap') ranks = tapped(ranks, id)
          else if (press === 'join') ranks = joined(ranks, id)
          else ranks = moved(ranks, id, press === 'up' ? 'up' : 'down')
          expect(ranks.flat().length).toBe(before + (press === 'tap' ? (was ? -1 : 1) : 0))
        }
        if (ranks.length > 0) expect(checkMarks(equal, { ranks })).toMatchObject({ ok: true })
      }),
    )
  })
})

const FORMS: [Method, Marks, ko: string[], en: string[]][] = [
  [{ type: 'single' }, marks('tea'), ['tea'], ['tea']],
  [
    { type: 'ranked', min: 1, max: 3, equal: true, count: 'schulze', seats: 1 },
    { ranks: [marks('tea'), marks('water', 'coffee')] },
    ['1순위 tea', '2순위 water, coffee'],
    ['1. tea', '2. water, coffee'],
  ],
  [
    { type: 'score', min: 0, max: 5, unrated: 0 },
    { points: { [option('tea')]: 5, [option('coffee')]: 0 } },
    ['coffee: 0점', 'tea: 5점'],
    ['coffee: 0', 'tea: 5'],
  ],
  [
    { type: 'number', min: 0, max: 100_000, decimals: 1, unit: 'kg' },
    { number: 12_345 },
    ['1,234.5 kg'],
    ['1,234.5 kg'],
  ],
  [
    { type: 'text', show: 'list', most: 2, letters: 20 },
    { texts: ['나무 그늘', 'Light'] },
    ['나무 그늘', 'Light'],
    ['나무 그늘', 'Light'],
  ],
]
const OWN = { yes: '', no: '', abstain: '', coffee: '', tea: '', testTitle: '' }

describe('one ballot in words', () => {
  it.each(FORMS)('[MK3] says what a ballot by $type holds', (method, marked, korean, english) => {
    const question = aQuestion({ method })
    expect(checkMarks(question, marked)).toMatchObject({ ok: true })
    const lines = (language: Language) =>
      ballotLines(
        {
          language,
          say: (key, detail: Detailed) => say({ ko, en }[language][key], detail),
          own: OWN,
        },
        question,
        marked,
      )
    expect(lines('ko')).toEqual(korean)
    expect(lines('en')).toEqual(english)
  })

  it('[MK3] stands in the minutes beside the name', () => {
    const [, [method, marked]] = FORMS as [unknown, (typeof FORMS)[number]]
    const question = { ...aQuestion({ method }), place: 1 } as Question
    const names = [{ name: '김하늘', marks: marked }]
    const taken = { questions: [{ place: 1, question, names }] } as unknown as Minutes
    expect(namesCsv(taken, 'ko')).toContain('김하늘,"1순위 tea; 2순위 water, coffee"')
  })
})

it('[MK4] options stand under their groups in the order of the paper, the others last', () => {
  const inGroup = (id: string, group?: string) => ({
    ...{ id: option(id), text: id },
    ...(group !== undefined && { group }),
  })
  const options = [inGroup('free'), inGroup('bus', 'roads'), inGroup('tree', 'parks')]
  const quotas = [{ group: 'parks', min: 0, max: 1 }]
  const groups = groupsOf({ type: 'approval', min: 1, max: 2, quotas }, [
    ...options,
    inGroup('lamp', 'roads'),
  ])
  expect(groups.map(({ group, most, held }) => [group, most, held.map(({ id }) => id)])).toEqual([
    ['roads', null, ['bus', 'lamp']],
    ['parks', 1, ['tree']],
    [null, null, ['free']],
  ])
})

const CROWD: Method[] = [
  { type: 'single' },
  { type: 'approval', min: 2, max: 3 },
  { type: 'approval', min: 2, max: 2, quotas: [{ group: 'hot', min: 1, max: 1 }] },
  {
    ...{ type: 'budget', purse: 10, currency: '원', min: 1, max: 3, fits: true },
    rule: { type: 'greedy', threshold: 0, misfit: 'skip' },
  },
  { type: 'ranked', min: 2, max: 3, equal: false, count: 'runoff', seats: 1 },
  { type: 'score', min: -2, max: 2, unrated: null },
  { type: 'score', min: 0, max: 10, unrated: 0 },
  { type: 'points', each: 3, min: 4, max: 7 },
  { type: 'number', min: -10, max: 10, decimals: 1, unit: '' },
  { type: 'text', show: 'cloud', most: 3, letters: 4 },
  { type: 'text', show: 'list', most: 1, letters: 40 },
]

it.each(CROWD)('[MK5] the simulated crowd casts valid ballots by %j', (method) => {
  const options = aQuestion().options.map((each, at) => ({
    ...{ ...each, cost: 4 },
    ...(at < 2 && { group: 'hot' }),
  }))
  const question = aQuestion({ method, options })
  for (let ballots = 0; ballots < 200; ballots += 1)
    expect(checkMarks(question, choose(question))).toMatchObject({ ok: true })
})
