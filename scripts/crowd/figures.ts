/** The value below which this share of all values lies; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** To this many places after the point. */
export function rounded(value: number, places = 1): number {
  return Math.round(value * 10 ** places) / 10 ** places
}
