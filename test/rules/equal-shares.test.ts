import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OptionId } from '../../shared/ids.ts'
import {
  equalShares,
  type Counting,
  type EqualShares,
  type EqualSharesRule,
} from '../../shared/tally/budget/equal-shares.ts'
import { compare, fraction, plus, type Fraction } from '../../shared/tally/fraction.ts'
import type { Project } from '../../shared/tally/budget/greedy.ts'
import type { Valuations } from '../../shared/tally/budget/market.ts'
import { pileUp } from '../../shared/tally/terms.ts'
import { shares as en } from '../../shared/words/counts/shares-en.ts'
import { shares as ko } from '../../shared/words/counts/shares-ko.ts'
import { say } from '../../shared/words/index.ts'
import { sharesByHand, sumOf, type Marked } from '../support/shares.ts'

const id = (name: string) => name as OptionId
const ids = (names: string) => names.split(' ').filter(Boolean).map(id)

const aRule = (change: Partial<EqualSharesRule> = {}): EqualSharesRule => ({
  ...{ budget: 100, decimals: 0, completion: 'none', step: null, isFiltered: false },
  ...change,
})

/** `park 50, pool 30`. */
const projects = (text: string): Project[] =>
  text.split(', ').map((each) => {
    const [name = '', cost] = each.split(' ')
    return { id: id(name), cost: Number(cost) }
  })

/** Papers as they are spoken: `3: a b` or, in points, `2: a 5 b 1`. */
const approvals = (...papers: string[]): Valuations => ({
  form: 'set',
  piles: papers.map((paper) => {
    const [count, names = ''] = paper.split(':')
    return { ballot: ids(names), count: Number(count) }
  }),
})
const points = (...papers: string[]): Valuations => ({
  form: 'points',
  piles: papers.map((paper) => {
    const [count, marks = ''] = paper.split(':')
    const pairs = [...marks.matchAll(/(\w+) (\d+)/g)].map(([, name, given]) => [
      name,
      Number(given),
    ])
    return { ballot: Object.fromEntries(pairs) as Marked, count: Number(count) }
  }),
})

function counted(
  rule: Partial<EqualSharesRule>,
  paper: string,
  ballots: Valuations,
  counting: Partial<Counting> = {},
): EqualShares {
  const found = equalShares(aRule(rule), projects(paper), ballots, { lot: null, ...counting })
  if (!found) throw new Error('the count was ended')
  return found
}

/** `7/3` and `2`, as results write them. */
const money = (text: string): Fraction => {
  const [n = '', d = '1'] = text.split('/')
  return fraction(BigInt(n), BigInt(d))
}

