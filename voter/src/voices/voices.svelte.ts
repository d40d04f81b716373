import type { HeldBallot } from '../../../shared/client/outbox.ts'
import type { QuestionId, Seat } from '../../../shared/ids.ts'
import type { Stage } from '../../../shared/meeting.ts'
import { isEntitled } from '../../../shared/vote.ts'
import type { PhoneSnapshot, Voice } from '../../../shared/wire/events.ts'
import type { Phone } from '../lib/phone.svelte.ts'
import { SeatHere } from '../lib/seat.svelte.ts'

/** A seat with whom it is voted for; null: for whoever holds this phone. */
export interface VotedFor {
  seat: Seat
  name: string | null
  /** Its votes, as the list says them; absent: one, like everybody. */
  weight?: string | undefined
  here: SeatHere
}

/** The seats that a phone votes with beside its own (D56), each with ballots and drafts of its own. */
export class Voices {
  readonly #phone: Phone
  readonly #seats = new Map<Seat, SeatHere>()
  #voices = $state.raw<readonly Voice[]>([])
  /** Whose seat this phone has no more: they came themselves. */
  #gone = $state.raw<readonly string[]>([])

  constructor(phone: Phone) {
    const { live } = phone
    this.#phone = phone
    const { onSnapshot, onReceipt } = live
    live.onSnapshot = (snapshot) => {
      onSnapshot?.(snapshot)
      this.#learn(snapshot)
    }
    live.onReceipt = (receipt) => {
      onReceipt?.(receipt)
      this.#seats.get(receipt.seat)?.casting.sign(receipt)
    }
    if (live.snapshot) this.#learn(live.snapshot)
  }

  /** Who came in the meantime and votes in person now. */
  get gone(): readonly string[] {
    return this.#gone
  }

  /** Whom this phone votes for in this question, its owner first. */
  of({ opening }: Stage): VotedFor[] {
    const me = this.#phone.live.snapshot?.me
    const own = me?.seats[0]
    const others = this.#voices.flatMap(({ seat, name, weight }) => {
      const here = this.#seats.get(seat)
      return here ? [{ seat, name, weight, here }] : []
    })
    const all =
      own === undefined
        ? others
        : [{ seat: own, name: null, weight: me?.weight, here: this.#phone }, ...others]
    return all.filter(({ seat }) => isEntitled(opening, seat))
  }

  /** What was counted for others, as far as this phone holds it. */
  counted(id: QuestionId): HeldBallot[] {
    return [...this.#seats.values()].flatMap(({ casting }) => casting.counted(id) ?? [])
  }

  #learn(snapshot: PhoneSnapshot): void {
    const voices = snapshot.me.voices ?? []
    const left = this.#voices.filter(({ seat }) => !voices.some((each) => each.seat === seat))
    this.#gone = [
      ...this.#gone.filter((name) => !voices.some((each) => each.name === name)),
      ...left.map(({ name }) => name),
    ]
    for (const { seat, rev } of voices) {
      const here = this.#seats.get(seat) ?? new SeatHere(this.#phone.live, `${seat}.`)
      this.#seats.set(seat, here)
      here.casting.learn(snapshot, { seat, place: `${snapshot.meetingId}.${seat}`, rev })
    }
    this.#voices = voices
  }
}

let known: { phone: Phone; voices: Voices } | null = null

/** One for the phone: its ballots are sent once, whatever screens come and go. */
export function voicesOf(phone: Phone): Voices {
  if (known?.phone !== phone) known = { phone, voices: new Voices(phone) }
  return known.voices
}
