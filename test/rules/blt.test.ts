import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { METHODS } from '../../shared/tally/election/rule.ts'
import { createBltReader } from '../../shared/formats/blt/read.ts'
import { writeBlt } from '../../shared/formats/blt/write.ts'
import type { RankedElection } from '../../shared/tally/election/election.ts'
import type { FormatFault } from '../../shared/formats/reading.ts'
import type { Pile, Ranking } from '../../shared/tally/terms.ts'
import { formats as en } from '../../shared/words/counts/formats-en.ts'
import { formats as ko } from '../../shared/words/counts/formats-ko.ts'
import { marks, option } from '../support/builders.ts'
import { filesOf, noElections, readSet } from '../support/elections.ts'
import { readIn } from '../support/fed.ts'

function read(text: string, size?: number): RankedElection {
  const reading = readIn(createBltReader(), text, size)
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults))
  return reading.value
}

function faultsOf(text: string): FormatFault[] {
  const reading = readIn(createBltReader(), text)
  return reading.ok ? [] : reading.faults
}

const FRUIT = `# An election of 2026
4 2
[nick ann bob cem dee]
[tie dee ann bob cem]
-2
3 1 cem=4 0
2 ann 4=3 0 /* the same
   as above */
1 - dee 0
4 0
0
"Ann" "Bob"
"Cem ""the fruit"""
"Dee"
"Board"
"Who made this file"
and what else there is to say`

