import { describe, expect, it } from 'vitest'
import { greedyRuleOf } from '../shared/formats/pabulib/rule.ts'
import { createPabulibReader } from '../shared/formats/pabulib/read.ts'
import type { OptionId } from '../shared/ids.ts'
import { greedy, type GreedyRule } from '../shared/tally/budget/greedy.ts'
import { keysOf } from '../shared/tally/keys.ts'
import { filesOf, noElections, readSet } from './support/elections.ts'
import { readIn } from './support/fed.ts'

const SET = 'pabulib'

/** What is known of a file, as far as this test asks. */
interface Known {
  rule: string
  officialWinners?: OptionId[]
  officialCost?: number
  conflictSets?: OptionId[][]
  ourGreedyCheck: boolean | null
  deviation?: { officialOnly: OptionId[]; ruleOnly: OptionId[] }
  scoreColumnReproduced?: boolean | null
}

/** Cities that departed from their own rule: what they chose beside it, and what the rule spends. */
const DEPARTED: Record<string, { beside: string[]; cost: number }> = {
  'Poland_Gdynia_2020_Redlowo__small.pb': { beside: ['8'], cost: 27_005 },
  'Poland_Katowice_2022_Murcki.pb': { beside: ['L18/09/IX'], cost: 338_200 },
  'Poland_Poznan_2026_3_-_Piatkowo_Polnoc_Piatkowo__large.pb': {
    beside: ['RD-III.4'],
    cost: 838_000,
  },
}

function read(name: string) {
  const reading = readIn(createPabulibReader(), readSet(SET, name))
  if (!reading.ok) throw new Error(`${name}: ${JSON.stringify(reading.faults)}`)
  const known = JSON.parse(readSet(SET, name.replace('.pb', '.expected.json'))) as Known
  return { file: reading.value, known }
}

function count(name: string, rule: Partial<GreedyRule> = {}) {
  const { file, known } = read(name)
  const { options, ballots } = file.election
  const stated = greedyRuleOf(file)
  if (!stated) throw new Error(`${name} states no rule of the family`)
  const conflicts = known.conflictSets ?? []
  return { known, ...greedy({ ...stated, conflicts, ...rule }, options, ballots, null) }
}

const files = noElections ? [] : filesOf(SET, '.pb')
const ids = (list: readonly OptionId[] = []) => [...list].sort()

describe(`the budget votes of cities${noElections ? ` (skipped: ${noElections})` : ''}`, () => {
  it.skipIf(noElections)('[PB1] are all read', () => {
    expect(files.length).toBe(32)
    for (const name of files) {
      const { file, known } = read(name)
      expect(ids(file.official ?? undefined), name).toEqual(ids(known.officialWinners))
    }
  })

  it.skipIf(noElections)('[GR9] come out as their rule says, to the last project', () => {
    const reproduced = files.filter((name) => {
      const { known } = read(name)
      if (known.ourGreedyCheck !== true) return false
      const { winners, cost, state } = count(name)
      expect(ids(winners), name).toEqual(ids(known.officialWinners))
      expect(state, name).toBe('decided')
      const [units, decimals] = [cost, read(name).file.election.decimals]
      expect(units, name).toBe(known.officialCost! * 10 ** decimals)
      return true
    })
    expect(reproduced.length).toBe(18)
  })

  it.skipIf(noElections)('[GR9] have winners that no lot has a say in', () => {
    for (const name of files) {
      if (!greedyRuleOf(read(name).file)) continue
      expect(count(name).state, name).toBe('decided')
    }
  })

  it.skipIf(noElections)('[GR9] of Bemowo 2022 need to know what cannot both be built', () => {
    const name = 'Poland_Warszawa_2022_Bemowo.pb'
    expect(count(name).lines.find(({ id }) => id === '153')?.reason).toEqual({
      code: 'conflict',
      with: '773',
    })
    expect(ids(count(name, { conflicts: [] }).winners)).not.toEqual(
      ids(read(name).known.officialWinners),
    )
  })

  it.skipIf(noElections)(
    '[GR10] that departed from their own rule are these, and this is what it says',
    () => {
      const departed = files.filter((name) => read(name).known.ourGreedyCheck === false)
      expect(departed).toEqual(Object.keys(DEPARTED))
      for (const [name, { beside, cost }] of Object.entries(DEPARTED)) {
        const { known, winners, cost: spent } = count(name)
        expect(known.deviation, name).toMatchObject({ officialOnly: beside, ruleOnly: [] })
        expect(ids([...winners, ...(beside as OptionId[])]), name).toEqual(
          ids(known.officialWinners),
        )
        expect(spent, name).toBe(cost)
      }
    },
  )

  it.skipIf(noElections)(
    '[GR11] have the votes and points that their files give, recounted',
    () => {
      const again: string[] = []
      for (const name of files) {
        const { file, known } = read(name)
        const { options, ballots } = file.election
        const all = options.map(({ id }) => id)
        const votes = keysOf({ by: 'votes' }, all, ballots)
        for (const [id, column] of file.votesColumn ?? [])
          expect(votes.get(id)! + (file.repeats.get(id) ?? 0), `${name} ${id}`).toBe(column)
        if (file.repeats.size > 0) again.push(name)
        const rule = greedyRuleOf(file)
        const key = known.scoreColumnReproduced ? ({ by: 'points', unnamed: 0 } as const) : null
        const points = rule && rule.key.by !== 'votes' ? rule.key : key
        if (points && file.scoreColumn)
          expect(keysOf(points, all, ballots), name).toEqual(file.scoreColumn)
      }
      // One paper there names four projects twice, which the city counted and a set does not.
      expect(again).toEqual(['Netherlands_Amsterdam_604.pb'])
    },
  )

  it.skipIf(noElections)(
    '[GR4] of Amsterdam keep to their caps, and spend what these leave',
    () => {
      const name = 'Netherlands_Amsterdam_166.pb'
      const [capped, whole] = [count(name, { spendsLeftover: false }), count(name)]
      expect(whole.winners.slice(0, capped.winners.length)).toEqual(capped.winners)
      expect([capped.cost, whole.cost]).toEqual([237_791, 248_791])
      const { file } = read(name)
      const { caps } = greedyRuleOf(file)!
      expect(caps.length).toBe(6)
      for (const { name: category, most } of caps) {
        const chosen = file.election.options.filter(
          ({ id, categories }) => capped.winners.includes(id) && categories?.includes(category),
        )
        expect(chosen.reduce((sum, { cost = 0 }) => sum + cost, 0)).toBeLessThanOrEqual(most)
      }
    },
  )
})
