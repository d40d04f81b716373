import type { Seat } from '../../shared/ids.ts'
import type { Electorate } from '../../shared/tally/decision.ts'
import type { HandCount } from '../../shared/tally/hand.ts'
import type { Opening } from '../../shared/vote.ts'
import { fromUnits } from '../../shared/weights.ts'
import type { QuestionRow } from '../rows.ts'
import type { Entry, Roster } from './roster.ts'
import type { Voices } from './voices.ts'

/** Who is there: the last seat that was given, who gave theirs back, and the list where one is set. */
export interface Room {
  seats: number
  withdrawn: ReadonlyMap<string, Seat | null>
  roster: Pick<
    Roster,
    'isSet' | 'size' | 'seats' | 'isListed' | 'seatOf' | 'weights' | 'weightOf' | 'weightOfAll'
  >
  voices: Pick<Voices, 'seated' | 'hands' | 'fewestCasting'>
}

const NOBODY: ReadonlySet<Seat> = new Set()
/** Seats are given from 1. */
const NO_SEAT = 0 as Seat

/**
 * Who is entitled and who is here, as the latch falls, in seats. With a roster everybody on it is
 * entitled; without one, the devices on the roll whose admission stands. Where nobody may vote who
 * came after the opening, only who was here then counts as present. Whoever voted was here.
 */
export function electorateOf(
  { seats, withdrawn, roster, voices }: Room,
  opening: Opening | null = null,
  voted = NOBODY,
): Electorate {
  const devices = seats - roster.seats - leftOf({ withdrawn, roster }, voted)
  const here = roster.isSet ? voices.seated(voted) : []
  const now = roster.isSet ? here.length : devices
  const present = Math.max(opening?.seats ?? now, voted.size)
  const { weights } = roster
  if (!weights) return { entitled: roster.isSet ? roster.size : present, present }
  const cast = here.filter((entry) => voted.has(roster.seatOf(entry) ?? NO_SEAT))
  const held = opening?.weight ?? roster.weightOfAll(here)
  return {
    ...{ entitled: roster.size, present },
    weights: { entitled: weights.total, present: Math.max(held, roster.weightOfAll(cast)) },
  }
}

/** What is frozen at the latch: of a secret question also who cast, where some cast for others. */
export function atLatch(
  room: Room,
  { question, opening }: Pick<QuestionRow, 'question' | 'opening'>,
  voted: ReadonlySet<Seat>,
): Pick<QuestionRow, 'electorate' | 'alike' | 'lent'> {
  const electorate = electorateOf(room, opening, voted)
  const voters = question.names === 'secret' ? room.voices.fewestCasting(voted, question.id) : null
  const { roster, voices } = room
  const here = couldVote(room, opening, voted)
  const groups = byWeight(room, here)
  const lentOf = (entries: readonly Entry[]) => entries.length - voices.hands(entries, question.id)
  return {
    electorate: { ...electorate, ...(voters !== null && { voters }) },
    alike: groups && countEach(groups, ({ length }) => length),
    lent: roster.isSet ? { all: lentOf(here), alike: countEach(groups ?? {}, lentOf) } : null,
  }
}

/** Whose seats on the list could be voted with until the latch. */
function couldVote(
  { roster, voices }: Room,
  opening: Opening | null,
  voted: ReadonlySet<Seat>,
): Entry[] {
  return voices.seated(voted).filter((entry) => {
    const seat = roster.seatOf(entry) ?? NO_SEAT
    return !opening || seat <= opening.lastSeat || voted.has(seat)
  })
}

/** By weights as people know them, since a list may count in finer units next time. */
function byWeight({ roster }: Room, entries: readonly Entry[]): Record<string, Entry[]> | null {
  const { weights } = roster
  if (!weights) return null
  const groups: Record<string, Entry[]> = {}
  for (const entry of entries) {
    const weight = fromUnits(roster.weightOf(entry) ?? 0, weights)
    groups[weight] = [...(groups[weight] ?? []), entry]
  }
  return groups
}

const countEach = (groups: Record<string, Entry[]>, count: (entries: Entry[]) => number) =>
  Object.fromEntries(Object.entries(groups).map(([weight, entries]) => [weight, count(entries)]))

/** How many devices were sent out and had not voted before. */
function leftOf(
  { withdrawn, roster }: Pick<Room, 'withdrawn' | 'roster'>,
  voted: ReadonlySet<Seat>,
) {
  const seats = [...withdrawn.values()].filter((seat) => seat !== null)
  return seats.filter((seat) => !roster.isListed(seat) && !voted.has(seat)).length
}

/** Who is counted by hand has no seat, but is here like everybody else. */
export function withHand(electorate: Electorate, hand: HandCount | null): Electorate {
  const people = hand?.people ?? 0
  const { entitled, present } = electorate
  return { ...electorate, entitled: entitled + people, present: present + people }
}
