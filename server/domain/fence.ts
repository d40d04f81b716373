import { getDistance, isPointInPolygon } from 'geolib'
import {
  CORNER_LIMITS,
  LEAST_AREA,
  MOST_SPAN,
  RADIUS_LIMITS,
  type Area,
  type Circle,
  type Fence,
  type Spot,
} from '../../shared/presence.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'

/** Metres of one degree on the sphere that geolib measures with. */
const DEGREE = (6_378_137 * Math.PI) / 180

/** Square metres below which three points lie on a line. */
const FLAT = 1e-6

/** East and north of an origin, in metres, on a plane that touches the earth there. */
type Point = readonly [east: number, north: number]

/** Degrees that exist: geolib itself takes nonsense for a place (D30). */
export function isSpot({ latitude, longitude }: Spot): boolean {
  return (
    Number.isFinite(latitude) &&
    Number.isFinite(longitude) &&
    Math.abs(latitude) <= 90 &&
    Math.abs(longitude) <= 180
  )
}

/** Metres from the edge of the fence: positive beyond it, negative within. */
export function metresBeyond(fence: Fence, spot: Spot): number {
  const { latitude, longitude } = spot
  if (fence.type === 'circle') {
    const middle = { latitude: fence.latitude, longitude: fence.longitude }
    return getDistance(middle, { latitude, longitude }, 0.01) - fence.radius
  }
  // The plane lies under the spot itself: within a kilometre of an edge it is off by less than 0.1 m.
  const corners = fence.corners.map((corner) => pointOn({ latitude, longitude }, corner))
  const distance = Math.min(...edgesOf(corners).map(([from, to]) => distanceTo(from, to)))
  return isPointInPolygon({ latitude, longitude }, [...fence.corners]) ? -distance : distance
}

/** May this be a venue? */
export function checkFence(fence: Fence): Result<Fence> {
  return fence.type === 'circle' ? checkCircle(fence) : checkArea(fence)
}

function checkCircle(fence: Circle): Result<Fence> {
  const { least, most } = RADIUS_LIMITS
  const fits = fence.radius >= least && fence.radius <= most && fence.grace >= 0
  return isSpot(fence) && fits ? ok(fence) : refuse('fence/odd', { least, most })
}

function checkArea(fence: Area): Result<Fence> {
  const { corners, grace } = fence
  const { least, most } = CORNER_LIMITS
  if (corners.length < least || corners.length > most)
    return refuse('fence/corners', { least, most })
  if (!corners.every(isSpot) || !(grace >= 0)) return refuse('fence/odd', RADIUS_LIMITS)

  const points = corners.map((corner) => pointOn(corners[0]!, corner))
  // Whoever crosses the 180th meridian goes around the whole earth to get there.
  const span = Math.max(...[0, 1].map((axis) => spread(points.map((point) => point[axis]!))))
  const crossed = crossingOf(points)
  if (span > MOST_SPAN) return refuse('fence/size', { least: LEAST_AREA, most: MOST_SPAN })
  if (crossed) return refuse('fence/crossing', crossed)
  if (areaOf(points) < LEAST_AREA)
    return refuse('fence/size', { least: LEAST_AREA, most: MOST_SPAN })
  return ok(fence)
}

function pointOn(origin: Spot, { latitude, longitude }: Spot): Point {
  const shrink = Math.cos((origin.latitude * Math.PI) / 180)
  return [(longitude - origin.longitude) * DEGREE * shrink, (latitude - origin.latitude) * DEGREE]
}

function edgesOf(points: readonly Point[]): [from: Point, to: Point][] {
  return points.map((point, place) => [point, points[(place + 1) % points.length]!])
}

/** From the origin of the plane to a piece of line. */
function distanceTo([ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay]
  const along = -(ax * dx + ay * dy) / (dx * dx + dy * dy)
  const place = Math.min(1, Math.max(0, along))
  return Math.hypot(ax + place * dx, ay + place * dy)
}

const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values)

/** Twice the area of the triangle; its sign says on which side of a to b the third point lies. */
function turn(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
}

/** The shoelace formula. */
function areaOf(points: readonly Point[]): number {
  const twice = edgesOf(points).reduce((sum, [a, b]) => sum + a[0] * b[1] - b[0] * a[1], 0)
  return Math.abs(twice) / 2
}

/** The corners from which two edges go that meet elsewhere than at a common corner; null: a simple ring. */
function crossingOf(points: readonly Point[]): { first: number; second: number } | null {
  const edges = edgesOf(points)
  for (const [first, [a, b]] of edges.entries())
    for (let second = first + 1; second < edges.length; second += 1) {
      const [c, d] = edges[second]!
      const follows = second === first + 1
      const closes = first === 0 && second === edges.length - 1
      const meet = follows ? foldsBack(a, b, d) : closes ? foldsBack(c, d, b) : touch(a, b, c, d)
      if (meet) return { first: first + 1, second: second + 1 }
    }
  return null
}

/** Does the edge after a to b run back along it, or has one of them no length? */
function foldsBack(a: Point, b: Point, next: Point): boolean {
  const ahead = (b[0] - a[0]) * (next[0] - b[0]) + (b[1] - a[1]) * (next[1] - b[1])
  return Math.abs(turn(a, b, next)) < FLAT && ahead <= 0
}

/** Do two pieces of line have a point in common? */
function touch(a: Point, b: Point, c: Point, d: Point): boolean {
  const apart = [0, 1].some(
    (axis) =>
      Math.max(a[axis]!, b[axis]!) < Math.min(c[axis]!, d[axis]!) ||
      Math.max(c[axis]!, d[axis]!) < Math.min(a[axis]!, b[axis]!),
  )
  return !apart && turn(a, b, c) * turn(a, b, d) <= 0 && turn(c, d, a) * turn(c, d, b) <= 0
}
