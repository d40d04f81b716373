import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeAbif } from '../../shared/formats/abif/write.ts'
import { createAbifReader, type Abif } from '../../shared/formats/abif/read.ts'
import type { Election } from '../../shared/tally/election/election.ts'
import type { FormatFault } from '../../shared/formats/reading.ts'
import type { OptionId } from '../../shared/ids.ts'
import { comparePairs, condorcetWinner, votesOver } from '../../shared/tally/ranked/pairwise.ts'
import { instantRunoff } from '../../shared/tally/ranked/runoff.ts'
import { PLAIN_RUNOFF } from '../../shared/tally/ranked/runoff-rule.ts'
import { formats as en } from '../../shared/words/counts/formats-en.ts'
import { formats as ko } from '../../shared/words/counts/formats-ko.ts'
import { filesOf, noElections, readSet } from '../support/elections.ts'
import { readIn } from '../support/fed.ts'
import { id, ids } from '../support/spoken.ts'

function read(text: string, size?: number): Abif {
  const reading = readIn(createAbifReader(), text, size)
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults))
  return reading.value
}

const faultsOf = (text: string, size?: number): FormatFault[] => {
  const reading = readIn(createAbifReader(), text, size)
  return reading.ok ? [] : reading.faults
}

const FRUIT = `{title: "Fruit: \\"of\\" 2026"} # what it is
{ballots: 9}

=A:[Apple #1]
=B:[Banana [ripe]]
=[감 나무]:[감]
4:A/5>B/2=[감 나무]/2 # most
3: [감 나무] , A
1:B / 2 = [감 나무]/2
1:
`

const ODD: [string, Partial<FormatFault>][] = [
  ['A>B', { line: 1, column: 1, expected: 'abif-line', found: 'A>B' }],
  ['9999999999999999:A', { line: 1, column: 1, expected: 'abif-count' }],
  ['1:A\n{title}', { line: 2, column: 1, expected: 'abif-metadata', found: '{title}' }],
  ['=A', { line: 1, column: 1, expected: 'abif-candidate' }],
  ['=A:[a]\n=A:[b]', { line: 2, column: 2, expected: 'abif-new-candidate', found: 'A' }],
  ['=A:[a]\n2:A> C', { line: 2, column: 6, expected: 'abif-known', found: 'C' }],
  ['2:A>', { line: 1, column: 5, expected: 'abif-choice', found: '' }],
  ['2:A/x', { line: 1, column: 3, expected: 'abif-choice', found: 'A/x' }],
  ['2:A>B=A', { line: 1, column: 7, expected: 'abif-once', found: 'A' }],
]

describe('an ABIF file', () => {
  it('[AB1] gives metadata, candidates, ranks and ratings, however it is cut', () => {
    const { election, points, about } = read(FRUIT)
    expect(about).toEqual({ title: 'Fruit: "of" 2026', ballots: '9' })
    expect(election).toEqual({
      title: 'Fruit: "of" 2026',
      options: [
        { id: 'A', name: 'Apple #1' },
        { id: 'B', name: 'Banana [ripe]' },
        { id: '감 나무', name: '감' },
      ],
      ballots: {
        form: 'ranked',
        piles: [
          { ballot: [['A'], ['B', '감 나무']], count: 4 },
          { ballot: [['A', '감 나무']], count: 3 },
          { ballot: [['B', '감 나무']], count: 1 },
          { ballot: [], count: 1 },
        ],
      },
      ...{ seats: null, budget: null, decimals: 0 },
    })
    expect(points).toBeNull()
    for (const size of [1, 2, 7])
      expect(read(`\uFEFF${FRUIT.replaceAll('\n', '\r\n')}`, size)).toEqual(read(FRUIT))
  })

  it('[AB1] ranks by ratings what stands without an order, and names who has votes', () => {
    const { election, points } = read('2:B/1,A/5,C/1\n1:C/3')
    expect(election.options.map((one) => one.id)).toEqual(ids('A B C'))
    expect(election.ballots.piles.map(({ ballot }) => ballot)).toEqual([
      [['A'], ['B', 'C']],
      [['C']],
    ])
    expect(points).toEqual([
      { ballot: { A: 5, B: 1, C: 1 }, count: 2 },
      { ballot: { C: 3 }, count: 1 },
    ])
  })

  it.each(ODD)('[FI1] says what was expected, and where: %j', (text, fault) => {
    const faults = faultsOf(text)
    expect(faults).toEqual([expect.objectContaining(fault)])
    expect(faultsOf(text, 1)).toEqual(faults)
    for (const words of [ko, en]) expect(words).toHaveProperty([faults[0]!.expected])
  })

  it('[FI3] written and read again it is the same election, of ranks, points or sets', () => {
    const line = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\r\n]/g, ''))
    const OPTIONS = ids('A bee 감 c-4 5').concat(id('two words'))
    const count = fc.integer({ min: 1, max: 99 })
    const chosen = fc.shuffledSubarray(OPTIONS)
    const unique = <T>(ballot: fc.Arbitrary<T>) =>
      fc.uniqueArray(fc.record({ ballot, count }), {
        selector: (pile) => JSON.stringify(pile.ballot),
      })
    const byName = (rank: OptionId[]) =>
      rank.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    const ranked = chosen.map((all) =>
      [all.slice(0, 2), ...all.slice(2).map((one) => [one])]
        .map(byName)
        .filter((one) => one.length > 0),
    )
    const points = chosen.chain((all) =>
      fc
        .tuple(...all.map(() => fc.integer({ min: -9, max: 99 })))
        .map((values) => Object.fromEntries(byName(all).map((one, at) => [one, values[at]!]))),
    )
    const whole = (ballots: Election['ballots'], [title = '', ...names]: string[]): Election => ({
      title,
      options: OPTIONS.map((one, at) => ({ id: one, name: names[at] ?? '' })),
      ballots,
      ...{ seats: null, budget: null, decimals: 0 },
    })
    const names = fc.array(line, { minLength: 7, maxLength: 7 })
    const sorted = (piles: readonly object[] | null) =>
      piles?.map((one) => JSON.stringify(one)).sort()
    fc.assert(
      fc.property(unique(ranked), unique(points), names, (rankings, ratings, names) => {
        const first = whole({ form: 'ranked', piles: rankings }, names)
        const { election } = read(writeAbif(first), 5)
        expect({ ...election, ballots: null }).toEqual({ ...first, ballots: null })
        expect(sorted(election.ballots.piles)).toEqual(sorted(rankings))
        const rated = read(writeAbif(whole({ form: 'points', piles: ratings }, names)))
        const isAny = ratings.some(({ ballot }) => Object.keys(ballot).length > 0)
        expect(sorted(rated.points)).toEqual(isAny ? sorted(ratings) : undefined)
      }),
    )
    const sets = whole({ form: 'set', piles: [{ ballot: ids('A bee'), count: 3 }] }, [])
    expect(read(writeAbif(sets)).points).toEqual([{ ballot: { A: 1, bee: 1 }, count: 3 }])
  })

  it('[FI2] is read in pieces, 64 MB of it', () => {
    const reader = createAbifReader()
    const piece = Array.from({ length: 20_000 }, (_, at) => `1:A/${at % 6}>B/2=C\n`).join('')
    const pieces = Math.ceil((64 * 2 ** 20) / piece.length)
    for (let at = 0; at < pieces; at += 1) reader.feed(piece)
    const reading = reader.end()
    expect(reading.ok && reading.value.election.ballots.piles).toEqual([
      { ballot: [['A'], ['B', 'C']], count: 20_000 * pieces },
    ])
  })
})

