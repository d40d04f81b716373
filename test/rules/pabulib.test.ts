import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FormatFault } from '../../shared/formats/reading.ts'
import { greedyRuleOf } from '../../shared/formats/pabulib/rule.ts'
import { createPabulibReader } from '../../shared/formats/pabulib/read.ts'
import { formats as en } from '../../shared/words/counts/formats-en.ts'
import { formats as ko } from '../../shared/words/counts/formats-ko.ts'
import { filesOf, readSet } from '../support/elections.ts'
import { readIn } from '../support/fed.ts'
import { aFile, read } from '../support/pabulib.ts'

const SET = 'pabulib-format'

function faultsOf(text: string): FormatFault[] {
  const reading = readIn(createPabulibReader(), text)
  return reading.ok ? [] : reading.faults
}

const places = (text: string) =>
  faultsOf(text).map(({ line, column, expected, found }) => [line, column, expected, found])

describe('a Pabulib file', () => {
  it('[PB1] is read with the projects, the money, the ballots and all that it says of itself', () => {
    const { meta, election, official, votesColumn, scoreColumn } = read(
      aFile({
        meta: '\ncurrency;KRW\ncomment;"#1: two; ""parts"""',
        projects:
          'project_id;cost;votes;selected;name;category;target;neighborhood\n' +
          'a;60;2;1;"Park;\n with a ""lake""";green,sport;young;North\nb;50;1;0;;;;',
      }),
    )
    expect(meta.get('comment')).toBe('#1: two; "parts"')
    expect(election).toEqual({
      title: 'Test',
      options: [
        {
          ...{ id: 'a', name: 'Park;\n with a "lake"', cost: 60, district: 'North' },
          ...{ categories: ['green', 'sport'], beneficiaries: ['young'] },
        },
        { id: 'b', name: 'b', cost: 50 },
      ],
      ballots: {
        form: 'set',
        piles: [
          { ballot: ['a'], count: 1 },
          { ballot: ['a', 'b'], count: 1 },
        ],
      },
      seats: null,
      budget: 100,
      decimals: 0,
    })
    expect(official).toEqual(['a'])
    expect([...(votesColumn ?? [])]).toEqual([
      ['a', 2],
      ['b', 1],
    ])
    expect(scoreColumn).toBeNull()
  })

  it('[PB1] has any line ends, a byte order mark, empty lines, columns in any order and unknown ones', () => {
    const plain = read(aFile())
    const turned = aFile({
      projects: 'latitude;name;cost;project_id\n1;Park;60;a\n\n2;Clinic;50;b\n;;;',
      votes: 'age;vote;voter_id;mood\n\n30;a;1;fine\n"40-59";a,b;2;\n\n',
    })
    for (const text of [turned, `\uFEFF${turned}`, turned.replaceAll('\n', '\r\n')])
      expect(read(text).election).toEqual(plain.election)
    const mixed = turned.split('\n').map((line, at) => line + ['\n', '\r\n', '\r'][at % 3]!)
    expect(read(mixed.join('')).election).toEqual(plain.election)
  })

  it('[PB1] of the makers of the format is taken or refused as they say', () => {
    const taken = filesOf(SET, '.pb').map((name) => [name, faultsOf(readSet(SET, name)).length])
    expect(taken).toEqual([
      ['example_invalid.pb', 4],
      ['example_valid.pb', 0],
      ['test_empty_lines.pb', 0],
    ])
    expect(places(readSet(SET, 'example_invalid.pb'))).toEqual([
      [20, 10, 'currency', 'non_existing'],
      [29, 1, 'id', '290,67'],
      [29, 11, 'sex', 'X'],
      [30, 8, 'sex', 'Z'],
    ])
  })

  it('[FI1] [PB2] names line, column, what was expected and what stands there, for every fault', () => {
    const wrong = aFile({
      stated: [3, 4],
      projects: 'project_id;cost;selected\na;6o;1\na;5;0\nb;50;7',
      votes: 'voter_id;vote\n1;a,x,b\n1;b;c\n2;"b",a',
    })
    expect(places(wrong)).toEqual([
      [4, 14, 'stated-projects', '2'],
      [10, 3, 'amount', '6o'],
      [11, 1, 'new-project', 'a'],
      [12, 6, 'selected', '7'],
      [15, 5, 'known-project', 'x'],
      [16, 5, 'end-of-row', 'c'],
      [17, 6, 'separator', ',a'],
    ])
  })

  it.each([
    ['', [1, 1, 'section-META', '']],
    ['PROJECTS\n', [1, 1, 'section-META', 'PROJECTS']],
    ['a;b\n', [1, 1, 'section-META', 'a']],
    ['META\nPROJECTS\n', [2, 1, 'header-META', 'PROJECTS']],
    ['META\nkey;values\n', [2, 1, 'column-value', 'key;values']],
    ['META\nkey;value\n', [3, 1, 'section-PROJECTS', '']],
    [aFile({ meta: '\nbudget;7' }), [8, 1, 'new-key', 'budget']],
    [aFile({ budget: '-5' }), [6, 8, 'amount', '-5']],
    [aFile({ type: 'lottery' }), [7, 11, 'vote-type', 'lottery']],
    [aFile({ meta: '\ndate_begin;2020-01-02' }), [8, 12, 'date', '2020-01-02']],
    [aFile({ meta: '\ncategories;a,b\nbudget_per_category;1' }), [9, 21, 'amount-for-each', '1']],
    [aFile({ stated: [2, 3] }), [5, 11, 'stated-votes', '2']],
    [aFile({ votes: 'voter_id;vote\n1;a\n1;b' }), [15, 1, 'new-voter', '1']],
    [aFile({ votes: 'voter_id;votes\n1;a\n2;b' }), [13, 1, 'column-vote', 'voter_id;votes']],
    [aFile({ votes: 'voter_id;vote;vote\n1;a\n2;b' }), [13, 15, 'new-column', 'vote']],
    [aFile({ votes: 'voter_id;vote\n1;a\n2;b\nPROJECTS' }), [16, 1, 'section-end', 'PROJECTS']],
    [aFile({ type: 'scoring' }), [13, 1, 'column-points', 'voter_id;vote']],
    [aFile({ type: 'ordinal', votes: 'voter_id;vote\n1;a,a\n2;b' }), [14, 5, 'project-once', 'a']],
    [aFile({ type: 'choose-1' }), [15, 3, 'one-project', 'a,b']],
    [
      aFile({ type: 'scoring', votes: 'voter_id;points;vote\n1;1;a\n2;1;a,b' }),
      [15, 3, 'points-for-each', '1'],
    ],
    [
      aFile({ type: 'scoring', votes: 'voter_id;points;vote\n1;1;a\n2;1,.5;a,b' }),
      [15, 3, 'whole-points', '.5'],
    ],
    [aFile({ votes: 'voter_id;vote\n1;a\n2;"b\n' }), [15, 3, 'end-quote', 'b\n']],
  ])('[FI1] [PB2] finds the one fault of %j', (text, fault) => {
    expect(places(text)).toEqual([fault])
  })

  it('[FI1] says what was expected in both languages', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(aFile(), readSet(SET, 'example_valid.pb')),
        broken,
        (text, at) => {
          const cut = `${text.slice(0, at.from % text.length)}${at.put}${text.slice((at.from % text.length) + at.drop)}`
          for (const { line, column, expected } of faultsOf(cut)) {
            expect(line).toBeGreaterThan(0)
            expect(column).toBeGreaterThan(0)
            expect(Object.keys(ko)).toContain(expected)
            expect(Object.keys(en)).toContain(expected)
          }
        },
      ),
      { numRuns: 400 },
    )
  })

  it('[FI1] of another kind does not say the same of every line', () => {
    const many = faultsOf(aFile({ votes: `voter_id;vote\n${'1;x\n'.repeat(9999)}` }))
    expect(many.length).toBe(50)
    const long = 'x'.repeat(99)
    expect(faultsOf(long)[0]?.found).toBe(`${'x'.repeat(40)}…`)
  })

  it('[FI2] is the same in pieces that are cut anywhere', () => {
    const texts = filesOf(SET, '.pb').map((name) => readSet(SET, name))
    texts.push(aFile({ meta: '\r\ncomment;"a\r\nb ""c"""\r\n\r\n' }))
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.integer({ min: 1, max: 99 }), (text, size) => {
        expect(readIn(createPabulibReader(), text, size)).toEqual(
          readIn(createPabulibReader(), text),
        )
      }),
    )
  })

  it('[FI2] of 64 MB is read in pieces, and held as its piles', () => {
    const reader = createPabulibReader()
    const voters = 1_400_000
    const projects = Array.from({ length: 239 }, (_, at) => `P-${at};${1000 + at}`)
    reader.feed(`META\nkey;value\nnum_projects;239\nnum_votes;${voters}\nbudget;90000\n`)
    reader.feed(`vote_type;approval\nPROJECTS\nproject_id;cost\n${projects.join('\n')}\nVOTES\n`)
    reader.feed('voter_id;vote;age;voting_method;neighborhood\n')
    let letters = 0
    let piece = ''
    for (let voter = 1; voter <= voters; voter += 1) {
      const first = (voter * 7919) % 239
      const vote = [0, 1, 5].map((step) => `P-${(first + step * (1 + (voter % 11))) % 239}`)
      piece += `${voter};${vote.join(',')};${18 + (voter % 80)};internet;A street ${voter % 40}\n`
      if (piece.length < 65_536 && voter < voters) continue
      letters += piece.length
      reader.feed(piece)
      piece = ''
    }
    const reading = reader.end()
    expect(letters).toBeGreaterThan(64e6)
    if (!reading.ok) throw new Error(JSON.stringify(reading.faults))
    const { piles } = reading.value.election.ballots
    expect(piles.length).toBeLessThanOrEqual(239 * 11)
    expect(piles.reduce((sum, { count }) => sum + count, 0)).toBe(voters)
    expect(process.memoryUsage().heapUsed).toBeLessThan(500e6)
  }, 60_000)

  it('[PB4] has money as whole numbers of the smallest unit that it uses', () => {
    const { election } = read(
      aFile({ budget: '363734.88', projects: 'project_id;cost\na;200000.0\nb;0.5' }),
    )
    expect(election).toMatchObject({ budget: 36373488, decimals: 2 })
    expect(election.options.map(({ cost }) => cost)).toEqual([20000000, 50])
    for (const amount of ['1e3', '12.34567', '1,5', '9007199254740993', ' ', '-1', '.5', '½'])
      expect(faultsOf(aFile({ budget: amount })).map(({ line }) => line)).not.toEqual([])
  })

  it('[PB4] marks a project that costs 999999999 as withdrawn', () => {
    const { election } = read(aFile({ projects: 'project_id;cost\na;999999999\nb;50.25' }))
    expect(election.options[0]).toEqual({ id: 'a', name: 'a', withdrawn: true })
  })

  it('[PB5] has sets, rankings and points as ballots, and identical ones are one pile', () => {
    const votes = 'voter_id;vote;points\n1;b,a;3,1\n2;a,b;1,3\n3;b;2\n4;;'
    const form = (type: string) => read(aFile({ type, votes, stated: [2, 4] })).election.ballots
    expect(form('approval')).toEqual({
      form: 'set',
      piles: [
        { ballot: [], count: 1 },
        { ballot: ['a', 'b'], count: 2 },
        { ballot: ['b'], count: 1 },
      ],
    })
    expect(form('ordinal')).toEqual({
      form: 'ranked',
      piles: [
        { ballot: [], count: 1 },
        { ballot: [['a'], ['b']], count: 1 },
        { ballot: [['b']], count: 1 },
        { ballot: [['b'], ['a']], count: 1 },
      ],
    })
    expect(form('cumulative')).toEqual({
      form: 'points',
      piles: [
        { ballot: {}, count: 1 },
        { ballot: { a: 1, b: 3 }, count: 2 },
        { ballot: { b: 2 }, count: 1 },
      ],
    })
  })

  it('[PB5] holds a project once in a set that names it twice, and says so', () => {
    const { election, repeats } = read(aFile({ votes: 'voter_id;vote\n1;a,a,b\n2;a' }))
    expect(election.ballots.piles.map(({ ballot }) => ballot)).toEqual([['a'], ['a', 'b']])
    expect([...repeats]).toEqual([['a', 1]])
  })
})

