import { expect, it } from 'vitest'
import { Roster } from '../../server/domain/roster.ts'
import type { ArrivalRow } from '../../server/rows.ts'
import type { Hall } from '../../server/services/agenda.ts'
import { createArrivals } from '../../server/services/arrivals.ts'

const hall = {
  meeting: { id: 'm', presence: { need: 'any', proofs: ['code', 'hand'], fence: null } },
  roster: new Roster(),
  withdrawn: new Set(),
} as unknown as Hall

function aList() {
  let now = 0
  const rows = new Map<string, ArrivalRow>()
  const store = {
    arrivals: async () => [...rows.values()],
    arrival: async (_: string, key: string) => rows.get(key) ?? null,
    saveArrival: async (_: string, row: Omit<ArrivalRow, 'number'>) => {
      const saved = { ...row, number: rows.get(row.voterKey)?.number ?? rows.size + 1 }
      rows.set(row.voterKey, saved)
      return saved
    },
  }
  const list = createArrivals({
    clock: { since: () => now },
    store,
    bus: { desk: () => undefined },
  } as unknown as Parameters<typeof createArrivals>[0])
  return {
    ...list,
    ask: (voterKey: string) =>
      list.note(hall, rows.get(voterKey) ?? null, { voterKey, proven: {}, asked: true }),
    row: (voterKey: string) => rows.get(voterKey)!,
    wait: (ms: number) => (now += ms),
  }
}

it('[JO4] the waiting list takes 500 and tells the next that it is full', async () => {
  const list = aList()
  for (let place = 1; place <= 500; place += 1)
    expect((await list.ask(`phone ${place}`)).ok).toBe(true)
  expect(await list.ask('one more')).toMatchObject({ refusal: { code: 'arrival/too-many' } })
  expect((await list.ask('phone 500')).ok).toBe(true)
  await list.turnAway(hall, list.row('phone 1'))
  expect((await list.ask('one more')).ok).toBe(true)
  expect(await list.listed(hall)).toHaveLength(500)
})

it('[JO3] whoever was turned away may ask again after a minute', async () => {
  const list = aList()
  await list.ask('phone')
  await list.turnAway(hall, list.row('phone'))
  list.wait(59_999)
  expect(await list.ask('phone')).toMatchObject({ refusal: { code: 'arrival/turned-away' } })
  list.wait(1)
  expect((await list.ask('phone')).ok).toBe(true)
})