interface Expected {
  irvWinner?: string
  condorcetWinner?: string
  firstPreferenceLeader?: string
  finalRound?: Record<string, number>
  ballotCount?: number
  pairwise_README?: Record<string, number>
  scores?: Record<string, number>
  approvalCounts?: Record<string, number>
}
const expectedOf = (name: string) =>
  JSON.parse(readSet('abif', name.replace('.abif', '.expected.json'))) as Expected

/** Points of each option over all papers. */
function scoresIn({ election, points }: Abif): Record<string, number> {
  const score = ({ id }: { id: OptionId }) =>
    (points ?? []).reduce((sum, { ballot, count }) => sum + count * (ballot[id] ?? 0), 0)
  return Object.fromEntries(election.options.map((option) => [option.id, score(option)]))
}

const countOf = ({ election }: Abif, part = {}) =>
  instantRunoff(
    election.options.map((one) => one.id),
    election.ballots.piles,
    { rule: { ...PLAIN_RUNOFF, ...part } },
  )

describe.skipIf(noElections)(`elections in ABIF${noElections ? ` (${noElections})` : ''}`, () => {
  const files = noElections ? [] : filesOf('abif', '.abif')

  it.each(files)(
    '[AB3] %s: winners, pairs, points and ballots are those that are known',
    (name) => {
      const expected = expectedOf(name)
      const file = read(readSet('abif', name))
      const { election } = file
      const all = election.options.map((one) => one.id)
      const pairs = comparePairs(all, election.ballots.piles)
      const { winners, rounds } = countOf(file, { overvote: 'alwaysSkipToNextRank' })
      if (expected.irvWinner) expect(winners).toEqual([expected.irvWinner])
      if (expected.condorcetWinner) expect(condorcetWinner(pairs)).toBe(expected.condorcetWinner)
      if (expected.finalRound) expect(rounds.at(-1)?.votes).toMatchObject(expected.finalRound)
      if (expected.ballotCount)
        expect(election.ballots.piles.reduce((sum, { count }) => sum + count, 0)).toBe(
          expected.ballotCount,
        )
      for (const [pair, votes] of Object.entries(expected.pairwise_README ?? {})) {
        const [a = '', b = ''] = pair.split('>')
        expect(votesOver(pairs, id(a), id(b)), pair).toBe(votes)
      }
      expect(scoresIn(file)).toMatchObject(expected.scores ?? expected.approvalCounts ?? {})
    },
  )

  it('[AB3] has nine elections', () => expect(files).toHaveLength(9))

  it.each([
    ['tennessee-example-irv-tie.abif', 'Knox Memph'],
    ['mock-tie.abif', 'H S'],
    ['mock-scorestar-tie.abif', 'Bob Alice'],
  ])('[AB3] %s is a tie and says so', (name, tied) => {
    const { state, winners, ties } = countOf(read(readSet('abif', name)), { ties: [] })
    expect({ state, winners }).toEqual({ state: 'tied', winners: [] })
    expect(ties.at(-1)).toMatchObject({ options: ids(tied), resolvedBy: 'tied' })
  })

  it('[AB3] Alice and Bob have equal points too', () => {
    expect(scoresIn(read(readSet('abif', 'mock-scorestar-tie.abif')))).toEqual({
      ...{ Alice: 45, Bob: 45, Charlie: 20 },
    })
  })
})
