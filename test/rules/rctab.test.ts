import { describe, expect, it } from 'vitest'
import type { Entry } from '../../shared/tally/election/election.ts'
import type { FormatFault } from '../../shared/formats/reading.ts'
import { createRctabReader, type RctabElection } from '../../shared/formats/rctab/read.ts'
import type { OptionId } from '../../shared/ids.ts'
import { instantRunoff, type Runoff } from '../../shared/tally/ranked/runoff.ts'
import type { Round } from '../../shared/tally/ranked/runoff-rounds.ts'
import { formats as en } from '../../shared/words/counts/formats-en.ts'
import { formats as ko } from '../../shared/words/counts/formats-ko.ts'
import { filesOf, readSet } from '../support/elections.ts'
import { readIn } from '../support/fed.ts'

const SET = 'rctab'
const ENDING = '.ballots.json'
const names = filesOf(SET, ENDING).map((file) => file.slice(0, -ENDING.length))

/** Their ties were drawn by Java's generator: what it drew is read from the report and given as the lot. */
const DRAWN = [
  '2013_minneapolis_mayor',
  '2013_minneapolis_park_bottoms_up',
  '2013_minneapolis_park_sequential',
  'continue_tabulation_test',
  'first_round_determines_threshold_test',
  'skip_to_next_test',
  'stop_tabulation_early_test',
  'test_set_treat_blank_as_undeclared_write_in',
  'tiebreak_generate_permutation_test',
  'tiebreak_seed_test',
]
/** Several seats by transfers of surpluses: read, and counted nowhere here. */
const TRANSFERRED = ['more_winners_than_candidates', 'multi_seat_uwi_test']

/** Their records say `overvote` also behind the last choice, so only the sum of exhausted ones compares. */
const PADDED = [
  'continue_until_two_with_batch_elimination_test',
  'multi_seat_bottoms_up_with_cutoff_eliminate',
  'multi_seat_bottoms_up_with_static_threshold',
  'test_set_overvote_delimiter',
  'uwi_cannot_win_test',
]
/** Portland's report lists write-ins, and not one of its ballots has any. */
const NO_WRITE_INS = 'Undeclared Write-ins'

interface Report {
  results: {
    round: number
    tally: Record<string, string>
    threshold: string
    inactiveBallots: Record<string, string>
    tallyResults: { elected?: string; eliminated?: string; transfers: Record<string, string> }[]
  }[]
}

function read(name: string, size?: number): RctabElection {
  const reading = readIn(createRctabReader(), readSet(SET, name + ENDING), size)
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults))
  return reading.value
}

const reports = (name: string): Report[] =>
  filesOf(SET, '_expected_detailed_report.json')
    .filter((file) => new RegExp(`^${name}(_\\d)?_expected`).test(file))
    .map((file) => JSON.parse(readSet(SET, file)) as Report)

/** The draw that a report tells: first who was elected, last who went out first. */
function drawnIn(all: readonly Report[], options: readonly Entry[]): OptionId[] {
  const results = all.flatMap(({ results }) => results).flatMap((round) => round.tallyResults)
  const elected = results.flatMap((each) => each.elected ?? [])
  const out = results
    .flatMap((each) => each.eliminated ?? [])
    .filter((one) => !elected.includes(one))
  const left = options.map(({ name }) => name).filter((one) => ![...elected, ...out].includes(one))
  const order = [...elected, ...left, ...out.reverse()]
  return order.flatMap((name) => options.find((one) => one.name === name)?.id ?? [])
}

const numbers = (of: Record<string, string>) =>
  Object.fromEntries(Object.entries(of).map(([name, value]) => [name, Number(value)]))

const sum = (of: Record<string, number>) => Object.values(of).reduce((a, b) => a + b, 0)

/** A round of ours as a report says it; a needed share is the next whole vote. */
const asReported = (round: Round, nameOf: (id: string) => string) => ({
  tally: Object.fromEntries(Object.entries(round.votes).map(([id, count]) => [nameOf(id), count])),
  needed: round.needed,
  inactive: {
    exhaustedChoices: round.exhausted.choices,
    overvotes: round.exhausted.overvote,
    repeatedRankings: round.exhausted.repeated,
    skippedRankings: round.exhausted.skipped,
  },
  elected: round.elected.map(nameOf).sort(),
  eliminated: Object.fromEntries(
    round.excluded.map(({ id, to, exhausted }) => [
      nameOf(id),
      {
        ...Object.fromEntries(Object.entries(to).map(([to, count]) => [nameOf(to), count])),
        ...(exhausted > 0 && { exhausted }),
      },
    ]),
  ),
})

