import type { Electorate, HandCount } from '../../shared/tally/index.ts'
import type { Opening } from '../../shared/vote.ts'
import type { Roster } from './roster.ts'

/** Who is there: the last seat that was given, who gave theirs back, and the list where one is set. */
export interface Room {
  seats: number
  withdrawn: { size: number }
  roster: Pick<Roster, 'isSet' | 'size' | 'present' | 'seats' | 'weights' | 'presentWeight'>
}

/**
 * Who is entitled and who is here, as the latch falls. With a roster everybody on it is entitled;
 * without one, the devices on the roll whose admission stands. Where nobody may vote who came after
 * the opening, only who was here then counts as present.
 */
export function electorateOf(
  { seats, withdrawn, roster }: Room,
  opening: Opening | null = null,
): Electorate {
  const present =
    opening?.seats ?? (roster.isSet ? roster.present : seats - roster.seats - withdrawn.size)
  const { weights } = roster
  return {
    ...{ entitled: roster.isSet ? roster.size : present, present },
    ...(weights && {
      weights: { entitled: weights.total, present: opening?.weight ?? roster.presentWeight },
    }),
  }
}

/** Who is counted by hand has no seat, but is here like everybody else. */
export function withHand(electorate: Electorate, hand: HandCount | null): Electorate {
  const people = hand?.people ?? 0
  const { entitled, present } = electorate
  return { ...electorate, entitled: entitled + people, present: present + people }
}
