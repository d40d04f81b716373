import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPabulibReader } from '../../shared/formats/pabulib/read.ts'
import { countBorda, type Borda, type PlacePoints } from '../../shared/tally/ranked/borda.ts'
import { fraction, plus, written, ZERO } from '../../shared/tally/fraction.ts'
import { say, type Sentence } from '../../shared/words/index.ts'
import { borda as en } from '../../shared/words/counts/borda-en.ts'
import { borda as ko } from '../../shared/words/counts/borda-ko.ts'
import { pointsIn } from '../../shared/words/counts/parts.ts'
import { noElections, readSet } from '../support/elections.ts'
import { readIn } from '../support/fed.ts'
import { rankedTwice } from '../support/rankings.ts'
import { ids, spoken } from '../support/spoken.ts'

const count = (options: string, text: string, places?: PlacePoints, seats = 1, lot?: string) =>
  countBorda(ids(options), spoken(text), {
    ...{ seats, lot: lot === undefined ? null : ids(lot) },
    ...(places && { places }),
  })
const whole = ({ points, parts }: Borda) =>
  Object.fromEntries(Object.entries(points).map(([id, own]) => [id, own / parts]))

describe('points by place', () => {
  it('[BO4] an option gets a point for each one below it', () => {
    const result = count('a b c', '3: a > b > c\n2: b > c > a')
    expect(whole(result)).toEqual({ a: 6, b: 7, c: 2 })
    expect(result).toMatchObject({ state: 'decided', winners: ids('b'), valid: 5, ties: [] })
  })

  it('[BO4] equals and the unranked share the average of their places, in whole parts of a point', () => {
    expect(whole(count('a b c d', '1: a'))).toEqual({ a: 3, b: 1, c: 1, d: 1 })
    expect(count('a b c d', '1: a=b > c')).toMatchObject({
      ...{ parts: 2, points: { a: 5, b: 5, c: 2, d: 0 } },
    })
    expect(whole(count('a b c', '1: - > a > a=x > b\n7: x\n2: '))).toEqual({ a: 2, b: 1, c: 0 })
  })

  it('[BO5] places may be worth what a list says, and no place nothing', () => {
    const places = [3, 2, 1]
    expect(whole(count('a b c d e', '2: a > b > c > d\n1: e', places))).toEqual({
      ...{ a: 6, b: 4, c: 2, d: 0, e: 3 },
    })
    expect(count('a b c d', '1: a=b=c=d\n1: a > b=c=d', places)).toMatchObject({
      ...{ parts: 2, points: { a: 9, b: 5, c: 5, d: 5 } },
    })
    expect(whole(count('a b c', '1: a > - > b\n1: gone > c', places))).toEqual({ a: 3, b: 1, c: 2 })
    expect(count('a b c', '4: a', places, 2)).toMatchObject({ state: 'decided', winners: ids('a') })
  })

  it('[BO6] equal points are a tie that only the lot settles', () => {
    const text = '1: a > b > c\n1: b > a > c'
    const options = ids('a b')
    const tied = count('a b c', text)
    expect(tied).toMatchObject({ state: 'tied', winners: [], reasons: { a: { code: 'tied' } } })
    expect(tied.ties).toEqual([{ stage: 1, options, resolvedBy: 'tied' }])
    const drawn = count('a b c', text, 'borda', 1, 'b a c')
    expect(drawn).toMatchObject({ state: 'decided', winners: ids('b') })
    expect(drawn.reasons).toMatchObject({ a: { code: 'lot-lost' }, b: { code: 'lot-won' } })
    expect(count('a b', '')).toMatchObject({ state: 'none', reasons: { a: { code: 'none' } } })
  })

  it('[BO7] says for how many points each one won or lost, in both languages', () => {
    const { reasons } = count('a b c d', '1: a=b > c\n1: a')
    const said = (words: Record<string, Sentence>) =>
      Object.entries(reasons).map(([name, { code, ...rest }]) =>
        say(words[`reason-${code}`]!, { name, ...rest }),
      )
    expect(said(ko).slice(0, 2)).toEqual([
      'a: 5.5점으로 당선됐습니다',
      'b: 3.5점으로, 마지막 자리의 5.5점에 못 미쳐 당선되지 못했습니다',
    ])
    expect(said(en)[3]).toBe('d: not elected; 1 point, and the last seat went for 5.5')
    const points = pointsIn('en')
    expect([points(8, 2), points(9, 2), points(20, 6), points(12_345, 1)]).toEqual([
      ...['4', '4.5', '3 1/3', '12,345'],
    ])
  })

  it('[BO8] order of options and papers changes nothing, nor whether papers are merged', () => {
    const places = fc.constantFrom<PlacePoints>('borda', [3, 2, 1], [5, 1])
    fc.assert(
      fc.property(rankedTwice({ equal: true }), places, (election, worth) => {
        const { options, piles, lot, shuffled } = election
        const rule = { seats: 2, lot, places: worth }
        const result = countBorda(options, piles, rule)
        expect(countBorda(shuffled.options, shuffled.piles, rule)).toEqual(result)
        if (worth !== 'borda') return
        // Every paper gives all the points there are.
        const all = Object.values(result.points)
          .map((own) => fraction(own, result.parts))
          .reduce(plus, ZERO)
        const each = (options.length * (options.length - 1)) / 2
        expect(written(all)).toBe(String(result.valid * each))
        expect(2 % result.parts).toBe(0)
      }),
      { numRuns: 500 },
    )
  })

  it.skipIf(noElections)(
    `[BO9] Kraków 2019 and 2021: 3, 2, 1 give the score of every project${noElections ? ` (${noElections})` : ''}`,
    () => {
      for (const file of ['Poland_Krakow_2019_Bienczyce.pb', 'Poland_Krakow_2021_Zwierzyniec.pb']) {
        const reading = readIn(createPabulibReader(), readSet('pabulib', file))
        if (!reading.ok) throw new Error(JSON.stringify(reading.faults))
        const { election, scoreColumn } = reading.value
        if (election.ballots.form !== 'ranked') throw new Error(`${file} ranks nobody`)
        const options = election.options.map(({ id }) => id)
        const rule = { seats: 1, lot: null, places: [3, 2, 1] }
        const { points, parts } = countBorda(options, election.ballots.piles, rule)
        expect(parts).toBe(1)
        expect(points, file).toEqual(Object.fromEntries(scoreColumn ?? []))
      }
    },
  )
})
