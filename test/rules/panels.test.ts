import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ballots } from '../../shared/tally/election/election.ts'
import type { OptionId } from '../../shared/ids.ts'
import { fraction, rounded, written } from '../../shared/tally/fraction.ts'
import { countPanels, type PanelRule, type Panels } from '../../shared/tally/city/panels.ts'
import { methodWords, panelWords, type PanelSpeech } from '../../shared/ui/why/panels.ts'
import { panels as en } from '../../shared/words/counts/panels-en.ts'
import { panels as ko } from '../../shared/words/counts/panels-ko.ts'
import { say } from '../../shared/words/index.ts'

const id = (text: string) => text as OptionId
const ABC = ['a', 'b', 'c'].map(id)

/** `4 a b` are four ballots that hold a and b. */
const sets = (...each: string[]): Ballots => ({
  form: 'set',
  piles: each.map((text) => {
    const [count = '0', ...ids] = text.split(' ')
    return { ballot: ids.map(id), count: Number(count) }
  }),
})

/** Seoul, the budget of 2018: citizens 50, committee 40, budget school 10. */
const aRule = (rule: Partial<PanelRule> = {}): PanelRule => ({
  panels: [
    { id: 'citizens', weight: 50 },
    { id: 'committee', weight: 40 },
    { id: 'school', weight: 10 },
  ],
  key: { by: 'votes' },
  whole: 'given',
  void: 'share',
  seats: 1,
  ...rule,
})

const cast = (citizens: Ballots, committee: Ballots, school: Ballots) =>
  new Map(Object.entries({ citizens, committee, school }))

const VOTES = cast(sets('600 a', '300 b', '100 c'), sets('2 a', '7 b', '1 c'), sets('3 b', '1 c'))

const points = ({ lines }: Panels) =>
  Object.fromEntries(lines.map((line) => [line.id, written(line.points)]))

