import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { papersFor, readerFor, type Filed } from '../../shared/formats/filed.ts'
import { countElection, type ElectionCount } from '../../shared/tally/election/count.ts'
import { ruleFor, type Wanted } from '../../shared/tally/election/rule.ts'
import { electionRows } from '../../shared/ui/election.ts'
import { filesOf, noElections, setOf } from '../support/elections.ts'

/** The one way that the command, the recount page and this test take through a file. */
function open(set: string, name: string): Filed {
  const reader = readerFor(name)!
  reader.feed(readFileSync(join(setOf(set), name), 'utf8'))
  const read = reader.end()
  if (!read.ok) throw new Error(JSON.stringify(read.faults[0]))
  return read.value
}

function count(file: Filed, wanted: Wanted = {}): ElectionCount {
  const { election, own } = file
  const read = ruleFor(election, own, wanted)
  if (!read.ok) throw new Error(read.fault.code)
  const papers = papersFor(file, read.rule.method)
  return countElection(papers, read.rule, { lot: election.lot ?? null })!
}

const names = ({ election }: Filed, ids: readonly string[]) =>
  ids.map((id) => election.options.find((each) => each.id === id)?.name ?? id)

it('[PI15] pairs of nobody give no places', () => {
  const reader = readerFor('nobody.blt')!
  reader.feed('2 1\n0\n"Ann"\n"Ben"\n"Nobody"\n')
  const read = reader.end()
  if (!read.ok) throw new Error(JSON.stringify(read.faults[0]))
  const { election } = read.value
  const rows = electionRows(election, count(read.value, { method: 'schulze', seats: 1 }))
  expect(rows.map(({ place, figure }) => [place, figure])).toEqual([
    [null, null],
    [null, null],
  ])
})

describe('files whose licence allows a copy', () => {
  it.each(filesOf('irv-nsw', '.soi'))('[CN4] %s comes out as published', (name) => {
    const file = open('irv-nsw', name)
    const known = JSON.parse(
      readFileSync(join(setOf('irv-nsw'), name.replace('.soi', '.expected.json')), 'utf8'),
    ) as { winner: string }
    expect(names(file, count(file, { method: 'irv' }).winners)).toEqual([known.winner])
  })

  it('[CN4] Minneapolis 2013 comes out by the rule that its file states', () => {
    const file = open('rctab', '2013_minneapolis_mayor.ballots.json')
    expect(names(file, count(file).winners)).toEqual(['BETSY HODGES'])
  })
})

/** Where the city did otherwise than its own rule says; our count keeps to the rule. */
const DEPARTED: Record<string, string> = {
  'Poland_Gdynia_2020_Redlowo__small.pb': '8',
  'Poland_Katowice_2022_Murcki.pb': 'L18/09/IX',
  'Poland_Poznan_2026_3_-_Piatkowo_Polnoc_Piatkowo__large.pb': 'RD-III.4',
}
/** Conflict sets stand in no column: whoever knows them names them. */
const CONFLICTS: Record<string, object> = {
  'Poland_Warszawa_2022_Bemowo.pb': { conflicts: [['773', '153']] },
}

describe.skipIf(noElections)(`files that are read where they lie (${noElections ?? 'here'})`, () => {
  const files = noElections ? [] : filesOf('pabulib', '.pb')
  it.each(files)('[CN4] %s is spent as its own rule says', (name) => {
    const file = open('pabulib', name)
    if (!file.own || !file.official) return expect(file.official && file.own).toBeNull()
    const { winners } = count(file, { rule: CONFLICTS[name] as Wanted['rule'] })
    const extra = DEPARTED[name]
    expect([...winners, ...(extra ? [extra] : [])].sort()).toEqual([...file.official].sort())
  })

  it.each(noElections ? [] : filesOf('stv-glasgow-2007', '2007.blt'))(
    '[CN4] %s elects whom Glasgow elected',
    (name) => {
      const file = open('stv-glasgow-2007', name)
      const known = JSON.parse(
        readFileSync(join(setOf('stv-glasgow-2007'), name.replace('.blt', '.expected.json')), 'utf8'),
      ) as { elected: string[] }
      expect(names(file, count(file).winners).sort()).toEqual([...known.elected].sort())
    },
  )

  it('[CN4] Burlington 2009 and Tennessee come out by each method as is known', () => {
    const of = (name: string, method: Wanted['method']) => {
      const file = open('abif', `${name}.abif`)
      return names(file, count(file, { method }).winners).join()
    }
    expect(of('burl2009', 'irv')).toMatch(/Kiss/)
    expect(of('burl2009', 'schulze')).toMatch(/Montroll/)
    expect(of('burl2009', 'plurality')).toMatch(/Wright/)
    expect(of('tennessee-example-simple', 'irv')).toMatch(/Knox/)
    expect(of('tennessee-example-approval', 'approval')).toMatch(/Nash/)
    expect(of('tennessee-example-irv-tie', 'irv')).toMatch(/Memphis/)
    const tied = count(open('abif', 'tennessee-example-irv-tie.abif'), { method: 'irv' })
    expect(tied.ties).toMatchObject([{ resolvedBy: 'earlier' }])
  })
})
