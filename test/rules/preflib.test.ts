import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FormatFault } from '../../shared/formats/reading.ts'
import { createPreflibReader, type Preflib } from '../../shared/formats/preflib/read.ts'
import { writePreflib } from '../../shared/formats/preflib/write.ts'
import type { OptionId } from '../../shared/ids.ts'
import { comparePairs, condorcetWinner } from '../../shared/tally/ranked/pairwise.ts'
import { instantRunoff } from '../../shared/tally/ranked/runoff.ts'
import { PLAIN_RUNOFF } from '../../shared/tally/ranked/runoff-rule.ts'
import { formats as en } from '../../shared/words/counts/formats-en.ts'
import { formats as ko } from '../../shared/words/counts/formats-ko.ts'
import { filesOf, readSet } from '../support/elections.ts'
import { readIn } from '../support/fed.ts'

function read(text: string, size?: number): Preflib {
  const reading = readIn(createPreflibReader(), text, size)
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults))
  return reading.value
}

const faultsOf = (text: string, size?: number): FormatFault[] => {
  const reading = readIn(createPreflibReader(), text, size)
  return reading.ok ? [] : reading.faults
}

/** A file of three alternatives; the orders begin in its eighth line. */
const file = (orders: string, type = 'toi', voters = 6, unique = 2) => `# TITLE: Fruit
# DATA TYPE: ${type}
# NUMBER ALTERNATIVES: 3
# NUMBER VOTERS: ${voters}
# NUMBER UNIQUE ORDERS: ${unique}
# ALTERNATIVE NAME 1: Apple: green
# ALTERNATIVE NAME 2: Banana
# ALTERNATIVE NAME 3: 감
${orders}`

const ODD: [string, Partial<FormatFault>][] = [
  ['', { line: 1, column: 1, expected: 'preflib-type' }],
  [file('6: 1', 'wmd'), { line: 2, column: 14, expected: 'preflib-type', found: 'wmd' }],
  [`# TITLE: a\n${file('6: 1')}`, { line: 2, column: 1, expected: 'preflib-once-key' }],
  ['# DATA TYPE: soi\n# NUMBER VOTERS: x', { line: 2, expected: 'preflib-number' }],
  [file('6: 1', 'cat'), { expected: 'preflib-number', found: 'NUMBER CATEGORIES' }],
  [file('1,2,3'), { line: 9, column: 1, expected: 'preflib-line', found: '1,2,3' }],
  [file('9999999999999999: 1'), { line: 9, column: 1, expected: 'preflib-count' }],
  [file('6: 1, 4'), { line: 9, column: 7, expected: 'preflib-alternative', found: '4' }],
  [file('6: 1,'), { line: 9, column: 6, expected: 'preflib-alternative', found: '' }],
  [file('6: 1,{2,{3}'), { line: 9, column: 6, expected: 'preflib-alternative' }],
  [file('6: 1,{2,1}'), { line: 9, column: 9, expected: 'preflib-once', found: '1' }],
  [file('6: 1,{2,3}', 'soi'), { line: 9, column: 6, expected: 'preflib-strict', found: '{2,3}' }],
  [file('6: 1,2', 'soc'), { line: 9, column: 4, expected: 'preflib-complete', found: '1,2' }],
  [file('4: 1\n1: 2'), { line: 4, column: 18, expected: 'preflib-voters', found: '6' }],
  [file('6: 1'), { line: 5, expected: 'preflib-orders', found: '2' }],
  [
    file('5: 1\n1: 2').replace('NAME 3', 'NAME 4'),
    { line: 11, expected: 'preflib-name', found: 'ALTERNATIVE NAME 3' },
  ],
  [
    `# NUMBER CATEGORIES: 1\n# CATEGORY NAME 1: a\n${file('6: 1,2', 'cat')}`,
    { line: 11, expected: 'preflib-categories' },
  ],
]

interface Expected {
  winner: string
  condorcetWinner: string | null
  exhausted: number
  finalPair: number[]
  margin: number
  ties: unknown[]
  voters: number
  rounds: { round: number; votes: Record<string, number>; exhausted: number }[]
}

