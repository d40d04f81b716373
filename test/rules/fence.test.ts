import { describe, expect, it } from 'vitest'
import { checkFence, metresBeyond } from '../../server/domain/fence.ts'
import { checkPlace } from '../../server/domain/venue.ts'
import type { Area, Fence, Spot } from '../../shared/presence.ts'

/** A corner of the hall at Seoul, and metres of one degree there on geolib's sphere. */
const HALL = { latitude: 37.5663, longitude: 126.9779 }
const NORTH = (6_378_137 * Math.PI) / 180
const EAST = NORTH * Math.cos((HALL.latitude * Math.PI) / 180)

const at = (east: number, north: number, from: Spot = HALL): Spot => ({
  latitude: from.latitude + north / NORTH,
  longitude: from.longitude + east / EAST,
})
const area = (...metres: [east: number, north: number][]): Area => ({
  type: 'area',
  corners: metres.map(([east, north]) => at(east, north)),
  grace: 30,
})
const SQUARE = area([0, 0], [200, 0], [200, 200], [0, 200])
/** A yard with a house in it: seen from the house's door the yard is on three sides. */
const HORSESHOE = area([0, 0], [300, 0], [300, 300], [200, 300], [200, 100], [100, 100]).corners
const YARD: Area = { type: 'area', corners: [...HORSESHOE, at(100, 300), at(0, 300)], grace: 30 }

const place = (fence: Fence, spot: Spot, accuracy: number) =>
  checkPlace(fence, { ...spot, accuracy, age: 0 })

describe('an area', () => {
  it.each([
    ['in the middle', SQUARE, 100, 100, 20, 'inside'],
    ['as exact as far from the wall', SQUARE, 100, 25, 20, 'inside'],
    ['in the middle of a rough guess', SQUARE, 100, 100, 120, 'unsure'],
    ['near the wall', SQUARE, 100, 10, 20, 'unsure'],
    ['on the wall', SQUARE, 100, 0, 5, 'unsure'],
    ['on a corner', SQUARE, 0, 0, 5, 'unsure'],
    ['just outside', SQUARE, 100, -10, 5, 'unsure'],
    ['within the grace', SQUARE, 100, -34, 5, 'unsure'],
    ['beyond the grace', SQUARE, 100, -36, 5, 'outside'],
    ['off a corner by the diagonal', SQUARE, -24, -24, 5, 'unsure'],
    ['off a corner beyond the grace', SQUARE, -26, -26, 5, 'outside'],
    ['far away, exactly', SQUARE, 5000, 0, 5, 'outside'],
    ['far away, roughly', SQUARE, 0, 600, 1000, 'outside'],
    ['in the house', YARD, 150, 200, 5, 'outside'],
    ['in an arm of the yard', YARD, 50, 200, 20, 'inside'],
  ] as const)('[FE3] %s', (_, fence, east, north, accuracy, expected) => {
    expect(place(fence, at(east, north), accuracy)).toEqual({ ok: true, value: expected })
  })

  it('[FE3] is the same from every corner it is begun at, in either direction', () => {
    const { corners } = YARD
    for (let turn = 0; turn < corners.length; turn += 1) {
      const turned = [...corners.slice(turn), ...corners.slice(0, turn)]
      for (const ring of [turned, [...turned].reverse()])
        expect(metresBeyond({ ...YARD, corners: ring }, at(50, 200))).toBeCloseTo(-50, 1)
    }
  })

  it('[FE3] measures metres at every latitude', () => {
    for (const latitude of [-54, 0, 37.5663, 64.1]) {
      const east = 1 / (NORTH * Math.cos((latitude * Math.PI) / 180))
      const corners = [
        { latitude, longitude: 10 },
        { latitude, longitude: 10 + 400 * east },
        { latitude: latitude + 400 / NORTH, longitude: 10 + 400 * east },
        { latitude: latitude + 400 / NORTH, longitude: 10 },
      ]
      const spot = { latitude: latitude + 200 / NORTH, longitude: 10 + 120 * east }
      expect(metresBeyond({ type: 'area', corners, grace: 0 }, spot)).toBeCloseTo(-120, 1)
    }
  })
})

