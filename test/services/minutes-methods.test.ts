import { expect, it } from 'vitest'
import { minutesCsv } from '../../server/http/minutes-csv.ts'
import { readCsv } from '../../shared/formats/csv.ts'
import type { Of } from '../../shared/method.ts'
import type { Question } from '../../shared/vote.ts'
import { aQuestion, marks } from '../support/builders.ts'
import { aHouseEach, house } from '../support/house-each.ts'

aHouseEach()

type Marked = NonNullable<Parameters<typeof house.cast>[1]>['marked']

/** What the table says of one question in these columns, row by row. */
async function columnsOf(change: Partial<Question>, votes: readonly Marked[], ...names: string[]) {
  const { options } = aQuestion()
  const id = await house.draft({ options, bars: 'reveal', decision: null, ...change })
  expect(await house.meetings.open(house.id, id)).toMatchObject({ ok: true })
  for (const [at, marked] of votes.entries())
    expect(await house.cast(id, { seat: at + 1, marked: marked! })).toMatchObject({ ok: true })
  await house.meetings.close(house.id, id)
  await house.clock.pass(2000)
  expect(await house.revealing.reveal(house.id, id)).toMatchObject({ ok: true })
  const taken = await house.minutes(house.hall.meeting.code)
  if (!taken.ok) throw new Error(taken.refusal.code)
  const [heading, ...rows] = readCsv(minutesCsv(taken.value, 'en').replace(/^\uFEFF/, '')).rows
  const places = names.map((name) => heading!.cells.indexOf(name))
  expect(places).not.toContain(-1)
  return rows.map(({ cells }) => places.map((place) => cells[place]))
}

it('[ED5] a score in the table of the minutes has its points, its mean and how often each was given', async () => {
  const points = (coffee: number, tea: number, water: number) => ({
    points: { coffee, tea, water },
  })
  expect(
    await columnsOf(
      { method: { type: 'score', min: 1, max: 5, unrated: null, seats: 1 } },
      [points(5, 1, 1), points(5, 2, 1), points(4, 2, 1)],
      ...['Points', 'Mean', 'Elected or funded as'],
    ),
  ).toEqual([
    ['14', '4.67', '1'],
    ['5', '1.67', ''],
    ['3', '1.00', ''],
  ])
})

it('[ED5] a ranking by points has those of each option in the table', async () => {
  const ranks = (...ids: string[]) => ({ ranks: ids.map((id) => marks(id)) })
  expect(
    await columnsOf(
      { method: { type: 'ranked', min: 1, max: 3, equal: false, count: 'borda', seats: 1 } },
      [ranks('tea'), ranks('tea', 'water')],
      ...['Option', 'Points', 'Elected or funded as'],
    ),
  ).toEqual([
    ['coffee', '0.5', ''],
    ['tea', '4', '1'],
    ['water', '1.5', ''],
  ])
})

it('[ED5] who is elected stands in the table, and how a tie was resolved', async () => {
  const single = { method: { type: 'single', seats: 2 }, lot: true } as const
  const rows = await columnsOf(
    single,
    [marks('tea'), marks('tea'), marks('coffee'), marks('water')],
    ...['Option', 'Elected or funded as', 'How a tie was resolved'],
  )
  const tea = rows.find(([option]) => option === 'tea')
  expect(tea).toEqual(['tea', '1', ''])
  const others = rows.filter(([option]) => option !== 'tea')
  expect(others.map(([, place]) => place).sort()).toEqual(['', '2'])
  for (const [, , drawn] of others) expect(drawn).toMatch(/coffee.*water|water.*coffee/)
})

it('[ED5] numbers are rows of the table, with their mean and median', async () => {
  const method = { type: 'number', min: 0, max: 1000, decimals: 1, unit: 'kg' } as const
  const votes = [{ number: 10 }, { number: 11 }, { number: 12 }, { number: 12 }]
  expect(
    await columnsOf({ method, options: [] }, votes, ...['Option', 'Votes', 'Mean', 'Median']),
  ).toEqual([
    ['1.0 kg', '1', '1.13 kg', '1.15 kg'],
    ['1.1 kg', '1', '1.13 kg', '1.15 kg'],
    ['1.2 kg', '2', '1.13 kg', '1.15 kg'],
  ])
})

it('[ED5] a budget has the cost of each project, and the order in which they were bought', async () => {
  const options = aQuestion().options.map((each, at) => ({ ...each, cost: 100 * (at + 1) }))
  const method: Of<'budget'> = {
    ...{ type: 'budget', purse: 300, currency: 'EUR', min: 1, max: 3, fits: false },
    rule: { type: 'greedy', threshold: 0, misfit: 'skip' },
  }
  expect(
    await columnsOf(
      { method, options },
      [marks('tea', 'coffee'), marks('tea'), marks('water')],
      ...['Option', 'Cost', 'Elected or funded as'],
    ),
  ).toEqual([
    ['coffee', '100', '2'],
    ['tea', '200', '1'],
    ['water', '300', ''],
  ])
})
