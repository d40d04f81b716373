import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ballots } from '../../shared/tally/election/election.ts'
import type { OptionId } from '../../shared/ids.ts'
import { greedy, type GreedyRule, type Project } from '../../shared/tally/budget/greedy.ts'
import { keysOf } from '../../shared/tally/keys.ts'
import type { Lot, Points } from '../../shared/tally/terms.ts'
import { greedyWords } from '../../shared/ui/why/greedy.ts'
import { greedy as en } from '../../shared/words/counts/greedy-en.ts'
import { greedy as ko } from '../../shared/words/counts/greedy-ko.ts'
import { say } from '../../shared/words/index.ts'

const id = (text: string) => text as OptionId

/** `a 60` is project a that costs 60. */
const projects = (...each: string[]): Project[] =>
  each.map((text) => {
    const [name = '', cost = '0', category, district] = text.split(' ')
    return {
      ...{ id: id(name), cost: Number(cost) },
      ...(category && { categories: [category] }),
      ...(district && { district }),
    }
  })

/** `4 a b` are four ballots that hold a and b. */
const sets = (...each: string[]): Ballots => ({
  form: 'set',
  piles: each.map((text) => {
    const [count = '0', ...ids] = text.split(' ')
    return { ballot: ids.map(id), count: Number(count) }
  }),
})

const points = (given: Record<string, number>): Points => given

const aRule = (rule: Partial<GreedyRule> = {}): GreedyRule => ({
  budget: 100,
  key: { by: 'votes' },
  threshold: 0,
  takesUnwanted: false,
  misfit: 'skip',
  conflicts: [],
  caps: [],
  spendsLeftover: false,
  ...rule,
})

const FOUR = projects('a 60', 'b 50', 'c 30', 'd 10')
const VOTES = sets('9 a', '8 b', '7 c', '6 d')

const count = (rule: Partial<GreedyRule>, lot: Lot = null, of = FOUR, ballots = VOTES) =>
  greedy(aRule(rule), of, ballots, lot)

const reasons = ({ lines }: ReturnType<typeof greedy>) =>
  Object.fromEntries(lines.map((line) => [line.id, line.reason]))