describe('an area that cannot be', () => {
  const code = (fence: Fence) => {
    const checked = checkFence(fence)
    return checked.ok ? null : checked.refusal.code
  }
  const cut = (corners: readonly Spot[]): Area => ({ type: 'area', corners, grace: 30 })

  it('[FE4] needs 3 to 100 corners', () => {
    expect(code(cut(SQUARE.corners.slice(0, 2)))).toBe('fence/corners')
    expect(code(cut(SQUARE.corners.slice(0, 3)))).toBe(null)
    const ring = (count: number) =>
      cut(
        Array.from({ length: count }, (_, place) => {
          const angle = (place / count) * 2 * Math.PI
          return at(100 * Math.cos(angle), 100 * Math.sin(angle))
        }),
      )
    expect(code(ring(100))).toBe(null)
    expect(code(ring(101))).toBe('fence/corners')
  })

  it('[FE4] names the lines that cross, touch or run back', () => {
    const bowTie = area([0, 0], [200, 200], [200, 0], [0, 200])
    expect(checkFence(bowTie)).toEqual({
      ok: false,
      refusal: { code: 'fence/crossing', detail: { first: 1, second: 3 } },
    })
    const pinched = area([0, 0], [200, 0], [200, 200], [100, 0], [0, 200])
    const spike = area([0, 0], [200, 0], [200, 200], [200, 100], [0, 200])
    const twice = area([0, 0], [200, 0], [200, 0], [200, 200])
    const flat = area([0, 0], [100, 100], [200, 200])
    for (const fence of [pinched, spike, twice, flat]) expect(code(fence)).toBe('fence/crossing')
  })

  it('[FE4] is not tiny, not a region, and does not cross the 180th meridian', () => {
    expect(code(area([0, 0], [19, 0], [19, 19], [0, 19]))).toBe('fence/size')
    expect(code(area([0, 0], [21, 0], [21, 21], [0, 21]))).toBe(null)
    expect(code(area([0, 0], [10_100, 0], [0, 10_100]))).toBe('fence/size')
    const far = [179.999, -179.999, -179.999, 179.999].map((longitude, place) => ({
      latitude: place < 2 ? 0 : 0.002,
      longitude,
    }))
    expect(code(cut(far))).toBe('fence/size')
  })

  const odd = [NaN, Infinity, -Infinity, 397.5, null, undefined, '37.5', [], {}] as never[]
  it('[FE2] odd numbers make no area and are no position in one, and nothing throws', () => {
    for (const value of odd) {
      const [first, ...others] = SQUARE.corners
      expect(code(cut([{ ...first!, latitude: value }, ...others]))).toBe('fence/odd')
      const position = { ...at(100, 100), accuracy: 10, age: 0 }
      const keys = ['latitude', 'longitude', ...(value === 397.5 ? [] : ['accuracy', 'age'])]
      for (const key of keys)
        expect(
          checkPlace(SQUARE, { ...position, [key]: value }).ok,
          `${key} ${String(value)}`,
        ).toBe(false)
    }
    expect(code({ ...SQUARE, grace: NaN })).toBe('fence/odd')
    expect(code({ ...SQUARE, grace: -1 })).toBe('fence/odd')
    // The wrong way round: no place on earth here.
    expect(place(SQUARE, { latitude: 126.9779, longitude: 37.5663 }, 10).ok).toBe(false)
  })
})

/**
 * The same by other means: on the sphere itself, the winding of great circles around the spot and
 * the distance to each of them, by vectors.
 */
