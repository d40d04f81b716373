import type { Fence, PlaceOutcome, Spot } from '../../shared/presence.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { isSpot, metresBeyond } from './fence.ts'

/** What a browser reports: degrees, metres (95 % radius), and milliseconds since it was taken. */
export interface Position extends Spot {
  accuracy: number
  age: number
}

/** Beyond this, a reported radius no longer widens the doubt (D27). */
const ACCURACY_CAP = 150
const WORST_ACCURACY = 1000
const OLDEST_MS = 60_000
/** Satellites and known access points reach this; a mobile cell does not. */
const SHARP = 50

/** Inside, outside or unsure, by distance and accuracy (D27). Nothing of the position is kept. */
export function checkPlace(fence: Fence, position: Position): Result<PlaceOutcome> {
  const { accuracy, age } = position
  if (!isSpot(position)) return refuse('place/odd')
  if (!isWithin(accuracy, Number.MIN_VALUE, WORST_ACCURACY)) return refuse('place/odd')
  if (!isWithin(age, 0, OLDEST_MS)) return refuse('place/too-old')

  const doubt = Math.min(accuracy, ACCURACY_CAP)
  const beyond = metresBeyond(fence, position)
  if (beyond + doubt <= 0) return ok('inside')
  if (beyond - doubt > fence.grace) return ok('outside')
  return ok('unsure')
}

/** A number, whatever else compares like one. */
function isWithin(value: number, least: number, most: number): boolean {
  return Number.isFinite(value) && value >= least && value <= most
}

/** How exact a position was, as far as that may be kept (D29). */
export function sharpness({ accuracy }: Position): 'sharp' | 'rough' {
  return accuracy <= SHARP ? 'sharp' : 'rough'
}