describe('a BLT file', () => {
  it('[BT1] gives seats, candidates, who withdrew, the order of ties and merged papers', () => {
    expect(read(FRUIT)).toEqual({
      title: 'Board',
      options: [
        { id: '1', name: 'Ann' },
        { id: '2', name: 'Bob', withdrawn: true },
        { id: '3', name: 'Cem "the fruit"' },
        { id: '4', name: 'Dee' },
      ],
      ballots: {
        form: 'ranked',
        piles: [
          { ballot: [marks('1'), marks('3', '4')], count: 5 },
          { ballot: [[], marks('4')], count: 1 },
          { ballot: [], count: 4 },
        ],
      },
      seats: 2,
      budget: null,
      decimals: 0,
      lot: marks('3', '2', '1', '4'),
    })
  })

  it('[BT1] may have a byte order mark, any line ends, and be cut anywhere', () => {
    const whole = read(FRUIT)
    const windows = `\uFEFF${FRUIT.replaceAll('\n', '\r\n')}`
    for (let size = 1; size < 8; size += 1) expect(read(windows, size)).toEqual(whole)
  })

  it.each<[fault: string, text: string, line: number, column: number, found: string]>([
    ['blt-candidates', '', 1, 1, ''],
    ['blt-candidates', 'four 2\n', 1, 1, 'four'],
    ['blt-candidates', '0 1\n', 1, 1, '0'],
    ['blt-seats', '2\n', 2, 1, ''],
    ['blt-seats', '2 -1\n', 1, 3, '-1'],
    ['blt-setting', '2 1\n[nicks a b]', 2, 2, 'nicks'],
    ['blt-setting', '2 1\n[toString a b]', 2, 2, 'toString'],
    ['blt-bracket', '2 1\n[nick a [b]', 2, 9, '['],
    ['blt-bracket', '2 1\n[nick a b', 3, 1, ''],
    ['blt-nicknames', '2 1\n[nick a]\n1 a 0\n0\n"A"\n"B"', 2, 8, ']'],
    ['blt-nickname', '2 1\n[nick a a]\n1 a 0\n0\n"A"\n"B"', 2, 9, 'a'],
    ['blt-nickname', '2 1\n[nick a 1]\n1 a 0\n0\n"A"\n"B"', 2, 9, '1'],
    ['blt-tie', '2 1\n[tie 1]\n1 1 0\n0\n"A"\n"B"', 2, 7, ']'],
    ['blt-candidate', '2 1\n-3\n1 1 0\n0\n"A"\n"B"', 2, 2, '3'],
    ['blt-candidate', '2 1\n1 1 0\n1 2 x 0\n0\n"A"\n"B"', 3, 5, 'x'],
    ['blt-candidate', '2 1\n1 1=3 0\n0\n"A"\n"B"', 2, 5, '3'],
    ['blt-candidate', '2 1\n1 1= 0\n0\n"A"\n"B"', 2, 5, ''],
    ['blt-once', '2 1\n1 1 2=1 0\n0\n"A"\n"B"', 2, 7, '1'],
    ['blt-count', '2 1\n1 1 0\nx 1 0\n', 3, 1, 'x'],
    ['blt-count', '2 1\n9007199254740991 1 0\n1 1 0\n', 3, 1, '1'],
    ['blt-count', '2 1\n1 1 0\n', 3, 1, ''],
    ['blt-end-of-paper', '2 1\n1 1\n"A"', 3, 1, '"A"'],
    ['blt-end-of-paper', '2 1\n1 1 2', 3, 1, ''],
    ['blt-name', '2 1\n1 1 0\n0\n"A"\nB', 5, 1, 'B'],
    ['blt-name', '2 1\n1 1 0\n0\n"A\n', 4, 1, '"'],
    ['blt-name', '2 1\n1 1 0\n0\n"A"\n', 5, 1, ''],
    ['blt-title', '2 1\n1 1 0\n0\n"A" "B" C', 4, 9, 'C'],
  ])('[FI1] names %s, line and letter in %j', (expected, text, line, column, found) => {
    expect(faultsOf(text)).toEqual([{ line, column, expected, found }])
    expect(Object.keys(ko)).toContain(expected)
    expect(Object.keys(en)).toContain(expected)
  })

  it('[FI1] names every kind of paper that cannot be read, and reads nothing by half', () => {
    const text = '2 1\n1 3 0\n1 1 0\n1 2 2 0\n1 3 0\n1 4=5 0\n0\n"A"\n"B"'
    const faults = faultsOf(text).map(({ line, expected }) => `${line} ${expected}`)
    expect(faults).toEqual(['2 blt-candidate', '4 blt-once', '6 blt-candidate', '6 blt-candidate'])
  })

  const own = filesOf('stv-rs-meek', '.blt')
  it.each(own)('[BT3] %s is read, and every paper of it is on a pile', (file) => {
    const { options, ballots, seats } = read(readSet('stv-rs-meek', file))
    const transcript = readSet('stv-rs-meek', file.replace('.blt', '.meek-fixed9.log'))
    const said = (name: string) => Number(new RegExp(`${name}: (\\d+)`).exec(transcript)?.[1])
    expect(seats).toBe(said('Seats'))
    expect(ballots.piles.reduce((sum, { count }) => sum + count, 0)).toBe(said('Ballots'))
    const eligible = [...transcript.matchAll(/Add eligible: (.*)/g)].map(([, name]) => name)
    expect(options.filter(({ withdrawn }) => !withdrawn).map(({ name }) => name)).toEqual(eligible)
  })

  it('[BT3] nicknames and an order of ties stand for candidates', () => {
    const { ballots, lot } = read(readSet('stv-rs-meek', 'tie_break_explicit.blt'))
    expect(ballots.piles).toEqual([{ ballot: [marks('1')], count: 3 }])
    // The transcript: Break tie (defeat): [Banana, Cherry] -> Cherry.
    expect(lot).toEqual(marks('1', '2', '3'))
  })

  it("[BT3] their counts by Meek's method are not done, and no method says that they were", () => {
    expect(own).toHaveLength(7)
    expect(METHODS.filter((method) => /meek/i.test(method))).toEqual([])
  })

  it.skipIf(noElections)(
    `[BT3] wards of Glasgow 2007 and classic tests are read${noElections ? ` (${noElections})` : ''}`,
    () => {
      const files = filesOf('stv-glasgow-2007', '.blt')
      expect(files).toHaveLength(22)
      for (const file of files) {
        const said = JSON.parse(
          readSet('stv-glasgow-2007', file.replace('.blt', '.expected.json')),
        ) as { validPapers: number; seats: number; candidates: number }
        const { options, ballots, seats } = read(readSet('stv-glasgow-2007', file))
        const candidates = options.length
        const validPapers = ballots.piles.reduce((sum, { count }) => sum + count, 0)
        expect({ candidates, seats, validPapers }, file).toEqual({
          candidates: said.candidates,
          seats: said.seats,
          validPapers: said.validPapers,
        })
      }
    },
  )

  it('[FI3] written and read again it is the same election', () => {
    const line = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\r\n]/g, ''))
    const elections = fc.integer({ min: 1, max: 12 }).chain((size) => {
      const ids = Array.from({ length: size }, (_, at) => option(String(at + 1)))
      const ranking = fc
        .shuffledSubarray(ids)
        .chain((chosen) => fc.tuple(fc.constant(chosen), fc.array(fc.nat(12))))
        .map(([chosen, ranks]) => {
          const last = Math.max(-1, ...chosen.map((_, at) => ranks[at] ?? 0))
          return Array.from({ length: last + 1 }, (_, rank) =>
            chosen
              .filter((_, at) => (ranks[at] ?? 0) === rank)
              .sort((a, b) => Number(a) - Number(b)),
          )
        })
      return fc.record({
        title: line,
        names: fc.array(line, { minLength: size, maxLength: size }),
        withdrawn: fc.subarray(ids),
        lot: fc.option(fc.shuffledSubarray(ids, { minLength: size, maxLength: size })),
        seats: fc.integer({ min: 1, max: 9 }),
        piles: fc.uniqueArray(fc.record({ ballot: ranking, count: fc.integer({ min: 1 }) }), {
          selector: ({ ballot }) => JSON.stringify(ballot),
        }),
      })
    })
    fc.assert(
      fc.property(elections, ({ title, names, withdrawn, lot, seats, piles }) => {
        const options = names.map((name, at) => {
          const id = option(String(at + 1))
          return { id, name, ...(withdrawn.includes(id) && { withdrawn: true }) }
        })
        const ballots = { form: 'ranked' as const, piles }
        const rest = { budget: null, decimals: 0, ...(lot && { lot }) }
        const election = { title, options, ballots, seats, ...rest }
        const again = read(writeBlt(election), 7)
        expect(sorted(again)).toEqual(sorted(election))
      }),
    )
  })

  it('[FI4] papers are written in an order that tells nothing of who voted when', () => {
    const election = read(FRUIT)
    const piles = [...election.ballots.piles].reverse()
    expect(writeBlt({ ...election, ballots: { form: 'ranked', piles } })).toBe(writeBlt(election))
  })

  it('[FI2] 64 MB are read in pieces, in seconds', () => {
    const reader = createBltReader()
    reader.feed('9 4\n')
    const papers = Array.from({ length: 20_000 }, (_, at) => {
      const [a, b, c] = [1 + (at % 9), 1 + ((at * 5 + 1) % 9), 1 + ((at * 7 + 2) % 9)]
      return `1 ${[...new Set([a, b, c])].join(' ')} 0\n`
    }).join('')
    const pieces = Math.ceil((64 * 1024 * 1024) / papers.length)
    for (let at = 0; at < pieces; at += 1) reader.feed(papers)
    reader.feed(`0\n${'"Name"\n'.repeat(9)}"Title"\n`)
    const reading = reader.end()
    const piles = reading.ok ? reading.value.ballots.piles : []
    expect(piles.reduce((sum, { count }) => sum + count, 0)).toBe(20_000 * pieces)
  })
})

function sorted(election: RankedElection) {
  const name = ({ ballot }: Pile<Ranking>) => JSON.stringify(ballot)
  const piles = [...election.ballots.piles].sort((a, b) => (name(a) < name(b) ? -1 : 1))
  return { ...election, ballots: { form: 'ranked', piles } }
}