describe('equal shares', () => {
  it('[ES1] buy first what costs its backers least, and each pays the same or all she has', () => {
    const ballots = approvals('3: park road', '3: park pool', '2: pool road', '2: pool')
    const found = counted({ budget: 100 }, 'park 30, pool 40, road 30', ballots)
    expect(found).toMatchObject({ state: 'decided', winners: ids('pool park'), cost: 70, ties: [] })
    expect(found).toMatchObject({ voters: 10, share: '10', add1: null })
    expect(found.purchases).toEqual([
      {
        ...{ id: 'pool', cost: 40, price: '40/7' },
        ...{ full: { people: 7, paid: '40' }, all: { people: 0, paid: '0' } },
      },
      {
        ...{ id: 'park', cost: 30, price: '40/7' },
        ...{ full: { people: 3, paid: '120/7' }, all: { people: 3, paid: '90/7' } },
      },
    ])
  })

  it('[ES1] a blank ballot has a share too, and spends it on nothing', () => {
    expect(counted({}, 'park 60', approvals('5: park')).winners).toEqual(ids('park'))
    expect(counted({}, 'park 60', approvals('5: park', '5:')).winners).toEqual([])
    expect(counted({}, 'park 60', approvals())).toMatchObject({ state: 'none', share: '0' })
  })

  it('[ES1] money that is not whole is a fault', () => {
    for (const budget of [0, -1, 0.5, 2 ** 53])
      expect(() => counted({ budget }, 'park 1', approvals('1: park'))).toThrow(RangeError)
    expect(() => counted({}, 'park 0.5', approvals('1: park'))).toThrow(RangeError)
  })

  it('[ES2] points pay by the point, and the cheapest point is first', () => {
    const ballots = points('1: x 3 y 1', '1: x 1')
    const found = counted({ budget: 60 }, 'x 40, y 12', ballots)
    expect(found.winners).toEqual(ids('x'))
    expect(found.purchases[0]).toMatchObject({ price: '10', full: { people: 2, paid: '40' } })
    expect(found.reasons.get(id('y'))).toEqual({ code: 'short', missing: 12 })
    const both = counted({ budget: 60 }, 'x 40, y 9', ballots)
    expect(both.winners).toEqual(ids('y x'))
    expect(both.purchases[1]).toMatchObject({
      ...{ price: '19', full: { people: 1, paid: '19' }, all: { people: 1, paid: '21' } },
    })
  })

  it('[ES3] of equals the lower cost is first, then more votes, then the lot, and the tie is named', () => {
    const byCost = counted({}, 'a 40, b 20', approvals('4: a b'))
    expect(byCost.winners).toEqual(ids('b a'))
    expect(byCost.ties).toEqual([{ stage: 1, options: ids('a b'), resolvedBy: 'rule' }])
    const same = approvals('2: a b')
    const paper = 'a 10, b 10, c 5'
    const lot = ids('c b a')
    const drawn = counted({ budget: 10 }, paper, same, { lot })
    expect(drawn).toMatchObject({ state: 'decided', winners: ids('b') })
    expect(drawn.ties).toEqual([{ stage: 1, options: ids('a b'), resolvedBy: 'lot' }])
  })

  it('[ES3] without a lot the result is a tie, with what was bought before it', () => {
    const found = counted({ budget: 60 }, 'a 10, b 10, c 5', approvals('2: a b c', '1: c', '3:'))
    expect(found).toMatchObject({ state: 'tied', winners: ids('c'), cost: 5 })
    expect(found.ties).toEqual([{ stage: 2, options: ids('a b'), resolvedBy: 'tied' }])
    expect(found.reasons.get(id('a'))).toEqual({ code: 'tied' })
  })

  it('[ES3] without a lot too, equals that share no backer are all bought', () => {
    const found = counted({ budget: 40 }, 'b 20, a 20', approvals('2: a', '2: b'))
    expect(found).toMatchObject({ state: 'decided', winners: ids('a b') })
    expect(found.ties).toEqual([{ stage: 1, options: ids('a b'), resolvedBy: 'rule' }])
  })

  it('[ES4] each project has its reason', () => {
    const paper = [
      ...projects('park 30, pool 40, road 30, tram 50, mast 90, tree 0'),
      { id: id('kiosk'), cost: 5, withdrawn: true },
    ]
    const ballots = approvals(
      '3: park road tree',
      '3: park pool',
      '2: pool road',
      '1: pool',
      '1: pool mast kiosk',
    )
    const found = equalShares(aRule({ isFiltered: true }), paper, ballots, { lot: null })
    expect(Object.fromEntries(found!.reasons)).toEqual({
      pool: { code: 'bought', round: 1, people: 7, price: 6, per: 'person' },
      park: { code: 'bought', round: 2, people: 6, price: 6, per: 'person' },
      road: { code: 'short', missing: 9 },
      tram: { code: 'unsupported' },
      mast: { code: 'filtered', votes: 1, needed: 3 },
      tree: { code: 'free' },
      kiosk: { code: 'withdrawn' },
    })
    for (const words of [ko, en])
      for (const [name, { code, ...detail }] of found!.reasons)
        expect(say(words[code], { name, ...detail })).toContain(name)
  })

  it('[ES5] the filter drops what has fewer votes than a third of its part of the money', () => {
    const ballots = approvals('2: a', '1: b', '7:')
    const won = (isFiltered: boolean) =>
      counted({ isFiltered, completion: 'add1', budget: 100 }, 'a 60, b 31', ballots).winners
    expect(won(false)).toEqual(ids('a b'))
    expect(won(true)).toEqual(ids('a'))
  })
})

