import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readAgenda } from '../../shared/formats/agenda-text.ts'
import {
  blankPrepared,
  MOST_PREPARED,
  optionsOf,
  writeAgenda,
  type AgendaFault,
  type Prepared,
} from '../../shared/formats/agenda.ts'
import { METHODS } from '../../shared/formats/agenda-methods.ts'
import { readJson, type Json } from '../../shared/formats/json.ts'
import type { QuestionId } from '../../shared/ids.ts'
import {
  decisionOptions,
  MAX_OPTION_TEXT,
  MAX_OPTIONS,
  MAX_TITLE,
  type Question,
} from '../../shared/vote.ts'
import { questionSchema } from '../../shared/wire/agenda.ts'
import { aQuestion } from '../support/builders.ts'

const asked = (text: string) =>
  readAgenda(text).questions.map(({ title, options }) => [
    title,
    ...options.map(({ text }) => text),
  ])
const faults = (text: string) => readAgenda(text).faults
const file = (...questions: object[]) =>
  JSON.stringify({ format: 'mvoting-agenda', version: 1, questions }, null, 2)

const share = fc
  .record({ numerator: fc.integer({ min: 1, max: 100 }), strict: fc.boolean() })
  .map((part) => ({ ...part, denominator: 100 }))
const decision = fc.option(
  fc.record({
    base: fc.constantFrom('yes-no' as const, 'valid' as const, 'entitled' as const),
    majority: fc.constantFrom('simple' as const, 'two-thirds' as const),
    quorum: fc.option(share),
  }),
)
const options = fc
  .array(fc.string({ unit: 'grapheme', maxLength: 20 }), { maxLength: MAX_OPTIONS })
  .map(optionsOf)
const limit = fc.integer({ min: 0, max: MAX_OPTIONS })
const groupedOptions = fc
  .array(fc.string({ unit: 'grapheme', maxLength: 20 }), { maxLength: MAX_OPTIONS })
  .map((texts) => optionsOf(texts).map((each) => ({ ...each, group: '환경' })))
const seats = fc.integer({ min: 1, max: MAX_OPTIONS })
const point = fc.integer({ min: 0, max: 100 })
const rankedOrRated = fc.oneof(
  fc.record({
    type: fc.constant('ranked' as const),
    ...{ min: limit, max: limit, equal: fc.boolean(), seats },
    count: fc.constantFrom('runoff' as const, 'stv' as const, 'schulze' as const, 'borda' as const),
  }),
  fc.record({
    type: fc.constant('approval' as const),
    ...{ min: limit, max: limit, seats },
    quotas: fc.array(fc.record({ group: fc.constant('환경'), min: limit, max: limit })),
  }),
  fc.record({
    type: fc.constant('score' as const),
    min: point,
    max: point,
    unrated: fc.option(point),
  }),
  fc.record({
    type: fc.constant('points' as const),
    each: point,
    min: point,
    max: point,
    seats,
  }),
)
const money = fc.integer({ min: 0, max: 1_000_000_000_000 })
const projects = fc
  .array(fc.tuple(fc.string({ unit: 'grapheme', maxLength: 20 }), money), {
    maxLength: MAX_OPTIONS,
  })
  .map((all) =>
    optionsOf(all.map(([text]) => text)).map((each, at) => ({ ...each, cost: all[at]![1] })),
  )
const budget = fc.record({
  type: fc.constant('budget' as const),
  ...{ min: limit, max: limit, purse: money, fits: fc.boolean() },
  currency: fc.constantFrom('', '원'),
  rule: fc.oneof(
    fc.record({
      type: fc.constant('greedy' as const),
      threshold: fc.integer({ min: 0, max: 100_000 }),
      misfit: fc.constantFrom('skip' as const, 'stop' as const),
    }),
    fc.record({
      type: fc.constant('equal-shares' as const),
      completion: fc.constantFrom('none' as const, 'add1' as const),
      step: fc.option(fc.integer({ min: 1, max: 1000 })),
    }),
  ),
})
const answered = fc.oneof(
  fc.record({
    type: fc.constant('number' as const),
    ...{ min: fc.integer({ min: -1000, max: 1000 }), max: limit },
    ...{ decimals: fc.integer({ min: 0, max: 4 }), unit: fc.constantFrom('', '만원') },
  }),
  fc.record({
    type: fc.constant('text' as const),
    show: fc.constantFrom('cloud' as const, 'list' as const),
    ...{ most: fc.integer({ min: 1, max: 5 }), letters: fc.integer({ min: 1, max: 300 }) },
  }),
)
const asMethod = fc.oneof(
  fc.boolean().chain((abstain) =>
    fc.record({
      method: fc.constant({ type: 'decision' as const, abstain }),
      options: fc.constant(decisionOptions(abstain)),
      decision,
    }),
  ),
  fc.record({ method: fc.constant({ type: 'single' as const }), options }),
  fc.record({ method: rankedOrRated, options: groupedOptions }),
  fc.record({ method: answered, options: fc.constant([]) }),
  fc.record({ method: budget, options: projects }),
  fc.record({
    method: fc.record({ type: fc.constant('approval' as const), min: limit, max: limit }),
    options,
  }),
)
const settings = fc.record({
  title: fc.string({ unit: 'grapheme', maxLength: 60 }),
  names: fc.constantFrom('open' as const, 'secret' as const, 'named' as const),
  namesFor: fc.constantFrom('everyone' as const, 'roster' as const),
  bars: fc.constantFrom('live' as const, 'reveal' as const, 'set' as const),
  receipts: fc.constantFrom('full' as const, 'none' as const),
  ballots: fc.constantFrom('published' as const, 'totals' as const),
  auditors: fc.string({ unit: 'grapheme', maxLength: 4 }),
  seconds: fc.option(fc.integer({ min: 5, max: 3600 })),
  least: fc.integer({ min: 3, max: 5 }),
  electorate: fc.constantFrom('present' as const, 'opening' as const),
  fresh: fc.boolean(),
  reopen: fc.boolean(),
  lot: fc.boolean(),
})
const prepared: fc.Arbitrary<Prepared> = fc
  .tuple(settings, asMethod)
  .map(([setting, method]) => ({ decision: null, ...setting, ...method }))
