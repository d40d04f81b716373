import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OptionId } from '../../shared/ids.ts'
import { countMarks, votesOf } from '../../shared/tally/choice.ts'
import { highest, levels } from '../../shared/tally/highest.ts'
import type { Outcome } from '../../shared/tally/terms.ts'
import { readAbc } from '../support/abc.ts'
import { casts, marks, option } from '../support/builders.ts'
import { filesOf, noElections } from '../support/elections.ts'

const keys = (all: Record<string, number>) =>
  new Map(Object.entries(all).map(([id, key]) => [option(id), key]))

describe('the highest', () => {
  it('[BO1] wins one seat or several, from best to worst', () => {
    const all = keys({ park: 3, clinic: 9, bus: 7 })
    expect(highest(all, 1, null)).toEqual({ state: 'decided', winners: marks('clinic'), ties: [] })
    expect(highest(all, 2, null).winners).toEqual(marks('clinic', 'bus'))
    expect(highest(all, 5, null).winners).toEqual(marks('clinic', 'bus', 'park'))
    expect(highest(new Map(), 1, null)).toEqual({ state: 'none', winners: [], ties: [] })
  })

  it('[BO1] compares whole numbers of any size, also below zero', () => {
    const big = 2n ** 60n
    const all = new Map([
      [option('a'), big],
      [option('b'), big + 1n],
      [option('c'), -1n],
    ])
    expect(highest(all, 1, null).winners).toEqual(marks('b'))
    expect(highest(keys({ a: -3, b: -1 }), 1, null).winners).toEqual(marks('b'))
  })

  it('[BO2] a tie for the last seat is named, and only the lot settles it', () => {
    const all = keys({ park: 3, clinic: 9, bus: 3, pool: 1 })
    const options = marks('bus', 'park')
    expect(highest(all, 2, null)).toEqual({
      state: 'tied',
      winners: marks('clinic'),
      ties: [{ stage: 1, options, resolvedBy: 'tied' }],
    })
    expect(highest(all, 2, marks('pool', 'park', 'bus', 'clinic'))).toEqual({
      state: 'decided',
      winners: marks('clinic', 'park'),
      ties: [{ stage: 1, options, resolvedBy: 'lot' }],
    })
    expect(highest(all, 3, null)).toMatchObject({ state: 'decided', ties: [] })
  })

  it('[BO1] [BO2] [CO2] the order of the options changes nothing', () => {
    const entries = fc.uniqueArray(fc.tuple(fc.string({ minLength: 1 }), fc.nat(4)), {
      selector: ([id]) => id,
    })
    const shuffled = entries.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    )
    fc.assert(
      fc.property(shuffled, fc.nat(6), fc.boolean(), ([some, same], seats, isDrawn) => {
        const count = (all: [string, number][]) =>
          new Map(all.map(([id, key]) => [option(id), key]))
        const lot = isDrawn ? some.map(([id]) => option(id)) : null
        const outcome = highest(count(some), seats, lot)
        expect(highest(count(same), seats, lot)).toEqual(outcome)
        if (outcome.state === 'decided')
          expect(outcome.winners).toHaveLength(Math.min(seats, some.length))
        expect(levels(count(some)).flat()).toHaveLength(some.length)
      }),
    )
  })
})

/** Every committee that a tie leaves possible, each in order of its numbers. */
function committees({ winners, ties }: Outcome, seats: number): number[][] {
  const tied = ties.find(({ resolvedBy }) => resolvedBy === 'tied')?.options ?? []
  return choose(tied, seats - winners.length).map((rest) =>
    [...winners, ...rest].map(Number).sort((a, b) => a - b),
  )
}

function choose<T>(from: readonly T[], size: number): T[][] {
  if (size === 0) return [[]]
  return from.flatMap((first, at) =>
    choose(from.slice(at + 1), size - 1).map((rest) => [first, ...rest]),
  )
}

/** Rules of committees that follow their own package's definitions: nothing here counts by them. */
const NOT_DONE = `
  cc consensus-rule eph equal-shares equal-shares-with-av-completion equal-shares-with-increment-completion geom2 greedy-monroe lexcc leximaxphragmen lexminimaxav maximin-support minimaxav minimaxphragmen monroe pav phragmen-enestroem revseqpav rsd sav seqcc seqpav seqphragmen seqslav slav trivial
`
  .trim()
  .split(/\s+/)

const files = noElections ? [] : filesOf('abc-approval', '.abc.yaml')
const inOrder = (all: readonly number[][]) =>
  all.map((each) => [...each].sort((a, b) => a - b).join()).sort()

describe(`approval committees${noElections ? ` (skipped: ${noElections})` : ''}`, () => {
  it.skipIf(noElections)('[BO3] every tied committee of rule av in 36 published instances', () => {
    expect(files).toHaveLength(36)
    for (const file of files) {
      const { profile, candidates, seats, compute } = readAbc(file)
      const options = Array.from({ length: candidates }, (_, at) => ({
        id: String(at) as OptionId,
        text: '',
      }))
      const counts = countMarks(
        { method: { type: 'single' }, options },
        casts(profile.map((each) => marks(...each.map(String)))),
      )
      const outcome = highest(new Map(counts.map((each) => [each.id, votesOf(each)])), seats, null)
      const expected = compute.find(({ rule, isResolute }) => rule === 'av' && !isResolute)
      expect(inOrder(committees(outcome, seats)), file).toEqual(inOrder(expected!.committees))
    }
  })

  it.skipIf(noElections)('[BO3] names every other rule in them as not done', () => {
    const rules = new Set(files.flatMap((file) => readAbc(file).compute.map(({ rule }) => rule)))
    rules.delete('av')
    expect([...rules].sort()).toEqual(NOT_DONE)
  })
})