describe('a budget by votes', () => {
  it('[GR1] goes from the most votes down and takes what still fits', () => {
    const result = count({})
    expect(result).toMatchObject({ state: 'decided', winners: ['a', 'c', 'd'], cost: 100, left: 0 })
    expect(reasons(result)).toEqual({
      a: { code: 'chosen', left: 100 },
      b: { code: 'too-dear', left: 40, short: 10 },
      c: { code: 'chosen', left: 40 },
      d: { code: 'chosen', left: 10 },
    })
    expect(result.lines.map(({ key }) => key)).toEqual([9, 8, 7, 6])
  })

  it('[GR1] without skipping ends at the first that does not fit', () => {
    const result = count({ misfit: 'stop' })
    expect(result.winners).toEqual(['a'])
    expect(reasons(result)).toMatchObject({
      b: { code: 'too-dear', short: 10 },
      c: { code: 'after-stop', at: 'b' },
      d: { code: 'after-stop', at: 'b' },
    })
  })

  it('[GR1] takes nothing where nothing fits, and refuses money that is no whole number', () => {
    expect(count({ budget: 5 })).toMatchObject({ state: 'none', winners: [], cost: 0, left: 5 })
    expect(() => count({ budget: 0.5 })).toThrow(RangeError)
    expect(() => count({}, null, [{ id: id('a') }])).toThrow(RangeError)
    expect(() => count({}, null, projects('a -1'))).toThrow(RangeError)
    expect(() => count({ misfit: { over: { numerator: 1, denominator: 0 } } })).toThrow(RangeError)
  })

  it('[GR2] pays for one over the budget where enough of its cost is left, and ends there', () => {
    const over = { over: { numerator: 8, denominator: 10 } }
    const result = count({ misfit: over })
    expect(result).toMatchObject({ winners: ['a', 'b'], cost: 110, left: -10 })
    expect(reasons(result)).toMatchObject({
      b: { code: 'chosen-over', left: 40, over: 10 },
      c: { code: 'after-stop', at: 'b' },
    })
    const dearer = projects('a 60', 'b 51', 'c 30', 'd 10')
    expect(count({ misfit: over }, null, dearer).winners).toEqual(['a'])
  })

  it('[GR3] leaves out what is under the threshold, wanted by nobody or withdrawn, and says which', () => {
    const withdrawn = [...FOUR, { id: id('e'), withdrawn: true }, ...projects('f 1', 'g 1')]
    const result = count({ threshold: 7 }, null, withdrawn, sets('9 a e', '7 c', '6 d'))
    expect(result.winners).toEqual(['a', 'c'])
    expect(reasons(result)).toMatchObject({
      d: { code: 'below-threshold', threshold: 7 },
      e: { code: 'withdrawn' },
      f: { code: 'unwanted' },
    })
    expect(count({ takesUnwanted: true }, null, projects('f 1'), sets('3')).winners).toEqual(['f'])
  })

  it('[GR4] takes one of projects that cannot both be built, the one that comes first', () => {
    const result = count({ budget: 200, conflicts: [['b', 'a'].map(id), ['c', 'd'].map(id)] })
    expect(result.winners).toEqual(['a', 'c'])
    expect(reasons(result)).toMatchObject({
      b: { code: 'conflict', with: 'a' },
      d: { code: 'conflict', with: 'c' },
    })
  })

  it('[GR4] spends no more on a category or district than its cap, and its leftover where the rule says so', () => {
    const of = projects('a 60 green North', 'b 30 green South', 'c 30 sport North', 'd 10 green')
    const caps = [
      { of: 'category', name: 'green', most: 70 } as const,
      { of: 'district', name: 'North', most: 80 } as const,
    ]
    const result = count({ caps }, null, of)
    expect(result.winners).toEqual(['a', 'd'])
    expect(reasons(result)).toMatchObject({
      b: { code: 'cap', cap: caps[0], left: 10, short: 20 },
      c: { code: 'cap', cap: caps[1], left: 20, short: 10 },
    })
    const whole = count({ caps, spendsLeftover: true }, null, of)
    expect(whole.winners).toEqual(['a', 'd', 'b'])
    expect(reasons(whole)).toMatchObject({
      b: { code: 'chosen-leftover', left: 30 },
      c: { code: 'cap' },
    })
  })

  it('[GR5] puts the cheaper of equal keys first, then the lot decides', () => {
    const equal = sets('5 a b c d')
    expect(count({}, null, FOUR, equal)).toMatchObject({
      state: 'decided',
      winners: ['d', 'c', 'b'],
      ties: [{ stage: 1, options: ['d', 'c', 'b', 'a'], resolvedBy: 'rule' }],
    })
    const dear = projects('a 60', 'b 60', 'c 40')
    const drawn = count({}, ['c', 'b', 'a'].map(id), dear, sets('5 a b', '3 c'))
    expect(drawn).toMatchObject({ state: 'decided', winners: ['b', 'c'] })
    expect(drawn.ties).toEqual([{ stage: 1, options: ['b', 'a'], resolvedBy: 'lot' }])
  })

  it('[GR5] without a lot it ends at a tie that decides who wins', () => {
    const of = projects('z 20', 'a 60', 'b 60', 'c 10')
    const result = count({}, null, of, sets('9 z', '5 a b', '3 c'))
    expect(result).toMatchObject({ state: 'tied', winners: ['z'], cost: 20 })
    expect(result.ties).toEqual([{ stage: 2, options: ['a', 'b'], resolvedBy: 'tied' }])
    expect(reasons(result)).toMatchObject({
      a: { code: 'tied', with: ['b'] },
      b: { code: 'tied', with: ['a'] },
      c: { code: 'undecided' },
    })
  })

  it('[GR5] a tie that changes nothing is none, and the count goes on', () => {
    const all = count({}, null, projects('a 20', 'b 20', 'c 10'), sets('5 a b', '3 c'))
    expect(all).toMatchObject({ state: 'decided', winners: ['a', 'b', 'c'] })
    const none = count({}, null, projects('a 200', 'b 200', 'c 10'), sets('5 a b', '3 c'))
    expect(none).toMatchObject({ state: 'decided', winners: ['c'] })
    const one = count(
      { conflicts: [['a', 'z'].map(id)] },
      null,
      projects('z 50', 'a 50', 'b 50'),
      sets('9 z', '5 a b'),
    )
    expect(one).toMatchObject({ state: 'decided', winners: ['z', 'b'] })
    const dearer = count({}, null, projects('a 20', 'b 30'), sets('5 a b'))
    for (const { ties } of [all, none, one, dearer]) expect(ties).toEqual([])
    const later = projects('a 20', 'b 20', 'c 40', 'd 40')
    const stuck = count({}, null, later, sets('5 a b', '3 c d'))
    expect(stuck).toMatchObject({ state: 'tied', winners: ['a', 'b'] })
    expect(stuck.ties).toEqual([{ stage: 3, options: ['c', 'd'], resolvedBy: 'tied' }])
  })

  it('[GR5] one of two that are over the budget alike is a tie', () => {
    const over = { over: { numerator: 8, denominator: 10 } }
    const of = projects('a 60', 'b 50', 'c 50')
    expect(count({ misfit: over }, null, of, sets('9 a', '5 b c'))).toMatchObject({
      state: 'tied',
      winners: ['a'],
    })
  })
})