const expectedIn = ({ results }: Report) =>
  results.map(({ tally, threshold, inactiveBallots, tallyResults }) => ({
    tally: without(numbers(tally), (votes) => votes === 0),
    needed: Math.ceil(Number(threshold)),
    inactive: numbers(inactiveBallots),
    elected: tallyResults.flatMap((each) => each.elected ?? []).sort(),
    eliminated: without(
      Object.fromEntries(
        tallyResults.flatMap(({ eliminated, transfers }) =>
          eliminated === undefined ? [] : [[eliminated, numbers(transfers)]],
        ),
      ),
      (transfers) => sum(transfers) === 0,
    ),
  }))

function without<T>(of: Record<string, T>, isNothing: (value: T) => boolean): Record<string, T> {
  return Object.fromEntries(
    Object.entries(of).filter(([name, value]) => name !== NO_WRITE_INS || !isNothing(value)),
  )
}

function counted(name: string) {
  const { election, rule } = read(name)
  const nameOf = (id: string) => election.options.find((one) => one.id === id)?.name ?? id
  const all = election.options.map(({ id }) => id)
  const lot = DRAWN.includes(name) ? drawnIn(reports(name), election.options) : null
  const result = instantRunoff(all, election.ballots.piles, { rule: rule!, lot })
  return { election, result, nameOf, rule }
}

const comparable = <T extends { inactive: Record<string, number> }>(
  passes: T[][],
  isPadded: boolean,
) =>
  passes.map((pass) =>
    pass.map(({ inactive, ...round }) => ({
      ...round,
      inactive: isPadded ? sum(inactive) : inactive,
    })),
  )

const passes = ({ rounds }: Runoff) => {
  const last = rounds.at(-1)?.pass ?? 0
  return Array.from({ length: last }, (_, at) => rounds.filter(({ pass }) => pass === at + 1))
}

describe('the elections of RCTab', () => {
  it('[RT1] are twenty, and those named here are among them', () => {
    expect(names).toHaveLength(20)
    expect(names).toEqual(expect.arrayContaining([...DRAWN, ...TRANSFERRED]))
  })

  it.each(names.filter((name) => !TRANSFERRED.includes(name)))(
    '[RT1] come out in every round as RCTab counts them: %s',
    (name) => {
      const { result, nameOf, rule } = counted(name)
      const isDrawn = rule!.ties.includes('lot')
      expect(isDrawn).toBe(DRAWN.includes(name))
      const rounds = passes(result).map((pass) => pass.map((each) => asReported(each, nameOf)))
      const expected = reports(name).map(expectedIn)
      const isPadded = PADDED.includes(name)
      expect(comparable(rounds, isPadded)).toEqual(comparable(expected, isPadded))
    },
  )

  it.each(TRANSFERRED)('[RT2] with surpluses to transfer are read and not counted: %s', (name) => {
    const { election, rule } = read(name)
    expect(rule).toBeNull()
    expect(election.ballots.piles.length).toBeGreaterThan(0)
  })

  it('[RT1] Minneapolis 2013 and Portland 2015 say how many ballots chose nobody', () => {
    expect(counted('2013_minneapolis_mayor').result.rounds[0]?.exhausted.blank).toBe(639)
    expect(counted('2013_minneapolis_park_bottoms_up').result.rounds[0]?.exhausted.blank).toBe(
      20571,
    )
    expect(counted('2015_portland_mayor').result.rounds[0]?.exhausted.blank).toBe(0)
  })
})

const faultsOf = (text: string, size?: number): FormatFault[] => {
  const reading = readIn(createRctabReader(), text, size)
  return reading.ok ? [] : reading.faults
}

const RULES = {
  winnerElectionMode: 'singleWinnerMajority',
  tiebreakMode: 'random',
  overvoteRule: 'exhaustImmediately',
  numberOfWinners: '1',
}

/** A whole file with these parts in place of the usual ones. */
const file = (parts: { rules?: object; candidates?: string; ballots?: string }) => `{
  "rules": ${JSON.stringify({ ...RULES, ...parts.rules })},
  "candidates": ${parts.candidates ?? '[{"name": "Ann"}, {"name": "Bob", "aliases": ["B"]}]'},
  "ballots": ${parts.ballots ?? '[[2, ["Ann", "undervote", "B"]]]'}
}`

