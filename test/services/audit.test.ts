import SQLite from 'better-sqlite3'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { minutesCsv } from '../../server/http/minutes-csv.ts'
import { compare, type Listed } from '../../shared/client/compare.ts'
import type { Leaf, Nonce, QuestionId } from '../../shared/ids.ts'
import { leaf } from '../../shared/leaf.ts'
import { hashOf, rootOf } from '../../shared/proof.ts'
import type { Question } from '../../shared/vote.ts'
import type { PublishedQuestion } from '../../shared/wire/api.ts'
import { aQuestion } from '../support/builders.ts'
import { aHouseEach, folder, house, restart } from '../support/house-each.ts'

aHouseEach()

const RATED: Partial<Question> = {
  method: { type: 'score', min: 1, max: 5, unrated: null },
  options: aQuestion().options,
  ...{ names: 'secret', bars: 'reveal', decision: null, ballots: 'totals' },
}
/** One pattern that nobody else has. */
const AGREED = { coffee: 1, tea: 5, water: 2 }
const VOTES = [AGREED, ...Array.from({ length: 4 }, () => ({ coffee: 3, tea: 3, water: 3 }))]

async function revealed(change: Partial<Question> = {}, votes = VOTES): Promise<QuestionId> {
  house.hall.seats = 6
  const id = await house.draft({ ...RATED, ...change })
  expect(await house.meetings.open(house.id, id)).toMatchObject({ ok: true })
  for (const [at, points] of votes.entries())
    expect(await house.cast(id, { seat: at + 1, marked: { points } })).toMatchObject({ ok: true })
  await house.meetings.close(house.id, id)
  await house.clock.pass(2000)
  expect(await house.revealing.reveal(house.id, id)).toMatchObject({ ok: true })
  return id
}

async function published(id: QuestionId): Promise<Listed> {
  return listed(await house.counting.published(id))
}
async function audited(id: QuestionId): Promise<Listed> {
  return listed(await house.counting.audit(house.id, id))
}
function listed(found: Awaited<ReturnType<typeof house.counting.published>>): Listed {
  if (!found.ok || !found.value.ballots) return expect.unreachable()
  return { ...found.value, ballots: found.value.ballots }
}
const wrongIn = (result: Listed) =>
  compare(result).lines.flatMap(({ claim, holds }) => (holds ? [] : claim))

it('[SB3] what is published and who recounts are frozen and hashed with the rules', async () => {
  const id = await revealed({ auditors: ' 김하나 ' })
  const { rules, rulesHash } = house.rowOf(id)
  expect(rules?.question).toMatchObject({ ballots: 'totals', auditors: '김하나' })
  expect(hashOf(rules)).toBe(rulesHash)
  const other = { ...rules, question: { ...rules!.question, ballots: 'published' } }
  expect(hashOf(other)).not.toBe(rulesHash)
})

it('[SB3] what was stored before there was a choice publishes what was promised then', async () => {
  const asked = await revealed({ ballots: 'published' })
  const draft = await house.draft(RATED)
  const database = new SQLite(join(folder, 'mvoting.sqlite'))
  database.exec(`update question set body = json_remove(body,
    '$.question.ballots', '$.question.auditors',
    '$.rules.question.ballots', '$.rules.question.auditors')`)
  database.close()
  await restart()
  expect(house.rowOf(asked).question).toMatchObject({ ballots: 'published', auditors: '' })
  expect((await published(asked)).ballots).toHaveLength(5)
  // Nobody was promised anything yet: it is as a new one.
  expect(house.rowOf(draft).question).toMatchObject({ ballots: 'totals' })
})

