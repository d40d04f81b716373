import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ballots, Election, Entry } from '../../shared/tally/election/election.ts'
import { writePabulib } from '../../shared/formats/pabulib/write.ts'
import type { OptionId } from '../../shared/ids.ts'
import { aFile, read } from '../support/pabulib.ts'

const id = (text: string) => text as OptionId

describe('a Pabulib file that we write', () => {
  it('[FI3] gives the same election when it is read', () => {
    fc.assert(
      fc.property(elections, (election) => {
        const meta = { country: 'Korea', unit: 'Seoul', instance: '2026', currency: 'KRW' }
        const back = read([...writePabulib(election, { meta })].join(''))
        expect(sorted(back.election)).toEqual(sorted(election))
        expect(Object.fromEntries(back.meta)).toMatchObject(meta)
      }),
      { numRuns: 300 },
    )
  })

  it('[FI3] keeps what the city paid for and what kind of set it is', () => {
    const { election } = read(aFile({ votes: 'voter_id;vote\n1;a\n2;b' }))
    const text = [
      ...writePabulib(election, { meta: {}, voteType: 'choose-1', chosen: [id('b')] }),
    ].join('')
    expect(read(text)).toMatchObject({ voteType: 'choose-1', official: ['b'] })
  })

  it('[FI4] numbers ballots by what they say, whatever order they came in', () => {
    fc.assert(
      fc.property(elections, fc.integer({ min: 0, max: 99 }), (election, turn) => {
        const { piles, form } = election.ballots
        const at = piles.length === 0 ? 0 : turn % piles.length
        const turned = { form, piles: [...piles.slice(at), ...piles.slice(0, at)] } as Ballots
        const text = (ballots: Ballots) => [...writePabulib({ ...election, ballots }, { meta: {} })]
        expect(text(turned)).toEqual(text(election.ballots))
      }),
    )
    const { election } = read(aFile({ votes: 'voter_id;vote\n88;b\n17;b,a' }))
    expect([...writePabulib(election, { meta: {} })].slice(-2)).toEqual(['1;a,b\n', '2;b\n'])
  })

  it('[FI4] is refused where the format cannot say it', () => {
    const election = read(aFile()).election
    const write = (change: Partial<Election>) => () => [
      ...writePabulib({ ...election, ...change }, { meta: {} }),
    ]
    expect(write({ budget: null })).toThrow(RangeError)
    expect(write({ options: [{ id: id('a,b'), name: 'x', cost: 1 }] })).toThrow(RangeError)
    const equal = [{ ballot: [[id('a'), id('b')]], count: 1 }]
    expect(write({ ballots: { form: 'ranked', piles: equal } })).toThrow(RangeError)
  })
})

const text = fc.string({ unit: 'grapheme', maxLength: 12 }).map((raw) => raw.trim().normalize())
const word = fc.stringMatching(/^[a-z0-9_.-]{1,8}$/)

const elections: fc.Arbitrary<Election> = fc
  .uniqueArray(word, { minLength: 1, maxLength: 6 })
  .chain((ids) => {
    const options = fc.tuple(...ids.map((each) => entryOf(id(each))))
    const subset = fc.subarray(ids.map(id))
    const set = subset.map((ballot) => [...ballot].sort())
    const ranked = fc.shuffledSubarray(ids.map(id)).map((ballot) => ballot.map((each) => [each]))
    const points = subset.chain((named) =>
      fc
        .tuple(...named.map(() => fc.integer({ min: -9, max: 9 })))
        .map((given) => Object.fromEntries(named.map((each, at) => [each, given[at]!]))),
    )
    return fc.record({
      title: text,
      options,
      ballots: fc.oneof(
        pilesOf(set).map((piles): Ballots => ({ form: 'set', piles })),
        pilesOf(ranked).map((piles): Ballots => ({ form: 'ranked', piles })),
        pilesOf(points).map((piles): Ballots => ({ form: 'points', piles })),
      ),
      seats: fc.constant(null),
      budget: fc.integer({ min: 0, max: 1e9 }),
      decimals: fc.constant(0),
    })
  })

function entryOf(of: OptionId): fc.Arbitrary<Entry> {
  return fc
    .record({ name: text, cost: fc.nat(1e6), categories: fc.uniqueArray(word, { maxLength: 2 }) })
    .map(({ name, cost, categories }) => ({
      ...{ id: of, name: name || of, cost },
      ...(categories.length > 0 && { categories }),
    }))
}

function pilesOf<T>(ballot: fc.Arbitrary<T>) {
  return fc
    .uniqueArray(ballot, { maxLength: 8, selector: (each) => JSON.stringify(each) })
    .chain((ballots) =>
      fc
        .tuple(...ballots.map(() => fc.integer({ min: 1, max: 3 })))
        .map((counts) => ballots.map((each, at) => ({ ballot: each, count: counts[at]! }))),
    )
}

/** Piles in an order of their own: files have none. */
function sorted({ ballots, ...rest }: Election) {
  const piles = ballots.piles.map(({ ballot, count }) => [JSON.stringify(inOrder(ballot)), count])
  return { ...rest, form: ballots.form, piles: piles.sort(([a], [b]) => (a! < b! ? -1 : 1)) }
}

const inOrder = (ballot: unknown) =>
  Array.isArray(ballot)
    ? (ballot as unknown[])
    : Object.entries(ballot as object).sort(([a], [b]) => (a < b ? -1 : 1))