describe('the JSON of RCTab', () => {
  it('[RT3] gives candidates, merged ballots and the rule, in whatever pieces and order it comes', () => {
    const text = file({
      ballots: '[[2, ["Ann", "overvote"]], [3, ["UWI"]], [1, ["Ann", "overvote"]]]',
    })
    const whole = readIn(createRctabReader(), text)
    expect(whole).toMatchObject({
      ok: true,
      value: {
        election: {
          options: [{ id: '1', name: 'Ann' }, { id: '2' }, { id: 'UWI' }, { id: 'overvote' }],
          ballots: {
            piles: [
              { ballot: [['1'], ['overvote', 'overvote']], count: 3 },
              { ballot: [['UWI']], count: 3 },
            ],
          },
          seats: 1,
        },
        rule: { ties: ['lot'], writeIns: ['UWI'], excluded: ['overvote'] },
      },
    })
    expect(readIn(createRctabReader(), `\uFEFF${text}`, 1)).toEqual(whole)
    const { ballots, ...rest } = JSON.parse(text) as Record<string, unknown>
    expect(readIn(createRctabReader(), JSON.stringify({ ballots, ...rest }), 7)).toEqual(whole)
  })

  it.each<[string, Partial<FormatFault>]>([
    ['', { line: 1, column: 1, expected: 'rctab-json' }],
    ['{\n "rules": {},,', { line: 2, column: 14, expected: 'rctab-json' }],
    ['[]', { line: 1, column: 1, expected: 'rctab-candidates' }],
    [file({ ballots: '[[1.5, []]]' }), { line: 4, column: 15, expected: 'rctab-ballot' }],
    [file({ ballots: '[[1, "Ann"]]' }), { line: 4, column: 15, expected: 'rctab-ballot' }],
    [
      file({ ballots: `[[1, []], [${Number.MAX_SAFE_INTEGER}, []]]` }),
      { expected: 'rctab-ballot' },
    ],
    [
      file({ ballots: '[[1, ["Ann", "Cem"]]]' }),
      { line: 4, column: 27, expected: 'rctab-cell', found: 'Cem' },
    ],
    [file({ candidates: '[{"name": 4}]' }), { line: 3, column: 18, expected: 'rctab-candidate' }],
    [
      file({ candidates: '[{"name": "Ann"}, {"name": "B", "aliases": ["Ann"]}]' }),
      { line: 3, column: 35, expected: 'rctab-new-name', found: 'Ann' },
    ],
    [
      file({ rules: { overvoteRule: 'ask' } }),
      { line: 2, expected: 'rctab-setting', found: 'overvoteRule ask' },
    ],
    [
      file({ rules: { numberOfWinners: '' } }),
      { expected: 'rctab-setting', found: 'numberOfWinners' },
    ],
    [file({ rules: { hareQuota: true } }), { expected: 'rctab-off', found: 'hareQuota true' }],
    [
      file({ rules: { maxRankingsAllowed: '2' } }),
      { line: 4, expected: 'rctab-ranks', found: '3' },
    ],
  ])('[FI1] [RT4] names what was expected, and where: %#', (text, fault) => {
    const faults = faultsOf(text)
    expect(faults).toContainEqual(expect.objectContaining(fault))
    expect(faultsOf(text, 3)).toEqual(faults)
    for (const words of [ko, en])
      expect(faults.filter(({ expected }) => !(expected in words))).toEqual([])
  })

  it('[RT4] names a share that is none', () => {
    const rules = { winnerElectionMode: 'bottomsUpUsingPercentageThreshold', numberOfWinners: '0' }
    const name = 'multiSeatBottomsUpPercentageThreshold'
    expect(faultsOf(file({ rules: { ...rules, [name]: '101' } }))[0]?.found).toContain(name)
    expect(faultsOf(file({ rules: { ...rules, [name]: '12.5' } }))).toEqual([])
  })

  it('[FI2] is read in pieces, 64 MB of it', () => {
    const reader = createRctabReader()
    const [begin = '', end] = file({ ballots: '[|]' }).split('|')
    reader.feed(begin)
    const lines = Array.from({ length: 1000 }, (_, at) => `[${at}, ["Ann", "overvote", "B"]],\n`)
    const piece = lines.join('')
    const pieces = Math.ceil((64 * 2 ** 20) / piece.length)
    for (let at = 0; at < pieces; at += 1) reader.feed(piece)
    reader.feed(`[1, ["B"]]${end}`)
    const reading = reader.end()
    expect(reading.ok && reading.value.election.ballots.piles.map(({ count }) => count)).toEqual([
      pieces * 499_500,
      1,
    ])
  })
})
