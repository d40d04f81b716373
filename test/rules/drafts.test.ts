import { describe, expect, it } from 'vitest'
import { Draft } from '../../presenter/src/console/lib/draft.svelte.ts'
import { countedBy, withDecimals } from '../../presenter/src/console/lib/fitting.ts'
import * as groups from '../../presenter/src/console/lib/groups.ts'
import type { Method, Of } from '../../shared/method.ts'
import { ok } from '../../shared/result.ts'
import { ABSTAIN, type Question } from '../../shared/vote.ts'
import { aQuestion, option } from '../support/builders.ts'

const aDraft = (change: Partial<Question> = {}) =>
  new Draft(aQuestion(change), () => Promise.resolve(ok(null)))
const textsOf = ({ question }: Draft) => question.options.map(({ text }) => text)
const RANKED: Of<'ranked'> = {
  ...{ type: 'ranked', min: 1, max: 3, equal: true, count: 'borda', seats: 2 },
}
const NUMBER: Of<'number'> = { type: 'number', min: 0, max: 100, decimals: 0, unit: '' }

describe('a question being written', () => {
  it('[ED1] keeps its options through every kind, and shows none that a kind has not', () => {
    const draft = aDraft()
    const written = textsOf(draft)
    for (const type of ['ranked', 'score', 'points', 'approval', 'single'] as const) {
      draft.choose('number')
      expect(draft.question).toMatchObject({ method: { type: 'number' }, options: [] })
      draft.choose('decision')
      expect(draft.question.options.map(({ id }) => id)).toContain(ABSTAIN)
      draft.choose('text')
      expect(draft.question).toMatchObject({ options: [], decision: null })
      draft.choose(type)
      expect([type, textsOf(draft)]).toEqual([type, written])
      expect(draft.verdict.ok).toBe(true)
    }
    draft.choose('decision')
    draft.change({ method: { type: 'decision', abstain: false } })
    expect(draft.question.options.map(({ id }) => id)).not.toContain(ABSTAIN)
  })

  it('[ED1] follows its options with what it lets people choose or rank', () => {
    for (const type of ['approval', 'ranked', 'budget'] as const) {
      const draft = aDraft()
      draft.choose(type)
      expect(draft.question.method).toMatchObject({ min: 1, max: 3 })
      draft.addOption(2)
      expect(draft.question.method).toMatchObject({ max: 4 })
      draft.removeOption(option('tea'))
      expect(draft.question.method).toMatchObject({ max: 3 })
    }
    const draft = aDraft({ method: { type: 'approval', min: 1, max: 2 } })
    draft.addOption(2)
    expect(draft.question.method).toMatchObject({ max: 2 })
  })

  it('[SB8] says what is published of it only where that is a question, and keeps what was chosen', () => {
    const draft = aDraft()
    const has = (ballots: Question['ballots'], isTelling: boolean) =>
      expect([draft.question.ballots, draft.isTelling]).toEqual([ballots, isTelling])
    draft.change({ names: 'secret' })
    has('published', false)
    draft.choose('ranked')
    has('published', false)
    // A fourth option, and a ranking says more than any single choice.
    draft.addOption(2)
    has('totals', true)
    draft.change({ ballots: 'published' })
    has('published', true)
    draft.writeOption(option('tea'), 'Green tea')
    draft.choose('score')
    has('published', true)
    draft.choose('single')
    has('published', false)
    draft.choose('points')
    has('totals', true)
    draft.change({ names: 'open' })
    has('published', false)
  })

  it('[SB8] offers a way back where a file asked for totals of a plain question', () => {
    const draft = aDraft({ names: 'secret', ballots: 'totals', bars: 'reveal' })
    expect(draft.isTelling).toBe(true)
    draft.change({ title: 'Which one?' })
    expect(draft.question.ballots).toBe('totals')
    draft.change({ names: 'named' })
    expect(draft.question.ballots).toBe('published')
  })

  it('[ED2] drops the settings that a kind, its names or its bars rule out', () => {
    const draft = aDraft({ method: { type: 'single', seats: 1 }, lot: true, reopen: false })
    expect(draft.question.lot).toBe(true)
    draft.change({ method: { type: 'single' } })
    expect(draft.question.lot).toBe(false)
    // A plain question shows its count as soon as it can, and only then.
    draft.choose('number')
    expect(draft.question.bars).toBe('reveal')
    draft.choose('single')
    expect(draft.question.bars).toBe('live')
    draft.change({ bars: 'reveal', reopen: true })
    draft.change({ bars: 'live' })
    expect(draft.question).toMatchObject({ bars: 'live', reopen: false })
    draft.change({ names: 'secret', receipts: 'none' })
    expect(draft.question).toMatchObject({ bars: 'reveal', receipts: 'none' })
    draft.change({ names: 'named' })
    expect(draft.question.receipts).toBe('full')
  })

  it('[ED2] keeps costs with a budget alone, whose ties a lot may settle', () => {
    const draft = aDraft()
    draft.choose('budget')
    draft.priceOption(option('tea'), 5)
    draft.change({ lot: true })
    expect(draft.question.lot).toBe(true)
    expect(draft.question.options[1]).toEqual({ id: 'tea', text: 'tea', cost: 5 })
    draft.choose('single')
    expect(draft.question.options[1]).toEqual({ id: 'tea', text: 'tea' })
    expect(draft.question.lot).toBe(false)
  })

  it('[ED3] says what is wrong with its numbers before anything else is written', () => {
    const faultOf = (method: Method) => aDraft({ title: '', method }).fault?.code ?? null
    expect(faultOf({ type: 'single', seats: 2 })).toBeNull()
    expect(faultOf({ type: 'single', seats: 3 })).toBe('question/too-many-seats')
    expect(faultOf({ type: 'approval', min: 3, max: 2 })).toBe('question/bad-limits')
    expect(faultOf({ ...NUMBER, max: 0 })).toBe('question/bad-scale')
    expect(faultOf({ type: 'text', show: 'list', most: 5, letters: 300 })).toBe(
      'question/too-many-letters',
    )
  })

  it('[ED2] lets several share a place, or elects several, only where the count can', () => {
    expect(countedBy(RANKED, 'schulze')).toMatchObject({ equal: true, seats: 2 })
    expect(countedBy(RANKED, 'stv')).toMatchObject({ equal: false, seats: 2 })
    expect(countedBy(RANKED, 'runoff')).toMatchObject({ equal: false, seats: 1 })
  })

  it('[ED2] keeps the ends of a scale when its digits change', () => {
    const finer = withDecimals({ ...NUMBER, min: -5 }, 2)
    expect(finer).toMatchObject({ min: -500, max: 10_000, decimals: 2 })
    expect(withDecimals({ ...finer, min: -1250 }, 0)).toMatchObject({ min: -12, max: 100 })
    expect(withDecimals({ ...NUMBER, max: 1_000_000_000 }, 4).max).toBe(1_000_000_000)
  })
})

