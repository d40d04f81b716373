import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBltReader } from '../../shared/formats/blt/read.ts'
import type { OptionId } from '../../shared/ids.ts'
import { countStv, type StvCount } from '../../shared/tally/ranked/stv.ts'
import { PAPER } from '../../shared/tally/ranked/stv-papers.ts'
import { say, type Sentence } from '../../shared/words/index.ts'
import { votesIn } from '../../shared/words/counts/parts.ts'
import { stv as en } from '../../shared/words/counts/stv-en.ts'
import { stv as ko } from '../../shared/words/counts/stv-ko.ts'
import { filesOf, noElections, readSet } from '../support/elections.ts'
import { readIn } from '../support/fed.ts'
import { rankedTwice } from '../support/rankings.ts'
import { ids, spoken } from '../support/spoken.ts'

const count = (options: string, text: string, seats: number, lot?: string) =>
  countStv(ids(options), spoken(text), { seats, lot: lot === undefined ? null : ids(lot) })

const deeds = ({ stages }: StvCount) => stages.map(({ deed, of }) => (of ? `${deed} ${of}` : deed))
describe('a single transferable vote', () => {
  it('[TV1] elects with the quota and hands on what is over it, over all papers', () => {
    const result = count('a b c', '4: a > b\n2: a > c\n2: b\n3: c', 2)
    expect(result).toMatchObject({ state: 'decided', valid: 11, quota: 4 * PAPER, ties: [] })
    expect(deeds(result)).toEqual(['first', 'surplus a', 'exclusion b'])
    const [, surplus, exclusion] = result.stages
    // Two of six votes are over: each paper goes on at 0.33333, and the rest of it is lost.
    expect(surplus).toMatchObject({
      to: { b: 133_332, c: 66_666 },
      votes: { a: 4 * PAPER, b: 333_332, c: 366_666 },
      ...{ nonTransferable: 0, lost: 2, elected: [] },
    })
    expect(exclusion).toMatchObject({ nonTransferable: 333_332, elected: ['c'] })
    expect(result.winners).toEqual(ids('a c'))
  })

  it('[TV1] hands on the largest surplus first, and stops with the last seat', () => {
    const result = count('a b c d', '9: a > c\n12: b > d\n2: c\n1: d', 3)
    expect(result.quota).toBe(7 * PAPER)
    expect(deeds(result)).toEqual(['first', 'surplus b', 'surplus a', 'exclusion c'])
    expect(result.winners).toEqual(ids('b a d'))
  })

  it('[TV1] elects everybody where there are no more than seats, and nobody without a vote', () => {
    expect(count('a b', '1: a', 3)).toMatchObject({ state: 'decided', winners: ids('a b') })
    expect(count('a b', '', 3)).toMatchObject({ state: 'none', winners: [], valid: 0 })
  })

  it('[TV1] is exact as far as numbers are, and throws beyond', () => {
    const most = '60000000000: a > b\n30000000000: b\n3: c > b'
    expect(count('a b c', most, 2).stages[1]).toMatchObject({
      ...{ deed: 'surplus', of: 'a', votes: { a: 3_000_000_000_200_000 } },
    })
    expect(() => count('a', '90071992548: a', 1)).toThrow(RangeError)
  })

  it('[TV2] a paper is good up to a rank that several share, nobody has, or that repeats a name', () => {
    const text = '1: a > b=c > d\n1: a > - > d\n1: a > a > d\n2: b=c > d\n3: - > d\n1: \n6: c\n5: d'
    const result = count('a b c d', text, 1)
    expect(result).toMatchObject({ valid: 14, invalid: 6 })
    expect(result.stages[0]?.votes).toEqual({ a: 300_000, b: 0, c: 600_000, d: 500_000 })
    const [, , out] = result.stages
    expect(out).toMatchObject({ deed: 'exclusion', of: 'a', to: {}, nonTransferable: 300_000 })
  })

  it('[TV2] passes over whoever is not an option', () => {
    const result = count('a b', '3: gone > a\n2: b\n4: gone', 1)
    expect(result).toMatchObject({ valid: 5, invalid: 4, winners: ids('a') })
  })

  it('[TV3] equal votes are told apart by the latest earlier stage', () => {
    const result = count('a b c d e', '1: a > b\n2: b\n3: c\n4: d\n5: e', 2)
    expect(deeds(result)).toEqual(['first', 'exclusion a', 'exclusion b', 'exclusion c'])
    expect(result.ties).toEqual([{ stage: 3, options: ids('b c'), resolvedBy: 'earlier' }])
  })

  it('[TV3] then by the lot, first is best; and without one the count is tied', () => {
    const text = '4: a\n3: b > c\n3: c > b'
    const options = ids('b c')
    const drawn = count('a b c', text, 1, 'a c b')
    expect(drawn).toMatchObject({ state: 'decided', winners: ids('c') })
    expect(drawn.ties).toEqual([{ stage: 2, options, resolvedBy: 'lot' }])
    const tied = count('a b c', text, 1)
    expect(tied).toMatchObject({
      state: 'tied',
      winners: [],
      reasons: { b: { code: 'left-tied' } },
    })
    expect(tied.ties).toEqual([{ stage: 2, options, resolvedBy: 'tied' }])
  })

  it('[TV3] equal surpluses go by the same rules', () => {
    const text = '6: a > c\n6: b > d\n1: c\n1: d\n2: e'
    expect(deeds(count('a b c d e', text, 3, 'b a c d e'))[1]).toBe('surplus b')
    expect(count('a b c d e', text, 3)).toMatchObject({ state: 'tied', winners: ids('a b') })
  })

  it('[TV3] where the tie cannot touch them, seats are given all the same', () => {
    const tied = count('a b c d', '5: a\n4: d\n3: b\n3: c', 3)
    expect(tied).toMatchObject({ state: 'tied', winners: ids('a d') })
  })

  it('[TV3] options without any vote need no lot where enough others are left', () => {
    const none = count('a b c d e', '5: a\n4: b\n3: e > b', 1)
    expect(none).toMatchObject({ state: 'decided', winners: ids('b') })
    expect(none.ties).toEqual([{ stage: 2, options: ids('c d'), resolvedBy: 'rule' }])
  })

  it('[TV3] whom a count without a lot elects, every lot elects', () => {
    const election = rankedTwice({ equal: false })
    fc.assert(
      fc.property(election, fc.integer({ min: 1, max: 4 }), ({ options, piles, lot }, seats) => {
        const without = countStv(options, piles, { seats, lot: null })
        const drawn = countStv(options, piles, { seats, lot: lot ?? options })
        expect(drawn.winners).toEqual(expect.arrayContaining([...without.winners]))
        if (without.state !== 'tied') expect(without.winners).toHaveLength(drawn.winners.length)
      }),
      { numRuns: 1000 },
    )
  })

  it('[CO2] order of options and papers changes nothing, nor whether papers are merged', () => {
    fc.assert(
      fc.property(
        rankedTwice({ equal: true }),
        fc.integer({ min: 1, max: 4 }),
        ({ options, piles, lot, shuffled }, seats) => {
          const result = countStv(options, piles, { seats, lot })
          expect(countStv(shuffled.options, shuffled.piles, { seats, lot })).toEqual(result)
          if (lot && result.valid > 0) expect(result.state).toBe('decided')
        },
      ),
      { numRuns: 500 },
    )
  })

  it('[TV5] votes, those not transferable and those lost are all valid papers, at every stage', () => {
    fc.assert(
      fc.property(
        rankedTwice({ equal: false }),
        fc.integer({ min: 1, max: 4 }),
        ({ options, piles, lot }, seats) => {
          const { stages, valid, winners } = countStv(options, piles, { seats, lot })
          let gone = 0
          for (const { votes, nonTransferable, lost } of stages) {
            expect(lost).toBeGreaterThanOrEqual(0)
            gone += nonTransferable + lost
            const held = Object.values(votes).reduce((all, each) => all + each, 0)
            expect(held + gone).toBe(valid * PAPER)
          }
          expect(winners.length).toBeLessThanOrEqual(seats)
        },
      ),
    )
  })

  it('[CO1] says why each one won or lost, in both languages', () => {
    const result = count('a b c d', '9: a > c\n12: b > d\n2: c\n1: d', 3)
    const said = (words: Record<StvCount['reasons'][OptionId]['code'], Sentence>) =>
      Object.entries(result.reasons).map(([name, reason]) =>
        say(words[reason.code], { ...reason, name }),
      )
    expect(said(ko)).toEqual([
      'a: 1단계에서 9표로 기준 7표를 채워 당선됐습니다',
      'b: 1단계에서 12표로 기준 7표를 채워 당선됐습니다',
      'c: 3.99998표로 가장 적어 4단계에서 탈락했습니다',
      'd: 남은 후보 수가 남은 자리를 넘지 않아 4단계에서 5.99992표로 당선됐습니다',
    ])
    expect(said(en)[2]).toBe('c: out in stage 4 with the fewest votes, 3.99998')
    expect(votesIn('en')(138_100_000)).toBe('1,381')
    expect(votesIn('ko')(123_456_020)).toBe('1,234.5602')
  })
})

