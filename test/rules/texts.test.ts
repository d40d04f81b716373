import { expect, it } from 'vitest'
import { toldTexts, shownAfter } from '../../server/domain/texts.ts'
import { apply, asOpened, type MeetingView } from '../../shared/meeting.ts'
import { isUnanimous } from '../../shared/tally/counted.ts'
import { tally } from '../../shared/tally/index.ts'
import { mergedTexts, openPart, openWith, sameText } from '../../shared/tally/texts.ts'
import { aQuestion } from '../support/builders.ts'

const written = (...texts: string[]) => ({ marks: { texts } })
const ballots = [
  written('커피', '나무'),
  written('나무', 'Tree'),
  written('tree', 'TREE'),
  written('나무'),
]
const question = aQuestion({
  method: { type: 'text', show: 'cloud', most: 3, letters: 20 },
  options: [],
})

it('[TX1] a count of texts is how many there are: what they say is not in what is signed', () => {
  const counted = tally(question, ballots)
  expect(counted).toMatchObject({ ballots: 4, detail: { type: 'text', n: 7 }, counts: [] })
  expect(JSON.stringify(counted)).not.toContain('나무')
  expect(counted.state === 'counted' && isUnanimous(counted)).toBe(false)
})

it('[TX2] the same answer is one, in a cloud whatever the size of its letters, once a ballot', () => {
  const cloud = [
    { text: '나무', count: 3 },
    { text: 'TREE', count: 2 },
    { text: '커피', count: 1 },
  ]
  expect(mergedTexts('cloud', ballots)).toMatchObject([cloud[0], { count: 2 }, cloud[2]])
  expect(mergedTexts('cloud', [...ballots].reverse())).toEqual(mergedTexts('cloud', ballots))
  const list = mergedTexts('list', ballots).map(({ text, count }) => `${text} ${count}`)
  expect(list).toEqual(['나무 3', 'TREE 1', 'Tree 1', 'tree 1', '커피 1'])
  expect(sameText('list', '각  나 '.normalize('NFD'))).toBe('각 나')
})

it('[TX3] a ballot is open only where all that is on it is shown', () => {
  const isOpen = openWith(question, [{ text: '나무', count: 3 }])
  expect(ballots.map(({ marks }) => isOpen(marks))).toEqual([false, false, false, true])
  expect(openPart(question, [{ text: 'tree', count: 2 }], ballots[1]!.marks)).toEqual({
    texts: ['Tree'],
  })
  const single = aQuestion()
  expect(openWith(single, [])(['coffee' as never])).toBe(true)
  expect(openPart(single, [], ['coffee' as never])).toEqual(['coffee'])
})

it('[TX4] shows and hides one answer or all of them, and tells a hall no more than it can read', () => {
  const all = mergedTexts('cloud', ballots)
  const change = { show: 'cloud', text: null, is: true } as const
  expect(shownAfter(all, [], change)).toEqual(all)
  expect(shownAfter(all, all, { ...change, is: false })).toEqual([])
  const one = shownAfter(all, [], { ...change, text: 'tree' })
  expect(one).toMatchObject([{ count: 2 }])
  expect(shownAfter(all, one!, { ...change, text: 'Tree', is: false })).toEqual([])
  expect(shownAfter(all, [], { ...change, text: 'never written' })).toBeNull()
  const many = Array.from({ length: 300 }, (_, at) => ({ text: `${at}`, count: 1 }))
  expect(toldTexts(many)).toMatchObject({ texts: { length: 200 }, more: 100 })
  const long = Array.from({ length: 50 }, (_, at) => ({
    text: `${at}`.padEnd(300, '가'),
    count: 1,
  }))
  expect(toldTexts(long)).toMatchObject({ texts: { length: 20 }, more: 30 })
})

it('[TX5] the stage takes what is shown', () => {
  const stage = { ...asOpened(question), state: 'revealed' as const }
  const view = { seq: 3, title: '', code: 'ABCDEF', locked: false, stage } as MeetingView
  const texts = { texts: [{ text: '나무', count: 3 }], more: 0 }
  const event = { type: 'texts:changed', seq: 4, questionId: question.id, texts } as const
  expect(apply(view, event)?.stage).toMatchObject({ texts, state: 'revealed' })
})