describe('what projects are put in order by', () => {
  const ids = ['a', 'b', 'c'].map(id)

  it('[GR6] is the ballots that name them', () => {
    const ballots: Ballots[] = [
      sets('2 a b', '1 a'),
      {
        form: 'ranked',
        piles: [
          { ballot: [[ids[0]!], [ids[1]!]], count: 2 },
          { ballot: [[ids[0]!]], count: 1 },
        ],
      },
      {
        form: 'points',
        piles: [
          { ballot: points({ a: 5, b: 0 }), count: 2 },
          { ballot: points({ a: 1 }), count: 1 },
        ],
      },
    ]
    for (const each of ballots)
      expect([...keysOf({ by: 'votes' }, ids, each).values()]).toEqual([3, 2, 0])
  })

  it('[GR6] is their points, with those of ballots that do not name them', () => {
    const piles = [
      { ballot: { a: 5, b: -1 }, count: 2 },
      { ballot: { c: 3 }, count: 1 },
    ]
    const sums = (unnamed: number) => [
      ...keysOf({ by: 'points', unnamed }, ids, { form: 'points', piles }).values(),
    ]
    expect(sums(0)).toEqual([10, -2, 3])
    expect(sums(2)).toEqual([12, 0, 7])
  })

  it('[GR6] is the points of their places, which may be shared or left out', () => {
    const piles = [
      { ballot: [[id('a')], [id('b')], [id('c')]], count: 2 },
      { ballot: [[id('b'), id('c')], [], [id('a')]], count: 1 },
    ]
    const key = { by: 'places', points: [3, 2, 1] } as const
    expect([...keysOf(key, ids, { form: 'ranked', piles }).values()]).toEqual([7, 7, 5])
  })

  it('[GR6] is refused where ballots have none, name what is no option, or grow too large', () => {
    expect(() => keysOf({ by: 'points', unnamed: 0 }, ids, VOTES)).toThrow(RangeError)
    expect(() => keysOf({ by: 'places', points: [1] }, ids, VOTES)).toThrow(RangeError)
    expect(() => keysOf({ by: 'votes' }, ids, VOTES)).toThrow(RangeError)
    expect(() => keysOf({ by: 'votes' }, ids, sets(`${2 ** 53} a`))).toThrow(RangeError)
  })
})

/** Small elections in which money, caps, conflicts and ties matter often. */
const elections = fc
  .record({
    size: fc.integer({ min: 1, max: 7 }),
    costs: fc.array(fc.constantFrom(0, 10, 20, 20, 30, 50), { minLength: 7, maxLength: 7 }),
    categories: fc.array(fc.constantFrom('x', 'y'), { minLength: 7, maxLength: 7 }),
    marks: fc.array(fc.subarray(['a', 'b', 'c', 'd', 'e', 'f', 'g']), { maxLength: 12 }),
    rule: fc.record({
      threshold: fc.integer({ min: 0, max: 3 }),
      takesUnwanted: fc.boolean(),
      misfit: fc.constantFrom<GreedyRule['misfit']>('skip', 'stop', {
        over: { numerator: 8, denominator: 10 },
      }),
      conflicts: fc.array(fc.subarray(['a', 'b', 'c', 'd'].map(id)), { maxLength: 2 }),
      caps: fc.constantFrom([], [{ of: 'category' as const, name: 'x', most: 40 }]),
      spendsLeftover: fc.boolean(),
    }),
    lot: fc.option(
      fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(id), { minLength: 7 }),
    ),
  })
  .map(({ size, costs, categories, marks, rule, lot }) => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].slice(0, size).map(id)
    return {
      projects: ids.map((each, at): Project => ({
        ...{ id: each, cost: costs[at]!, categories: [categories[at]!] },
      })),
      marks: marks.map((ballot) => ballot.map(id).filter((each) => ids.includes(each))),
      rule: aRule(rule),
      lot,
    }
  })

const unmerged = (marks: readonly OptionId[][]): Ballots => ({
  form: 'set',
  piles: marks.map((ballot) => ({ ballot, count: 1 })),
})