describe('shares that are raised', () => {
  const ballots = approvals('6: a', '4: b')

  it('[ES6] grow by steps of a whole unit and stop before the first that spends too much', () => {
    const found = counted({ completion: 'add1' }, 'a 60, b 50', ballots)
    expect(found).toMatchObject({ winners: ids('a'), cost: 60, share: '12' })
    expect(found.add1).toEqual({ first: 10, step: 1, steps: 2 })
    expect(found.reasons.get(id('b'))).toEqual({ code: 'short', missing: 2 })
  })

  it('[ES6] stop there even where something else would still fit', () => {
    const found = counted(
      { completion: 'add1' },
      'a 60, b 50, c 30',
      approvals('6: a', '4: b', '1: c', '1:'),
    )
    expect(found).toMatchObject({ winners: ids('a'), share: '12' })
  })

  it('[ES6] begin with and go by whole units of a currency that has smaller ones', () => {
    const found = counted(
      { completion: 'add1', budget: 10_090, decimals: 2 },
      'a 6000, b 5000',
      ballots,
    )
    expect(found).toMatchObject({ winners: ids('a'), share: '1200' })
    expect(found.add1).toEqual({ first: 1000, step: 100, steps: 2 })
  })

  it('[ES6] of 10,000 units and more grow by a thousandth, or by the step of the rule', () => {
    const raised = (budget: number, cost: number, step: number | null = null) =>
      counted({ completion: 'add1', budget, step }, `a ${cost}`, approvals('10: a')).add1
    expect(raised(99_999, 100_005)).toEqual({ first: 9999, step: 1, steps: 1 })
    expect(raised(200_000, 201_000)).toEqual({ first: 20_000, step: 20, steps: 4 })
    expect(raised(200_000, 201_000, 7)).toEqual({ first: 20_000, step: 7, steps: 14 })
  })

  it('[ES7] buy everything that was marked where all of it fits, and else nothing more', () => {
    const marked = approvals('6: a', '3: b', '1: c')
    const paper = 'a 60, b 25, c 15, d 5'
    expect(counted({}, paper, marked).winners).toEqual(ids('a b'))
    const found = counted({ completion: 'add1' }, paper, marked)
    expect(found).toMatchObject({ winners: ids('a b c'), cost: 100, share: '10', add1: null })
    expect(found.reasons.get(id('c'))).toEqual({ code: 'completed' })
    expect(found.reasons.get(id('d'))).toEqual({ code: 'unsupported' })
  })

  it('[ES8] are told step by step to whoever counts, who may end it', () => {
    const told: unknown[] = []
    const rule = aRule({ completion: 'add1' })
    const paper = projects('a 60, b 50')
    equalShares(rule, paper, ballots, { lot: null, onStep: (step) => void told.push(step) })
    expect(told).toEqual([10, 11, 12].map((share, steps) => ({ share, steps, cost: 60 })))
    expect(equalShares(rule, paper, ballots, { lot: null, onStep: () => false })).toBe(null)
  })
})

describe('money that shares leave', () => {
  const ballots = approvals('6: a', '4: b', '1: c', '1:')
  const paper = 'a 60, b 50, c 30'

  it('[ES12] is spent by votes, as far as it goes', () => {
    const found = counted({ completion: 'utilitarian', budget: 120 }, paper, ballots)
    expect(found).toMatchObject({ winners: ids('a b'), cost: 110, share: '10', comparison: null })
    expect(Object.fromEntries(found.reasons)).toMatchObject({
      a: { code: 'bought' },
      b: { code: 'by-votes' },
      c: { code: 'no-room', missing: 20 },
    })
  })

  it('[ES7] buys everything that was marked, whatever tie there is', () => {
    const found = counted(
      { completion: 'add1', budget: 40 },
      'a 10, b 10',
      approvals('2: a b', '6:'),
    )
    expect(found).toMatchObject({ state: 'decided', winners: ids('a b'), cost: 20 })
  })

  it('[ES13] goes by votes with all the rest where more people have more of what they marked', () => {
    const marks = approvals('6: hall', '5: hall park', '5: pool park')
    const compared = (paper: string) =>
      counted({ completion: 'add1-comparison', budget: 160 }, paper, marks)
    const kept = compared('hall 110, pool 50, park 60')
    expect(kept.comparison).toMatchObject({ isReplaced: false })
    const votes = compared('hall 160, pool 50, park 60')
    expect(votes.comparison).toEqual({
      byVotes: ids('hall'),
      better: 5,
      worse: 6,
      isReplaced: true,
    })
    expect(votes).toMatchObject({ state: 'decided', winners: ids('hall'), cost: 160 })
    expect(votes.reasons.get(id('hall'))).toEqual({ code: 'by-votes' })
    expect(votes.reasons.get(id('park'))).toEqual({ code: 'no-room', missing: 60 })
  })
})

const NAMES = ids('a b c d e f')

/** Small elections, in which equal prices, equal votes and money to the last coin are common. */
const anElection = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 9 }), fc.boolean())
  .chain(([offers, voters, isApproval]) =>
    fc.record({
      isApproval: fc.constant(isApproval),
      costs: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: offers, maxLength: offers }),
      marked: fc.array(
        fc.array(fc.integer({ min: 0, max: isApproval ? 1 : 4 }), {
          minLength: offers,
          maxLength: offers,
        }),
        { minLength: voters, maxLength: voters },
      ),
      budget: fc.integer({ min: 1, max: 40 }),
      lot: fc.shuffledSubarray(NAMES, { minLength: NAMES.length }),
      mix: fc.array(fc.nat(), { minLength: 9, maxLength: 9 }),
    }),
  )

