import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createHealth, troublesOf } from '../../server/live/health.ts'
import { createRecentTimes } from '../../server/live/recent-times.ts'
import type { Ballot } from '../../shared/ballot.ts'
import type { MeetingId, Seat } from '../../shared/ids.ts'
import { ok, refuse } from '../../shared/result.ts'
import { aBallot } from '../support/builders.ts'
import { FakeClock } from '../support/fake-clock.ts'

const hall = 'hall' as MeetingId
const took = fc.double({ min: 0, max: 50_000, noNaN: true })

describe('recent times', () => {
  it('[HS1] are right to a tenth, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(took, { minLength: 1, maxLength: 300 }), (all) => {
        const times = createRecentTimes()
        for (const each of all) times.add(1000, each)
        const { count, ms } = times.within(1000, 0.95)
        const sorted = all.toSorted((a, b) => a - b)
        const exact = sorted[Math.ceil(all.length * 0.95) - 1] ?? 0
        expect(count).toBe(all.length)
        expect(ms).toBeGreaterThanOrEqual(exact)
        expect(ms).toBeLessThanOrEqual(Math.ceil(Math.max(1, exact) * 1.1))
      }),
    )
  })

  it('[HS1] are forgotten after half a minute', () => {
    const times = createRecentTimes()
    expect(times.within(0, 0.95)).toEqual({ count: 0, ms: null })
    times.add(100, 900)
    times.add(20_000, 1)
    expect(times.within(24_000, 0.95)).toMatchObject({ count: 2 })
    expect(times.within(31_000, 0.95)).toEqual({ count: 1, ms: 1 })
    expect(times.within(1_000_000, 0.95)).toEqual({ count: 0, ms: null })
    times.add(1_000_000, 2_000_000)
    expect(times.within(1_000_000, 0.95).ms).toBeGreaterThan(50_000)
  })
})

describe('a room’s health', () => {
  it('[HS2] counts who left as reconnecting until they are back, for half a minute', async () => {
    const clock = new FakeClock()
    const health = createHealth(clock)
    const reconnecting = () => health.of(hall, 0).reconnecting
    for (const device of ['a', 'b', 'c']) health.moved(hall, device, true)
    health.moved(hall, 'a', false)
    await clock.pass(10_000)
    health.moved(hall, 'b', false)
    expect(reconnecting()).toBe(2)
    health.moved(hall, 'b', true)
    expect(reconnecting()).toBe(1)
    await clock.pass(5_000)
    health.moved(hall, 'b', false)
    await clock.pass(15_000)
    expect(reconnecting()).toBe(1)
    await clock.pass(15_000)
    expect(reconnecting()).toBe(0)
    expect(health.of('other' as MeetingId, 7)).toMatchObject({ connected: 7, reconnecting: 0 })
  })

  it('[HS3] is in trouble where many are lost at once, or ballots wait', () => {
    const troubles = (connected: number, reconnecting: number, ackedWithin: number | null = null) =>
      troublesOf({ connected, reconnecting, acked: 9, ackedWithin })
    expect(troubles(0, 0)).toEqual([])
    expect(troubles(3, 4)).toEqual([])
    expect(troubles(487, 60, 41)).toEqual([])
    expect(troubles(15, 5)).toEqual(['lines'])
    expect(troubles(16, 5)).toEqual([])
    expect(troubles(487, 3, 1000)).toEqual([])
    expect(troubles(487, 3, 1001)).toEqual(['slow'])
    expect(troubles(0, 487, 5000)).toEqual(['lines', 'slow'])
  })

  it('[HS4] times what is kept, and nothing that is refused', async () => {
    const clock = new FakeClock()
    const health = createHealth(clock)
    const casting = health.timed({
      castBallot: async (_, { basedOn }: Ballot) => {
        await clock.pass(40)
        return basedOn === 0 ? ok({ kept: true, rev: 1 }) : refuse('ballot/changed-elsewhere')
      },
    })
    const pass = { vote: hall, seats: [1 as Seat], holder: '' }
    expect(await casting.castBallot(pass, aBallot())).toMatchObject({ ok: true })
    expect(await casting.castBallot(pass, aBallot({ basedOn: 1 }))).toMatchObject({ ok: false })
    const { acked, ackedWithin } = health.of(hall, 1)
    expect(acked).toBe(1)
    expect(ackedWithin).toBeGreaterThanOrEqual(40)
    expect(ackedWithin).toBeLessThanOrEqual(44)
  })
})
