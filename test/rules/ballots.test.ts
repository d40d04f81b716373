import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkBallot } from '../../shared/ballot.ts'
import { checkMarks } from '../../shared/checks.ts'
import { tally } from '../../shared/tally/index.ts'
import { checkQuestion, decisionOptions } from '../../shared/vote.ts'
import { aBallot, aQuestion, casts, marks, option } from '../support/builders.ts'

const code = (result: { ok: boolean; refusal?: { code: string; detail?: unknown } }) =>
  result.ok ? 'ok' : result.refusal?.code

describe('a question', () => {
  it.each([
    ['no title', aQuestion({ title: '  ' }), 'question/no-title'],
    [
      'one option',
      aQuestion({ options: [{ id: option('a'), text: 'a' }] }),
      'question/too-few-options',
    ],
    ['good', aQuestion(), 'ok'],
  ])('[QU1] %s', (_, question, expected) => {
    expect(code(checkQuestion(question))).toBe(expected)
  })

  it('[QU1] names the place of an empty or repeated option', () => {
    const texts = (...all: string[]) =>
      all.map((text, place) => ({ id: option(`o${place}`), text }))
    expect(checkQuestion(aQuestion({ options: texts('a', ' ') }))).toEqual({
      ok: false,
      refusal: { code: 'question/empty-option', detail: { place: 2 } },
    })
    expect(checkQuestion(aQuestion({ options: texts('a', 'b', 'A ') }))).toEqual({
      ok: false,
      refusal: { code: 'question/same-option', detail: { place: 3 } },
    })
  })

  it('[QU1] takes limits only within its options', () => {
    const limited = (min: number, max: number) =>
      code(checkQuestion(aQuestion({ method: { type: 'approval', min, max } })))
    expect(limited(1, 3)).toBe('ok')
    expect([limited(0, 2), limited(3, 2), limited(1, 4)]).toEqual(
      Array(3).fill('question/bad-limits'),
    )
  })

  it('[QU2] is not secret and live at once', () => {
    expect(code(checkQuestion(aQuestion({ names: 'secret' })))).toBe('question/secret-live')
    expect(code(checkQuestion(aQuestion({ names: 'secret', bars: 'reveal' })))).toBe('ok')
  })
})

describe('a ballot', () => {
  it('[BA1] of a single choice or a decision marks exactly one option', () => {
    const decision = aQuestion({
      method: { type: 'decision', abstain: false },
      options: decisionOptions(false),
    })
    expect(code(checkMarks(aQuestion(), marks('tea')))).toBe('ok')
    expect(code(checkMarks(aQuestion(), []))).toBe('ballot/too-few')
    expect(code(checkMarks(aQuestion(), marks('tea', 'water')))).toBe('ballot/too-many')
    expect(code(checkMarks(decision, marks('yes')))).toBe('ok')
    expect(code(checkMarks(decision, marks('abstain')))).toBe('ballot/unknown-option')
  })

  it('[BA2] of several marks between the least and the most, and is told by how much it is off', () => {
    const question = aQuestion({ method: { type: 'approval', min: 2, max: 2 } })
    expect(code(checkMarks(question, marks('tea', 'water')))).toBe('ok')
    expect(checkMarks(question, marks('tea'))).toMatchObject({
      refusal: { code: 'ballot/too-few', detail: { least: 2, missing: 1 } },
    })
    expect(checkMarks(question, marks('tea', 'water', 'coffee'))).toMatchObject({
      refusal: { code: 'ballot/too-many', detail: { most: 2, over: 1 } },
    })
  })

  it('[BA3] with unknown or repeated options is refused', () => {
    expect(code(checkMarks(aQuestion(), marks('milk')))).toBe('ballot/unknown-option')
    expect(code(checkMarks(aQuestion(), marks('tea', 'tea')))).toBe('ballot/wrong-shape')
    expect(code(checkMarks(aQuestion(), marks('__proto__')))).toBe('ballot/unknown-option')
  })

  it('[BA4] answers exactly the questions of its paper', () => {
    const ballot = aBallot()
    expect(code(checkBallot([aQuestion()], ballot))).toBe('ok')
    expect(code(checkBallot([], ballot))).toBe('ballot/wrong-shape')
    expect(code(checkBallot([aQuestion()], { ...ballot, answers: [] }))).toBe('ballot/wrong-shape')
    const other = aBallot({ question: 'q2' })
    expect(code(checkBallot([aQuestion()], other))).toBe('ballot/wrong-shape')
  })
})

describe('a tally', () => {
  const question = aQuestion({ method: { type: 'approval', min: 1, max: 3 } })
  const paper = fc.uniqueArray(fc.constantFrom(...marks('coffee', 'tea', 'water')), {
    minLength: 1,
  })

  it('[TA1] [CO2] counts the ballots that hold each option, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(paper), fc.integer(), (ballots, seed) => {
        const shuffled = ballots
          .map((ballot, place) => ({ ballot, at: (place * 7919 + seed) % 101 }))
          .sort((a, b) => a.at - b.at)
          .map(({ ballot }) => ballot)
        const counted = tally(question, casts(ballots))
        expect(tally(question, casts(shuffled))).toEqual(counted)
        const counts = counted.state === 'counted' ? counted.counts : []
        for (const { id, count } of counts)
          expect(count).toBe(ballots.filter((ballot) => ballot.includes(id)).length)
        expect(counts.map(({ id }) => id)).toEqual(question.options.map(({ id }) => id))
      }),
      { seed: 20261123 },
    )
  })

  it('[TA2] names a tie', () => {
    expect(tally(aQuestion(), casts([marks('tea'), marks('water')]))).toMatchObject({
      leading: ['tea', 'water'],
    })
    expect(tally(aQuestion(), casts([marks('tea'), marks('tea'), marks('water')]))).toMatchObject({
      leading: ['tea'],
    })
    expect(tally(aQuestion(), casts([]))).toMatchObject({ leading: [] })
  })

  it('[TA4] never lets abstentions lead', () => {
    const decision = aQuestion({
      method: { type: 'decision', abstain: true },
      options: decisionOptions(true),
    })
    const cast = ['abstain', 'abstain', 'abstain', 'yes', 'no', 'no'].map((mark) => marks(mark))
    expect(tally(decision, casts(cast))).toMatchObject({
      leading: ['no'],
      counts: [
        { id: 'yes', count: 1 },
        { id: 'no', count: 2 },
        { id: 'abstain', count: 3 },
      ],
    })
    expect(tally(decision, casts([marks('abstain')]))).toMatchObject({ leading: [] })
  })

  it('[TA3] withholds a secret question of fewer than five ballots', () => {
    const secret = aQuestion({ names: 'secret', bars: 'reveal' })
    const four = Array.from({ length: 4 }, () => marks('tea'))
    expect(tally(secret, casts(four))).toEqual({ state: 'withheld', ballots: 4, least: 5 })
    expect(tally(secret, casts([...four, marks('tea')]))).toMatchObject({
      state: 'counted',
      ballots: 5,
    })
  })
})
