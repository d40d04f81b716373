import { expect, it } from 'vitest'
import { tellsApart } from '../../server/domain/rounds.ts'

/** A round of 40 entitled people, with as many here of each weight. */
const aRound = (alike: Record<string, number> | null, change: { names?: 'open' } = {}) => ({
  ...{ names: 'secret' as const, least: 5, entitled: 40, alike, lent: null, ...change },
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

/** A round of 40 entitled people, in which so many hold the seats of those who could vote. */
const heldBy = (people: number, present: number, names: 'secret' | 'open' = 'secret') => ({
  ...{ names, least: 5, entitled: 40, present, alike: null },
  lent: { all: present - people, alike: {} },
})

it.each([
  ['the same people with the same seats', heldBy(10, 20), heldBy(10, 20), false],
  ['a newcomer with four voices', heldBy(10, 20), heldBy(11, 25), true],
  ['a newcomer with nine, while one left', heldBy(10, 20), heldBy(10, 29), true],
  ['a principal who came', heldBy(10, 20), heldBy(11, 20), true],
  ['five newcomers with a voice each', heldBy(10, 20), heldBy(15, 30), false],
  ['a seat among five principals who came', heldBy(10, 20), heldBy(16, 21), true],
  ['a round in which all came themselves', heldBy(20, 20), heldBy(25, 25), false],
])('[RN5] rounds with voices beside each other: %s', (_, before, after, isTelling) => {
  expect(tellsApart(before, after)).toBe(isTelling)
  expect(tellsApart(after, before)).toBe(isTelling)
  const isOpen = { names: 'open' } as const
  expect(tellsApart({ ...before, ...isOpen }, { ...after, ...isOpen })).toBe(false)
})

it('[RN5] people of each weight count, whatever seats they hold', () => {
  const weighed = (present: number, people: number) => ({
    ...aRound({ 1: 20, 2: present }),
    lent: { all: present - people, alike: { 2: present - people } },
  })
  expect(tellsApart(weighed(6, 6), weighed(11, 7))).toBe(true)
  expect(tellsApart(weighed(6, 6), weighed(12, 11))).toBe(false)
})
