import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPreflibReader } from '../../shared/formats/preflib/read.ts'
import type { OptionId } from '../../shared/ids.ts'
import { comparePairs, condorcetWinner, votesOver } from '../../shared/tally/ranked/pairwise.ts'
import { instantRunoff } from '../../shared/tally/ranked/runoff.ts'
import { countSchulze, type Schulze } from '../../shared/tally/ranked/schulze.ts'
import { strongestPaths } from '../../shared/tally/ranked/schulze-paths.ts'
import { say, type Sentence } from '../../shared/words/index.ts'
import { schulze as en } from '../../shared/words/counts/schulze-en.ts'
import { schulze as ko } from '../../shared/words/counts/schulze-ko.ts'
import { filesOf, readSet } from '../support/elections.ts'
import { readIn } from '../support/fed.ts'
import { rankedTwice } from '../support/rankings.ts'
import { id, ids, spoken } from '../support/spoken.ts'

const pairs = (options: string, text: string) => comparePairs(ids(options), spoken(text))
const count = (options: string, text: string, seats = 1, lot?: string) =>
  countSchulze(ids(options), spoken(text), { seats, lot: lot === undefined ? null : ids(lot) })
const ranksOf = ({ ranks }: Schulze) => ranks.map((equal) => equal.join('=')).join(' > ')

describe('comparing pairs', () => {
  it('[CW1] the ranked stand over the others; equals and the unranked say nothing', () => {
    const { over, valid } = pairs('a b c d', '3: a > b=c\n2: - > c > a > c\n4: x > d\n1: x')
    expect(over).toEqual({
      a: { b: 5, c: 3, d: 5 },
      b: { a: 0, c: 0, d: 3 },
      c: { a: 2, b: 2, d: 5 },
      d: { a: 4, b: 4, c: 4 },
    })
    expect(valid).toBe(9)
  })

  it('[CW2] whoever beats each other one is named, and nobody where there is none', () => {
    // Capital of Tennessee, the textbook example.
    const text = `42: memphis > nashville > chattanooga > knoxville
      26: nashville > chattanooga > knoxville > memphis
      15: chattanooga > knoxville > nashville > memphis
      17: knoxville > chattanooga > nashville > memphis`
    const cities = 'memphis nashville chattanooga knoxville'
    expect(condorcetWinner(pairs(cities, text))).toBe('nashville')
    expect(condorcetWinner(pairs('a b c', '1: a > b > c\n1: b > c > a\n1: c > a > b'))).toBeNull()
    expect(condorcetWinner(pairs('a b', '1: a\n1: b'))).toBeNull()
    expect(condorcetWinner(pairs('a', ''))).toBeNull()
  })

  it('[CW2] Burlington 2009: Montroll beats all, though Kiss won the run-off and Wright led', () => {
    // The three who mattered, as the city's ballots rank them.
    const text = `1332: montroll > kiss > wright
      767: montroll > wright > kiss
      455: montroll
      2043: kiss > montroll > wright
      371: kiss > wright > montroll
      568: kiss
      1513: wright > montroll > kiss
      495: wright > kiss > montroll
      1289: wright`
    const options = 'kiss montroll wright'
    expect(pairs(options, text).over).toEqual({
      montroll: { kiss: 4067, wright: 4597 },
      kiss: { montroll: 3477, wright: 4314 },
      wright: { montroll: 3668, kiss: 4064 },
    })
    const { condorcet, winners, reasons } = count(options, text)
    expect({ condorcet, winners }).toEqual({ condorcet: 'montroll', winners: ids('montroll') })
    expect(reasons[id('kiss')]).toMatchObject({ by: 'montroll', votes: 4067, against: 3477 })
    expect(instantRunoff(ids(options), spoken(text)).winners).toEqual(ids('kiss'))
  })
})

/** The example of Schulze's article: 45 voters, and E stands before A, C, B, D. */
const SCHULZE = `5: A > C > B > E > D
5: A > D > E > C > B
8: B > E > D > A > C
3: C > A > B > E > D
7: C > A > E > B > D
2: C > B > A > D > E
7: D > C > E > B > A
8: E > B > A > D > C`