describe('groups of options', () => {
  const approval: Of<'approval'> = { type: 'approval', min: 1, max: 3 }
  const paper = (): groups.Grouped => ({ method: approval, options: aQuestion().options })
  const grouped = () => groups.putInto(groups.withGroup(paper(), 'hot'), option('tea'), 'hot')

  it('[ED4] come with a quota, and go with it', () => {
    const one = grouped()
    expect(groups.groupsOf(one)).toEqual([{ group: 'hot', min: 0, max: 1 }])
    expect(groups.heldBy(one.options, 'hot')).toBe(1)
    const renamed = groups.withName(one, 'hot', 'warm')
    expect(renamed.method.quotas).toEqual([{ group: 'warm', min: 0, max: 1 }])
    expect(renamed.options[1]).toMatchObject({ id: 'tea', group: 'warm' })
    const changed = groups.withQuota(renamed, { group: 'warm', min: 1, max: 1 })
    expect(changed.method.quotas).toEqual([{ group: 'warm', min: 1, max: 1 }])
    for (const without of [groups.withoutGroup(changed, 'warm'), groups.withoutGroups(changed)])
      expect(without).toEqual(paper())
  })

  it('[ED4] have names of their own, which are never empty', () => {
    const two = groups.withGroup(grouped(), 'cold')
    expect(groups.withName(two, 'hot', 'cold')).toBe(two)
    expect(groups.withName(two, 'hot', ' ')).toBe(two)
    expect(groups.withGroup(two, 'hot')).toBe(two)
  })

  it('[ED4] of a file may have no quota, and are free until one is set', () => {
    const options = aQuestion().options.map((each) => ({ ...each, group: 'drinks' }))
    const free = { method: approval, options }
    expect(groups.groupsOf(free)).toEqual([{ group: 'drinks', min: 0, max: 3 }])
    const set = groups.withQuota(free, { group: 'drinks', min: 0, max: 2 })
    expect(set.method.quotas).toEqual([{ group: 'drinks', min: 0, max: 2 }])
  })

  it('[ED4] go on with the next line, and leave with the kind', () => {
    const draft = aDraft(grouped())
    draft.addOption(1)
    expect(draft.question.options[2]).toMatchObject({ text: '', group: 'hot' })
    draft.choose('single')
    expect(draft.question.options.every((each) => !('group' in each))).toBe(true)
    expect(draft.question.method).toEqual({ type: 'single' })
  })
})
