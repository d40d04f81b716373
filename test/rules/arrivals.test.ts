import { expect, it } from 'vitest'
import type { Proven } from '../../shared/presence.ts'
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
      const last = Math.max(0, ...[...rows.values()].map(({ number }) => number))
      const saved = { ...row, number: rows.get(row.voterKey)?.number ?? last + 1 }
      rows.set(row.voterKey, saved)
      return saved
    },
    removeArrival: async (_: string, key: string) => void rows.delete(key),
  }
  const told: string[] = []
  const list = createArrivals({
    clock: { since: () => now },
    store,
    secrets: { keyFor: () => new Uint8Array(32) },
    bus: { desk: () => undefined, admission: (_: string, key: string) => told.push(key) },
  } as unknown as Parameters<typeof createArrivals>[0])
  return {
    ...list,
    told,
    has: (voterKey: string) => rows.has(voterKey),
    ask(voterKey: string, proven: Proven = {}, asked = true) {
      return list.note(hall, rows.get(voterKey) ?? null, { voterKey, proven, asked })
    },
    /** So many devices of one line that ask one after the other. */
    async crowd(name: string, address: string, count: number, proven: Proven = {}) {
      for (let nth = 1; nth <= count; nth += 1) {
        list.cameFrom(hall, `${name} ${nth}`, address)
        expect((await this.ask(`${name} ${nth}`, proven)).ok).toBe(true)
      }
    },
    row: (voterKey: string) => rows.get(voterKey)!,
    wait: (ms: number) => (now += ms),
  }
}

it('[JO4] the waiting list takes 500, and nobody whom the meeting knows leaves it for the next', async () => {
  const list = aList()
  await list.crowd('phone', '203.0.113.1', 500, { code: true })
  expect(await list.ask('one more')).toMatchObject({ refusal: { code: 'arrival/too-many' } })
  expect((await list.ask('phone 500')).ok).toBe(true)
  await list.turnAway(hall, list.row('phone 1'))
  expect((await list.ask('one more')).ok).toBe(true)
  expect(await list.listed(hall)).toHaveLength(500)
})

it('[JO5] one stranger with many devices takes no place but from the own ones', async () => {
  const list = aList()
  await list.crowd('guest', '203.0.113.1', 40)
  await list.crowd('bot', '2001:db8:1:2::1', 300)
  await list.crowd('more', '2001:db8:1:2:ffff::1', 400)
  await list.crowd('late', '203.0.113.1', 10)
  const listed = (await list.listed(hall)).map(({ voterKey }) => voterKey)
  expect(listed).toHaveLength(500)
  expect(listed.filter((key) => /guest|late/.test(key))).toHaveLength(50)
  // The longest waiting left first, and each number was given once.
  expect([list.has('bot 250'), list.has('bot 251')]).toEqual([false, true])
  expect(list.row('late 10').number).toBe(750)
})

it('[JO5] whoever waits keeps the place though a stranger lets more devices in than are remembered', async () => {
  const list = aList()
  await list.crowd('guest', '203.0.113.1', 450)
  for (let nth = 1; nth <= 10_000; nth += 1) list.cameFrom(hall, `page ${nth}`, '2001:db8::1')
  await list.crowd('bot', '2001:db8::1', 100)
  const listed = (await list.listed(hall)).map(({ voterKey }) => voterKey)
  expect(listed.filter((key) => key.startsWith('guest'))).toHaveLength(450)
})

it('[JO5] whoever gave way is told so, and comes back by asking alone', async () => {
  const list = aList()
  await list.crowd('guest', '203.0.113.1', 501)
  expect(list.told).toEqual(['guest 1'])
  expect(await list.ask('guest 1', { fence: 'outside' }, false)).toMatchObject({
    refusal: { code: 'arrival/too-many' },
  })
  expect((await list.ask('guest 1')).ok).toBe(true)
  expect(list.told).toEqual(['guest 1', 'guest 2'])
})

it('[JO5] a list that became too long shows whom the meeting knows and who came last', async () => {
  const list = aList()
  const wrong = { wrongCode: true } as const
  for (let nth = 1; nth <= 600; nth += 1)
    await list.ask(`phone ${nth}`, nth === 1 ? { ...wrong, code: true } : wrong, false)
  const locked = { ...hall, meeting: { ...hall.meeting, locked: true } }
  const listed = (await list.listed(locked)).map(({ voterKey }) => voterKey)
  expect([listed.length, listed[0], listed[1], listed.at(-1)]).toEqual([
    ...[500, 'phone 1', 'phone 102', 'phone 600'],
  ])
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
