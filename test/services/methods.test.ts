import { expect, it } from 'vitest'
import type { Method } from '../../shared/method.ts'
import { commitmentTo, drawLot } from '../../shared/tally/lot.ts'
import type { Question } from '../../shared/vote.ts'
import { aQuestion, marks } from '../support/builders.ts'
import { aHouseEach, house, restart } from '../support/house-each.ts'

aHouseEach()

type Marked = NonNullable<Parameters<typeof house.cast>[1]>['marked']

const points = (given: Record<string, number>) => ({ points: given })

const ranks = (...ids: string[]) => ({ ranks: ids.map((id) => marks(id)) })

/** A question of this method, voted on, closed and shown; what the list and its head say. */
async function published(change: Partial<Question>, votes: readonly Marked[], midway = false) {
  const { options } = aQuestion()
  const questionId = await house.draft({ options, bars: 'reveal', decision: null, ...change })
  expect(await house.meetings.open(house.id, questionId)).toMatchObject({ ok: true })
  for (const [at, marked] of votes.entries())
    expect(await house.cast(questionId, { seat: at + 1, marked: marked! })).toMatchObject({
      ok: true,
    })
  if (midway) await restart()
  await house.meetings.close(house.id, questionId)
  // After a restart ballots may still be on their way for fifteen seconds (D50).
  await house.clock.pass(midway ? 17_000 : 2000)
  expect(await house.revealing.reveal(house.id, questionId)).toMatchObject({ ok: true })
  // What raises shares is counted beside the meeting.
  await expect.poll(() => house.rowOf(questionId).state, { timeout: 10_000 }).toBe('revealed')
  expect(house.rowOf(questionId).drifted).toBe(false)
  const found = await house.counting.published(questionId)
  expect(found.ok).toBe(true)
  return found.ok ? found.value : expect.unreachable()
}

it('[TA7] commits to a seed at the opening, keeps it through a restart, and tells it at the reveal', async () => {
  const elected: Method = { type: 'single', seats: 1 }
  const votes = [['coffee'], ['tea'], ['tea'], ['coffee']]
  const { result, rules } = await published({ method: elected, lot: true }, votes, true)
  const seed = result.lotSeed!
  expect(rules).toMatchObject({ lot: commitmentTo(seed) })
  const ids = aQuestion().options.map(({ id }) => id)
  const first = drawLot(seed, ids).find((id) => id !== 'water')
  expect(result.tally).toMatchObject({
    leading: [first],
    outcome: { state: 'decided', ties: [{ resolvedBy: 'lot' }] },
  })
  const other = await published({ method: elected }, votes)
  expect(other.result.lotSeed).toBeUndefined()
  expect(other.result.tally).toMatchObject({ leading: [], outcome: { state: 'tied' } })
})

it.each<[string, Method, Marked[], object]>([
  [
    'scores',
    { type: 'score', min: 1, max: 5, unrated: null },
    [points({ coffee: 5, tea: 1, water: 1 }), points({ coffee: 4, tea: 2, water: 1 })],
    { counts: [{ points: 9 }, { points: 3 }, { points: 2 }], leading: ['coffee'] },
  ],
  [
    'points',
    { type: 'points', each: 5, min: 1, max: 6 },
    [points({ tea: 5 }), points({ tea: 1, water: 5 })],
    { counts: [{ points: 0 }, { points: 6 }, { points: 5 }], leading: ['tea'] },
  ],
  ...(['runoff', 'stv', 'schulze', 'borda'] as const).map(
    (count): [string, Method, Marked[], object] => [
      `rankings by ${count}`,
      { type: 'ranked', min: 1, max: 3, equal: false, count, seats: 1 },
      [ranks('tea', 'coffee'), ranks('tea'), ranks('coffee', 'tea', 'water')],
      {
        ...{ leading: ['tea'], outcome: { state: 'decided', winners: ['tea'] } },
        ...{ counts: [{ count: 1 }, { count: 2 }, { count: 0 }], detail: { type: count } },
      },
    ],
  ),
  ...(['greedy', 'equal-shares'] as const).map((type): [string, Method, Marked[], object] => [
    `a budget by ${type}`,
    {
      ...{ type: 'budget', purse: 10, currency: '만원', min: 1, max: 3, fits: true },
      rule:
        type === 'greedy'
          ? { type, threshold: 0, misfit: 'skip' }
          : { type, completion: 'add1', step: null },
    },
    [['tea'], ['tea', 'coffee'], ['tea', 'coffee']],
    { leading: ['tea', 'coffee'], detail: { type, cost: 8 } },
  ]),
  [
    'numbers',
    { type: 'number', min: 0, max: 100, decimals: 0, unit: '' },
    [{ number: 10 }, { number: 30 }],
    { counts: [], detail: { n: 2, sum: 40, median: [10, 30] } },
  ],
])(
  '[BA6] takes, seals and counts %s through the whole house',
  async (_, method, votes, expected) => {
    const costs = aQuestion().options.map((each) => ({ ...each, cost: 4 }))
    const options = method.type === 'number' ? [] : costs
    const { result, ballots } = await published({ method, options, bars: 'live' }, votes)
    expect(result.tally).toMatchObject(expected)
    expect(ballots).toHaveLength(votes.length)
  },
)