const aCompletion = fc.constantFrom('none', 'utilitarian', 'add1', 'add1-comparison')

function markedOf(marks: readonly number[]): Marked {
  return Object.fromEntries(marks.flatMap((given, at) => (given > 0 ? [[NAMES[at]!, given]] : [])))
}

function ballotsOf(isApproval: boolean, voters: readonly Marked[]): Valuations {
  return isApproval
    ? {
        form: 'set',
        piles: voters.map((ballot) => ({ ballot: Object.keys(ballot) as OptionId[], count: 1 })),
      }
    : { form: 'points', piles: voters.map((ballot) => ({ ballot, count: 1 })) }
}

describe('equal shares, whatever was marked', () => {
  const paperOf = (costs: readonly number[]) => costs.map((cost, at) => ({ id: NAMES[at]!, cost }))

  it('[ES1] [ES2] [ES9] come out as by hand, nobody pays more than her share and all is paid', () => {
    fc.assert(
      fc.property(anElection, ({ isApproval, costs, marked, budget, lot }) => {
        const voters = marked.map(markedOf)
        const share = fraction(budget, voters.length)
        const price = Object.fromEntries(costs.map((cost, at) => [NAMES[at]!, cost]))
        const byHand = sharesByHand(price, voters, { share, isApproval, lot })
        const paper = paperOf(costs)
        const found = equalShares(aRule({ budget }), paper, ballotsOf(isApproval, voters), { lot })!
        expect(found.winners).toEqual(byHand.map(({ id }) => id))
        for (const [voter] of voters.entries()) {
          const spent = sumOf(byHand.map(({ paid }) => paid[voter]!))
          expect(compare(spent, share)).toBeLessThanOrEqual(0)
        }
        found.purchases.forEach(({ cost, full, all }, at) => {
          const payers = byHand[at]!.paid.filter(({ n }) => n > 0n)
          expect(full.people + all.people).toBe(payers.length)
          expect(plus(money(full.paid), money(all.paid))).toEqual(fraction(cost))
          expect(sumOf(payers)).toEqual(fraction(cost))
        })
      }),
      { numRuns: 1000 },
    )
  })

  it('[ES9] come out alike in fractions alone and with doubles before them', () => {
    fc.assert(
      fc.property(anElection, aCompletion, (election, completion) => {
        const { isApproval, costs, marked, budget, lot } = election
        const rule = aRule({ budget, completion })
        const ballots = ballotsOf(isApproval, marked.map(markedOf))
        const count = (counting: Counting) => equalShares(rule, paperOf(costs), ballots, counting)
        expect(count({ lot })).toEqual(count({ lot, isExact: true }))
        expect(count({ lot: null })).toEqual(count({ lot: null, isExact: true }))
      }),
      { numRuns: 2000 },
    )
  })

  it('[CO2] come out alike in any order and with identical ballots merged', () => {
    fc.assert(
      fc.property(anElection, aCompletion, (election, completion) => {
        const { isApproval, costs, marked, budget, mix } = election
        const rule = aRule({ budget, completion })
        const voters = marked.map(markedOf)
        const shuffled = <T>(all: readonly T[]) =>
          all
            .map((each, at) => ({ each, key: mix[at]! }))
            .sort((a, b) => a.key - b.key)
            .map(({ each }) => each)
        const plain = ballotsOf(isApproval, voters)
        const mixed = ballotsOf(isApproval, shuffled(voters))
        const merged = mergedOf(plain)
        const paper = paperOf(costs)
        const told = equalShares(rule, paper, plain, { lot: null })
        expect(equalShares(rule, shuffled(paper), mixed, { lot: null })).toEqual(told)
        expect(equalShares(rule, paper, merged, { lot: null })).toEqual(told)
      }),
      { numRuns: 1000 },
    )
  })
})

function mergedOf(ballots: Valuations): Valuations {
  if (ballots.form === 'set')
    return {
      form: 'set',
      piles: pileUp(
        ballots.piles.map(({ ballot }) => ballot),
        (ballot) => [...ballot].sort().join(),
      ),
    }
  return {
    form: 'points',
    piles: pileUp(
      ballots.piles.map(({ ballot }) => ballot),
      (ballot) => JSON.stringify(Object.entries(ballot).sort()),
    ),
  }
}