const asQuestion = (question: Prepared): Question => ({
  ...question,
  ...{ id: 'q1' as QuestionId, test: false, roundOf: null },
})

describe('a file of questions', () => {
  it('[AE3] gives back every question that can be prepared, and nothing but what messages take', () => {
    fc.assert(
      fc.property(fc.array(prepared, { minLength: 1, maxLength: 5 }), fc.string(), (all, title) => {
        const read = readAgenda(writeAgenda(title, all.map(asQuestion)))
        expect(read).toEqual({ questions: all, faults: [] })
        for (const question of read.questions)
          expect(questionSchema.safeParse(asQuestion(question)).success).toBe(true)
      }),
    )
  })

  it('[AE3] says only what is not usual, and leaves tests and rounds behind', () => {
    const test = aQuestion({ test: true })
    const round = aQuestion({ roundOf: 'q1' as QuestionId })
    const written = writeAgenda('', [aQuestion({ seconds: 60 }), test, round])
    expect(JSON.parse(written)).toEqual({
      format: 'mvoting-agenda',
      version: 1,
      title: '',
      questions: [
        {
          title: 'Coffee or tea?',
          method: 'single',
          options: ['coffee', 'tea', 'water'],
          seconds: 60,
        },
      ],
    })
  })

  it('[AE3] is described in docs/agenda.md as it is', () => {
    const guide = readFileSync('docs/agenda.md', 'utf8')
    const [, example] = /```json\n([^]*?)```/.exec(guide) ?? []
    const [, plain] = /```text\n([^]*?)```/.exec(guide) ?? []
    for (const text of [example, plain])
      expect(readAgenda(text ?? '')).toMatchObject({ questions: [{}, {}], faults: [] })
    for (const name of [
      ...Object.keys(blankPrepared()),
      ...Object.values(METHODS).flatMap((read) => Object.keys(read)),
    ])
      expect(guide).toContain(`\`${name}\``)
  })

  it.each<[string, Partial<AgendaFault>]>([
    [
      '{ "format": "mvoting-agenda",\n "version": 1,\n "questions": [}',
      { line: 3, why: 'unreadable' },
    ],
    ['{"a": 1}', { line: 1, question: null, why: 'not-agenda' }],
    ['{"format": "mvoting-agenda",\n"version": 2}', { line: 2, why: 'newer' }],
    ['{"format": "mvoting-agenda", "version": "x"}', { why: 'wrong-value', name: 'version' }],
    [file(), { why: 'nothing' }],
    [file({ method: 'single' }), { line: 5, question: 1, why: 'no-title' }],
    [file({ title: 'a', method: 'vote' }), { line: 7, why: 'wrong-value', name: 'method' }],
    [
      file({ title: 'a', method: 'decision', secnds: 5 }),
      { line: 8, why: 'unknown-name', name: 'secnds' },
    ],
    [file({ title: 'a', method: 'decision', seconds: 4 }), { why: 'wrong-value', name: 'seconds' }],
    [file({ title: 'x'.repeat(MAX_TITLE + 1), method: 'single' }), { line: 6, why: 'long-title' }],
    [file({ title: 'a', method: 'single', options: ['b', 7] }), { line: 10, name: 'options' }],
    [
      file({ title: 'a', method: 'single', options: ['b', 'x'.repeat(MAX_OPTION_TEXT + 1)] }),
      { line: 10, question: 1, why: 'long-option' },
    ],
    [
      file({ title: 'a', method: 'single', options: Array(MAX_OPTIONS + 1).fill('b') }),
      { line: 49, why: 'too-many-options' },
    ],
    [
      file(...Array<object>(MOST_PREPARED + 1).fill({ title: 'a', method: 'decision' })),
      { question: MOST_PREPARED + 1, why: 'too-many' },
    ],
  ])('[AE4] names the line of what it cannot take: %#', (text, fault) => {
    expect(faults(text)).toEqual([expect.objectContaining(fault)])
  })

  it('[AE4] agrees with JSON.parse on what is JSON, and throws at nothing', () => {
    const plain = (json: Json): unknown =>
      json.type === 'plain'
        ? json.value
        : json.type === 'list'
          ? json.items.map(plain)
          : Object.fromEntries([...json.entries].map(([name, entry]) => [name, plain(entry)]))
    const broken = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', '"', ',', '[', '}', '\\', '1', ' ', '\n'))
      .map(([text, at, sign]) => {
        const cut = at % (text.length + 1)
        return text.slice(0, cut) + sign + text.slice(cut + 1)
      })
    fc.assert(
      fc.property(fc.oneof(fc.json(), broken, fc.string()), (text) => {
        let expected: unknown
        try {
          expected = JSON.parse(text)
        } catch {
          expected = undefined
        }
        const { value } = readJson(text)
        expect(value === null ? undefined : plain(value)).toEqual(expected)
        readAgenda(text)
      }),
      { numRuns: 500 },
    )
    expect(readJson('['.repeat(100_000)).value).toBeNull()
    expect(readJson(`"${'\\n'.repeat(500_000)}"`).value?.type).toBe('plain')
  })
})

