import { describe, expect, it } from 'vitest'
import type { JoinCode, QuestionId } from '../../shared/ids.ts'
import { apply, type MeetingView, type Stage } from '../../shared/meeting.ts'
import {
  advance,
  extended,
  reopened,
  reopenUntil,
  resumed,
  untimed,
  type Step,
} from '../../server/domain/meeting-run.ts'
import type { QuestionRow } from '../../server/rows.ts'
import { checkQuestion } from '../../shared/vote.ts'
import { aQuestion } from '../support/builders.ts'

const id = 'q1' as QuestionId
const stage: Stage = {
  question: aQuestion(),
  state: 'open',
  deadline: null,
  latch: null,
  reopenUntil: null,
  reopenings: 0,
  rulesHash: '',
  opening: null,
  seal: null,
  tally: null,
  electorate: null,
  earlier: null,
}
const view: MeetingView = {
  seq: 4,
  title: '',
  code: 'ABCDEF' as JoinCode,
  locked: false,
  stage: null,
}
const row = (change: Partial<QuestionRow> = {}) =>
  ({ question: aQuestion(), state: 'draft', deadline: null, latch: null, ...change }) as QuestionRow

describe('a view', () => {
  it('[VI1] takes events in turn, to the reveal', () => {
    const opened = apply(view, { type: 'question:opened', seq: 5, stage })
    const closing = apply(opened!, { type: 'question:closing', seq: 6, questionId: id, latch: 9 })
    const seal = { size: 1, fingerprint: 'A' }
    const sealed = apply(closing!, { type: 'question:sealed', seq: 7, questionId: id, seal })
    const counted = { state: 'counted' as const, ballots: 1, counts: [], leading: [] }
    const shown = apply(sealed!, {
      type: 'question:revealed',
      seq: 8,
      questionId: id,
      tally: counted,
      electorate: { entitled: 3, present: 2 },
      earlier: null,
    })
    expect(closing?.stage).toMatchObject({ state: 'closing', latch: 9 })
    expect(sealed?.stage).toMatchObject({ state: 'sealed', latch: null, seal, tally: null })
    expect(shown).toMatchObject({
      seq: 8,
      stage: { state: 'revealed', tally: counted, electorate: { entitled: 3, present: 2 } },
    })
  })

  it('[VI1] takes another deadline, a close that is not final, and the opening after it', () => {
    const open = { ...view, stage }
    const timed = apply(open, { type: 'question:timer', seq: 5, questionId: id, deadline: 70 })
    expect(timed?.stage?.deadline).toBe(70)
    const closed = apply(timed!, { type: 'question:closed', seq: 6, questionId: id, until: 90 })
    expect(closed?.stage).toMatchObject({ state: 'closed', latch: null, reopenUntil: 90 })
    const again = apply(closed!, {
      type: 'question:reopened',
      seq: 7,
      ...{ questionId: id, deadline: null, reopenings: 1 },
    })
    const open2 = { state: 'open', deadline: null, reopenUntil: null, reopenings: 1 }
    expect(again?.stage).toMatchObject(open2)
  })

  it('[VI1] asks for a snapshot at a gap and lets an old event pass', () => {
    expect(apply(view, { type: 'question:opened', seq: 6, stage })).toBeNull()
    expect(apply(view, { type: 'question:opened', seq: 4, stage })).toBe(view)
    expect(apply(view, { type: 'question:closing', seq: 5, questionId: id, latch: 9 })).toBeNull()
    expect(apply({ ...view, stage }, { type: 'stage:cleared', seq: 4 })?.stage).toBeNull()
    expect(apply({ ...view, stage }, { type: 'stage:cleared', seq: 5 })).toBeNull()
  })
})