describe('every rule of the family', () => {
  it('[CO2] gives the same whatever the order of ballots and options', () => {
    fc.assert(
      fc.property(elections, fc.integer({ min: 0, max: 7 }), (election, turn) => {
        const { projects, marks, rule, lot } = election
        const straight = greedy(rule, projects, unmerged(marks), lot)
        const backwards = greedy(rule, [...projects].reverse(), unmerged([...marks].reverse()), lot)
        const rotated = [...projects.slice(turn), ...projects.slice(0, turn)]
        expect(backwards).toEqual(straight)
        expect(greedy(rule, rotated, unmerged(marks), lot)).toEqual(straight)
      }),
      { numRuns: 500 },
    )
  })

  it('[CO2] gives the same for ballots that are merged', () => {
    fc.assert(
      fc.property(elections, ({ projects, marks, rule, lot }) => {
        const piles = new Map<string, { ballot: OptionId[]; count: number }>()
        for (const ballot of marks) {
          const pile = piles.get(ballot.join())
          if (pile) pile.count += 1
          else piles.set(ballot.join(), { ballot, count: 1 })
        }
        const merged: Ballots = { form: 'set', piles: [...piles.values()] }
        const alone = greedy(rule, projects, unmerged(marks), lot)
        expect(greedy(rule, projects, merged, lot)).toEqual(alone)
      }),
    )
  })

  it('[GR7] never spends more than the budget, save the one rule that says so', () => {
    fc.assert(
      fc.property(elections, ({ projects, marks, rule, lot }) => {
        const { winners, cost, left, lines } = greedy(rule, projects, unmerged(marks), lot)
        const paid = projects.filter((each) => winners.includes(each.id))
        expect(paid.reduce((sum, each) => sum + each.cost!, 0)).toBe(cost)
        expect(left).toBe(rule.budget - cost)
        const over = lines.filter(({ reason }) => reason.code === 'chosen-over')
        expect(over.length).toBe(left < 0 ? 1 : 0)
        if (typeof rule.misfit === 'string') expect(left).toBeGreaterThanOrEqual(0)
        expect(lines.map(({ reason }) => reason)).not.toContain(undefined)
        for (const set of rule.conflicts)
          expect(set.filter((each) => winners.includes(each)).length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 500 },
    )
  })

  it('[GR7] with more votes a project that won wins', () => {
    fc.assert(
      fc.property(elections, fc.nat(), ({ projects, marks, rule, lot }, pick) => {
        const { winners } = greedy(rule, projects, unmerged(marks), lot)
        const raised = winners[pick % Math.max(1, winners.length)]
        if (!raised) return
        const more = [...marks.map((ballot) => [...ballot]), [raised]]
        const bare = more.find((ballot) => !ballot.includes(raised))
        if (pick % 2 && bare) bare.push(raised)
        expect(greedy(rule, projects, unmerged(more), lot).winners).toContain(raised)
      }),
      { numRuns: 1000 },
    )
  })

  it('[GR5] with any lot gives the winners that are beyond doubt without one', () => {
    fc.assert(
      fc.property(elections, ({ projects, marks, rule, lot }) => {
        const open = greedy(rule, projects, unmerged(marks), null)
        const drawn = greedy(rule, projects, unmerged(marks), lot)
        const unbroken = open.ties.filter(({ resolvedBy }) => resolvedBy === 'tied')
        expect(unbroken.length).toBe(open.state === 'tied' ? 1 : 0)
        if (open.state === 'tied')
          expect(drawn.winners).toEqual(expect.arrayContaining([...open.winners]))
        else expect([...drawn.winners].sort()).toEqual([...open.winners].sort())
      }),
      { numRuns: 1000 },
    )
  })
})

describe('why a project won or lost', () => {
  const money = (units: number) => `${units}원`
  const nameOf = (of: OptionId) => of.toUpperCase()
  const told = (rule: GreedyRule, result: ReturnType<typeof greedy>, dictionary: typeof ko) =>
    result.lines.map((line) =>
      greedyWords({ say: (key, detail) => say(dictionary[key], detail), money, nameOf }, rule, {
        ...line,
        cost: 50,
      }),
    )

  it('[CO1] is said of every project in both languages', () => {
    fc.assert(
      fc.property(elections, ({ projects, marks, rule, lot }) => {
        const result = greedy(rule, projects, unmerged(marks), lot)
        for (const dictionary of [ko, en])
          for (const sentence of told(rule, result, dictionary))
            expect(sentence).not.toMatch(/undefined|NaN|\[object|^$/)
      }),
    )
  })

  it('[CO1] has the numbers by which it was decided', () => {
    const rule = aRule()
    const result = greedy(rule, FOUR, VOTES, null)
    expect(told(rule, result, ko).slice(0, 2)).toEqual([
      'A: 9표 · 차례가 왔을 때 예산이 100원 남아 있어 선정되었습니다(사업비 50원).',
      'B: 8표 · 차례가 왔을 때 남은 예산은 40원뿐이었습니다. 사업비 50원에 10원 모자라 선정되지 못했습니다.',
    ])
    expect(told(rule, result, en)[1]).toBe(
      'B: 8 votes · not chosen: when its turn came only 40원 was left. It costs 50원, which is 10원 more.',
    )
  })
})
