import { describe, expect, it } from 'vitest'
import type { QuestionId } from '../../shared/ids.ts'
import { canonical } from '../../shared/leaf.ts'
import { tally } from '../../shared/tally/index.ts'
import type { DecisionRule, Question } from '../../shared/vote.ts'
import { option } from '../support/builders.ts'
import { aHouseEach, house, restart } from '../support/house-each.ts'

aHouseEach(() => {
  house.hall.seats = 10
})

const ok = { ok: true }
const refused = (code: string) => ({ refusal: { code } })
const absolute: DecisionRule = { base: 'present', majority: 'absolute', quorum: null }
const secret = { names: 'secret', bars: 'reveal' } as const

/** Asks, takes these marks and seals. */
async function sealed(change: Partial<Question>, ...cast: string[]): Promise<QuestionId> {
  const id = await house.draft(change)
  expect(await house.meetings.open(house.id, id)).toMatchObject(ok)
  for (const [place, mark] of cast.entries())
    await house.cast(id, { seat: place + 1, marked: [mark] })
  await close(id)
  return id
}
async function close(id: QuestionId): Promise<void> {
  await house.meetings.close(house.id, id)
  await house.clock.pass(2000)
  await expect.poll(() => house.rowOf(id).state).toBe('sealed')
}
const reveal = (id: QuestionId) => house.revealing.reveal(house.id, id)
const published = async (id: QuestionId) => {
  const answer = await house.counting.published(id)
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}
const hand = (yes: number, no: number) => ({
  people: yes + no,
  counts: [
    { id: option('yes'), count: yes },
    { id: option('no'), count: no },
    { id: option('abstain'), count: 0 },
  ],
})

describe('what a result is measured by', () => {
  it('[VE5] stands still from the close on, is published, and gives a recount the same verdict', async () => {
    const id = await sealed({ decision: absolute }, 'yes', 'yes', 'yes', 'yes', 'yes', 'yes', 'no')
    house.hall.seats = 99
    expect(await reveal(id)).toMatchObject(ok)
    const { question, ballots, result } = await published(id)
    expect(result).toMatchObject({
      electorate: { entitled: 10, present: 10 },
      tally: { verdict: { passed: true, yes: 6, base: 10, needed: 6 } },
    })
    const again = tally(question, ballots!, result)
    expect(canonical(again)).toBe(canonical(result.tally))
    expect(house.told.at(-1)).toMatchObject({
      type: 'question:revealed',
      electorate: { entitled: 10 },
    })
  })
})

describe('a secret question of few', () => {
  it('[SG3] is not opened for fewer than its least size; a lower one may be chosen', async () => {
    house.hall.seats = 4
    const id = await house.draft(secret)
    expect(await house.meetings.open(house.id, id)).toMatchObject({
      refusal: { code: 'question/few-people', detail: { least: 5, entitled: 4 } },
    })
    expect(house.rowOf(id).state).toBe('draft')
    await house.draft({ ...secret, least: 4 })
    expect(await house.meetings.open(house.id, id)).toMatchObject(ok)
  })

  it('[SG4] publishes no part of a withheld result, the verdict and the hands included', async () => {
    const id = await sealed({ ...secret, decision: absolute }, 'yes', 'yes', 'no')
    await house.revealing.countByHand(house.id, id, hand(5, 1))
    await reveal(id)
    const found = await published(id)
    expect(found).toMatchObject({ ballots: null, salt: null })
    expect(found.result.tally).toEqual({ state: 'withheld', ballots: 3, least: 5 })
    expect(JSON.stringify([found.result, house.told.at(-1)])).not.toMatch(/"count"|verdict|"hand"/)
  })
})

describe('people without a device', () => {
  it('[HC3] are counted between the close and the reveal only, and signed apart', async () => {
    const id = await house.draft({ decision: absolute })
    const count = (counted: ReturnType<typeof hand> | null) =>
      house.revealing.countByHand(house.id, id, counted)
    expect(await count(hand(3, 0))).toMatchObject(refused('question/wrong-state'))
    await house.meetings.open(house.id, id)
    expect(await count(hand(3, 0))).toMatchObject(refused('question/wrong-state'))
    for (let seat = 1; seat <= 4; seat += 1) await house.cast(id, { seat })
    await close(id)
    expect(await count({ ...hand(3, 0), people: 9 })).toMatchObject(refused('hand/odd'))
    expect(await count(hand(9, 0))).toMatchObject(ok)
    expect(await count(null)).toMatchObject(ok)
    expect(await count(hand(3, 1))).toMatchObject(ok)
    await reveal(id)
    expect((await published(id)).result).toMatchObject({
      electorate: { entitled: 14, present: 14 },
      hand: hand(3, 1),
      seal: { size: 4 },
      tally: { ballots: 4, hand: hand(3, 1), verdict: { yes: 7, base: 14, passed: false } },
    })
    expect(await count(hand(4, 0))).toMatchObject(refused('question/wrong-state'))
  })
})

