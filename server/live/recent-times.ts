/** What counts as recent, in milliseconds, and in how many slices it is forgotten. */
export const RECENT_MS = 30_000
const SLICES = 6
const SLICE_MS = RECENT_MS / SLICES
/** Each bucket reaches a tenth further than the one before: a time read here is at most that too long. */
const GROWTH = 1.1
const LONGEST_MS = 60_000
const BUCKETS = bucketOf(LONGEST_MS) + 1

interface Slice {
  /** Which five seconds since the clock began; a slice of another round is an empty one. */
  turn: number
  counts: Uint32Array
}

/**
 * How long things took lately: a fixed number of buckets, whatever the crowd does. `at` is a time of
 * a clock that never goes back.
 */
export function createRecentTimes() {
  const slices: Slice[] = Array.from({ length: SLICES }, () => ({
    turn: -1,
    counts: new Uint32Array(BUCKETS),
  }))

  return {
    add(at: number, tookMs: number): void {
      const turn = Math.floor(at / SLICE_MS)
      const slice = slices[turn % SLICES]!
      if (slice.turn !== turn) {
        slice.counts.fill(0)
        slice.turn = turn
      }
      slice.counts[Math.min(bucketOf(tookMs), BUCKETS - 1)]! += 1
    },
    /** How many there were, and the time within which this share of them was done; null for none. */
    within(at: number, share: number): { count: number; ms: number | null } {
      const turn = Math.floor(at / SLICE_MS)
      const recent = slices.filter((slice) => slice.turn > turn - SLICES && slice.turn >= 0)
      const counts = Array.from({ length: BUCKETS }, (_, bucket) =>
        recent.reduce((sum, slice) => sum + (slice.counts[bucket] ?? 0), 0),
      )
      const count = counts.reduce((sum, each) => sum + each, 0)
      if (count === 0) return { count, ms: null }
      let left = Math.ceil(count * share)
      const bucket = counts.findIndex((each) => (left -= each) <= 0)
      return { count, ms: Math.ceil(GROWTH ** bucket) }
    },
  }
}

/** Bucket 0 holds everything up to a millisecond. */
function bucketOf(ms: number): number {
  return ms <= 1 ? 0 : Math.ceil(Math.log(ms) / Math.log(GROWTH))
}