describe('a text of questions', () => {
  it('[AE5] is a question in each block, its options below it without what lists put before them', () => {
    expect(
      asked(
        '\uFEFF점심은 무엇으로 할까요?\r\n- 비빔밥\r\n2. 국수\r\n③ 김밥\r\n\r\n \r\n어디서\nA) 강당\n(나) 마당\n',
      ),
    ).toEqual([
      ['점심은 무엇으로 할까요?', '비빔밥', '국수', '김밥'],
      ['어디서', '강당', '마당'],
    ])
    expect(asked('1. 결산\n-5도\n3.5\n-')).toEqual([['1. 결산', '-5도', '3.5', '-']])
    expect(readAgenda('  \n ').questions).toEqual([])
  })

  it('[AE5] is yes, no and abstain where no options stand, or these do', () => {
    const method = (text: string) => readAgenda(text).questions[0]?.method
    expect(method('승인할까요?')).toEqual({ type: 'decision', abstain: true })
    expect(method('승인할까요?\n- 찬성\n- 반대')).toEqual({ type: 'decision', abstain: false })
    expect(method('Carried?\nYes\nNo\nAbstain')).toEqual({ type: 'decision', abstain: true })
    expect(method('승인할까요?\n찬성')).toEqual({ type: 'single' })
    expect(method('승인할까요?\n반대\n찬성')).toEqual({ type: 'single' })
  })

  it('[AE5] is a table where cells stand beside each other: a question in each row', () => {
    const rows = [['점심?', '비빔밥', '국수'], ['승인?']]
    const wanted = [rows[0], ['승인?', '', '', '']]
    expect(asked('점심?\t비빔밥\t국수\n승인?\t\t')).toEqual(wanted)
    const read = readAgenda('\uFEFF점심?,비빔밥,국수\r\n"승인?",,\r\n', { isTable: true })
    expect(read.questions.map(({ title }) => title)).toEqual(['점심?', '승인?'])
    expect(readAgenda('"a\t', {}).faults).toMatchObject([{ line: 1, why: 'unreadable' }])
  })

  it('[AE4] names the line of what is too long or too much', () => {
    const long = 'x'.repeat(MAX_TITLE + 1)
    expect(faults(`a\nb\n\n${long}\n${long}`)).toEqual([
      { line: 4, question: 2, why: 'long-title' },
      { line: 5, question: 2, why: 'long-option' },
    ])
    expect(faults('\n\nb'.repeat(MOST_PREPARED + 2))).toMatchObject([{ why: 'too-many' }])
    expect(faults(`a${'\nb'.repeat(MAX_OPTIONS + 1)}`)).toMatchObject([
      { line: MAX_OPTIONS + 2, why: 'too-many-options' },
    ])
  })

  it('[AE5] gives back what was written as lines', () => {
    const word = fc.stringMatching(/^[가-힣a-z]{3,12}( [가-힣a-z]{3,12})?$/)
    const block = fc.tuple(word, fc.array(word, { minLength: 2, maxLength: 6 }))
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => {
        const text = blocks.map(([title, lines]) => [title, ...lines].join('\n- ')).join('\n\n')
        expect(asked(text)).toEqual(blocks.map(([title, lines]) => [title, ...lines]))
      }),
    )
  })
})