interface Expected {
  seats: number
  quota: string
  elected: string[]
  electionOrder: string[]
  finalNonTransferable: string
  stages: { nonTransferable: string; votes: Record<string, string> }[]
}

/** The reference hands on surpluses of nothing; the order knows none. */
const EMPTY: Record<string, number[]> = { 'SC-Vm-12.blt': [1, 2] }

const decimal = (parts: number) =>
  `${Math.floor(parts / PAPER)}.${String(parts % PAPER).padStart(5, '0')}`

describe(`Glasgow 2007${noElections ? ` (skipped: ${noElections})` : ''}`, () => {
  const files = noElections ? [] : filesOf('stv-glasgow-2007', '.blt')

  it.skipIf(noElections)('[TV7] all 22 elections are here', () => {
    expect(files).toHaveLength(22)
  })

  it.each(files)('[TV7] %s comes out to the fifth decimal at every stage', (file) => {
    const reading = readIn(createBltReader(), readSet('stv-glasgow-2007', file))
    if (!reading.ok) throw new Error(JSON.stringify(reading.faults))
    const { options, ballots, seats } = reading.value
    const expected = JSON.parse(
      readSet('stv-glasgow-2007', file.replace('.blt', '.expected.json')),
    ) as Expected
    const standing = options.filter(({ withdrawn }) => !withdrawn).map(({ id }) => id)
    // The reference's lot lets whoever stands first on the paper go first.
    const lot = [...standing].reverse()
    const result = countStv(standing, ballots.piles, { seats: seats!, lot })
    const nameOf = (id: OptionId) => options.find((option) => option.id === id)!.name

    let spent = 0
    const stages = result.stages.map(({ votes, nonTransferable }) => ({
      nonTransferable: decimal((spent += nonTransferable)),
      votes: Object.fromEntries(standing.map((id) => [nameOf(id), decimal(votes[id]!)])),
    }))
    const said = expected.stages.filter((_, at) => !EMPTY[file]?.includes(at))
    expect(stages).toEqual(said.map(({ votes, nonTransferable }) => ({ votes, nonTransferable })))
    expect(decimal(result.quota)).toBe(expected.quota)
    expect(result.winners.map(nameOf).sort()).toEqual([...expected.elected].sort())
    // At one stage several may be elected: of these the reference gives no order.
    const stageOf = (name: string) =>
      result.stages.findIndex(({ elected }) => elected.map(nameOf).includes(name))
    const order = expected.electionOrder.map(stageOf)
    expect(order).toEqual([...order].sort((a, b) => a - b))
  })
})