describe('a PrefLib file', () => {
  it('[PF1] gives alternatives, orders with ties and the header, however it is cut', () => {
    const text = file('4: 1,{3,2}\n# a remark\n\n1: {2,3}\n 1 : { 3 , 2 }\n')
    const { election, about, categories } = read(`# PUBLICATION DATE: 2026-11-23\n${text}`)
    expect(election).toEqual({
      title: 'Fruit',
      options: [
        { id: '1', name: 'Apple: green' },
        { id: '2', name: 'Banana' },
        { id: '3', name: '감' },
      ],
      ballots: {
        form: 'ranked',
        piles: [
          { ballot: [['1'], ['2', '3']], count: 4 },
          { ballot: [['2', '3']], count: 2 },
        ],
      },
      ...{ seats: null, budget: null, decimals: 0 },
    })
    expect({ about, categories }).toEqual({
      about: { 'PUBLICATION DATE': '2026-11-23' },
      categories: [],
    })
    const crlf = `\uFEFF${text.replaceAll('\n', '\r\n')}`
    for (const size of [1, 2, 7]) expect(read(crlf, size)).toEqual(read(text))
  })

  it('[PF1] gives the categories of a file of categories, empty ones too', () => {
    const heading = '# NUMBER CATEGORIES: 3\n# CATEGORY NAME 1: Yes\n'
    const names = '# CATEGORY NAME 2: Maybe\n# CATEGORY NAME 3: No\n'
    const { election, categories } = read(
      heading + names + file('5: 2,{},{1,3}\n1: {1,2,3}', 'cat'),
    )
    expect(categories).toEqual(['Yes', 'Maybe', 'No'])
    expect(election.ballots.piles).toEqual([
      { ballot: [['2'], [], ['1', '3']], count: 5 },
      { ballot: [['1', '2', '3']], count: 1 },
    ])
  })

  it.each(ODD)('[FI1] [PF2] says what was expected, and where: %#', (text, fault) => {
    const faults = faultsOf(text)
    expect(faults).toContainEqual(expect.objectContaining(fault))
    expect(faultsOf(text, 3)).toEqual(faults)
    for (const words of [ko, en])
      expect(faults.filter(({ expected }) => !(expected in words))).toEqual([])
  })

  const recounted = filesOf('irv-nsw', '.soi')
  it.each(recounted)('[PF3] %s comes out as it was recounted', (name) => {
    const { election } = read(readSet('irv-nsw', name))
    const expected = JSON.parse(
      readSet('irv-nsw', name.replace('.soi', '.expected.json')),
    ) as Expected
    const { options, ballots } = election
    const all = options.map(({ id }) => id)
    const nameOf = (id: string | null) => options.find((one) => one.id === id)?.name ?? null
    // A majority with more than two left would end it earlier than the recount, which goes down to two.
    const rule = { ...PLAIN_RUNOFF, continueUntilTwo: true }
    const { winners, rounds, ties } = instantRunoff(all, ballots.piles, { rule })
    const last = rounds.at(-1)!
    const finalPair = Object.values(last.votes).sort((a, b) => b - a)
    expect({
      winner: nameOf(winners[0] ?? null),
      condorcetWinner: nameOf(condorcetWinner(comparePairs(all, ballots.piles))),
      exhausted: last.exhausted.choices,
      finalPair,
      margin: finalPair[0]! - finalPair[1]!,
      ties,
    }).toEqual<Omit<Expected, 'rounds' | 'voters'>>({
      winner: expected.winner,
      condorcetWinner: expected.condorcetWinner,
      exhausted: expected.exhausted,
      finalPair: expected.finalPair,
      margin: expected.margin,
      ties: expected.ties,
    })
    const shown = rounds.filter(
      ({ elected }, at) => elected.length === 0 || at === rounds.length - 1,
    )
    expect(
      shown.map(({ votes, exhausted }) => ({
        votes: new Map(Object.entries(votes).map(([id, count]) => [nameOf(id), count])),
        exhausted: exhausted.choices,
      })),
    ).toEqual(
      expected.rounds.map(({ votes, exhausted }) => ({
        votes: new Map(Object.entries(votes)),
        exhausted,
      })),
    )
  })

  it.each([
    ['2: 1,2,3\n1: 3,2,1', 'soc'],
    ['2: 1,2,3\n1: 3', 'soi'],
    ['2: 1,{2,3}\n1: 3,2,1', 'toc'],
    ['2: 1,{2,3}\n1: 3', 'toi'],
  ])('[PF4] is written as the most restrictive type that fits: %j', (orders, type) => {
    const written = writePreflib(read(file(orders, 'toi', 3)))
    expect(written).toContain(`# DATA TYPE: ${type}\n`)
    expect(written.endsWith(`\n${orders}\n`)).toBe(true)
  })

  it('[FI3] [PF4] written and read again it is the same election, each order once', () => {
    const line = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\r\n]/g, '').trim())
    const files = fc.integer({ min: 1, max: 6 }).chain((size) => {
      const all = Array.from({ length: size }, (_, at) => String(at + 1) as OptionId)
      const ballot = fc
        .shuffledSubarray(all, { minLength: 1 })
        .chain((chosen) =>
          fc.array(fc.boolean(), { minLength: size, maxLength: size }).map((equal) =>
            chosen.reduce<OptionId[][]>((ranks, id, at) => {
              const last = ranks.at(-1)
              if (last && equal[at]) last.push(id)
              else ranks.push([id])
              return ranks
            }, []),
          ),
        )
        .map((ranks) => ranks.map((rank) => rank.sort()))
      return fc.record({
        title: line,
        names: fc.array(line, { minLength: size, maxLength: size }),
        categories: fc.oneof(
          fc.constant<string[]>([]),
          fc.array(line, { minLength: 6, maxLength: 8 }),
        ),
        piles: fc.uniqueArray(fc.record({ ballot, count: fc.integer({ min: 1, max: 99 }) }), {
          selector: ({ ballot }) => JSON.stringify(ballot),
        }),
      })
    })
    fc.assert(
      fc.property(
        files,
        fc.integer({ min: 1, max: 9 }),
        ({ title, names, categories, piles }, cut) => {
          const options = names.map((name, at) => ({ id: String(at + 1) as OptionId, name }))
          const ballots = { form: 'ranked' as const, piles }
          const election = { title, options, ballots, seats: null, budget: null, decimals: 0 }
          const about = { 'MODIFICATION TYPE': 'original' }
          const again = read(writePreflib({ election, categories, about }), cut)
          expect(sorted(again)).toEqual(sorted({ election, categories, about }))
          const doubled = { ...election, ballots: { ...ballots, piles: [...piles, ...piles] } }
          const lines = writePreflib({ election: doubled, categories, about }).split('\n')
          expect(lines.filter((each) => /^\d/.test(each))).toHaveLength(piles.length)
        },
      ),
    )
  })

  it('[FI4] tells nothing of who voted when, and leaves out what the format cannot say', () => {
    const { election, ...rest } = read(file('3: 1\n3: 2,3\n'))
    const piles = [...election.ballots.piles].reverse()
    const blank = [{ ballot: [], count: 2 }]
    const ballots = { form: 'ranked' as const, piles: [...piles, ...blank] }
    expect(writePreflib({ election: { ...election, ballots }, ...rest })).toBe(
      writePreflib({ election, ...rest }),
    )
  })

  it('[FI2] is read in pieces, 64 MB of it', () => {
    const reader = createPreflibReader()
    const piece = Array.from(
      { length: 20_000 },
      (_, at) => `1: ${1 + (at % 3)},{${1 + ((at + 1) % 3)},${1 + ((at + 2) % 3)}}\n`,
    ).join('')
    const pieces = Math.ceil((64 * 2 ** 20) / piece.length)
    reader.feed(file('', 'toc', 20_000 * pieces, 3))
    for (let at = 0; at < pieces; at += 1) reader.feed(piece)
    const reading = reader.end()
    expect(reading.ok && reading.value.election.ballots.piles.length).toBe(3)
  })
})

function sorted({ election, ...rest }: Preflib) {
  const name = (ballot: unknown) => JSON.stringify(ballot)
  const piles = [...election.ballots.piles].sort((a, b) =>
    name(a.ballot) < name(b.ballot) ? -1 : 1,
  )
  return { ...rest, election: { ...election, ballots: { form: 'ranked', piles } } }
}
