import { expect, it } from 'vitest'
import { tellsApart } from '../../server/domain/rounds.ts'

/** A round of 40 entitled people, with as many here of each weight. */
const aRound = (alike: Record<string, number> | null, change: { names?: 'open' } = {}) => ({
  ...{ names: 'secret' as const, least: 5, entitled: 40, alike, ...change },
  present: Object.values(alike ?? {}).reduce((sum, here) => sum + here, 0),
})

it.each([
  ['the same people', { 1: 10, 2: 5 }, { 1: 10, 2: 5 }, false],
  ['one newcomer of a weight among five', { 1: 10, 2: 5 }, { 1: 14, 2: 6 }, true],
  ['one of each who changed places', { 1: 10, 2: 6 }, { 1: 11, 2: 5 }, true],
  ['five newcomers of one weight', { 1: 10, 2: 5 }, { 1: 10, 2: 10 }, false],
  ['a weight that three brought', { 1: 10 }, { 1: 12, 2: 3 }, true],
  ['a weight that five brought', { 1: 10 }, { 1: 10, 2: 5 }, false],
])('[RN4] rounds by weight beside each other: %s', (_, before, after, isTelling) => {
  expect(tellsApart(aRound(before), aRound(after))).toBe(isTelling)
  expect(tellsApart(aRound(after), aRound(before, { names: 'open' }))).toBe(isTelling)
})

it('[RN4] only a secret round is withheld', () => {
  const [before, after] = [
    { 1: 10, 2: 5 },
    { 1: 14, 2: 6 },
  ].map((alike) => aRound(alike, { names: 'open' }))
  expect(tellsApart(before!, after!)).toBe(false)
})
