import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawLot } from '../../shared/tally/lot.ts'
import { EXHAUSTED } from '../../shared/tally/ranked/paper.ts'
import { instantRunoff, type Runoff, type RunoffReason } from '../../shared/tally/ranked/runoff.ts'
import { PLAIN_RUNOFF, type RunoffRule } from '../../shared/tally/ranked/runoff-rule.ts'
import { pileUp, type Pile, type Ranking } from '../../shared/tally/terms.ts'
import { say } from '../../shared/words/index.ts'
import { runoff as en } from '../../shared/words/counts/runoff-en.ts'
import { runoff as ko } from '../../shared/words/counts/runoff-ko.ts'
import { id, ids, spoken } from '../support/spoken.ts'

const rule = (part: Partial<RunoffRule>): RunoffRule => ({ ...PLAIN_RUNOFF, ...part })
const count = (options: string, text: string, part: Partial<RunoffRule> = {}, lot?: string) =>
  instantRunoff(ids(options), spoken(text), {
    rule: rule(part),
    lot: lot === undefined ? null : ids(lot),
  })
const excluded = ({ rounds }: Runoff) => rounds.map((each) => each.excluded.map((one) => one.id))

describe('an instant run-off', () => {
  it('[IR1] excludes the last and moves its papers until one has more than half', () => {
    const { state, winners, rounds, ties } = count('a b c', '4: a\n3: b > c\n2: c > b')
    expect({ state, winners, ties }).toEqual({ state: 'decided', winners: ids('b'), ties: [] })
    expect(rounds).toMatchObject([
      { votes: { a: 4, b: 3, c: 2 }, needed: 5, elected: [] },
      { votes: { a: 4, b: 5 }, needed: 5, elected: ['b'] },
    ])
    expect(rounds[0]?.excluded).toEqual([{ id: 'c', reason: 'lowest', to: { b: 2 }, exhausted: 0 }])
  })

  it('[IR1] asks for more than half of the papers that still count', () => {
    const { winners, rounds } = count('a b c', '4: a\n3: b\n3: c > b\n2: c')
    expect(rounds.map(({ needed }) => needed)).toEqual([7, 5])
    expect(rounds[1]).toMatchObject({ votes: { a: 4, c: 5 }, exhausted: { choices: 3 } })
    expect(winners).toEqual(['c'])
  })

  it('[IR2] breaks a tie for the last place by the latest earlier round in which they differ', () => {
    const papers = '6: a\n3: b\n2: c\n1: d > c\n5: e'
    const { rounds, ties } = count('a b c d e', papers)
    expect(rounds[1]?.votes).toEqual({ a: 6, b: 3, c: 3, e: 5 })
    expect(ties).toEqual([{ stage: 2, options: ids('b c'), resolvedBy: 'earlier' }])
    expect(rounds[1]?.excluded[0]?.id).toBe('c')
  })

  it('[IR2] goes on to the lot where no earlier round tells them apart', () => {
    const papers = '3: a\n2: b > a\n2: c'
    expect(excluded(count('a b c', papers, {}, 'b c a'))[0]).toEqual(['c'])
    const other = count('a b c', papers, {}, 'c b a')
    expect(excluded(other)[0]).toEqual(['b'])
    expect(other.ties).toEqual([{ stage: 1, options: ids('b c'), resolvedBy: 'lot' }])
  })

  it('[IR2] takes an order that stood in the rule instead, where the rule has one', () => {
    const { winners, ties } = count('a b', '1: a\n1: b', { ties: [{ order: ids('b a') }] }, 'a b')
    expect(winners).toEqual(['b'])
    expect(ties).toEqual([{ stage: 1, options: ids('a b'), resolvedBy: 'rule' }])
  })

  it('[IR3] is tied where nothing breaks a tie', () => {
    const { state, winners, ties, reasons } = count('a b c', '3: a\n2: b > a\n2: c')
    expect({ state, winners }).toEqual({ state: 'tied', winners: [] })
    expect(ties).toEqual([{ stage: 1, options: ids('b c'), resolvedBy: 'tied' }])
    expect(reasons).toMatchObject({
      a: { code: 'left' },
      b: { code: 'left-tied' },
      c: { code: 'left-tied' },
    })
    expect(count('a b', '1: a\n1: b').state).toBe('tied')
  })

  it('[IR3] excludes equal ones together where no order of theirs could change anything', () => {
    const { state, winners, rounds, ties } = count('a b c d', '5: a\n4: b\n1: c > d > b\n1: d > b')
    expect(rounds[0]?.excluded).toEqual([
      { id: 'c', reason: 'together', to: { b: 1 }, exhausted: 0 },
      { id: 'd', reason: 'together', to: { b: 1 }, exhausted: 0 },
    ])
    expect({ state, winners }).toEqual({ state: 'decided', winners: ids('b') })
    expect(ties).toEqual([{ stage: 1, options: ids('c d'), resolvedBy: 'rule' }])
  })

  it('[IR3] breaks no later tie by rounds before those that went together: others lie between', () => {
    const papers = '7: b > e\n7: e\n1: d > a > e\n2: d > b\n3: c > e\n2: a > b'
    const { state, ties, rounds } = count('a b c d e', papers)
    expect(rounds.at(-1)?.votes).toEqual({ b: 11, e: 11 })
    expect(state).toBe('tied')
    expect(ties).toEqual([
      { stage: 2, options: ids('c d'), resolvedBy: 'rule' },
      { stage: 3, options: ids('b e'), resolvedBy: 'tied' },
    ])
    const by = (lot: string) => count('a b c d e', papers, {}, lot).winners
    expect([by('a b c d e'), by('a b d c e')]).toEqual([ids('b'), ids('e')])
  })

  it('[IR4] elects nobody without a counted vote', () => {
    expect(count('a b', '')).toMatchObject({ state: 'none', winners: [], rounds: [{ needed: 1 }] })
    expect(count('a b', '4: -').rounds[0]?.exhausted.blank).toBe(4)
  })

  it('[IR5] ends a paper at a rank with several options, passes the rank over, or asks who continues', () => {
    const papers = '5: a\n4: b\n1: c\n2: c > a = b > b\n2: d > c = b > a'
    const last = (overvote: RunoffRule['overvote']) =>
      count('a b c d', papers, { overvote, ties: ['lot'] }, 'a b c d').rounds.at(-1)
    expect(last('exhaustImmediately')).toMatchObject({
      votes: { a: 5, b: 4 },
      exhausted: { overvote: 4, choices: 1 },
    })
    expect(last('alwaysSkipToNextRank')).toMatchObject({
      votes: { a: 7, b: 6 },
      exhausted: { overvote: 0, choices: 1 },
    })
    const asked = count('a b c d', papers, { overvote: 'exhaustIfMultipleContinuing' }, 'a b d c')
    expect(asked.rounds.at(-1)?.exhausted.overvote).toBeGreaterThan(0)
    const one = count('a b c', '3: a\n2: b\n1: c > c = b', {
      overvote: 'exhaustIfMultipleContinuing',
      continueUntilTwo: true,
    })
    expect(one.rounds.at(-1)?.votes).toEqual({ a: 3, b: 3 })
  })

  it('[IR6] ends a paper after more left out ranks in a row than the rule allows', () => {
    const papers = '5: a\n4: b\n1: c > - > b\n1: - > - > b'
    const skipped = (maxSkippedRanksAllowed: number | null) =>
      count('a b c', papers, { maxSkippedRanksAllowed }).rounds.at(-1)
    expect(skipped(0)).toMatchObject({ votes: { a: 5, b: 4 }, exhausted: { skipped: 2 } })
    expect(skipped(1)).toMatchObject({ votes: { a: 5, b: 5 }, exhausted: { skipped: 1 } })
    expect(skipped(null)).toMatchObject({ votes: { a: 5, b: 6 }, exhausted: { skipped: 0 } })
  })

  it('[IR7] passes over an option that stands on a paper again, or ends the paper there', () => {
    const papers = '4: a\n3: b\n2: c > c > b'
    const last = (exhaustOnDuplicateCandidate: boolean) =>
      count('a b c', papers, { exhaustOnDuplicateCandidate }).rounds.at(-1)
    expect(last(false)?.votes).toEqual({ a: 4, b: 5 })
    expect(last(true)).toMatchObject({ votes: { a: 4, b: 3 }, exhausted: { repeated: 2 } })
  })

  it('[IR8] excludes the lowest in one batch where together they have fewer than the next', () => {
    const papers = '9: a\n8: b\n2: c > b\n1: d > b\n5: e > b'
    expect(excluded(count('a b c d e', papers, { batchElimination: true }))[0]).toEqual(['d', 'c'])
    expect(excluded(count('a b c d e', papers))[0]).toEqual(['d'])
    const equal = '9: a\n8: b\n2: c > b\n1: d > b\n3: e > b'
    expect(excluded(count('a b c d e', equal, { batchElimination: true }))[0]).toEqual([
      'd',
      'c',
      'e',
    ])
  })

  it('[IR9] goes on after the majority until two are left where the rule says so', () => {
    const { winners, rounds } = count('a b c', '6: a\n2: b\n1: c > b', { continueUntilTwo: true })
    expect(winners).toEqual(['a'])
    expect(rounds.map(({ elected }) => elected.length)).toEqual([1, 0, 0])
    expect(rounds[2]?.votes).toEqual({ a: 6, b: 3 })
    expect(rounds.map(({ needed }) => needed)).toEqual([5, 5, 5])
  })

  it('[IR9] is decided though a tie behind the winner ends what is shown', () => {
    const { state, winners } = count('a b c', '6: a\n2: b\n2: c', { continueUntilTwo: true })
    expect({ state, winners }).toEqual({ state: 'decided', winners: ids('a') })
  })

  it('[IR10] excludes write-ins that nobody declared first and never elects them', () => {
    const papers = '5: w > b\n3: a\n2: b\n1: w'
    const { winners, rounds } = count('a b w', papers, { writeIns: ids('w') })
    expect(rounds[0]?.excluded).toEqual([
      { id: 'w', reason: 'write-in', to: { b: 5 }, exhausted: 1 },
    ])
    expect(winners).toEqual(['b'])
    expect(count('w', '3: w', { writeIns: ids('w') }).state).toBe('none')
  })

  it('[IR11] excludes at once who has fewer votes than the rule’s minimum', () => {
    const papers = '7: a\n6: b\n2: c > b\n1: d'
    const { rounds } = count('a b c d', papers, { minimumVotes: 3 })
    expect(rounds[0]?.excluded.map((each) => [each.id, each.reason])).toEqual([
      ['d', 'minimum'],
      ['c', 'minimum'],
    ])
  })

  it('[IR12] keeps the first round’s half where the rule says so, and elects the better of two', () => {
    const papers = '4: a\n3: b\n2: c'
    const { winners, rounds, reasons } = count('a b c', papers, {
      firstRoundDeterminesThreshold: true,
    })
    expect(rounds.map(({ needed }) => needed)).toEqual([5, 5])
    expect(winners).toEqual(['a'])
    expect(reasons[id('a')]).toEqual({ code: 'most', round: 2, votes: 4, needed: 5 })
  })

  it('[IR13] ends with the round that the rule names, and no papers move in it', () => {
    const { state, rounds } = count('a b c', '4: a\n3: b\n2: c > b', { stopAfterRound: 1 })
    expect(state).toBe('none')
    expect(rounds).toHaveLength(1)
    expect(rounds[0]?.excluded).toEqual([{ id: 'c', reason: 'lowest', to: {}, exhausted: 0 }])
  })

  it('[IR14] counts nothing for an excluded option; its rank is not one left out', () => {
    const { winners, rounds, reasons } = count('a b x', '3: x > b\n2: a', {
      excluded: ids('x'),
      maxSkippedRanksAllowed: 0,
    })
    expect(rounds[0]?.votes).toEqual({ a: 2, b: 3 })
    expect(winners).toEqual(['b'])
    expect(reasons[id('x')]).toEqual({ code: 'withdrawn' })
  })

  it('[IR15] elects one after the other, each in a count without those before', () => {
    const papers = '5: a > b\n4: c\n3: b > a'
    const { winners, rounds } = count('a b c', papers, {
      winners: { type: 'sequential', seats: 2 },
    })
    expect(winners).toEqual(['a', 'b'])
    expect(rounds.map(({ pass, round }) => [pass, round])).toEqual([
      [1, 1],
      [1, 2],
      [2, 1],
    ])
    const more = count('a b', papers, { winners: { type: 'sequential', seats: 5 } })
    expect(more).toMatchObject({ state: 'decided', winners: ['a', 'b'] })
  })

  it('[IR16] excludes from below until as many are left as there are seats', () => {
    const winners = { type: 'bottoms-up', seats: 2 } as const
    const { rounds, ...result } = count('a b c d', '9: a\n4: b\n3: c\n2: d > c', { winners })
    expect(result).toMatchObject({ state: 'decided', winners: ['a', 'c'] })
    expect(rounds.map(({ needed }) => needed)).toEqual([7, 7, 7])
    expect(count('a b', '1: a', { winners: { type: 'bottoms-up', seats: 3 } }).winners).toEqual(
      ids('a b'),
    )
    const tied = count('a b c', '5: a\n3: b\n3: c', { winners })
    expect(tied).toMatchObject({ state: 'tied', winners: ['a'] })
  })

  it('[IR17] excludes from below until everyone left has the share of the rule', () => {
    const papers = '9: a\n5: b\n3: c > d\n3: d'
    const share = { numerator: 25, denominator: 100 }
    const one = { type: 'bottoms-up-share', share, together: false } as const
    const single = count('a b c d', papers, { winners: one }, 'a b d c')
    expect(single.winners).toEqual(['a', 'd', 'b'])
    expect(single.rounds.map(({ needed }) => needed)).toEqual([5, 5])
    expect(count('a b c d', papers, { winners: { ...one, together: true } }).winners).toEqual([
      'a',
      'b',
    ])
    // Together they have fewer than the next, and still one lifts the other: no shortcut.
    expect(count('a b c d', '20: a\n12: b\n5: c > d\n5: d > c', { winners: one }).state).toBe(
      'tied',
    )
  })
})

