import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { electorateOf } from '../../server/domain/electorate.ts'
import { Roster } from '../../server/domain/roster.ts'
import { Voices } from '../../server/domain/voices.ts'
import type { Seat } from '../../shared/ids.ts'
import { decide, type Electorate, type Sides } from '../../shared/tally/decision.ts'
import { checkHand } from '../../shared/tally/hand.ts'
import { isUnanimous } from '../../shared/tally/counted.ts'
import { tally } from '../../shared/tally/index.ts'
import { decisionOptions, type Base, type DecisionRule, type Majority } from '../../shared/vote.ts'
import { aQuestion, casts, marks, option } from '../support/builders.ts'
import { motionWords } from '../../shared/ui/verdict.ts'
import { say, type Sentence } from '../../shared/words/index.ts'
import { verdict as en } from '../../shared/words/shared/verdict-en.ts'
import { verdict as ko } from '../../shared/words/shared/verdict-ko.ts'

const BASES: Base[] = ['yes-no', 'valid', 'cast', 'entitled', 'present']
const MAJORITIES: Majority[] = ['simple', 'absolute', 'two-thirds', 'three-quarters']

const rule = (change: Partial<DecisionRule> = {}): DecisionRule => ({
  base: 'valid',
  majority: 'simple',
  quorum: null,
  ...change,
})
const sides = (change: Partial<Sides> = {}): Sides => ({
  ...{ yes: 0, no: 0, abstain: 0, spoiled: 0 },
  ...change,
})
const electorate: Electorate = { entitled: 100, present: 80 }

// Of 30 no, 6 abstentions and 4 spoiled, in a room of 80 out of 100: the least yes that passes.
const TURNS: [Base, Majority, number][] = [
  ['yes-no', 'simple', 31],
  ['yes-no', 'two-thirds', 60],
  ['yes-no', 'three-quarters', 90],
  ['valid', 'simple', 37],
  ['valid', 'two-thirds', 72],
  ['valid', 'three-quarters', 108],
  ['cast', 'simple', 41],
  ['cast', 'two-thirds', 80],
  ['cast', 'three-quarters', 120],
  ['present', 'simple', 41],
  ['present', 'two-thirds', 54],
  ['present', 'three-quarters', 60],
  ['entitled', 'simple', 51],
  ['entitled', 'two-thirds', 67],
  ['entitled', 'three-quarters', 75],
  ...BASES.map((base): [Base, Majority, number] => [base, 'absolute', 51]),
]

describe('a decision', () => {
  it.each(TURNS)('[VE1] on the base %s by %s majority turns at %i yes', (base, majority, turns) => {
    const votes = { no: 30, abstain: 6, spoiled: 4 }
    const at = (yes: number) =>
      decide(rule({ base, majority }), sides({ ...votes, yes }), electorate)
    expect(at(turns)).toMatchObject({ passed: true, reason: 'enough', yes: turns })
    expect(at(turns - 1)).toMatchObject({ passed: false, reason: 'too-few' })
    expect(at(turns).needed).toBe(turns)
  })

  it('[VE2] is none where nothing is there to be a part of', () => {
    for (const base of BASES)
      for (const majority of MAJORITIES)
        expect(
          decide(rule({ base, majority }), sides(), { entitled: 0, present: 0 }),
        ).toMatchObject({ passed: false, reason: 'no-base', base: 0 })
    expect(decide(rule({ base: 'yes-no' }), sides({ abstain: 9 }), electorate)).toMatchObject({
      passed: false,
      reason: 'no-base',
    })
  })

  it.each([
    [{ numerator: 1, denominator: 2, strict: true }, 51],
    [{ numerator: 1, denominator: 2, strict: false }, 50],
    [{ numerator: 1, denominator: 3, strict: false }, 34],
    [{ numerator: 1, denominator: 1, strict: false }, 100],
  ])(
    '[VE3] needs its quorum of those entitled to have cast, spoiled ones too: %o',
    (quorum, turns) => {
      const at = (cast: number) =>
        decide(rule({ quorum }), sides({ yes: cast - 4, spoiled: 4 }), electorate)
      expect(at(turns)).toMatchObject({ passed: true, quorum: { cast: turns, needed: turns } })
      expect(at(turns - 1)).toMatchObject({ passed: false, reason: 'no-quorum' })
    },
  )

  it('[VE4] counts in whole numbers: what it needs is the first that passes, and more yes never hurts', () => {
    const number = fc.nat(10_000_000)
    const share = fc
      .tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }), fc.boolean())
      .filter(([numerator, denominator]) => numerator <= denominator)
      .map(([numerator, denominator, strict]) => ({ numerator, denominator, strict }))
    fc.assert(
      fc.property(
        fc.record({ yes: number, no: number, abstain: number, spoiled: number }),
        fc.record({ entitled: number, present: number }),
        fc.record({
          base: fc.constantFrom(...BASES),
          majority: fc.constantFrom(...MAJORITIES),
          quorum: fc.option(share),
        }),
        (votes, roll, asked) => {
          const verdict = decide(asked, votes, roll)
          const { passed, reason, yes, base, needed, quorum } = verdict
          if (reason === 'enough' || reason === 'too-few') expect(yes >= needed).toBe(passed)
          if (quorum) expect(reason === 'no-quorum').toBe(quorum.cast < quorum.needed)
          expect(needed).toBeLessThanOrEqual(base + 1)
          // A no that becomes a yes never takes a passed motion back.
          if (passed && votes.no > 0)
            expect(decide(asked, { ...votes, yes: yes + 1, no: votes.no - 1 }, roll).passed).toBe(
              true,
            )
        },
      ),
      { seed: 20261123 },
    )
  })
})