it('[SB4] neither result, minutes nor what the room is told holds a ballot', async () => {
  const id = await revealed()
  const minutes = await house.minutes(house.hall.meeting.code)
  if (!minutes.ok) return expect.unreachable()
  const table = minutesCsv(minutes.value, 'en')
  const said = [
    ...[await published(id), minutes.value, table],
    ...[house.told, house.agenda.view(house.hall)],
  ]
  expect(JSON.stringify(said)).not.toMatch(/"marks"|"nonce"|"coffee":|"points":\{/)
  expect(table).toContain('Totals only')
  expect((await published(id)).result.tally).toMatchObject({ state: 'counted', ballots: 5 })
})

it('[SB5] the list of leaves fits root and heads, and whoever knows nonce and marks finds theirs', async () => {
  const id = await revealed()
  const { ballots, hidden, salt, seal, result } = await published(id)
  expect(ballots).toEqual([])
  expect(salt).toBeNull()
  for (const each of hidden!) expect(Object.keys(each)).toEqual(['leaf'])
  const leaves = hidden!.map((each) => each.leaf as Leaf)
  expect(rootOf(leaves)).toBe(seal.root)
  expect(result).toMatchObject({ seal, turnout: 5 })
  for (const { marks, nonce } of (await audited(id)).ballots)
    expect(leaves).toContain(leaf(id, marks, nonce as Nonce))
})

it('[SB5] without codes the salt stays back, so that no ballot can be tried out', async () => {
  const id = await revealed({ receipts: 'none' })
  expect((await published(id)).salt).toBeNull()
  expect((await audited(id)).salt).toMatch(/^[0-9a-f]{32}$/)
})

it('[SB5] all that is published is compared, and holds', async () => {
  const id = await revealed()
  const compared = compare(await published(id))
  expect(compared).toMatchObject({ ballots: 5, hidden: 5, forged: [] })
  expect(compared.lines.map(({ claim, holds }) => [claim, holds])).toEqual(
    ['size', 'root', 'rules', 'seal', 'turnout', 'ballots'].map((claim) => [claim, true]),
  )
})

it('[SB6] there is a file from the reveal on, of totals alone, and of no withheld question', async () => {
  house.hall.seats = 6
  const id = await house.draft(RATED)
  const refused = async (code: string, questionId = id) =>
    expect(await house.counting.audit(house.id, questionId)).toMatchObject({ refusal: { code } })
  await refused('question/unknown')
  await house.meetings.open(house.id, id)
  for (const seat of [1, 2, 3]) await house.cast(id, { seat, marked: { points: AGREED } })
  await refused('question/wrong-state')
  await house.meetings.close(house.id, id)
  await house.clock.pass(2000)
  await house.revealing.reveal(house.id, id)
  await refused('question/no-audit')

  const open = await revealed({ ballots: 'published' })
  await refused('question/no-audit', open)
  const kept = await revealed()
  expect((await audited(kept)).ballots).toHaveLength(5)
  expect(await house.counting.audit('elsewhere' as typeof house.id, kept)).toMatchObject({
    refusal: { code: 'question/unknown' },
  })
})

it('[SB7] an auditor’s file counts in full against what was published', async () => {
  for (const receipts of ['full', 'none'] as const) {
    const id = await revealed({ receipts })
    const file = await audited(id)
    const { hidden, ...said } = await published(id)
    expect(hidden).toHaveLength(5)
    const beside = { ...said, ballots: file.ballots, salt: file.salt }
    expect(compare(beside)).toMatchObject({ ballots: 5, hidden: 0, forged: [] })
    expect(wrongIn(beside)).toEqual([])
    const [first, ...others] = file.ballots
    const turned = { ...first!, marks: { points: { coffee: 5, tea: 1, water: 1 } } }
    const changed = [turned as typeof first & object, ...others]
    expect(wrongIn({ ...beside, ballots: changed })).toEqual(
      expect.arrayContaining(['leaves', 'whole']),
    )
    expect(wrongIn({ ...beside, ballots: others })).toContain('root')
  }
})

it('[SB7] kept-back ballots are believed only where the hashed rules say so', async () => {
  const open: PublishedQuestion = await published(await revealed({ ballots: 'published' }))
  const emptied = {
    ...open,
    question: { ...open.question, ballots: 'totals' as const },
    ...{ ballots: [], salt: null, hidden: open.ballots!.map(({ leaf: kept }) => ({ leaf: kept })) },
  }
  expect(wrongIn(emptied)).toEqual(expect.arrayContaining(['leaves', 'rules', 'whole']))
  const { ballots: _, ...ruled } = (open.rules as { question: Question }).question
  const older = { ...emptied, rules: { ...(open.rules as object), question: ruled } }
  expect(wrongIn(older)).toEqual(expect.arrayContaining(['leaves', 'whole']))
})
