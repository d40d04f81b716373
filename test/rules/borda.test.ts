import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countBorda, type Borda } from '../../shared/tally/ranked/borda.ts'
import { fraction, plus, written, ZERO } from '../../shared/tally/fraction.ts'
import { say, type Sentence } from '../../shared/words/index.ts'
import { borda as en } from '../../shared/words/counts/borda-en.ts'
import { borda as ko } from '../../shared/words/counts/borda-ko.ts'
import { pointsIn } from '../../shared/words/counts/parts.ts'
import { rankedTwice } from '../support/rankings.ts'
import { ids, spoken } from '../support/spoken.ts'

const count = (options: string, text: string, lot?: string) =>
  countBorda(ids(options), spoken(text), {
    ...{ seats: 1, lot: lot === undefined ? null : ids(lot) },
  })
const whole = ({ points, parts }: Borda) =>
  Object.fromEntries(Object.entries(points).map(([id, own]) => [id, own / parts]))

describe('points by place', () => {
  it('[BO4] an option gets a point for each one below it', () => {
    const result = count('a b c', '3: a > b > c\n2: b > c > a')
    expect(whole(result)).toEqual({ a: 6, b: 7, c: 2 })
    expect(result).toMatchObject({ state: 'decided', winners: ids('b'), valid: 5, ties: [] })
  })

  it('[BO4] equals and the unranked share the average of their places, in whole parts of a point', () => {
    expect(whole(count('a b c d', '1: a'))).toEqual({ a: 3, b: 1, c: 1, d: 1 })
    expect(count('a b c d', '1: a=b > c')).toMatchObject({
      ...{ parts: 2, points: { a: 5, b: 5, c: 2, d: 0 } },
    })
    expect(whole(count('a b c', '1: - > a > a=x > b\n7: x\n2: '))).toEqual({ a: 2, b: 1, c: 0 })
  })

  it('[BO2] equal points are a tie that only the lot settles', () => {
    const text = '1: a > b > c\n1: b > a > c'
    const options = ids('a b')
    const tied = count('a b c', text)
    expect(tied).toMatchObject({ state: 'tied', winners: [], reasons: { a: { code: 'tied' } } })
    expect(tied.ties).toEqual([{ stage: 1, options, resolvedBy: 'tied' }])
    const drawn = count('a b c', text, 'b a c')
    expect(drawn).toMatchObject({ state: 'decided', winners: ids('b') })
    expect(drawn.reasons).toMatchObject({ a: { code: 'lot-lost' }, b: { code: 'lot-won' } })
    expect(count('a b', '')).toMatchObject({ state: 'none', reasons: { a: { code: 'none' } } })
  })

  it('[CO1] says for how many points each one won or lost, in both languages', () => {
    const { reasons } = count('a b c d', '1: a=b > c\n1: a')
    const said = (words: Record<string, Sentence>) =>
      Object.entries(reasons).map(([name, { code, ...rest }]) =>
        say(words[`reason-${code}`]!, { name, ...rest }),
      )
    expect(said(ko).slice(0, 2)).toEqual([
      'a: 5.5점으로 당선됐습니다',
      'b: 3.5점으로, 마지막 자리의 5.5점에 못 미쳐 당선되지 못했습니다',
    ])
    expect(said(en)[3]).toBe('d: not elected; 1 point, and the last seat went for 5.5')
    const points = pointsIn('en')
    expect([points(8, 2), points(9, 2), points(20, 6), points(12_345, 1)]).toEqual([
      ...['4', '4.5', '3 1/3', '12,345'],
    ])
  })

  it('[BO8] [CO2] order of options and papers changes nothing, nor whether papers are merged', () => {
    fc.assert(
      fc.property(rankedTwice({ equal: true }), (election) => {
        const { options, piles, lot, shuffled } = election
        const rule = { seats: 2, lot }
        const result = countBorda(options, piles, rule)
        expect(countBorda(shuffled.options, shuffled.piles, rule)).toEqual(result)
        // Every paper gives all the points there are.
        const all = Object.values(result.points)
          .map((own) => fraction(own, result.parts))
          .reduce(plus, ZERO)
        const each = (options.length * (options.length - 1)) / 2
        expect(written(all)).toBe(String(result.valid * each))
        expect(2 % result.parts).toBe(0)
      }),
      { numRuns: 500 },
    )
  })
})
