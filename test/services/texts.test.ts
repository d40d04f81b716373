import { expect, it } from 'vitest'
import { minutesCsv } from '../../server/http/minutes-csv.ts'
import type { Leaf, Nonce, QuestionId } from '../../shared/ids.ts'
import { leaf } from '../../shared/leaf.ts'
import { rootOf } from '../../shared/proof.ts'
import type { Question } from '../../shared/vote.ts'
import { aHouseEach, house, restart } from '../support/house-each.ts'

aHouseEach()

const method = { type: 'text', show: 'cloud', most: 3, letters: 20 } as const
const VOTES = [['나무', '그늘'], ['나무'], ['벤치'], ['비속어', '나무']]

/** A question in words, voted on and revealed. */
async function revealed(change: Partial<Question> = {}, votes = VOTES): Promise<QuestionId> {
  const id = await house.draft({ method, options: [], bars: 'reveal', decision: null, ...change })
  await house.meetings.open(house.id, id)
  for (const [at, texts] of votes.entries())
    expect(await house.cast(id, { seat: at + 1, marked: { texts } })).toMatchObject({ ok: true })
  await house.meetings.close(house.id, id)
  await house.clock.pass(2000)
  expect(await house.revealing.reveal(house.id, id)).toMatchObject({ ok: true })
  return id
}

const shows = (id: QuestionId, text: string | null, shown = true) =>
  house.texts.show(house.id, id, { text, shown })
const stageTexts = () => house.agenda.view(house.hall).stage?.texts?.texts.map(({ text }) => text)

async function published(id: QuestionId) {
  const found = await house.counting.published(id)
  return found.ok ? found.value : expect.unreachable()
}

it('[TX6] at the reveal nothing is shown but how many there are; the desk reads, and decides', async () => {
  const id = await revealed()
  expect(JSON.stringify([house.told, house.agenda.view(house.hall)])).not.toMatch(/나무|비속어/)
  const before = await published(id)
  expect(before.result.tally).toMatchObject({ ballots: 4, detail: { type: 'text', n: 6 } })
  expect(JSON.stringify(before)).not.toMatch(/나무|비속어/)
  expect(await house.texts.list(house.id, id)).toMatchObject({
    value: {
      undo: false,
      texts: [
        { text: '나무', count: 3, shown: false },
        { text: '그늘', count: 1 },
        { text: '벤치', count: 1 },
        { text: '비속어', count: 1 },
      ],
    },
  })
  expect(await shows(id, '없는 말')).toMatchObject({ refusal: { code: 'text/unknown' } })
  await shows(id, '나무')
  expect(stageTexts()).toEqual(['나무'])
  await shows(id, null)
  expect(stageTexts()).toHaveLength(4)
  await shows(id, '비속어', false)
  expect(stageTexts()).toEqual(['나무', '그늘', '벤치'])
  await house.texts.undo(house.id, id)
  expect(stageTexts()).toHaveLength(4)
  await house.texts.undo(house.id, id)
  expect(stageTexts()).toEqual(['나무', '그늘', '벤치'])
})

it('[TX7] a hall is told of it at most once a second, and of the last change', async () => {
  const id = await revealed()
  const told = () =>
    house.told.flatMap((event) =>
      event.type === 'texts:changed' ? [event.texts.texts.length] : [],
    )
  for (const text of ['나무', '그늘', '벤치']) await shows(id, text)
  expect(told()).toEqual([1])
  await house.clock.pass(1000)
  expect(told()).toEqual([1, 3])
})

it('[TX8] the list has of a ballot with a hidden answer its leaf alone; what is read fits seal and root', async () => {
  const id = await revealed()
  await shows(id, '나무')
  await shows(id, '벤치')
  const { ballots, hidden, seal } = await published(id)
  expect(ballots!.map(({ marks }) => marks)).toEqual(
    expect.arrayContaining([{ texts: ['나무'] }, { texts: ['벤치'] }]),
  )
  expect(hidden).toHaveLength(2)
  for (const each of hidden!) expect(Object.keys(each)).toEqual(['leaf'])
  for (const each of ballots!) expect(leaf(id, each.marks, each.nonce as Nonce)).toBe(each.leaf)
  const leaves = [...ballots!, ...hidden!].map((each) => each.leaf as Leaf).sort()
  expect(rootOf(leaves)).toBe(seal.root)
  await shows(id, null)
  expect((await published(id)).hidden).toBeUndefined()
})

it('[TX8] without codes the salt stays back as long as an answer is hidden', async () => {
  const id = await revealed({ receipts: 'none' })
  await shows(id, '나무')
  expect((await published(id)).salt).toBeNull()
  await shows(id, null)
  expect((await published(id)).salt).toMatch(/^[0-9a-f]{32}$/)
})

it('[TX9] what is shown stays so after a restart, and stands in the minutes with its counts', async () => {
  const id = await revealed()
  await shows(id, '나무')
  await shows(id, '그늘')
  await restart()
  expect(stageTexts()).toEqual(['나무', '그늘'])
  const taken = await house.minutes(house.hall.meeting.code)
  if (!taken.ok) expect.unreachable()
  else {
    expect(taken.value.questions[0]).toMatchObject({ texts: [{ text: '나무', count: 3 }, {}] })
    const table = minutesCsv(taken.value, 'ko')
    expect(table).toContain('나무,3,,3,75%')
    expect(table).not.toContain('비속어')
  }
})

it('[TX10] a secret question with too few ballots shows no answer to anybody, the desk included', async () => {
  house.hall.seats = 6
  const id = await revealed({ names: 'secret' })
  for (const refused of [await house.texts.list(house.id, id), await shows(id, null)])
    expect(refused).toMatchObject({ refusal: { code: 'question/wrong-state' } })
  expect((await published(id)).ballots).toBeNull()
})