const independent = (() => {
  type Vector = readonly [number, number, number]
  const vector = ({ latitude, longitude }: Spot): Vector => {
    const [phi, lambda] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180]
    return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)]
  }
  const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
  const cross = (a: Vector, b: Vector): Vector => [
    a[1] * b[2] - a[2] * b[1],
    a[2] * b[0] - a[0] * b[2],
    a[0] * b[1] - a[1] * b[0],
  ]
  const length = (a: Vector) => Math.sqrt(dot(a, a))
  const angle = (a: Vector, b: Vector) => Math.atan2(length(cross(a, b)), dot(a, b))

  return ({ corners }: Area, spot: Spot): number => {
    const here = vector(spot)
    let winding = 0
    let nearest = Infinity
    corners.forEach((corner, place) => {
      const [a, b] = [vector(corner), vector(corners[(place + 1) % corners.length]!)]
      const [toA, toB] = [cross(here, a), cross(here, b)]
      winding += Math.atan2(dot(here, cross(toA, toB)), dot(toA, toB))
      const normal = cross(a, b)
      const isBeside = dot(cross(normal, a), here) > 0 && dot(cross(b, normal), here) > 0
      const across = Math.abs(Math.asin(dot(normal, here) / length(normal)))
      nearest = Math.min(nearest, isBeside ? across : Math.min(angle(here, a), angle(here, b)))
    })
    const metres = nearest * 6_378_137
    return Math.abs(winding) > Math.PI ? -metres : metres
  }
})()

/** The same numbers on every run. */
function createDice(seed: number) {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

it('[FE5] 40,000 spots agree with independent code outside a band of half a metre', () => {
  const dice = createDice(5)
  const found = { near: 0, wrongSide: 0, furthest: 0 }
  for (let fences = 0; fences < 40; fences += 1) {
    const size = 50 + dice() * 950
    const count = 3 + Math.floor(dice() * 20)
    // Around its middle at growing angles: a ring that never crosses itself, with bays in it.
    const corners = Array.from({ length: count }, (_, place) => {
      const angle = ((place + dice() * 0.8) / count) * 2 * Math.PI
      const reach = size * (0.3 + dice() * 0.7)
      return at(reach * Math.cos(angle), reach * Math.sin(angle))
    })
    const fence: Area = { type: 'area', corners, grace: 30 }
    expect(checkFence(fence).ok).toBe(true)
    for (let spots = 0; spots < 1000; spots += 1) {
      const spot = at((dice() * 2 - 1) * size * 1.3, (dice() * 2 - 1) * size * 1.3)
      const [ours, theirs] = [metresBeyond(fence, spot), independent(fence, spot)]
      if (Math.abs(theirs) < 0.5) found.near += 1
      else if (Math.sign(ours) !== Math.sign(theirs)) found.wrongSide += 1
      found.furthest = Math.max(found.furthest, Math.abs(ours - theirs))
    }
  }
  expect(found.wrongSide).toBe(0)
  expect(found.furthest).toBeLessThan(0.5)
  expect(found.near).toBeLessThan(400)
})

it('[FE6] nobody inside is turned away, and hardly anybody 500 m off is let in', () => {
  const dice = createDice(3)
  // A distance that 95 % of all fixes stay under, in a random direction.
  const fix = (spot: Spot, accuracy: number): Spot => {
    const off = (accuracy / 2.448) * Math.sqrt(-2 * Math.log(1 - dice()))
    const angle = dice() * 2 * Math.PI
    return at(off * Math.cos(angle), off * Math.sin(angle), spot)
  }
  const circle: Fence = { type: 'circle', ...HALL, radius: 150, grace: 30 }
  const square = area([-130, -130], [130, -130], [130, 130], [-130, 130])
  for (const fence of [circle, square])
    for (const accuracy of [8, 30, 74, 150]) {
      const told = { inside: 0, outside: 0, unsure: 0 }
      const far = { inside: 0, outside: 0, unsure: 0 }
      for (let people = 0; people < 2500; people += 1) {
        const angle = dice() * 2 * Math.PI
        const reach = 120 * Math.sqrt(dice())
        const here = at(reach * Math.cos(angle), reach * Math.sin(angle))
        const there = at(650 * Math.cos(angle), 650 * Math.sin(angle))
        for (const [spot, counts] of [
          [here, told],
          [there, far],
        ] as const) {
          const outcome = place(fence, fix(spot, accuracy), accuracy)
          if (outcome.ok) counts[outcome.value] += 1
        }
      }
      expect(told.outside / 2500, `inside at ${accuracy} m`).toBeLessThan(0.0005)
      expect(far.inside / 2500, `outside at ${accuracy} m`).toBeLessThan(0.001)
    }
})