describe('a test', () => {
  it('[TQ1] opens at once, counts, and leaves no head and no published result', async () => {
    await house.draft()
    expect(await house.repeating.openTest(house.id)).toMatchObject(ok)
    const { question } = house.hall.questions.find((row) => row.question.test)!
    expect(await house.repeating.openTest(house.id)).toMatchObject(refused('question/wrong-state'))
    await house.cast(question.id, { marked: ['tea'] })
    await close(question.id)
    expect(await house.revealing.countByHand(house.id, question.id, null)).toMatchObject(
      refused('question/test'),
    )
    expect(await reveal(question.id)).toMatchObject(ok)
    expect(house.rowOf(question.id)).toMatchObject({
      question: { receipts: 'none', test: true },
      sealHead: null,
      seal: { size: 1, fingerprint: null },
      resultHead: null,
      tally: { leading: ['tea'] },
    })
    expect(await house.counting.published(question.id)).toMatchObject(refused('question/test'))
    expect(await house.repeating.askAgain(house.id, question.id)).toMatchObject(
      refused('question/test'),
    )
  })

  it('[TQ2] is one from its making: nothing that is written makes or unmakes it', async () => {
    const id = await house.draft({ test: true, roundOf: 'other' as QuestionId })
    expect(house.rowOf(id).question).toMatchObject({ test: false, roundOf: null })
  })
})

describe('a round', () => {
  async function again(id: QuestionId): Promise<QuestionId> {
    const asked = await house.repeating.askAgain(house.id, id)
    if (!asked.ok) throw new Error(asked.refusal.code)
    return asked.value.questionId
  }
  const votes = ['yes', 'yes', 'yes', 'no', 'no']
  async function round(id: QuestionId, ...cast: string[]): Promise<void> {
    expect(await house.meetings.open(house.id, id)).toMatchObject(ok)
    for (const [place, mark] of cast.entries())
      await house.cast(id, { seat: place + 1, marked: [mark] })
    await close(id)
    expect(await reveal(id)).toMatchObject(ok)
  }

  it('[RN1] asks the same again as the next question, and shows both counts', async () => {
    const id = await house.draft({ title: 'Again?' })
    await round(id, ...votes)
    const later = await house.draft({ title: 'Later' })
    const second = await again(id)
    const places = house.hall.questions.map(({ question }) => question.id)
    expect(places).toEqual([id, second, later])
    const { question } = house.rowOf(second)
    expect(question).toMatchObject({ title: 'Again?', roundOf: id })
    await house.meetings.writeQuestion(house.id, {
      ...question,
      method: { type: 'single' },
      options: [],
      title: 'Once more?',
    })
    expect(house.rowOf(second).question).toMatchObject({
      title: 'Once more?',
      method: { type: 'decision' },
    })
    house.hall.seats = 12
    await round(second, 'no', 'no')
    expect(house.told.at(-1)).toMatchObject({
      tally: { ballots: 2, leading: ['no'] },
      electorate: { present: 12 },
      earlier: { tally: { ballots: 5, leading: ['yes'] }, electorate: { present: 10 } },
    })
    expect(await house.repeating.askAgain(house.id, later)).toMatchObject(
      refused('question/wrong-state'),
    )
  })

  it.each([
    [10, 'counted'],
    [11, 'withheld'],
    [14, 'withheld'],
    [15, 'counted'],
  ])('[RN2] of a secret question with 10, then %i entitled, is %s', async (seats, state) => {
    const id = await house.draft(secret)
    await round(id, ...votes)
    const second = await again(id)
    house.hall.seats = seats
    await round(second, ...votes)
    const { tally: shown } = house.rowOf(second)
    expect(shown).toMatchObject(state === 'counted' ? { state } : { state, round: true })
    const { ballots, salt } = await published(second)
    expect([ballots === null, salt === null]).toEqual([state !== 'counted', state !== 'counted'])
  })

  it('[RN2] is measured against every round that was shown, not only the one before', async () => {
    const first = await house.draft(secret)
    await round(first, ...votes)
    const second = await again(first)
    house.hall.seats = 20
    await round(second, ...votes)
    const third = await again(second)
    house.hall.seats = 12
    await round(third, ...votes)
    expect(house.rowOf(third).tally).toMatchObject({ state: 'withheld', round: true })
  })

  it('[RN3] is withheld beside one that the same reveal shows', async () => {
    const first = await house.draft(secret)
    await round(first, ...votes)
    const pair = [await again(first), await again(first)]
    for (const { question } of pair.map(house.rowOf))
      await house.meetings.writeQuestion(house.id, { ...question, bars: 'set' })
    for (const [nth, id] of pair.entries()) {
      // Each is far from the first round, and two people from the other one.
      house.hall.seats = 20 + 2 * nth
      expect(await house.meetings.open(house.id, id)).toMatchObject(ok)
      for (const [place, mark] of votes.entries())
        await house.cast(id, { seat: place + 1, marked: [mark] })
      await close(id)
    }
    expect(await reveal(pair[0]!)).toMatchObject(ok)
    const shown = pair.map((id) => house.rowOf(id)).sort((one, other) => one.place - other.place)
    expect(shown.map(({ tally: counted }) => counted?.state)).toEqual(['counted', 'withheld'])
    expect((await published(shown[1]!.question.id)).ballots).toBeNull()
  })
})

