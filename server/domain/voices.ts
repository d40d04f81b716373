import type { QuestionId, Seat } from '../../shared/ids.ts'
import type { ProxiedRow } from '../rows.ts'
import type { Entry, Roster } from './roster.ts'

/** How a seat stands that is not simply its owner's. */
export type Standing = Omit<ProxiedRow, 'voterKey'>

const NOBODY: ReadonlySet<Seat> = new Set()
const OWN: Standing = { absent: false, stays: null }

/**
 * Who votes with which seat (D56). While a list is set everybody on it has one seat of their own; it
 * is in the hands of whoever holds their voice until they come themselves. Without a list each device
 * has its seat. Nothing here is a right for good: it is asked at each ballot.
 */
export class Voices {
  readonly #roster: Roster
  readonly #withdrawn: { has(rollKey: string): boolean }
  readonly #standings = new Map<string, Standing>()

  constructor(roster: Roster, withdrawn: { has(rollKey: string): boolean }) {
    this.#roster = roster
    this.#withdrawn = withdrawn
  }

  standing({ rollKey }: Pick<Entry, 'rollKey'>): Standing {
    return this.#standings.get(rollKey) ?? OWN
  }

  learn(rollKey: string, standing: Standing): void {
    this.#standings.set(rollKey, standing)
  }

  /** Was this one let in, whatever became of it? */
  isCheckedIn(entry: Entry): boolean {
    return this.#roster.seatOf(entry) !== null && !this.standing(entry).absent
  }

  isHere(entry: Entry): boolean {
    return this.isCheckedIn(entry) && !this.#withdrawn.has(entry.rollKey)
  }

  /** Is the seat its owner's own in this question? Else it is the holder's, here or not. */
  isOwn(entry: Entry, question: QuestionId | null): boolean {
    if (entry.proxy === null) return true
    const { stays } = this.standing(entry)
    return stays !== null && stays === question ? !this.isHere(entry) : this.isHere(entry)
  }

  /** Who holds the voice of this one; null: nobody does. */
  holderOf({ proxy }: Entry): Entry | null {
    return proxy === null ? null : this.#roster.byNumber(proxy)
  }

  /** Whose ballots this seat may get now; null: nobody's. */
  voterOf(entry: Entry, question: QuestionId | null): Entry | null {
    const voter = this.#handOf(entry, question)
    return voter && this.isHere(voter) ? voter : null
  }

  /** In whose hand the seat is, or was when it voted: they may have left since. */
  #handOf(entry: Entry, question: QuestionId | null): Entry | null {
    return this.isOwn(entry, question) ? entry : this.holderOf(entry)
  }

  /** All seats that could ever be this one's to vote with, the own one first. */
  entriesOf(entry: Entry): Entry[] {
    return [entry, ...this.#roster.voicesOf(entry)].filter(
      (each) => this.#roster.seatOf(each) !== null,
    )
  }

  /** May this device cast for this seat? A pass may be older than the list, a release or an arrival. */
  mayCast(device: string, seat: Seat, question: QuestionId): boolean {
    if (!this.#roster.isSet) return !this.#roster.isListed(seat)
    const voter = this.#roster.byDevice(device)
    const owner = this.#roster.entryOf(seat)
    return voter !== null && owner !== null && this.voterOf(owner, question) === voter
  }

  /** Who on the list is here in person. */
  get people(): number {
    return this.#roster.entries.filter((entry) => this.isHere(entry)).length
  }

  /** Seats of the list that may be voted with, and those that were: whoever left was here. */
  seated(voted: ReadonlySet<Seat> = NOBODY): Entry[] {
    return this.#roster.entries.filter((entry) => {
      const seat = this.#roster.seatOf(entry)
      return seat !== null && (voted.has(seat) || this.voterOf(entry, null) !== null)
    })
  }

  /** In how many hands these seats are. */
  hands(seats: readonly Entry[], question: QuestionId | null): number {
    return new Set(seats.map((entry) => this.#handOf(entry, question))).size
  }

  /** How many people here vote by the rarest weight of the list: whoever knows it, knows whom to look for (D55). */
  get fewestAlike(): number {
    const weights = this.#roster.entries.map((entry) => this.#roster.weightOf(entry))
    return this.#fewest(this.seated(), null, weights)
  }

  /** How many people cast these ballots, or with weights the fewest of one weight. */
  fewestBehind(voted: ReadonlySet<Seat>, question: QuestionId): number {
    const cast = this.#roster.isSet ? this.#entriesOf(voted) : []
    return cast.length > 0 ? this.#fewest(cast, question) : voted.size
  }

  /**
   * How many people cast these ballots, or with weights the fewest of one weight: whoever cast four of
   * five knows the fifth (D53). Null where nobody cast for another, so that ballots are people.
   */
  fewestCasting(voted: ReadonlySet<Seat>, question: QuestionId): number | null {
    const cast = this.#entriesOf(voted)
    const isOwn = cast.every((entry) => this.isOwn(entry, question))
    return isOwn ? null : this.#fewest(cast, question)
  }

  #entriesOf(seats: ReadonlySet<Seat>): Entry[] {
    return [...seats].flatMap((seat) => this.#roster.entryOf(seat) ?? [])
  }

  /** People behind these seats, counted for each weight: the smallest number. */
  #fewest(
    seats: readonly Entry[],
    question: QuestionId | null,
    weights: readonly (number | null)[] = [],
  ): number {
    const alike = new Map(weights.map((weight) => [weight, [] as Entry[]]))
    for (const entry of seats) {
      const weight = this.#roster.weightOf(entry)
      const group = alike.get(weight)
      if (group) group.push(entry)
      else alike.set(weight, [entry])
    }
    return Math.min(...[...alike.values()].map((group) => this.hands(group, question)))
  }

  /** Entries whose seat stayed with somebody else in a question before this one. */
  movedBefore(question: QuestionId): Entry[] {
    return this.#roster.entries.filter((entry) => {
      const { stays } = this.standing(entry)
      return stays !== null && stays !== question
    })
  }
}

/**
 * How a seat stands after its owner came or left. Where it has voted in the running question, there
 * it stays with whom it was; everywhere else the owner goes first.
 */
export function movedTo(
  { absent }: Pick<Standing, 'absent'>,
  { wasOwn, isOwn, running }: { wasOwn: boolean; isOwn: boolean; running: QuestionId | null },
): Standing {
  return { absent, stays: wasOwn === isOwn ? null : running }
}
