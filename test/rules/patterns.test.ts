import { describe, expect, it } from 'vitest'
import { readAgenda } from '../../shared/formats/agenda-text.ts'
import { writeAgenda } from '../../shared/formats/agenda.ts'
import type { Method } from '../../shared/method.ts'
import { isTelling, usualBallots, waysToMark } from '../../shared/patterns.ts'
import { checkQuestion } from '../../shared/vote.ts'
import { aQuestion, option } from '../support/builders.ts'

const some = (count: number) =>
  Array.from({ length: count }, (_, place) => ({ id: option(`o${place}`), text: `${place}` }))
const upTo = (max: number) => ({ min: 1, max })
const ranked = (max: number, equal = false) =>
  ({ type: 'ranked', ...upTo(max), equal, count: 'schulze', seats: 1 }) as const
const score = { type: 'score', min: 1, max: 5, unrated: null } as const
const points = { type: 'points', each: 5, min: 1, max: 10 } as const
const greedy = { type: 'greedy', threshold: 0, misfit: 'skip' } as const
const budget = (max: number) =>
  ({ type: 'budget', purse: 9, currency: '', ...upTo(max), fits: false, rule: greedy }) as const
const number = (max: number) => ({ type: 'number', min: 0, max, decimals: 0, unit: '' }) as const

const WAYS: [Method, options: number, ways: number][] = [
  [{ type: 'single' }, 40, 40],
  [{ type: 'decision', abstain: true }, 3, 3],
  [{ type: 'approval', ...upTo(5) }, 5, 31],
  [{ type: 'approval', min: 2, max: 2 }, 6, 15],
  [budget(6), 6, 63],
  [ranked(3), 3, 3 + 6 + 6],
  [ranked(4), 4, 4 + 12 + 24 + 24],
  [ranked(2, true), 3, 3 + 12],
  [score, 2, 25],
  [{ ...score, unrated: 0 }, 2, 36],
  [points, 2, 36],
  [number(39), 0, 40],
]
const USUAL: [Method, options: number, 'published' | 'totals'][] = [
  [{ type: 'single' }, 40, 'published'],
  [{ type: 'decision', abstain: true }, 3, 'published'],
  [{ type: 'approval', ...upTo(5) }, 5, 'published'],
  [{ type: 'approval', ...upTo(2) }, 8, 'published'],
  [{ type: 'approval', ...upTo(6) }, 6, 'totals'],
  [budget(5), 5, 'published'],
  [budget(10), 239, 'totals'],
  [ranked(3), 3, 'published'],
  [ranked(4), 4, 'totals'],
  [ranked(40, true), 40, 'totals'],
  [score, 2, 'published'],
  [score, 3, 'totals'],
  [points, 3, 'totals'],
  [number(39), 0, 'published'],
  [number(100), 0, 'totals'],
  // Answers in words are looked at before any of them is shown.
  [{ type: 'text', show: 'cloud', most: 3, letters: 20 }, 0, 'published'],
]

describe('how much a ballot says', () => {
  it.each(WAYS)('[SB1] %j of %i options can be filled in %i ways', (method, options, ways) => {
    expect(waysToMark(method, some(options))).toBe(ways)
  })

  it.each(USUAL)('[SB1] a secret %j of %i options: %s', (method, options, ballots) => {
    const secret = { names: 'secret', method, options: some(options) } as const
    expect(usualBallots(secret)).toBe(ballots)
    expect(isTelling(secret)).toBe(ballots === 'totals')
    for (const names of ['open', 'named'] as const)
      expect(usualBallots({ ...secret, names })).toBe('published')
  })

  it('[SB2] totals alone are for secret questions', () => {
    const secret = { names: 'secret', bars: 'reveal', ballots: 'totals' } as const
    expect(checkQuestion(aQuestion(secret)).ok).toBe(true)
    for (const names of ['open', 'named'] as const)
      expect(checkQuestion(aQuestion({ ...secret, names }))).toMatchObject({
        refusal: { code: 'question/totals-secret' },
      })
  })

  it('[SB3] a file says what is not usual of it, and what it does not say is usual', () => {
    const usual = aQuestion({ names: 'secret', bars: 'reveal', method: score, ballots: 'totals' })
    const bare = writeAgenda('', [usual])
    expect(bare).not.toContain('ballots')
    expect(readAgenda(bare).questions).toMatchObject([{ ballots: 'totals', auditors: '' }])
    const chosen = { ...usual, ballots: 'published' } as const
    const named = { ...usual, auditors: '김하나, 이두리' }
    const { questions, faults } = readAgenda(writeAgenda('', [chosen, named]))
    expect(faults).toEqual([])
    expect(questions).toMatchObject([{ ballots: 'published' }, { auditors: '김하나, 이두리' }])
  })
})