describe('weighted panels', () => {
  it('[PN1] add up what an option gets of each panel, times its weight', () => {
    const result = countPanels(aRule(), ABC, VOTES, null)
    expect(points(result)).toEqual({ a: '38', b: '101/2', c: '23/2' })
    expect(result).toMatchObject({ state: 'decided', winners: ['b'], void: [] })
    expect(result.lines[0]?.parts).toEqual([
      { panel: 'citizens', key: 300, whole: 1000, points: fraction(15) },
      { panel: 'committee', key: 7, whole: 10, points: fraction(28) },
      { panel: 'school', key: 3, whole: 4, points: fraction(15, 2) },
    ])
  })

  it('[PN1] decide by exact fractions', () => {
    const panels = [
      { id: 'citizens', weight: 50 },
      { id: 'committee', weight: 50 },
    ]
    const votes = cast(
      sets('333333333 a', '333333334 b', '333333333 c'),
      sets('333333334 a', '333333333 b', '333333333 c'),
      sets(),
    )
    const result = countPanels(aRule({ panels }), ABC, votes, null)
    expect(result).toMatchObject({ state: 'tied', winners: [] })
    expect(result.ties).toEqual([{ stage: 1, options: ['a', 'b'], resolvedBy: 'tied' }])
    expect(result.lines.map(({ reason }) => reason.code)).toEqual(['tied', 'tied', 'behind'])
    const drawn = countPanels(aRule({ panels }), ABC, votes, ['c', 'b', 'a'].map(id))
    expect(drawn).toMatchObject({ state: 'decided', winners: ['b'] })
    expect(drawn.lines.map(({ reason }) => reason.code)).toEqual(['lot-lost', 'lot-won', 'behind'])
  })

  it('[PN2] measure by what a panel gave or by its ballots, as the rule says', () => {
    const several = cast(sets('6 a b', '3 b', '1'), sets('1 a'), sets('1 a'))
    const given = countPanels(aRule({ whole: 'given' }), ABC, several, null)
    const ballots = countPanels(aRule({ whole: 'ballots' }), ABC, several, null)
    expect([points(given).a, points(given).b]).toEqual(['70', '30'])
    expect([points(ballots).a, points(ballots).b]).toEqual(['80', '45'])
  })

  it('[PN3] let the others share the weight of a void panel, or decide nothing, as the rule says', () => {
    const empty = cast(sets('6 a', '4 b'), sets('1 a', '1 b'), sets('3'))
    const shared = countPanels(aRule(), ABC, empty, null)
    expect(shared).toMatchObject({ state: 'decided', winners: ['a'], void: ['school'] })
    expect(points(shared)).toEqual({ a: '500/9', b: '400/9', c: '0' })
    expect(shared.lines[0]?.parts[2]).toEqual({ panel: 'school', key: 0, whole: 0, points: null })
    const none = countPanels(aRule({ void: 'none' }), ABC, empty, null)
    expect(none).toMatchObject({ state: 'none', winners: [], ties: [] })
    expect(none.lines[0]?.reason).toEqual({ code: 'void', panels: ['school'] })
    const nobody = countPanels(aRule(), ABC, cast(sets(), sets(), sets()), null)
    expect(nobody.state).toBe('none')
  })

  it('[PN4] elect no more than the seats and nobody whom no panel wants', () => {
    const result = countPanels(
      aRule({ seats: 3 }),
      ABC,
      cast(sets('2 a', '1 b'), sets('1 a'), sets('1 a')),
      null,
    )
    expect(result.winners).toEqual(['a', 'b'])
    expect(result.lines[2]?.reason).toEqual({ code: 'unwanted' })
  })

  it('[PN4] refuse weights that are not 100, panels without ballots and parts below zero', () => {
    const one = (weight: number) => aRule({ panels: [{ id: 'citizens', weight }] })
    for (const weight of [99, 101, 99.5, 0])
      expect(() => countPanels(one(weight), ABC, VOTES, null)).toThrow(RangeError)
    const other = aRule({ panels: [{ id: 'nobody', weight: 100 }] })
    expect(() => countPanels(other, ABC, VOTES, null)).toThrow(RangeError)
    const twice = aRule({ panels: [0, 1].map(() => ({ id: 'citizens', weight: 50 })) })
    expect(() => countPanels(twice, ABC, VOTES, null)).toThrow(RangeError)
    const below: Ballots = { form: 'points', piles: [{ ballot: { [id('a')]: -1 }, count: 1 }] }
    const rule = aRule({ key: { by: 'points', unnamed: 0 } })
    expect(() => countPanels(rule, ABC, cast(below, below, below), null)).toThrow(RangeError)
  })

  const someVotes = fc
    .array(fc.array(fc.nat(5), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 })
    .map((counts) => {
      const panel = (each: number[]) => sets(...each.map((n, at) => `${n} ${ABC[at]}`))
      return cast(panel(counts[0]!), panel(counts[1]!), panel(counts[2]!))
    })
  const someRule = fc
    .record({
      whole: fc.constantFrom('given' as const, 'ballots' as const),
      void: fc.constantFrom('share' as const, 'none' as const),
      seats: fc.integer({ min: 1, max: 3 }),
    })
    .map(aRule)

  it('[PN5] [CO2] give the same whatever the order of options, ballots and panels; their points are 100', () => {
    fc.assert(
      fc.property(someRule, someVotes, (rule, votes) => {
        const straight = countPanels(rule, ABC, votes, null)
        const turned = new Map(
          [...votes]
            .reverse()
            .map(([name, ballots]): [string, Ballots] => [
              name,
              { form: 'set', piles: [...ballots.piles].reverse() } as Ballots,
            ]),
        )
        expect(countPanels(rule, [...ABC].reverse(), turned, null)).toEqual(straight)
        const all = straight.lines.reduce(
          (sum, { points: { n, d } }) => sum + Number(n) / Number(d),
          0,
        )
        if (straight.void.length < 3) expect(all).toBeCloseTo(100)
      }),
    )
  })

  it('[CO1] say of each option in both languages why it won or lost, and what each panel gave', () => {
    const told = (dictionary: typeof ko): PanelSpeech => ({
      say: (key, detail) => say(dictionary[key], detail),
      nameOf: (of) => of.toUpperCase(),
      panelOf: (of) => `<${of}>`,
    })
    fc.assert(
      fc.property(someRule, someVotes, fc.boolean(), (rule, votes, isDrawn) => {
        const result = countPanels(rule, ABC, votes, isDrawn ? ABC : null)
        for (const dictionary of [ko, en])
          for (const sentence of [
            ...methodWords(told(dictionary), rule, result),
            ...result.lines.flatMap((line) => panelWords(told(dictionary), rule, line)),
          ])
            expect(sentence).not.toMatch(/undefined|NaN|\[object|^$/)
      }),
    )
    const result = countPanels(aRule(), ABC, VOTES, null)
    expect(panelWords(told(ko), aRule(), result.lines[0]!).slice(0, 2)).toEqual([
      'B: 합계 50.50점, 1위로 선정됐습니다',
      '<citizens>: 1,000 가운데 300 → 15.00점(반영 비율 50%)',
    ])
    expect(panelWords(told(en), aRule(), result.lines[1]!)[0]).toBe(
      'A: not chosen, in place 2 with 38.00 points, 12.50 fewer than the last one chosen',
    )
  })

  it('[CO1] show points rounded, and a difference that is too small to be seen as one', () => {
    expect([
      rounded(fraction(2, 3), 2),
      rounded(fraction(1, 8), 2),
      rounded(fraction(-5, 4), 1),
    ]).toEqual(['0.67', '0.13', '-1.2'])
    expect([rounded(fraction(7, 2), 0), rounded(fraction(999, 1000), 2)]).toEqual(['4', '1.00'])
    const near = cast(sets('1000001 a', '1000000 b'), sets('1 c'), sets('1 c'))
    const result = countPanels(aRule({ seats: 2 }), ABC, near, null)
    const told: PanelSpeech = {
      say: (key, detail) => say(ko[key], detail),
      nameOf: String,
      panelOf: String,
    }
    expect(panelWords(told, aRule(), result.lines[2]!)[0]).toContain('0.01점도 안 되는 차이로')
  })
})
