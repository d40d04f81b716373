import { expect, it } from 'vitest'
import type { NamesFor } from '../../shared/vote.ts'
import { knownLater } from '../../voter/src/lib/told.ts'
import { after as en } from '../../shared/words/voter/after-en.ts'
import { after as ko } from '../../shared/words/voter/after-ko.ts'
import { aQuestion } from '../support/builders.ts'

const weights = { decimals: 0, total: 9 }
const named = (namesFor: NamesFor) => aQuestion({ names: 'named', namesFor })

it('[NM9] a rare weight beside a choice is said before it, where names are for the list alone', () => {
  expect(knownLater({ question: named('roster'), weights })).toBe('weightedForRoster')
  expect(en.weightedForRoster).toMatch(/Weights are published/)
  expect(ko.weightedForRoster).toMatch(/의결권은 .*공개/)
})

it.each([
  [{ question: named('roster') }, 'namedForRoster'],
  [{ question: named('everyone'), weights }, 'namedForEveryone'],
  [{ question: aQuestion(), weights }, 'weightedOpen'],
  [{ question: aQuestion({ names: 'secret' }), weights }, 'secretMore'],
])('[NM7] [NM9] else what is known is said as it was', (stage, key) => {
  expect(knownLater(stage)).toBe(key)
})
