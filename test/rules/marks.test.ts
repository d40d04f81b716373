import { describe, expect, it } from 'vitest'
import { envelopeSize } from '../../server/domain/envelope.ts'
import { makeBallot, padded } from '../../shared/client/outbox.ts'
import type { Seat } from '../../shared/ids.ts'
import { leaf } from '../../shared/leaf.ts'
import { checkMarks, fullest } from '../../shared/checks.ts'
import { ordered, type Marks } from '../../shared/marks.ts'
import type { Method } from '../../shared/method.ts'
import type { Result } from '../../shared/result.ts'
import { checkQuestion, MAX_OPTIONS, type Option } from '../../shared/vote.ts'
import { castSchema } from '../../shared/wire/cast.ts'
import { CAST_SIZE } from '../../shared/wire/version.ts'
import { aBallot, aQuestion, marks, option } from '../support/builders.ts'

const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code)
const asked = (method: Method, options?: readonly Option[]) =>
  aQuestion({ method, ...(options && { options }) })
const judged = (method: Method, marked: Marks, options?: readonly Option[]) =>
  checkMarks(asked(method, options), marked)
const ranks = (...places: string[][]) => ({ ranks: places.map((place) => marks(...place)) })
const points = (given: Record<string, number>) => ({ points: given })

const RANKED: Method = { type: 'ranked', min: 2, max: 3, equal: false, count: 'runoff', seats: 1 }
const SCORE: Method = { type: 'score', min: -2, max: 2, unrated: 0 }
const POINTS: Method = { type: 'points', each: 5, min: 4, max: 7 }
const NUMBER: Method = { type: 'number', min: -10, max: 10, decimals: 0, unit: '' }
const TEXT: Method = { type: 'text', show: 'cloud', most: 2, letters: 5 }