const OPTIONS = ids('a b c d e')
const paper = fc.array(fc.subarray(OPTIONS, { maxLength: 2 }), { maxLength: 6 })
const papers = fc.array(fc.record({ ballot: paper, count: fc.integer({ min: 1, max: 9 }) }), {
  maxLength: 30,
})
const anyRule: fc.Arbitrary<RunoffRule> = fc.record({
  winners: fc.constantFrom<RunoffRule['winners']>(
    { type: 'one' },
    { type: 'sequential', seats: 2 },
    { type: 'bottoms-up', seats: 2 },
    { type: 'bottoms-up-share', share: { numerator: 1, denominator: 4 }, together: false },
    { type: 'bottoms-up-share', share: { numerator: 1, denominator: 4 }, together: true },
  ),
  overvote: fc.constantFrom<RunoffRule['overvote']>(
    'exhaustImmediately',
    'alwaysSkipToNextRank',
    'exhaustIfMultipleContinuing',
  ),
  maxSkippedRanksAllowed: fc.constantFrom(null, 0, 1),
  exhaustOnDuplicateCandidate: fc.boolean(),
  batchElimination: fc.boolean(),
  continueUntilTwo: fc.boolean(),
  minimumVotes: fc.constantFrom(0, 3),
  firstRoundDeterminesThreshold: fc.boolean(),
  stopAfterRound: fc.constantFrom(null, 2),
  ties: fc.constantFrom<RunoffRule['ties']>([], ['earlier'], ['earlier', 'lot'], ['lot']),
  excluded: fc.subarray(ids('d')),
  writeIns: fc.subarray(ids('e')),
})
const lots = fc.constantFrom(null, drawLot('00'.repeat(32), OPTIONS))