describe('a set', () => {
  const inSet = { bars: 'set' } as const

  async function add(): Promise<QuestionId> {
    const added = await house.meetings.addQuestion(house.id)
    if (!added.ok) throw new Error(added.refusal.code)
    const { question } = house.rowOf(added.value.questionId)
    await house.meetings.writeQuestion(house.id, { ...question, title: 'More?', ...inSet })
    return question.id
  }
  async function ask(id: QuestionId, mark: string): Promise<void> {
    expect(await house.meetings.open(house.id, id)).toMatchObject(ok)
    await house.cast(id, { marked: [mark] })
    await close(id)
  }
  /** Two that were prepared together and asked one after the other. */
  async function bothSealed(): Promise<[QuestionId, QuestionId]> {
    const first = await house.draft(inSet)
    const second = await add()
    await ask(first, 'yes')
    await ask(second, 'no')
    return [first, second]
  }

  it('[SR1] is revealed when all of it is sealed, at once, and no count is told before', async () => {
    const first = await house.draft(inSet)
    const second = await add()
    await house.meetings.open(house.id, first)
    for (const mark of ['yes', 'no']) await house.cast(first, { seat: mark.length, marked: [mark] })
    await close(first)
    expect(await reveal(first)).toMatchObject({
      refusal: { code: 'question/set-waits', detail: { left: 1 } },
    })
    // A test in between is nobody's neighbour.
    await house.repeating.openTest(house.id)
    const test = house.hall.questions.find(({ question }) => question.test)!.question.id
    await close(test)
    await reveal(test)
    await house.meetings.open(house.id, second)
    await house.cast(second)
    expect(await reveal(first)).toMatchObject(refused('question/set-waits'))
    await close(second)
    expect(await house.counting.published(first)).toMatchObject(refused('question/wrong-state'))
    const own = house.told.filter((event) => !JSON.stringify(event).includes(test))
    expect(JSON.stringify(own)).not.toMatch(/"count":|"leading"|verdict|"entitled"/)

    expect(await reveal(first)).toMatchObject(ok)
    for (const id of [first, second])
      expect(house.rowOf(id)).toMatchObject({ state: 'revealed', tally: { state: 'counted' } })
    const revealed = house.told.filter(({ type }) => type === 'question:revealed').slice(1)
    expect(revealed).toMatchObject([{ questionId: second }])
  })

  it('[SR2] is stored whole or not at all', async () => {
    const [first, second] = await bothSealed()
    const { saveQuestions } = house.store
    house.store.saveQuestions = () => Promise.reject(new Error('power cut'))
    await expect(reveal(second)).rejects.toThrow('power cut')
    for (const id of [first, second]) expect(house.rowOf(id).state).toBe('sealed')
    house.store.saveQuestions = saveQuestions
    expect(await reveal(second)).toMatchObject(ok)
    await restart()
    for (const id of [first, second]) expect(house.rowOf(id).state).toBe('revealed')
  })

  it('[SR3] can be shown one after the other, as any result can; nothing else can', async () => {
    const [first, second] = await bothSealed()
    const show = (id: QuestionId) => house.revealing.show(house.id, id)
    expect(await show(first)).toMatchObject(refused('question/wrong-state'))
    await reveal(second)
    const before = house.told.length
    expect(await show(first)).toMatchObject(ok)
    expect(await show(first)).toMatchObject(ok)
    expect(house.told.slice(before)).toMatchObject([
      { type: 'stage:shown', stage: { question: { id: first }, tally: { ballots: 1 } } },
    ])
    expect(house.agenda.view(house.hall).stage?.question.id).toBe(first)
    await house.meetings.open(house.id, await house.draft())
    expect(await show(second)).toMatchObject(refused('question/wrong-state'))
  })

  it('[AE2] keeps together from its first opening on, whatever comes between or beside it', async () => {
    const first = await house.draft(inSet)
    const second = await add()
    await ask(first, 'yes')
    const between = await house.meetings.insertQuestion(house.id, 'And this?')
    const beside = await add()
    await restart()
    house.hall.seats = 10
    expect(house.hall.questions.map(({ question }) => question.id)).toEqual([
      first,
      between.ok && between.value.questionId,
      ...[second, beside],
    ])
    expect(await reveal(first)).toMatchObject({
      refusal: { code: 'question/set-waits', detail: { left: 1 } },
    })
    await ask(second, 'no')
    expect(await reveal(first)).toMatchObject(ok)
    for (const id of [first, second]) expect(house.rowOf(id).state).toBe('revealed')

    await ask(beside, 'no')
    expect(await reveal(beside)).toMatchObject(ok)
  })

  it('[AE2] lets go of a question that is taken out of it or deleted before it opens', async () => {
    const first = await house.draft(inSet)
    const [second, third] = [await add(), await add()]
    await ask(first, 'yes')
    const { question } = house.rowOf(second)
    await house.meetings.writeQuestion(house.id, { ...question, bars: 'reveal' })
    await house.meetings.removeQuestion(house.id, third)
    expect(await reveal(first)).toMatchObject(ok)
  })
})