describe('marks of every form', () => {
  it('[BA5] ranks each option once, in as many places as are asked', () => {
    expect(code(judged(RANKED, ranks(['tea'], ['water'])))).toBe('ok')
    expect(judged(RANKED, ranks(['tea']))).toMatchObject({
      refusal: { code: 'ballot/too-few', detail: { missing: 1 } },
    })
    expect(code(judged({ ...RANKED, max: 2 }, ranks(['tea'], ['water'], ['coffee'])))).toBe(
      'ballot/too-many',
    )
    expect(code(judged(RANKED, ranks(['tea'], ['tea'])))).toBe('ballot/wrong-shape')
    expect(code(judged(RANKED, ranks(['tea'], [], ['water'])))).toBe('ballot/wrong-shape')
    expect(code(judged(RANKED, ranks(['tea'], ['milk'])))).toBe('ballot/unknown-option')
    expect(code(judged(RANKED, ranks(['tea', 'water'])))).toBe('ballot/wrong-shape')
    expect(code(judged({ ...RANKED, equal: true }, ranks(['tea', 'water'])))).toBe('ok')
  })

  it('[BA6] keeps scores on their scale and points within their limits', () => {
    expect(code(judged(SCORE, points({ tea: -2, water: 2 })))).toBe('ok')
    expect(code(judged(SCORE, points({ tea: 3 })))).toBe('ballot/off-scale')
    expect(code(judged(SCORE, points({ tea: 0.5 })))).toBe('ballot/off-scale')
    expect(judged({ ...SCORE, unrated: null }, points({ tea: 1 }))).toMatchObject({
      refusal: { code: 'ballot/too-few', detail: { missing: 2 } },
    })
    expect(code(judged(POINTS, points({ tea: 5, water: 2 })))).toBe('ok')
    expect(judged(POINTS, points({ tea: 3 }))).toMatchObject({
      refusal: { code: 'ballot/too-few-points', detail: { missing: 1 } },
    })
    expect(judged(POINTS, points({ tea: 5, water: 4 }))).toMatchObject({
      refusal: { code: 'ballot/too-many-points', detail: { over: 2 } },
    })
    expect(code(judged(POINTS, points({ tea: 6 })))).toBe('ballot/off-scale')
    expect(code(judged(POINTS, points({ tea: 5, water: 0 })))).toBe('ballot/off-scale')
  })

  it('[BA7] keeps the limits of each group, as Seoul asked for in 2015 and 2020', () => {
    const fields = Array.from({ length: 8 }, (_, field) =>
      ['a', 'b'].map((letter) => ({
        id: option(`${letter}${field}`),
        text: `${letter}${field}`,
        group: `field ${field}`,
      })),
    ).flat()
    const quotas = Array.from({ length: 8 }, (_, field) => ({
      ...{ group: `field ${field}`, min: 0, max: 1 },
    }))
    const five: Method = { type: 'approval', min: 5, max: 5, quotas }
    expect(code(judged(five, marks('a0', 'b1', 'a2', 'a3', 'b7'), fields))).toBe('ok')
    expect(judged(five, marks('a0', 'b0', 'a2', 'a3', 'b7'), fields)).toMatchObject({
      refusal: { code: 'ballot/too-many-of', detail: { group: 'field 0', over: 1 } },
    })
    const least = [{ group: 'field 3', min: 2, max: 2 }]
    expect(
      judged({ type: 'approval', min: 1, max: 5, quotas: least }, marks('a3'), fields),
    ).toMatchObject({
      refusal: { code: 'ballot/too-few-of', detail: { group: 'field 3', missing: 1 } },
    })
  })

  it('[BA10] keeps what a ballot marks under the purse, where the question says so', () => {
    const projects = aQuestion().options.map((each, at) => ({
      ...each,
      cost: [300, 500, 700][at]!,
    }))
    const budget: Method = {
      ...{ type: 'budget', purse: 1000, currency: '만원', min: 1, max: 3, fits: true },
      rule: { type: 'greedy', threshold: 0, misfit: 'skip' },
    }
    expect(code(judged(budget, marks('coffee', 'water'), projects))).toBe('ok')
    expect(judged(budget, marks('tea', 'water'), projects)).toMatchObject({
      refusal: { code: 'ballot/over-purse', detail: { over: 200 } },
    })
    expect(code(judged({ ...budget, fits: false }, marks('tea', 'water'), projects))).toBe('ok')
    const raised = (step: number | null): Method => ({
      ...budget,
      purse: 100_000_000,
      rule: { type: 'equal-shares', completion: 'add1', step },
    })
    for (const [method, options, expected] of [
      [raised(null), projects, 'ok'],
      [raised(20_000), projects, 'ok'],
      [raised(19_999), projects, 'question/step-too-small'],
      [budget, projects, 'ok'],
      [{ ...budget, purse: 0 }, projects, 'question/no-purse'],
      [{ ...budget, purse: 299 }, projects, 'question/purse-too-small'],
      [budget, aQuestion().options, 'question/no-cost'],
    ] as const)
      expect(code(checkQuestion(asked(method, options)))).toBe(expected)
  })

  it('[BA8] takes numbers within their limits, and texts that people can type', () => {
    for (const [number, expected] of [
      [10, 'ok'],
      [-11, 'ballot/off-scale'],
      [1.5, 'ballot/off-scale'],
    ] as const)
      expect(code(judged(NUMBER, { number }, []))).toBe(expected)
    for (const [texts, expected] of [
      [['산책'], 'ok'],
      [['산책', '바람'], 'ok'],
      [['😀😀😀😀😀'], 'ok'],
      [[], 'ballot/too-few'],
      [['가', '나', '다'], 'ballot/too-many'],
      [['가나다라마바'], 'ballot/text-too-long'],
      [['산책', '산책'], 'ballot/wrong-shape'],
      [[''], 'ballot/wrong-shape'],
      [[' 산책'], 'ballot/wrong-shape'],
      [['a\u0000'], 'ballot/wrong-shape'],
      [['\ud800'], 'ballot/wrong-shape'],
      [['산책'.normalize('NFD')], 'ballot/wrong-shape'],
    ] as const)
      expect([texts, code(judged(TEXT, { texts }, []))]).toEqual([texts, expected])
  })

  const forms: [Method, Marks][] = [
    [{ type: 'single' }, marks('tea')],
    [RANKED, ranks(['tea'], ['water'])],
    [SCORE, points({ tea: 1 })],
    [POINTS, points({ tea: 4 })],
    [NUMBER, { number: 3 }],
    [TEXT, { texts: ['산책'] }],
  ]
  it('[BA9] takes no form but its own', () => {
    for (const [own, [method]] of forms.entries())
      for (const [other, [, marked]] of forms.entries()) {
        const isOwn = own === other
        // Both are points by option, and four of one is on neither the other's scale nor its sum.
        expect(`${method.type} ${own} ${other} ${judged(method, marked).ok}`).toBe(
          `${method.type} ${own} ${other} ${isOwn}`,
        )
      }
  })

  it('[BA9] has room for the largest in its envelope and its message', () => {
    const options = Array.from({ length: MAX_OPTIONS }, (_, at) => ({
      id: option(`o${at}`),
      text: `${at}`,
    }))
    const largest: Method[] = [
      { type: 'approval', min: 1, max: 40 },
      { type: 'ranked', min: 1, max: 40, equal: true, count: 'runoff', seats: 1 },
      { type: 'score', min: -100, max: 100, unrated: null },
      { type: 'points', each: 100, min: 1, max: 100 },
      { type: 'number', min: -1_000_000_000, max: 1_000_000_000, decimals: 0, unit: '' },
      { type: 'text', show: 'list', most: 1, letters: 300 },
    ]
    for (const method of largest) {
      const question = asked(method, options)
      const marked = fullest(question)
      const { message } = makeBallot({
        ...{ questionId: question.id, seat: 1 as Seat, basedOn: 0, marks: marked },
      })
      const text = JSON.stringify(padded(message))
      expect([method.type, Buffer.byteLength(text)]).toEqual([method.type, CAST_SIZE])
      expect(castSchema.safeParse(JSON.parse(text)).success).toBe(true)
      expect(envelopeSize([question])).toBeGreaterThan(JSON.stringify(marked).length)
    }
  })

  it('[BA9] hashes one ballot in one way, however it was written', () => {
    const { nonce } = aBallot().answers[0]!
    const of = (marked: Marks) => leaf(aQuestion().id, marked, nonce)
    expect(of(points({ b: 1, a: 2 }))).toBe(of(points({ a: 2, b: 1 })))
    // Nor does what is published tell in which order somebody gave them.
    expect(JSON.stringify(ordered(points({ b: 1, a: 2 })))).toBe('{"points":{"a":2,"b":1}}')
    expect(of(ranks(['b', 'a'], ['c']))).toBe(of(ranks(['a', 'b'], ['c'])))
    expect(of(ranks(['b'], ['a']))).not.toBe(of(ranks(['a'], ['b'])))
    expect(of({ texts: ['b', 'a'] })).toBe(of({ texts: ['a', 'b'] }))
    expect(ordered({ number: 3 })).toEqual({ number: 3 })
  })
})