const shuffled = <T>(list: readonly T[]) =>
  fc.shuffledSubarray([...list], { minLength: list.length })
const apart = (piles: readonly Pile<Ranking>[]) =>
  piles.flatMap(({ ballot, count }) => Array.from({ length: count }, () => ({ ballot, count: 1 })))

describe('of any papers an instant run-off', () => {
  it('[IR18] has every paper in every round: votes and exhausted are all of them', () => {
    fc.assert(
      fc.property(papers, anyRule, lots, (piles, rule, lot) => {
        const all = piles.reduce((sum, { count }) => sum + count, 0)
        const { rounds } = instantRunoff(OPTIONS, piles, { rule, lot })
        for (const { votes, exhausted, excluded } of rounds) {
          const sum = (of: Record<string, number>) => Object.values(of).reduce((a, b) => a + b, 0)
          expect(sum(votes) + sum(exhausted)).toBe(all)
          for (const one of excluded)
            expect([0, votes[one.id]]).toContain(sum(one.to) + one.exhausted)
        }
      }),
    )
  })

  it('[CO2] is the same in whichever order papers and options come, merged or one by one', () => {
    const cases = papers.chain((piles) =>
      fc.tuple(fc.constant(piles), shuffled(apart(piles)), shuffled(OPTIONS)),
    )
    fc.assert(
      fc.property(cases, anyRule, lots, ([piles, others, options], rule, lot) => {
        const single = apart(piles).map(({ ballot }) => ballot)
        const merged = pileUp(single, (ballot) => JSON.stringify(ballot))
        const result = instantRunoff(OPTIONS, merged, { rule, lot })
        expect(instantRunoff(options, others, { rule, lot })).toEqual(result)
        expect(instantRunoff(options, piles, { rule, lot })).toEqual(result)
      }),
    )
  })

  it('[IR3] loses nothing by excluding together: any lot would elect the same', () => {
    const plain = fc.array(
      fc.record({
        ballot: shuffled(OPTIONS).map((all) => all.map((one) => [one])),
        count: fc.integer({ min: 1, max: 4 }),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(plain, shuffled(OPTIONS), (piles, lot) => {
        const { state, winners } = instantRunoff(OPTIONS, piles)
        if (state !== 'decided') return
        expect(instantRunoff(OPTIONS, piles, { lot: lot }).winners).toEqual(winners)
      }),
    )
  })

  it('[IR18] names a reason for every option, and papers exhaust for known reasons alone', () => {
    fc.assert(
      fc.property(papers, anyRule, lots, (piles, rule, lot) => {
        const { reasons, winners, rounds } = instantRunoff(OPTIONS, piles, { rule, lot })
        expect(Object.keys(reasons).sort()).toEqual([...OPTIONS].sort())
        const elected = ['majority', 'most', 'seat', 'share']
        const named = OPTIONS.filter((one) => elected.includes(reasons[one]?.code ?? ''))
        expect(named.sort()).toEqual([...winners].sort())
        for (const { exhausted } of rounds) expect(Object.keys(exhausted)).toEqual([...EXHAUSTED])
      }),
    )
  })
})

it('[IR1] counts piles by weight: a whole number is what they hold together', () => {
  const { rounds } = instantRunoff(
    [id('a'), id('b')],
    [
      { ballot: [[id('a')]], count: 1_200_000 },
      { ballot: [[id('b')]], count: 1_300_001 },
    ],
  )
  expect(rounds[0]).toMatchObject({ needed: 1_250_001, elected: ['b'] })
})

/** The compiler asks for every code. */
const REASONS = {
  ...{ majority: true, most: true, seat: true, share: true },
  ...{ left: true, 'left-tied': true, withdrawn: true },
  ...{ 'excluded-lowest': true, 'excluded-batch': true, 'excluded-together': true },
  ...{ 'excluded-minimum': true, 'excluded-share': true, 'excluded-write-in': true },
} satisfies Record<RunoffReason['code'], true>

it('[CO1] says in both languages why each option ended as it did', () => {
  const codes = Object.keys(REASONS)
  for (const words of [ko, en]) expect(codes.filter((code) => !(code in words))).toEqual([])
  const detail = { name: '가', round: 2, votes: 1200, needed: 1100 }
  expect(say(ko.majority, detail)).toBe(
    '가: 2차 집계에서 1,200표를 얻어 당선됐습니다(기준 1,100표)',
  )
  expect(say(en.majority, detail)).toBe('가: elected in count 2 with 1,200 votes (1,100 needed)')
})
