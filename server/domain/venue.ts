import { getDistance } from 'geolib'
import type { Fence, PlaceOutcome } from '../../shared/presence.ts'
import { RADIUS_LIMITS } from '../../shared/presence.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'

/** What a browser reports: degrees, metres (95 % radius), and milliseconds since it was taken. */
export interface Position {
  latitude: number
  longitude: number
  accuracy: number
  age: number
}

/** Beyond this, a reported radius no longer widens the doubt (D27). */
const ACCURACY_CAP = 150
const WORST_ACCURACY = 1000
const OLDEST_MS = 60_000

/** Degrees that exist: geolib itself takes nonsense for a place (D30). */
function isPlace({ latitude, longitude }: { latitude: number; longitude: number }): boolean {
  return (
    Number.isFinite(latitude) &&
    Number.isFinite(longitude) &&
    Math.abs(latitude) <= 90 &&
    Math.abs(longitude) <= 180
  )
}

/** Inside, outside or unsure, by distance and accuracy (D27). Nothing of the position is kept. */
export function checkPlace(fence: Fence, position: Position): Result<PlaceOutcome> {
  const { accuracy, age } = position
  if (!isPlace(position)) return refuse('place/odd')
  if (!(accuracy > 0 && accuracy <= WORST_ACCURACY)) return refuse('place/odd')
  if (!(age >= 0 && age <= OLDEST_MS)) return refuse('place/too-old')

  const doubt = Math.min(accuracy, ACCURACY_CAP)
  const distance = getDistance(
    { latitude: fence.latitude, longitude: fence.longitude },
    { latitude: position.latitude, longitude: position.longitude },
    0.01,
  )
  if (distance + doubt <= fence.radius) return ok('inside')
  if (distance - doubt > fence.radius + fence.grace) return ok('outside')
  return ok('unsure')
}

/** May this circle be a venue? Radius and grace in metres. */
export function checkFence(fence: Fence): Result<Fence> {
  const { least, most } = RADIUS_LIMITS
  const fits = fence.radius >= least && fence.radius <= most && fence.grace >= 0
  return isPlace(fence) && fits ? ok(fence) : refuse('fence/odd', { least, most })
}