describe('a question', () => {
  const order: Step[] = ['open', 'end', 'latch', 'seal', 'reveal']

  it('[RU1] goes one way only', () => {
    let now = row()
    for (const [place, step] of order.entries()) {
      for (const other of order.filter((_, at) => at !== place))
        expect(advance(now, other, 0).ok, `${other} from ${now.state}`).toBe(false)
      const next = advance(now, step, 0)
      if (!next.ok) throw new Error(next.refusal.code)
      now = next.value
    }
    expect(now.state).toBe('revealed')
  })

  it('[RU1] opens only when it is complete, and knows its deadline', () => {
    expect(advance(row({ question: aQuestion({ title: '' }) }), 'open', 0).ok).toBe(false)
    const timed = advance(row({ question: aQuestion({ seconds: 30 }) }), 'open', 1000)
    expect(timed).toMatchObject({ value: { state: 'open', deadline: 31_000 } })
  })

  it('[RU2] keeps a grace of two seconds, and of fifteen after a restart', () => {
    expect(advance(row({ state: 'open' }), 'end', 1000)).toMatchObject({ value: { latch: 3000 } })
    const overdue = row({ state: 'open', deadline: 900 })
    expect(resumed(overdue, 1000)).toMatchObject({ state: 'closing', latch: 16_000 })
    expect(resumed(row({ state: 'closing', latch: 1100 }), 1000)).toMatchObject({ latch: 16_000 })
    // However close the deadline was: from the start on there are fifteen seconds.
    const running = resumed(row({ state: 'open', deadline: 1001 }), 1000)
    expect(running).toMatchObject({ state: 'open', deadline: 1001, latch: 16_000 })
    expect(advance(running, 'end', 1001)).toMatchObject({ value: { latch: 16_000 } })
    expect(advance(running, 'end', 60_000)).toMatchObject({ value: { latch: 62_000 } })
    const draft = row()
    expect(resumed(draft, 1000)).toBe(draft)
  })
})

describe('more time', () => {
  it('[TI1] moves the deadline of an open question, gives it one or takes it away', () => {
    const open = row({ state: 'open', deadline: 10_000 })
    expect(extended(open, 30, 4000)).toMatchObject({ value: { deadline: 40_000 } })
    expect(extended({ ...open, deadline: null }, 60, 4000)).toMatchObject({
      value: { deadline: 64_000 },
    })
    // A deadline that has just passed gives nothing away.
    expect(extended(open, 30, 11_000)).toMatchObject({ value: { deadline: 41_000 } })
    expect(extended(open, 3600, 4000)).toMatchObject({ value: { deadline: 3_604_000 } })
    expect(untimed(open)).toMatchObject({ value: { deadline: null } })
    for (const state of ['draft', 'closing', 'closed', 'sealed'] as const) {
      expect(extended(row({ state }), 30, 0)).toMatchObject({ ok: false })
      expect(untimed(row({ state }))).toMatchObject({ ok: false })
    }
  })
})

describe('opening again', () => {
  const asked = aQuestion({ bars: 'reveal', reopen: true })
  const closed = row({ state: 'closed', question: asked, closedAt: 1000, reopenings: 1 })

  it('[RO1] is chosen before the opening, and not where a count was shown', () => {
    const live = aQuestion({ bars: 'live', reopen: true })
    expect(checkQuestion(live)).toMatchObject({ refusal: { code: 'question/reopen-live' } })
    expect(checkQuestion(asked).ok).toBe(true)
    for (const question of [live, aQuestion({ bars: 'reveal' })])
      expect(reopenUntil({ ...closed, question })).toBeNull()
    expect(reopenUntil(closed)).toBe(601_000)
  })

  it('[RO1] is possible for ten minutes, and gives a deadline or none', () => {
    expect(reopened(closed, { seconds: 60, now: 600_999 })).toMatchObject({
      value: { state: 'open', deadline: 660_999, latch: null, closedAt: null, reopenings: 2 },
    })
    expect(reopened(closed, { seconds: null, now: 2000 })).toMatchObject({
      value: { deadline: null },
    })
    expect(reopened(closed, { seconds: null, now: 601_000 }).ok).toBe(false)
    for (const state of ['draft', 'open', 'closing', 'sealed', 'revealed'] as const)
      expect(reopened({ ...closed, state }, { seconds: null, now: 2000 }).ok).toBe(false)
  })
})