describe("Schulze's method", () => {
  it('[CW3] the example of his article: strongest chains and ranks', () => {
    const result = count('A B C D E', SCHULZE)
    expect(result).toMatchObject({ state: 'decided', winners: ids('E'), condorcet: null, ties: [] })
    expect(ranksOf(result)).toBe('E > A > C > B > D')
    const { strength } = strongestPaths(result.pairs)
    const row = (from: string) =>
      ids('A B C D E').map((to) => (to === id(from) ? 0 : strength(id(from), to)))
    expect(['A', 'B', 'C', 'D', 'E'].map(row)).toEqual([
      [0, 28, 28, 30, 24],
      [25, 0, 28, 33, 24],
      [25, 29, 0, 29, 24],
      [25, 28, 28, 0, 24],
      [25, 28, 28, 31, 0],
    ])
    expect(votesOver(result.pairs, id('E'), id('B'))).toBe(27)
  })

  it('[CW4] says by whom each one was beaten, and by which chain', () => {
    const { reasons } = count('A B C D E', SCHULZE)
    expect(reasons).toMatchObject({
      E: { code: 'unbeaten' },
      D: { code: 'beaten', by: 'E', votes: 31, against: 14 },
      B: {
        ...{ code: 'beaten-chain', by: 'E', votes: 28, against: 24 },
        chain: [
          { over: 'E', under: 'D', votes: 31, against: 14 },
          { over: 'D', under: 'C', votes: 28, against: 17 },
          { over: 'C', under: 'B', votes: 29, against: 16 },
        ],
      },
    })
    const said = (words: Record<string, Sentence>) =>
      Object.entries(reasons).map(([name, { code, ...rest }]) => {
        const { votes = 0, against = 0, by = '' } = 'by' in rest ? rest : {}
        return say(words[`reason-${code}`]!, { name, by, votes, against })
      })
    expect(said(ko)).toEqual([
      'A: 맞대결을 이어 비교하면 E 후보가 25표 대 24표로 더 강해 당선되지 못했습니다',
      'B: 맞대결을 이어 비교하면 E 후보가 28표 대 24표로 더 강해 당선되지 못했습니다',
      'C: 맞대결을 이어 비교하면 E 후보가 28표 대 24표로 더 강해 당선되지 못했습니다',
      'D: E 후보를 앞에 둔 표가 31표 대 14표로 더 많아 당선되지 못했습니다',
      'E: 맞대결을 이어 비교했을 때 더 강한 후보가 없어 당선됐습니다',
    ])
    expect(said(en)[3]).toBe('D: not elected; 31 rank E higher, 14 lower')
  })

  it('[CW3] several seats go by the ranks', () => {
    const { winners, reasons } = count('A B C D E', SCHULZE, 3)
    expect(winners).toEqual(ids('E A C'))
    expect(reasons[id('C')]).toEqual({ code: 'next' })
  })

  it('[BO2] equal options are a tie that only the lot settles', () => {
    const options = ids('a b c')
    const text = '1: a > b > c\n1: b > c > a\n1: c > a > b'
    const tied = count('a b c', text)
    expect(tied).toMatchObject({ state: 'tied', winners: [] })
    expect(tied.ties).toEqual([{ stage: 1, options, resolvedBy: 'tied' }])
    const drawn = count('a b c', text, 2, 'b c a')
    expect(drawn).toMatchObject({ state: 'decided', winners: ids('b c') })
    expect(drawn.reasons).toEqual({
      a: { code: 'lot-lost' },
      b: { code: 'lot-won' },
      c: { code: 'lot-won' },
    })
    expect(count('a b', '')).toMatchObject({ state: 'none', winners: [], ties: [] })
  })

  it('[BO2] whom a count without a lot elects, every lot elects', () => {
    const election = rankedTwice({ equal: true })
    fc.assert(
      fc.property(election, fc.integer({ min: 1, max: 4 }), ({ options, piles, lot }, seats) => {
        const without = countSchulze(options, piles, { seats, lot: null })
        const drawn = countSchulze(options, piles, { seats, lot: lot ?? options })
        expect(drawn.winners).toEqual(expect.arrayContaining([...without.winners]))
        if (without.state !== 'tied') expect(without.winners).toHaveLength(drawn.winners.length)
      }),
    )
  })

  it('[CO2] order of options and papers changes nothing, nor whether papers are merged', () => {
    const elections = rankedTwice({ equal: true })
    fc.assert(
      fc.property(elections, fc.integer({ min: 1, max: 3 }), (election, seats) => {
        const { options, piles, lot, shuffled } = election
        const result = countSchulze(options, piles, { seats, lot })
        expect(countSchulze(shuffled.options, shuffled.piles, { seats, lot })).toEqual(result)
        expect(new Set(result.ranks.flat()).size).toBe(result.pairs.valid ? options.length : 0)
      }),
      { numRuns: 500 },
    )
  })

  it('[CW7] whoever beats each other one wins alone, and chains form no circle', () => {
    fc.assert(
      fc.property(rankedTwice({ equal: true }), ({ options, piles }) => {
        const { condorcet, ranks, pairs, reasons } = countSchulze(options, piles, {
          seats: 1,
          lot: null,
        })
        if (condorcet) expect(ranks[0]).toEqual([condorcet])
        const { isBefore, strength } = strongestPaths(pairs)
        const all = pairs.options
        const each = (look: (a: OptionId, b: OptionId, c: OptionId) => void) =>
          all.forEach((a) => all.forEach((b) => all.forEach((c) => look(a, b, c))))
        each((a, b, c) => {
          if (isBefore(a, b) && isBefore(b, c)) expect(isBefore(a, c)).toBe(true)
        })
        for (const reason of Object.values(reasons)) {
          if (reason.code !== 'beaten-chain') continue
          const weakest = Math.min(...reason.chain.map(({ votes }) => votes))
          expect(weakest).toBe(reason.votes)
          expect(strength(reason.by, reason.chain.at(-1)!.under)).toBe(weakest)
        }
      }),
      { numRuns: 300 },
    )
  })

  it.each(filesOf('irv-nsw', '.soi'))('[CW7] %s: whoever beats all wins here too', (file) => {
    const reading = readIn(createPreflibReader(), readSet('irv-nsw', file))
    if (!reading.ok) throw new Error(JSON.stringify(reading.faults))
    const { options, ballots } = reading.value.election
    if (ballots.form !== 'ranked') throw new Error(`${file} ranks nobody`)
    const all = options.map(({ id }) => id)
    const { condorcet, winners } = countSchulze(all, ballots.piles, { seats: 1, lot: null })
    const name = options.find(({ id: each }) => each === condorcet)?.name
    const expected = JSON.parse(readSet('irv-nsw', file.replace('.soi', '.expected.json'))) as {
      condorcetWinner: string
    }
    expect(name).toBe(expected.condorcetWinner)
    expect(winners).toEqual([condorcet])
  })
})