describe('the rule that META states', () => {
  const rule = (meta: string, change: Parameters<typeof aFile>[0] = {}) =>
    greedyRuleOf(read(aFile({ meta: `\n${meta}`, ...change })))
  const over = 'comment;we fund it if the rest is enough for at least 80% of that project'

  it('[PB8] is one of ours', () => {
    expect(rule('rule;greedy')).toEqual({
      budget: 100,
      key: { by: 'votes' },
      threshold: 0,
      takesUnwanted: false,
      misfit: 'skip',
      conflicts: [],
      caps: [],
      spendsLeftover: false,
    })
    expect(rule('rule;greedy-threshold\nmin_project_score_threshold;50')?.threshold).toBe(50)
    expect(rule('rule;greedy-no-skip')?.misfit).toBe('stop')
    expect(rule('rule;greedy-exclusive')?.misfit).toBe('skip')
    expect(rule(`rule;greedy-custom\n${over}`)?.misfit).toEqual({
      over: { numerator: 8, denominator: 10 },
    })
  })

  it('[PB8] has the caps in the unit of the costs, and what becomes of money they leave', () => {
    const meta = [
      'rule;greedy\ncategories;a,b\nbudget_per_category;50.5,60\nneighborhoods;North',
      'budget_per_neighborhood;70\nleftover_budget;Fund more projects ordered by score',
    ]
    expect(rule(meta.join('\n'))).toMatchObject({
      budget: 1000,
      caps: [
        { of: 'category', name: 'a', most: 505 },
        { of: 'category', name: 'b', most: 600 },
        { of: 'district', name: 'North', most: 700 },
      ],
      spendsLeftover: true,
    })
  })

  it('[PB8] puts projects in order by votes, points or places, as the ballots are', () => {
    const votes = 'voter_id;vote;points\n1;a;2\n2;b,a;3,1'
    expect(rule('rule;greedy\ndefault_score;1', { type: 'scoring', votes })?.key).toEqual({
      by: 'points',
      unnamed: 1,
    })
    expect(rule('rule;greedy\nmax_length;3', { type: 'ordinal' })?.key).toEqual({
      by: 'places',
      points: [3, 2, 1],
    })
  })

  it.each([
    'rule;unknown',
    'rule;equalshares',
    'rule;greedy-custom',
    'rule;greedy\nleftover_budget;back to the mayor',
    'country;Nowhere',
  ])('[PB8] is none of this family in %j', (meta) => {
    expect(rule(meta)).toBeNull()
  })
})

const broken = fc.record({
  from: fc.nat(6000),
  drop: fc.nat(3),
  put: fc.constantFrom('', ';', '"', '\n', ',', 'x', '-1', 'VOTES\n', '\nMETA\n'),
})
