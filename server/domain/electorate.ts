import type { Electorate, HandCount } from '../../shared/tally/index.ts'
import type { Opening } from '../../shared/vote.ts'

/**
 * Who is entitled and who is here, as the latch falls: without a roster, the seats of the roll; of these
 * the ones that were given before the opening, where nobody else may vote.
 */
export function electorateOf(
  { seats }: { seats: number },
  opening: Opening | null = null,
): Electorate {
  const people = opening?.seats ?? seats
  return { entitled: people, present: people }
}

/** Who is counted by hand has no seat, but is here like everybody else. */
export function withHand({ entitled, present }: Electorate, hand: HandCount | null): Electorate {
  const people = hand?.people ?? 0
  return { entitled: entitled + people, present: present + people }
}
