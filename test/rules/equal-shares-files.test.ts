import { describe, expect, it } from 'vitest'
import { readPabulib } from '../../shared/formats/pabulib.ts'
import {
  equalShares,
  type Counting,
  type EqualSharesRule,
} from '../../shared/tally/equal-shares.ts'
import type { Valuations } from '../../shared/tally/market.ts'
import { filesOf, noElections, readSet } from '../support/elections.ts'

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
  const reading = readPabulib(readSet(SET, name))
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

  it('[ES11] by the rule of Assen are what Assen decided', () => {
    const [assen] = names.filter((name) => name.includes('Assen'))
    const found = open(assen!).count({ completion: 'add1', step: 1 })
    expect(new Set(found.winners)).toEqual(new Set(expectedOf(assen!).officialWinners))
    expect(found).toMatchObject({ cost: 76_700, share: '2033' })
  })

  it('[ES9] come out alike in fractions alone, in every file', () => {
    for (const name of valued) {
      const { count } = open(name)
      expect(count({}, { isExact: true }), name).toEqual(count())
    }
  })
})
