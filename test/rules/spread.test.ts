import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Method } from '../../shared/method.ts'
import { isTied, isUnanimous, type Counted } from '../../shared/tally/counted.ts'
import { checkHand } from '../../shared/tally/hand.ts'
import { tally, type Beside } from '../../shared/tally/index.ts'
import { commitmentTo, drawLot, lotOf } from '../../shared/tally/lot.ts'
import { numbersOf } from '../../shared/tally/spread.ts'
import { aQuestion, casts, hex, marks } from '../support/builders.ts'

const points = (given: Record<string, number>) => ({ points: given })

const SCORE: Method = { type: 'score', min: 1, max: 5, unrated: null }

function counted(method: Method, ballots: Parameters<typeof tally>[1], beside: Beside = {}) {
  const options = method.type === 'number' ? [] : aQuestion().options
  const result = tally(aQuestion({ method, options }), ballots, beside)
  expect(result.state).toBe('counted')
  return result as Counted
}

describe('points and scores', () => {
  const all = casts([
    points({ coffee: 5, tea: 3, water: 1 }),
    points({ coffee: 1, tea: 3, water: 1 }),
  ])
  it('[TA5] sums each option, and shows how often each level was given', () => {
    expect(counted(SCORE, all)).toEqual({
      ...{ state: 'counted', ballots: 2 },
      counts: [
        { id: 'coffee', count: 2, points: 6 },
        { id: 'tea', count: 2, points: 6 },
        { id: 'water', count: 2, points: 2 },
      ],
      leading: ['coffee', 'tea'],
      detail: {
        type: 'score',
        levels: [
          { id: 'coffee', counts: [1, 0, 0, 0, 1] },
          { id: 'tea', counts: [0, 0, 2, 0, 0] },
          { id: 'water', counts: [2, 0, 0, 0, 0] },
        ],
      },
    })
  })

  it('[TA5] counts what is left out as the rule says, and times the weight of a ballot', () => {
    const part = [
      { marks: { points: { tea: 4 } }, weight: 10 },
      { marks: { points: { coffee: 2 } }, weight: 1 },
    ]
    const electorate = { entitled: 2, present: 2, weights: { entitled: 11, present: 11 } }
    const { counts, leading } = counted({ ...SCORE, unrated: 1 }, part, { electorate })
    expect(counts.map(({ points }) => points)).toEqual([10 + 2, 40 + 1, 11])
    expect(leading).toEqual(['tea'])
  })

  it('[TA5] does not call everybody of one mind because everybody rated everything', () => {
    expect(isUnanimous(counted(SCORE, all))).toBe(false)
    expect(isUnanimous(counted(SCORE, all.slice(0, 1)))).toBe(true)
  })
})

describe('seats and lots', () => {
  const ballots = casts([marks('coffee'), marks('tea'), marks('coffee'), marks('tea')])
  const elect = (seats: number): Method => ({ type: 'single', seats })

  it('[TA6] elects those with the most votes, and nobody without any', () => {
    expect(counted(elect(2), ballots)).toMatchObject({
      leading: ['tea', 'coffee'],
      outcome: { state: 'decided', winners: ['tea', 'coffee'], ties: [] },
    })
    const one = counted(elect(1), ballots)
    expect(one).toMatchObject({ leading: [], outcome: { state: 'tied' } })
    expect(isTied(one)).toBe(true)
    expect(counted(elect(2), casts([marks('tea')]))).toMatchObject({ leading: ['tea'] })
    expect(counted(elect(2), [])).toMatchObject({ outcome: { state: 'none', winners: [] } })
  })

  it('[TA7] breaks the tie by the lot, and tells that it did', () => {
    const seed = hex(7, 32)
    const lot = lotOf(aQuestion(), seed)
    expect(lot).toEqual(drawLot(seed, marks('water', 'tea', 'coffee')))
    const first = lot!.find((id) => id !== 'water')
    expect(counted(elect(1), ballots, { lot })).toMatchObject({
      leading: [first],
      outcome: { state: 'decided', ties: [{ resolvedBy: 'lot' }] },
    })
    expect(lotOf(aQuestion(), null)).toBeNull()
    expect(commitmentTo(seed)).toMatch(/^[0-9a-f]{64}$/)
    expect(commitmentTo(hex(8, 32))).not.toBe(commitmentTo(seed))
  })

  it('[TA9] adds no hands to a ranking or a score', () => {
    const question = aQuestion({ method: SCORE })
    const counts = question.options.map(({ id }) => ({ id, count: 1 }))
    expect(checkHand(question, { people: 3, counts })).toMatchObject({
      refusal: { code: 'hand/method' },
    })
  })
})

describe('numbers', () => {
  const NUMBER: Method = { type: 'number', min: -1000, max: 1000, decimals: 0, unit: '' }

  it('[TA8] leaves none out of at most twenty bars', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 })), (numbers) => {
        const found = numbersOf(casts(numbers.map((number) => ({ number }))))
        const { n, sum, bins, median } = found
        expect([n, sum]).toEqual([numbers.length, numbers.reduce((all, each) => all + each, 0)])
        expect(bins.length).toBeLessThanOrEqual(20)
        expect(bins.reduce((all, { count }) => all + count, 0)).toBe(numbers.length)
        for (const { from, to, count } of bins)
          expect(count).toBe(numbers.filter((each) => each >= from && each <= to).length)
        const sorted = [...numbers].sort((a, b) => a - b)
        if (median)
          expect(median[0] + median[1]).toBe(
            sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!,
          )
        else expect(numbers).toEqual([])
      }),
    )
  })

  it('[TA8] counts everybody once, whatever they hold', () => {
    const ballots = [
      { marks: { number: 3 }, weight: 100 },
      { marks: { number: 9 }, weight: 1 },
      { marks: { number: 4000 }, weight: 1 },
    ]
    expect(counted(NUMBER, ballots)).toMatchObject({
      ...{ ballots: 2, leading: [], counts: [] },
      detail: { n: 2, sum: 12, median: [3, 9] },
    })
  })
})
