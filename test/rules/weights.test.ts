import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRoster } from '../../shared/formats/roster.ts'
import { tally } from '../../shared/tally/index.ts'
import type { Cast } from '../../shared/tally/choice.ts'
import { decisionOptions, type DecisionRule } from '../../shared/vote.ts'
import { decimalsOf, fromUnits, isWeight, MOST_TOTAL, unitsOf } from '../../shared/weights.ts'
import { aQuestion, marks } from '../support/builders.ts'

/** Elections as they are spoken: `yes 3` is one person who holds three votes. */
const castBy = (...spoken: string[]): Cast[] =>
  spoken.map((each) => {
    const [mark = '', weight = '1'] = each.split(' ')
    return { marks: marks(mark), weight: Number(weight) }
  })

const decision = (rule: DecisionRule | null) =>
  aQuestion({
    method: { type: 'decision', abstain: true },
    options: decisionOptions(true),
    decision: rule,
  })
const simple: DecisionRule = { base: 'present', majority: 'simple', quorum: null }
const electorateOf = (entitled: number, present: number) => ({
  electorate: { entitled: 9, present: 9, weights: { entitled, present } },
})

describe('a weight', () => {
  it('[WG1] is a positive number of at most four decimals, counted in whole units', () => {
    for (const text of ['1', '84.97', ' 1,234.5 ', '0.0001', '120.00', '999999999999999'])
      expect(isWeight(text), text).toBe(true)
    for (const text of ['', '0', '0.00', '-1', '1.23456', '1e3', '12,34', '셋', '½', '1.', '.5'])
      expect(isWeight(text), text).toBe(false)
    expect(decimalsOf(['3', '84.970', '1.5'])).toBe(2)
    expect(['3', '84.97', '1,234.5'].map((text) => unitsOf(text, 2))).toEqual([300, 8497, 123450])
    expect(fromUnits(8497, { decimals: 2 })).toBe(84.97)
  })

  it('[WG1] is the column of a list whose heading says so; everybody has one, or nobody', () => {
    const text = '이름,번호,의결권\n김하늘,1,84.97\n이바다,2,3'
    expect(readRoster(text)).toEqual({
      faults: [],
      lines: [
        { name: '김하늘', key: '1', weight: '84.97' },
        { name: '이바다', key: '2', weight: '3' },
      ],
    })
    expect(readRoster('name,weight\na,1').lines).toEqual([{ name: 'a', key: '', weight: '1' }])
    expect(readRoster('name,key,weight\na,1,0\nb,2,\nc,3,5').faults).toEqual([
      { row: 2, column: 3, why: 'odd-weight' },
      { row: 3, column: 3, why: 'no-weight' },
    ])
    const heavy = ['name,key,weight', 'a,1,9e1', `b,2,${MOST_TOTAL}`, 'c,3,1', 'd,4,1'].join('\n')
    expect(readRoster(heavy).faults).toEqual([
      { row: 2, column: 3, why: 'odd-weight' },
      { row: 4, column: 3, why: 'heavy' },
    ])
    expect(readRoster('a,1,,2').faults).toEqual([{ row: 1, column: 4, why: 'more-cells' }])
  })
})

