import { describe, expect, it } from 'vitest'
import { createPabulibReader } from '../../shared/formats/pabulib/read.ts'
import {
  equalShares,
  type Counting,
  type EqualSharesRule,
} from '../../shared/tally/budget/equal-shares.ts'
import type { Valuations } from '../../shared/tally/budget/market.ts'
import { filesOf, noElections, readSet } from '../support/elections.ts'
import { readIn } from '../support/fed.ts'

const SET = 'pabulib'

interface Expected {
  officialWinners?: string[]
  equalShares?: Record<string, { winners: string[]; cost: number; endowmentPerVoter: number }>
  /** Present where raised shares were checked; false: all fits, so shares would be raised for ever. */
  nextEndowmentOverspends?: boolean
}

const expectedOf = (name: string) =>
  JSON.parse(readSet(SET, name.replace('.pb', '.expected.json'))) as Expected

function open(name: string) {
  const reading = readIn(createPabulibReader(), readSet(SET, name))
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults))
  const { election, voteType } = reading.value
  const { ballots, budget, decimals, options } = election
  if (ballots.form === 'ranked') throw new Error(`${name} is ${voteType}`)
  const valued: Valuations = ballots
  const file = { budget: budget!, decimals }
  const rule: EqualSharesRule = { ...file, completion: 'none', step: null, isFiltered: false }
  function count(change: Partial<EqualSharesRule> = {}, counting: Partial<Counting> = {}) {
    return equalShares({ ...rule, ...change }, options, valued, { lot: null, ...counting })!
  }
  return { count, unit: 10 ** decimals }
}

const names = noElections ? [] : filesOf(SET, '.pb')
const published = names.filter((name) => expectedOf(name).equalShares?.none)
const raised = published.filter((name) => expectedOf(name).nextEndowmentOverspends)
const valued = names.filter((name) => !/Krakow|rankings/.test(name))

describe.skipIf(noElections)(`equal shares of real elections ${noElections ?? ''}`, () => {
  it('[ES11] buy in the published order', () => {
    expect(published).toHaveLength(17)
    for (const name of published)
      expect(open(name).count().winners, name).toEqual(expectedOf(name).equalShares!.none!.winners)
  })

  it('[ES11] buy what costs exactly all money there is', () => {
    const [radiowo] = names.filter((name) => name.includes('Radiowo'))
    expect(open(radiowo!).count()).toMatchObject({ winners: ['946'], share: '100000/71' })
  })

  it('[ES11] that are raised buy what the published count buys', () => {
    expect(raised).toHaveLength(11)
    for (const name of raised) {
      const { count, unit } = open(name)
      const found = count({ completion: 'add1', step: 1 })
      const { winners, endowmentPerVoter } = expectedOf(name).equalShares!['add1[integral]']!
      expect(new Set(found.winners), name).toEqual(new Set(winners))
      expect(Number(found.share), name).toBe(endowmentPerVoter * unit)
    }
  })

  it('[ES11] [ES12] with what is left spent by votes are those of the published count', () => {
    const spent = published.filter((name) => expectedOf(name).equalShares!.utilitarian)
    expect(spent).toHaveLength(16)
    for (const name of spent) {
      const { winners } = open(name).count({ completion: 'utilitarian' })
      const { utilitarian } = expectedOf(name).equalShares!
      // Of equal votes that tool has an order of its own.
      expect(new Set(winners), name).toEqual(new Set(utilitarian!.winners))
    }
  })

  it('[ES11] [ES13] by the rules of Assen and Wieliczka are what these cities decided', () => {
    const [assen, wieliczka] = ['Assen', 'Wieliczka'].map((city) =>
      names.find((name) => name.includes(city))!,
    )
    const held = open(assen!).count({ completion: 'add1', step: 1 })
    expect(new Set(held.winners)).toEqual(new Set(expectedOf(assen!).officialWinners))
    expect(held).toMatchObject({ cost: 76_700, share: '2033' })
    const found = open(wieliczka!).count({ completion: 'add1-comparison', step: 1 })
    expect(new Set(found.winners)).toEqual(new Set(expectedOf(wieliczka!).officialWinners))
    expect(found).toMatchObject({ cost: 995_079, share: '315', add1: { first: 151, steps: 164 } })
    expect(found.comparison).toMatchObject({ better: 1615, worse: 873, isReplaced: false })
  })

  it('[ES9] come out alike in fractions alone, in every file', () => {
    for (const name of valued) {
      const { count } = open(name)
      expect(count({}, { isExact: true }), name).toEqual(count())
    }
  })
})
