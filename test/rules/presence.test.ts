import { getDistance } from 'geolib'
import { describe, expect, it } from 'vitest'
import type { Circle, PresenceRule } from '../../shared/presence.ts'
import { admission, needsHost } from '../../server/domain/presence.ts'
import { isPresenceCode, presenceCode } from '../../server/domain/presence-code.ts'
import { checkFence } from '../../server/domain/fence.ts'
import { checkPlace } from '../../server/domain/venue.ts'

const rule = (need: 'any' | 'all', ...proofs: PresenceRule['proofs']): PresenceRule => ({
  need,
  proofs,
  fence: null,
  networks: [],
})
const state = (...held: Parameters<typeof admission>) => admission(...held).state

describe('the ladder', () => {
  it('[PR1] admits by any proof, or by all of them', () => {
    expect(state(rule('any'), {}, null)).toBe('admitted')
    expect(state(rule('any', 'fence', 'code'), { code: true }, null)).toBe('admitted')
    expect(state(rule('any', 'fence', 'code'), { fence: 'unsure' }, null)).toBe('waiting')
    expect(state(rule('all', 'fence', 'code'), { code: true }, null)).toBe('waiting')
    expect(state(rule('all', 'fence', 'code'), { code: true, fence: 'inside' }, null)).toBe(
      'admitted',
    )
  })

  it('[PR1] says what is left, and lets the host’s hand decide alone', () => {
    const waiting = admission(rule('all', 'fence', 'code'), { code: true }, { number: 17 })
    expect(waiting).toEqual({
      state: 'waiting',
      left: ['fence'],
      proven: { code: true },
      number: 17,
      declined: false,
      locked: false,
      withdrawn: false,
    })
    expect(state(rule('all', 'fence', 'code'), { hand: true }, null)).toBe('admitted')
  })

  it('[PR2] lists a phone whose proof failed or that only the host can admit', () => {
    expect(needsHost(rule('any', 'fence'), { fence: 'outside' })).toBe(true)
    expect(needsHost(rule('any', 'fence', 'code'), { fence: 'unsure' })).toBe(true)
    expect(needsHost(rule('any', 'hand'), {})).toBe(true)
    expect(needsHost(rule('all', 'code', 'hand'), { code: true })).toBe(true)
    expect(needsHost(rule('any', 'code', 'hand'), {})).toBe(false)
  })
})

describe('a fence', () => {
  const fence: Circle = {
    type: 'circle',
    ...{ latitude: 37.5663, longitude: 126.9779, radius: 150, grace: 30 },
  }
  const north = (metres: number, accuracy: number, age = 0) =>
    checkPlace(fence, {
      latitude: fence.latitude + metres / 111_190,
      longitude: fence.longitude,
      accuracy,
      age,
    })

  it.each([
    [0, 20, 'inside'],
    [120, 20, 'inside'],
    [140, 20, 'unsure'],
    [195, 20, 'unsure'],
    [210, 20, 'outside'],
    [0, 140, 'inside'],
    [10, 500, 'unsure'],
    [500, 1000, 'outside'],
  ])('[FE1] %d m away with %d m of doubt is %s', (metres, accuracy, expected) => {
    expect(north(metres, accuracy)).toEqual({ ok: true, value: expected })
  })

  it('[FE1] measures metres as geolib does', () => {
    const there = { latitude: fence.latitude + 120 / 111_190, longitude: fence.longitude }
    expect(Math.abs(getDistance(fence, there, 0.01) - 120)).toBeLessThan(1)
  })

  const odd = [NaN, Infinity, -Infinity, 397.5, -90.01]
  it('[FE2] refuses positions that cannot be', () => {
    const good = { latitude: 37.5, longitude: 127, accuracy: 20, age: 0 }
    for (const latitude of odd) expect(checkPlace(fence, { ...good, latitude }).ok).toBe(false)
    for (const longitude of [...odd.slice(0, 3), 487, -180.5])
      expect(checkPlace(fence, { ...good, longitude }).ok).toBe(false)
    for (const accuracy of [0, -1, 1e9, NaN])
      expect(checkPlace(fence, { ...good, accuracy }).ok).toBe(false)
    for (const age of [-1, 60_001, NaN]) expect(checkPlace(fence, { ...good, age }).ok).toBe(false)
    // Latitude and longitude the wrong way round are no place on earth here.
    expect(checkPlace(fence, { ...good, latitude: 127, longitude: 37.5 }).ok).toBe(false)
  })

  it('[FE2] refuses circles that cannot be', () => {
    expect(checkFence(fence).ok).toBe(true)
    for (const change of [
      { radius: 19 },
      { radius: 5001 },
      { latitude: 91 },
      { grace: -1 },
      { radius: NaN },
    ])
      expect(checkFence({ ...fence, ...change }).ok).toBe(false)
  })
})

describe('the rotating code', () => {
  const key = new Uint8Array(32).fill(3)
  const start = 15_000 * 1_000_000

  it('[RC1] is taken in its own period and the next', () => {
    const { code, until } = presenceCode(key, 'm', start + 1)
    expect(until).toBe(start + 15_000)
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{6}$/)
    expect(isPresenceCode(key, 'm', start + 14_999, code)).toBe(true)
    expect(isPresenceCode(key, 'm', start + 29_999, code)).toBe(true)
    expect(isPresenceCode(key, 'm', start + 30_000, code)).toBe(false)
    expect(isPresenceCode(key, 'm', start - 1, code)).toBe(false)
    expect(isPresenceCode(key, 'other', start, code)).toBe(false)
    expect(isPresenceCode(new Uint8Array(32), 'm', start, code)).toBe(false)
  })

  it('[RC1] is not guessed in 10,000 tries', () => {
    const { code } = presenceCode(key, 'm', start)
    const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
    const guesses = Array.from({ length: 10_000 }, (_, n) =>
      [0, 1, 2, 3, 4, 5]
        .map((place) => letters[(n * 31 + place * place * n + place) % 31])
        .join(''),
    ).filter((guess) => guess !== code)
    expect(guesses.some((guess) => isPresenceCode(key, 'm', start, guess))).toBe(false)
  })
})