describe('a count by weight', () => {
  it('[WG2] has both totals, and what leads is by weight', () => {
    const counted = tally(
      decision(null),
      castBy('yes 1', 'yes 1', 'yes 1', 'no 4', 'abstain 9'),
      electorateOf(20, 16),
    )
    expect(counted).toMatchObject({
      ...{ state: 'counted', ballots: 5, weight: 16, leading: ['no'] },
      counts: [
        { id: 'yes', count: 3, weight: 3 },
        { id: 'no', count: 1, weight: 4 },
        { id: 'abstain', count: 1, weight: 9 },
      ],
    })
    const tie = tally(decision(null), castBy('yes 2', 'yes 2', 'no 4'), electorateOf(8, 8))
    expect(tie).toMatchObject({ leading: ['yes', 'no'] })
  })

  it.each<[string, DecisionRule, string[], { passed: boolean; needed: number; base: number }]>([
    ['half of those present', simple, ['yes 5', 'no 5'], { passed: false, needed: 6, base: 10 }],
    ['more than half', simple, ['yes 6', 'no 1'], { passed: true, needed: 6, base: 10 }],
    [
      'two thirds',
      { ...simple, base: 'yes-no', majority: 'two-thirds' },
      ['yes 4', 'no 2', 'abstain 90'],
      { passed: true, needed: 4, base: 6 },
    ],
    [
      'one less than three quarters',
      { ...simple, base: 'cast', majority: 'three-quarters' },
      ['yes 8', 'abstain 3'],
      { passed: false, needed: 9, base: 11 },
    ],
    [
      'all entitled',
      { ...simple, majority: 'absolute' },
      ['yes 10', 'no 1'],
      { passed: false, needed: 11, base: 20 },
    ],
  ])('[WG3] decides by weight at the exact vote: %s', (_, rule, spoken, verdict) => {
    expect(tally(decision(rule), castBy(...spoken), electorateOf(20, 10))).toMatchObject({
      verdict: { ...verdict, weighted: true },
    })
  })

  it('[WG3] takes the quorum of the votes that those entitled hold, not of their heads', () => {
    const quorum = { numerator: 1, denominator: 2, strict: true }
    const rule: DecisionRule = { base: 'yes-no', majority: 'simple', quorum }
    const verdictOf = (...spoken: string[]) => {
      const counted = tally(decision(rule), castBy(...spoken), electorateOf(20, 20))
      return counted.state === 'counted' ? counted.verdict : undefined
    }
    expect(verdictOf('yes 5', 'yes 5')).toMatchObject({
      ...{ passed: false, reason: 'no-quorum' },
      quorum: { cast: 10, entitled: 20, needed: 11 },
    })
    expect(verdictOf('yes 11')).toMatchObject({ passed: true })
  })

  it('[WG3] with one vote each is the count of heads', () => {
    const mark = fc.constantFrom('yes', 'no', 'abstain')
    fc.assert(
      fc.property(fc.array(mark), fc.integer({ min: 0, max: 50 }), (all, more) => {
        const electorate = { entitled: all.length + more, present: all.length }
        const heads = tally(decision(simple), castBy(...all), { electorate })
        const weighed = tally(decision(simple), castBy(...all), {
          electorate: { ...electorate, weights: electorate },
        })
        const { weighted: _, ...verdict } =
          (weighed.state === 'counted' && weighed.verdict) || ({} as never)
        expect(verdict).toEqual(heads.state === 'counted' && heads.verdict)
        expect(weighed).toMatchObject({ leading: heads.state === 'counted' ? heads.leading : [] })
      }),
      { seed: 20261123 },
    )
  })

  it('[WG4] in secret is withheld where few ballots share a weight', () => {
    const secret = { ...decision(null), names: 'secret', bars: 'reveal' } as const
    const five = Array.from({ length: 5 }, () => 'yes 2')
    expect(tally(secret, castBy(...five), electorateOf(20, 20)).state).toBe('counted')
    const six = tally(secret, castBy(...five, 'no 3'), electorateOf(20, 20))
    expect(six).toEqual({ state: 'withheld', ballots: 6, least: 5 })
    const both = castBy(...five, ...five.map(() => 'no 3'))
    expect(tally(secret, both, electorateOf(25, 25)).state).toBe('counted')
  })

  it('[SG5] in secret is withheld where few people cast the ballots, spoiled ones apart', () => {
    const secret = { ...decision(null), names: 'secret', bars: 'reveal' } as const
    const six = ['yes 1', 'yes 1', 'yes 1', 'no 1', 'no 1', 'no 1']
    const countOf = (voters: number, ...cast: string[]) =>
      tally(secret, castBy(...cast), { electorate: { entitled: 9, present: 9, voters } })
    expect(countOf(5, ...six).state).toBe('counted')
    expect(countOf(4, ...six)).toEqual({ state: 'withheld', ballots: 6, least: 5 })
    expect(countOf(5, ...six, 'unknown 1').state).toBe('withheld')
    expect(countOf(6, ...six, 'unknown 1').state).toBe('counted')
  })
})
