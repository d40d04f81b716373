import type { Electorate, HandCount } from '../../shared/tally/index.ts'

/** Who is entitled and who is here, as the latch falls: without a roster, the seats of the roll. */
export function electorateOf({ seats }: { seats: number }): Electorate {
  return { entitled: seats, present: seats }
}

/** Who is counted by hand has no seat, but is here like everybody else. */
export function withHand({ entitled, present }: Electorate, hand: HandCount | null): Electorate {
  const people = hand?.people ?? 0
  return { entitled: entitled + people, present: present + people }
}
