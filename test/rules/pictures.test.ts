import { describe, expect, it } from 'vitest'
import type { OptionId } from '../../shared/ids.ts'
import { tally } from '../../shared/tally/index.ts'
import { comparePairs } from '../../shared/tally/ranked/pairwise.ts'
import { instantRunoff } from '../../shared/tally/ranked/runoff.ts'
import { numbersOf } from '../../shared/tally/spread.ts'
import { countStv } from '../../shared/tally/ranked/stv.ts'
import type { Outcome, Ranking, Tie } from '../../shared/tally/terms.ts'
import { fixed, meanText, moneyText, withUnit } from '../../shared/ui/figures.ts'
import { histogramOf } from '../../shared/ui/histogram.ts'
import { levelColumns } from '../../shared/ui/levels.ts'
import { pairRows, pairsLine } from '../../shared/ui/pairs.ts'
import { barIn, framesOf, framesOfRunoff, framesOfStv, storyOf } from '../../shared/ui/rounds.ts'
import { rowsOf } from '../../shared/ui/rows.ts'
import { bestFirst } from '../../presenter/src/display/lib/bars.ts'
import type { Teller } from '../../shared/ui/teller.ts'
import { whyLines } from '../../shared/ui/why/lines.ts'
import { shortReason } from '../../shared/ui/why/spent.ts'
import { tieLines } from '../../shared/ui/ties.ts'
import type { Question } from '../../shared/vote.ts'
import type { BudgetRule, Method } from '../../shared/method.ts'
import { counts as koCounts } from '../../shared/words/counts/ko.ts'
import { counts as enCounts } from '../../shared/words/counts/en.ts'
import { pictures as en } from '../../shared/words/shared/pictures-en.ts'
import { pictures as ko } from '../../shared/words/shared/pictures-ko.ts'
import { say, type Detailed } from '../../shared/words/index.ts'
import type { Marks } from '../../shared/marks.ts'
import { aQuestion, casts, marks, option } from '../support/builders.ts'

const READER = { language: 'en', nameOf: ({ text }: { text: string }) => text } as const
const OPTIONS = marks('a', 'b', 'c')
const points = (given: Record<string, number>): Marks => ({ points: given })

/** Rows of a question of three, counted. */
function rowsFor(
  method: Method,
  ballots: readonly Marks[],
  lot: readonly OptionId[] | null = null,
) {
  const question = aQuestion({ method, options: OPTIONS.map((id) => ({ id, text: id })) })
  const counted = tally(question, casts(ballots), { lot })
  if (counted.state !== 'counted') throw new Error('withheld')
  return { question, counted, rows: rowsOf(READER, question, counted) }
}

const RANKED = { type: 'ranked', min: 1, max: 3, equal: false, count: 'runoff', seats: 1 } as const
const ranks = (order: string): Marks => ({ ranks: [...order].map((id) => [option(id)]) })

const PAPERS = [marks('a', 'b'), marks('a', 'b'), marks('a', 'c')]

/** Three projects of a purse of ten. */
function spent(rule: BudgetRule, costs = [8, 5, 1], papers: readonly Marks[] = PAPERS) {
  const question = aQuestion({
    method: { type: 'budget', purse: 10, currency: '', min: 1, max: 3, fits: false, rule },
    options: OPTIONS.map((id, at) => ({ id, text: id, cost: costs[at]! })),
  })
  const counted = tally(question, casts(papers))
  if (counted.state !== 'counted') throw new Error('withheld')
  return { question, counted, rows: rowsOf(READER, question, counted) }
}

/** A count that elects nobody. */
function nobody() {
  const { question, counted } = rowsFor({ type: 'single' }, [marks('a')])
  return [question, counted] as const
}

const ranked = (...piles: [count: number, ballot: string][]) =>
  piles.map(([count, ballot]): { count: number; ballot: Ranking } => ({
    count,
    ballot: [...ballot].map((id) => [option(id)]),
  }))