const decision = aQuestion({
  method: { type: 'decision', abstain: true },
  options: decisionOptions(true),
  decision: rule({ base: 'cast' }),
})
const handOf = (people: number, yes: number, no: number, abstain = people - yes - no) => ({
  people,
  counts: [
    { id: option('yes'), count: yes },
    { id: option('no'), count: no },
    { id: option('abstain'), count: abstain },
  ],
})

describe('a count by hand', () => {
  it('[HC1] stands beside the ballots, and counts in what leads and what is decided', () => {
    const ballots = [marks('yes'), marks('no'), marks('no'), marks('nonsense')]
    expect(tally(decision, casts(ballots), { electorate })).toMatchObject({
      ballots: 3,
      leading: ['no'],
      verdict: { passed: false, base: 4, yes: 1 },
    })
    const hand = handOf(3, 3, 0)
    expect(tally(decision, casts(ballots), { electorate, hand })).toMatchObject({
      ballots: 3,
      counts: [{ count: 1 }, { count: 2 }, { count: 0 }],
      hand,
      leading: ['yes'],
      verdict: { passed: true, base: 7, yes: 4, needed: 4 },
    })
  })

  it('[HC2] is refused where so many people cannot have voted so, or too few in a secret question', () => {
    expect(checkHand(decision, handOf(3, 2, 1))).toMatchObject({ ok: true })
    expect(checkHand(decision, handOf(4, 2, 1, 0))).toMatchObject({ refusal: { code: 'hand/odd' } })
    expect(checkHand(decision, { people: 1, counts: [] })).toMatchObject({ ok: false })
    const several = aQuestion({ method: { type: 'approval', min: 1, max: 2 } })
    const marked = (people: number, ...counts: number[]) => ({
      people,
      counts: several.options.map(({ id }, place) => ({ id, count: counts[place] ?? 0 })),
    })
    expect(checkHand(several, marked(3, 3, 2, 1))).toMatchObject({ ok: true })
    for (const odd of [marked(3, 4, 0, 0), marked(3, 1, 1, 0), marked(3, 3, 3, 1)])
      expect(checkHand(several, odd)).toMatchObject({ refusal: { code: 'hand/odd' } })
    const secret = { ...decision, names: 'secret' as const, bars: 'reveal' as const }
    expect(checkHand(secret, handOf(4, 4, 0))).toMatchObject({
      refusal: { code: 'hand/too-few', detail: { least: 5 } },
    })
    expect(checkHand(secret, handOf(5, 4, 1))).toMatchObject({ ok: true })
  })
})

describe('a small group', () => {
  const secret = { ...decision, names: 'secret' as const, bars: 'reveal' as const }
  const five = Array.from({ length: 5 }, () => marks('yes'))

  it('[SG1] hides verdict, hands and count alike, by the least size that the question chose', () => {
    const shown = { state: 'withheld', ballots: 4, least: 5 }
    const hand = handOf(9, 9, 0)
    expect(tally(secret, casts(five.slice(1)), { electorate, hand })).toEqual(shown)
    expect(
      tally({ ...secret, least: 4 }, casts(five.slice(1)), { electorate, hand }),
    ).toMatchObject({
      state: 'counted',
      verdict: { yes: 13 },
    })
    // A part shown apart is a group of its own.
    expect(tally(secret, casts(five), { electorate, hand: handOf(4, 4, 0) })).toEqual({
      ...shown,
      ballots: 5,
    })
  })

  it('[SG2] that chose alike is named so', () => {
    const counted = (...cast: string[]) => tally(decision, casts(cast.map((mark) => marks(mark))))
    const unanimous = (shown: ReturnType<typeof tally>) =>
      shown.state === 'counted' && isUnanimous(shown)
    expect(unanimous(counted('yes', 'yes'))).toBe(true)
    expect(unanimous(counted('yes', 'no'))).toBe(false)
    expect(unanimous(counted())).toBe(false)
    expect(unanimous(tally(decision, casts([marks('yes')]), { hand: handOf(2, 1, 1) }))).toBe(false)
  })
})

describe('who is entitled', () => {
  it('[WD4] is nobody whose admission was taken back', () => {
    const roster = new Roster()
    const withdrawn = new Map(['a', 'b', 'c'].map((key, at) => [key, (at + 1) as Seat]))
    const hall = { seats: 10, withdrawn, roster, voices: new Voices(roster, withdrawn) }
    expect(electorateOf(hall)).toEqual({ entitled: 7, present: 7 })
  })
})

describe('a rule in words', () => {
  const said = (words: Record<string, Sentence>) => (rule: DecisionRule) =>
    motionWords((key, detail) => say(words[key]!, detail), rule)

  it('[VE6] names the whole, the share and the quorum', () => {
    const rule: DecisionRule = {
      base: 'present',
      majority: 'two-thirds',
      quorum: { numerator: 1, denominator: 2, strict: true },
    }
    expect(said(ko)(rule)).toEqual([
      '찬성이 출석 인원의 3분의 2 이상이면 가결됩니다',
      '재적 과반이 투표해야 합니다',
    ])
    expect(said(en)(rule)).toEqual([
      'Passes with two thirds of those present in favour',
      'More than half of those entitled must vote',
    ])
  })

  it('[VE6] says of an absolute majority that it is of all who are entitled', () => {
    const rule: DecisionRule = { base: 'yes-no', majority: 'absolute', quorum: null }
    expect(said(ko)(rule)).toEqual(['찬성이 재적 인원의 과반이면 가결됩니다'])
    expect(said(en)(rule)).toEqual(['Passes with more than half of all who are entitled in favour'])
  })
})