describe('a method that cannot work', () => {
  it('[QU3] is refused before anybody votes by it', () => {
    const grouped = aQuestion().options.map((each) => ({ ...each, group: 'drinks' }))
    const quota = (min: number, max: number, group = 'drinks') => [{ group, min, max }]
    for (const [method, expected] of [
      [{ type: 'single', seats: 3 }, 'question/too-many-seats'],
      [{ type: 'single', seats: 2 }, 'ok'],
      [{ ...RANKED, seats: 3 }, 'question/too-many-seats'],
      [{ ...RANKED, max: 4 }, 'question/bad-limits'],
      [{ ...SCORE, max: -2 }, 'question/bad-scale'],
      [{ ...SCORE, unrated: 3 }, 'question/bad-scale'],
      [{ ...RANKED, equal: true }, 'question/equal-ranks'],
      [{ ...RANKED, equal: true, count: 'borda' }, 'ok'],
      [{ ...NUMBER, max: -10 }, 'question/bad-scale'],
      [{ ...POINTS, min: 8 }, 'question/bad-points'],
      [{ ...POINTS, each: 1 }, 'question/bad-points'],
      [{ type: 'approval', min: 1, max: 3, quotas: quota(0, 1) }, 'ok'],
      [{ type: 'approval', min: 1, max: 3, quotas: quota(0, 1, 'food') }, 'ok'],
      [{ type: 'approval', min: 1, max: 3, quotas: quota(1, 1, 'food') }, 'question/bad-quota'],
      [{ type: 'approval', min: 1, max: 3, quotas: quota(2, 1) }, 'question/bad-quota'],
      [{ type: 'approval', min: 1, max: 2, quotas: quota(3, 3) }, 'question/quotas-over'],
      [{ type: 'approval', min: 2, max: 3, quotas: quota(0, 1) }, 'question/quotas-under'],
      [{ type: 'text', show: 'list', most: 3, letters: 100 }, 'ok'],
      [{ type: 'text', show: 'list', most: 3, letters: 101 }, 'question/too-many-letters'],
    ] as const)
      expect([method, code(checkQuestion(asked(method, grouped)))]).toEqual([method, expected])
  })
})