describe('the picture of a count', () => {
  it('[PI1] scores are points on their scale, with mean and levels behind them', () => {
    const method: Method = { type: 'score', min: 1, max: 5, unrated: null }
    const { rows } = rowsFor(method, [
      points({ a: 5, b: 1, c: 3 }),
      points({ a: 4, b: 1, c: 3 }),
      points({ a: 4, b: 2, c: 3 }),
    ])
    expect(rows.map(({ points }) => points)).toEqual(['13', '4', '9'])
    expect(rows.map(({ mean }) => mean)).toEqual(['4.33', '1.33', '3.00'])
    expect(rows.map(({ length }) => length)).toEqual([13 / 15, 4 / 15, 9 / 15])
    expect(rows[0]?.levels).toEqual([0, 0, 0, 2, 1])
    expect(levelColumns(rows.map(({ levels }) => levels))[1]).toEqual([2 / 3, 1 / 3, 0, 0, 0])
    expect(levelColumns([Array.from({ length: 101 }, () => 1)])[0]).toHaveLength(10)
  })

  it('[PI1] a scale that begins below nothing has its bars begin there', () => {
    const { rows } = rowsFor({ type: 'score', min: -2, max: 2, unrated: 0 }, [
      points({ a: 2, b: -2 }),
      points({ a: 2, b: -2, c: 1 }),
    ])
    expect(rows.map(({ length }) => length)).toEqual([1, 0, 5 / 8])
    expect(rows.map(({ mean }) => mean)).toEqual(['2.00', '-2.00', '0.50'])
  })

  it('[PI1] points that are shared out are parts of all points, not of heads', () => {
    const { rows } = rowsFor({ type: 'points', each: 5, min: 1, max: 8 }, [
      points({ a: 5, b: 1 }),
      points({ a: 2 }),
    ])
    expect(rows.map(({ points }) => points)).toEqual(['7', '1', '0'])
    expect(rows.map(({ share }) => share)).toEqual([88, 13, 0])
    expect(rows.map(({ length }) => length)).toEqual([7 / 8, 1 / 8, 0])
  })

  it('[PI2] who is elected stands with the place, and a tie is told with what broke it', () => {
    const ballots = [marks('b'), marks('b'), marks('a'), marks('c')]
    const method: Method = { type: 'single', seats: 2 }
    const drawn = rowsFor(method, ballots, marks('c', 'a', 'b'))
    expect(drawn.rows.map(({ place }) => place)).toEqual([null, 1, 2])
    const told = (counted: typeof drawn.counted) =>
      tieLines((key, detail) => say(ko[key], detail), counted.outcome, String)
    expect(told(drawn.counted)).toEqual([say(ko['tie-lot'], { names: 'a, c' })])

    const open = rowsFor(method, ballots)
    expect(open.rows.map(({ place }) => place)).toEqual([null, 1, null])
    expect(told(open.counted)).toEqual([say(ko['tie-tied'], { names: 'a, c' })])
  })

  it('[PI2] a tie that no lot broke is not told as drawn, a harmless one not as open', () => {
    const tellKo = (key: keyof typeof ko, detail?: Detailed) => say(ko[key], detail)
    const by = (state: Outcome['state'], resolvedBy: Tie['resolvedBy']) =>
      tieLines(
        tellKo,
        { state, ties: [{ stage: 1, options: marks('a', 'b'), resolvedBy }] },
        String,
      )
    const names = { names: 'a, b' }
    for (const each of ['rule', 'earlier', 'lot'] as const)
      for (const state of ['decided', 'tied'] as const)
        expect(by(state, each)).toEqual([say(ko[`tie-${each}`], names)])
    expect(by('tied', 'tied')).toEqual([say(ko['tie-tied'], names)])
    expect(by('decided', 'tied')).toEqual([say(ko['tie-same'], names)])
    expect(tieLines(tellKo, undefined, String)).toEqual([])

    // As many votes and as dear, and the purse pays for both.
    const greedy = { type: 'greedy', threshold: 0, misfit: 'skip' } as const
    const both = spent(greedy, [4, 4, 4], [marks('a', 'b')])
    expect(both.counted.outcome).toMatchObject({ state: 'decided', ties: [] })
    expect(tieLines(tellKo, both.counted.outcome, String)).toEqual([])
  })

  it('[PI2] the film of a run-off tells a tie as the list of ties does', () => {
    const piles = ranked([4, 'a'], [3, 'bc'], [2, 'cb'], [2, 'da'])
    const four = marks('a', 'b', 'c', 'd')
    const rounds = framesOfRunoff(
      four,
      instantRunoff(four, piles, { lot: marks('a', 'b', 'd', 'c') }),
    )
    const at = rounds.frames.findIndex(({ ties }) => ties.length > 0)
    const { state, frames } = rounds
    const tellEn = (key: keyof typeof en, detail?: Detailed) => say(en[key], detail)
    const [line] = tieLines(tellEn, { state, ties: frames[at]!.ties }, String)
    expect(storyOf(tellEn, rounds, at, String)).toBe(line)
  })

  it('[PI3] numbers are columns with the median where it lies, between two of them as well', () => {
    const numbers = (...all: number[]) => numbersOf(casts(all.map((number) => ({ number }))))
    const odd = histogramOf(numbers(1, 2, 2, 3, 9))!
    expect(odd.columns.map(({ count }) => count)).toEqual([1, 2, 1, 0, 0, 0, 0, 0, 1])
    expect(odd.columns[0]?.height).toBe(1 / 2)
    expect(odd.doubled / 2).toBe(2)
    expect(odd.median).toBeCloseTo(1.5 / 9)
    const even = histogramOf(numbers(1, 4))!
    expect(even.doubled).toBe(5)
    expect(even.median).toBe(1 / 2)
    expect(histogramOf(numbers(7))).toMatchObject({ median: 1 / 2, doubled: 14 })
    expect(histogramOf(numbers())).toBeNull()
  })

  it('[PI3] means are rounded in whole numbers, half up', () => {
    expect(meanText('en', 11, 3, 2)).toBe('3.67')
    expect(meanText('en', 1, 8, 2)).toBe('0.13')
    expect(meanText('en', -1, 8, 2)).toBe('-0.12')
    expect(meanText('en', -9, 3, 2)).toBe('-3.00')
    expect(meanText('en', 0, 0, 2)).toBe('')
    expect(fixed('en', 123_456, 1)).toBe('12,345.6')
    expect([withUnit('3', '명'), withUnit('3', 'kg'), withUnit('3', '')]).toEqual([
      '3명',
      '3 kg',
      '3',
    ])
  })

  it('[PI4] a run-off is a film: who leaves, where the votes went, who is elected', () => {
    const piles = ranked([5, 'a'], [4, 'bc'], [2, 'cb'], [1, 'c'])
    const { frames, whole, per } = framesOfRunoff(OPTIONS, instantRunoff(OPTIONS, piles))
    expect({ whole, per, length: frames.length }).toEqual({ whole: 12, per: 1, length: 2 })
    const [first, last] = frames as [(typeof frames)[0], (typeof frames)[0]]
    expect(first).toMatchObject({ needed: 7, moves: [], rest: 0, elected: [] })
    expect(first.fates).toEqual({ a: 'in', b: 'in', c: 'leaving' })
    expect(last.fates).toEqual({ a: 'in', b: 'elected', c: 'out' })
    expect(last.moves).toEqual([{ from: 'c', deed: 'excluded', to: { b: 2 }, rest: 1 }])
    expect(last).toMatchObject({ rest: 1, elected: ['b'] })
    expect(barIn(last, option('b'))).toEqual({ votes: 6, gains: [{ from: 'c', votes: 2 }] })
    expect(barIn(last, option('c'))).toEqual({ votes: 0, gains: [] })
  })

  it('[PI4] a transferable vote is a film with its quota, surpluses and everybody elected', () => {
    const piles = ranked([6, 'ab'], [2, 'b'], [3, 'c'])
    const stv = countStv(OPTIONS, piles, { seats: 2, lot: null })
    const { frames, per, whole } = framesOfStv(OPTIONS, stv)
    expect(per).toBe(100_000)
    expect(whole).toBeCloseTo(6.6 * per)
    expect(frames[0]).toMatchObject({ needed: 4 * per, elected: ['a'], moves: [] })
    expect(frames[1]?.moves).toMatchObject([{ from: 'a', deed: 'surplus' }])
    expect(barIn(frames[1]!, option('b')).gains[0]?.from).toBe('a')
    expect(frames.flatMap(({ elected }) => elected)).toEqual(stv.winners)
    expect(frames.at(-1)?.fates[option('a')]).toBe('elected')
  })

  it('[PI6] pairs are rows of won, even and lost', () => {
    const pairs = comparePairs(OPTIONS, ranked([3, 'abc'], [2, 'bca']))
    const [a, b] = pairRows(pairs, OPTIONS)
    expect(a).toMatchObject({ won: 2, drawn: 0, lost: 0 })
    expect(a?.against).toEqual([null, { votes: 3, other: 2 }, { votes: 3, other: 2 }])
    expect(b).toMatchObject({ won: 1, drawn: 0, lost: 1 })
  })

  it.each([
    ['wins every pair', ['abc', 'abc', 'bca'], 'a wins every pair'],
    [
      'loses one pair, and has the stronger chain',
      [
        ...Array<string>(8).fill('abc'),
        ...Array<string>(7).fill('bca'),
        ...Array<string>(6).fill('cab'),
      ],
      'a→b 14 · b→c 15: the least, 14, is more than c→a 13',
    ],
    ['is not alone', ['abc', 'cba'], null],
  ])('[PI6] whoever %s is told so in one line', (_, orders, line) => {
    const { counted } = rowsFor({ ...RANKED, count: 'schulze' }, orders.map(ranks))
    const { detail } = counted
    if (detail?.type !== 'schulze') throw new Error('another count')
    expect(pairsLine((key, told) => say(en[key], told), detail, String, String)).toBe(line)
  })

  it('[PI11] whoever won comes first, then who had most', () => {
    const { rows } = rowsFor({ type: 'single', seats: 1 }, [
      ...[marks('b'), marks('b'), marks('c')],
      ...[marks('c'), marks('c')],
    ])
    expect(bestFirst(rows).map(({ id }) => id)).toEqual(['c', 'b', 'a'])
  })

  it('[PI12] where nobody voted there is no film', () => {
    for (const count of ['runoff', 'stv'] as const) {
      const { counted } = rowsFor({ ...RANKED, count }, [])
      expect(counted.outcome?.state).toBe('none')
      expect(framesOf(OPTIONS, counted.detail)).toBeNull()
    }
  })

  it('[PI7] points by place are measured by the best place on every ballot', () => {
    const method: Method = { ...RANKED, count: 'borda' }
    const { rows } = rowsFor(method, [ranks('abc'), ranks('bac'), ranks('ba')])
    expect(rows.map((row) => row.points)).toEqual(['4', '5', '0'])
    expect(rows.map(({ length }) => length)).toEqual([4 / 6, 5 / 6, 0])
    expect(rows.map(({ mean }) => mean)).toEqual(['1.33', '1.67', '0.00'])
    expect(rows[1]).toMatchObject({ leads: true, place: 1 })
  })

  it('[PI8] of a project is said whether it is paid for, and why not', () => {
    const { counted, rows } = spent({ type: 'greedy', threshold: 2, misfit: 'skip' })
    const { detail } = counted
    if (detail?.type !== 'greedy') throw new Error('another count')
    expect(rows.map(({ place }) => place !== null)).toEqual([true, false, false])
    expect(OPTIONS.map((id) => shortReason(detail, id))).toEqual([null, 'shortMoney', 'shortVotes'])
    const shares = spent({ type: 'equal-shares', completion: 'utilitarian', step: null }, [8, 5, 9])
    const rest = shares.counted.detail
    if (rest?.type !== 'equal-shares') throw new Error('another count')
    expect(OPTIONS.map((id) => rest.reasons[id]?.code)).toContain('no-room')
    expect(OPTIONS.map((id) => shortReason(rest, id))).toEqual([null, 'shortMoney', 'shortMoney'])
    expect(moneyText('ko', 50_000_000, '원')).toBe('5,000만원')
    expect(moneyText('en', 1_234_567, 'EUR')).toBe('1,234,567 EUR')
  })

  it.each(['ko', 'en'] as const)('[PI9] each option has its sentence in %s', (language) => {
    const all = [
      ...(['runoff', 'stv', 'schulze', 'borda'] as const).map((count) =>
        rowsFor({ ...RANKED, count }, [ranks('abc'), ranks('abc'), ranks('bca'), ranks('c')]),
      ),
      rowsFor({ type: 'single', seats: 1 }, [marks('a'), marks('a'), marks('b')]),
      rowsFor({ type: 'single', seats: 1 }, [marks('a'), marks('b')]),
      rowsFor({ type: 'single', seats: 1 }, [marks('a'), marks('b')], OPTIONS),
      rowsFor({ type: 'points', each: 5, min: 1, max: 8, seats: 1 }, [points({ a: 3 })]),
      spent({ type: 'greedy', threshold: 2, misfit: 'skip' }),
      spent({ type: 'equal-shares', completion: 'none', step: null }),
    ]
    const words = { ko, en }[language]
    const teller: Teller = {
      ...{
        language,
        nameOf: ({ text }) => `‘${text}’`,
        counts: { ko: koCounts, en: enCounts }[language],
      },
      say: (key, detail) => say(words[key], detail),
    }
    for (const { question, counted } of all) {
      const { reasons } = whyLines(teller, question, counted)
      expect(reasons).toHaveLength(3)
      for (const id of OPTIONS) expect(reasons.some((line) => line.includes(`‘${id}’`))).toBe(true)
      expect(reasons.join()).not.toMatch(/undefined|NaN|object/)
    }
    expect(whyLines(teller, ...nobody()).reasons).toEqual([])
  })

  it('[PI9] with weights points and votes are told as people know them, not in the unit', () => {
    const weights = { decimals: 2, total: 1000 }
    const teller: Teller = {
      ...{ language: 'en', nameOf: READER.nameOf, counts: enCounts, weights },
      say: (key, detail) => say(en[key], detail),
    }
    const reasonsOf = (question: Question, papers: readonly Marks[]) => {
      const counted = tally(
        question,
        casts(papers).map((each) => ({ ...each, weight: 125 })),
      )
      if (counted.state !== 'counted') throw new Error('withheld')
      return whyLines(teller, question, counted).reasons
    }
    const borda = rowsFor({ ...RANKED, count: 'borda' }, [ranks('abc')]).question
    const [won, lost] = reasonsOf(borda, [ranks('abc'), ranks('abc')])
    expect(won).toContain(say(enCounts.borda['reason-won'], { name: 'a', points: 5, parts: 1 }))
    expect(lost).toContain(' 2.5')
    const { question } = spent({ type: 'greedy', threshold: 0, misfit: 'skip' })
    const [paid, dear] = reasonsOf(question, PAPERS)
    expect(paid).toContain('a: 3.75 votes')
    expect(dear).toContain('b: 2.5 votes')
  })
})
