import { Live } from '../../../shared/client/live.svelte.ts'
import type { Stage } from '../../../shared/meeting.ts'
import type { Admission } from '../../../shared/presence.ts'
import type { JoinCode, QuestionId } from '../../../shared/ids.ts'
import type { Refusal } from '../../../shared/refusals.ts'
import type { Result } from '../../../shared/result.ts'
import { isEntitled } from '../../../shared/vote.ts'
import type { ClientToServer, PhoneSnapshot } from '../../../shared/wire/events.ts'
import type { DoorEvents } from '../../../shared/wire/lists.ts'
import type { PresenceEvents } from '../../../shared/wire/presence.ts'
import type { ListedEvents } from '../../../shared/wire/roster.ts'
import type { Casting } from './casting.svelte.ts'
import type { Drafts } from './drafts.svelte.ts'
import { SeatHere } from './seat.svelte.ts'

type Proving = Exclude<keyof (PresenceEvents & DoorEvents & ListedEvents), 'meeting:enter'>
type Message<D extends Proving> = Parameters<ClientToServer[D]>[0]

/** Whoever fills in a ballot: a phone, or the person at a helper's device. */
export interface Voter extends Pick<SeatHere, 'isChanging' | 'cast' | 'leaveChange'> {
  readonly live: Pick<Phone['live'], 'now'> & {
    /** Nobody's votes are known at a helper's device or in a picture of the ballot. */
    readonly snapshot?: { me: Pick<PhoneSnapshot['me'], 'weight'> } | null
    ask(deed: 'timer:ask', message: { questionId: QuestionId }): Promise<Result<null>>
  }
  readonly casting: Pick<Casting, 'outcome'>
  readonly drafts: Pick<Drafts, 'of'>
}

/** One phone in one meeting. */
export class Phone extends SeatHere {
  #proof: string | null
  #scanned = $state.raw<Refusal | null>(null)

  constructor(code: JoinCode, proof: string | null) {
    super(new Live<PhoneSnapshot>('phone', (live) => this.#enter(live, code)))
    this.#proof = proof
    this.live.onSnapshot = (snapshot) => {
      const { seats, rev } = snapshot.me
      this.casting.learn(snapshot, { seat: seats[0], place: snapshot.meetingId, rev })
    }
    this.live.onReceipt = (receipt) => this.casting.sign(receipt)
  }

  /** Why the code out of the scanned address was not taken. */
  get scanned(): Refusal | null {
    return this.#scanned
  }

  /** May this seat vote in the question on stage, or only watch it? */
  mayVote({ opening }: Stage): boolean {
    return this.live.snapshot?.me.seats.some((seat) => isEntitled(opening, seat)) ?? false
  }

  /** What this phone has still to show before it votes in a question that asks for its place again. */
  freshOf({ question }: Stage): Extract<Admission, { state: 'waiting' }> | null {
    const { snapshot } = this.live
    if (!question.fresh || !snapshot) return null
    // It opened since the last snapshot: nothing has been told yet.
    if (snapshot.view.stage?.question.id !== question.id) {
      const left = snapshot.need === 'any' ? snapshot.proofs : []
      const none = { number: null, declined: false, locked: false, withdrawn: false }
      return { state: 'waiting', left, proven: {}, ...none }
    }
    const { fresh } = snapshot.me
    return fresh?.state === 'waiting' ? fresh : null
  }

  /**
   * Shows the server one proof more: what was typed, where this phone is (it keeps the outcome only),
   * why it has no position, or that the host shall see it.
   */
  async prove<D extends Proving>(deed: D, message: Message<D>): Promise<Refusal | null> {
    return this.#settle(await this.live.ask(deed, message))
  }

  /** By whatever network the phone is in now. */
  connectAnew(): void {
    this.live.socket.disconnect().connect()
  }

  /** The scanned proof goes along until one answer came; a passed one does not shut the door. */
  async #enter(live: Live<PhoneSnapshot>, code: JoinCode): Promise<Result<PhoneSnapshot>> {
    const entered = await live.ask('meeting:enter', { code, proof: this.#proof })
    if (!entered.ok || this.#proof === null) return entered
    this.#proof = null
    const { scanned } = entered.value
    this.#scanned = scanned && { code: scanned }
    return entered
  }

  #settle(answer: Result<PhoneSnapshot>): Refusal | null {
    if (!answer.ok) return answer.refusal
    this.live.settle(answer.value)
    return null
  }
}
