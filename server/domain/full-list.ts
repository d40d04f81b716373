import { isIPv6 } from 'node:net'
import { halfOf } from './networks.ts'

/** Somebody on the waiting list whom nobody knows. */
interface Stranger {
  /** Grows with time. */
  number: number
  line: string
}

/** What one line to the internet has: an address of IPv4, the first half of those of IPv6. */
export function lineOf(address: string): string {
  return isIPv6(address) ? halfOf(address) : address
}

/**
 * Who leaves a full list for a newcomer: the longest waiting of the line that would hold most places.
 * One stranger with many devices displaces their own, a hall behind one address nobody else's.
 */
export function givesWay<S extends Stranger>(strangers: readonly S[], newcomer: string): S | null {
  const held = new Map([[newcomer, 1]])
  for (const { line } of strangers) held.set(line, (held.get(line) ?? 0) + 1)
  const most = Math.max(...strangers.map(({ line }) => held.get(line) ?? 0))
  const theirs = strangers.filter(({ line }) => held.get(line) === most)
  return theirs.reduce<S | null>(
    (oldest, each) => (oldest === null || each.number < oldest.number ? each : oldest),
    null,
  )
}
