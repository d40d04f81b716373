import type { Marks } from '../../../shared/marks.ts'
import { call } from '../../../shared/client/api.ts'
import type { Live } from '../../../shared/client/live.svelte.ts'
import { forget, held, keep, makeBallot, padded } from '../../../shared/client/outbox.ts'
import type { HeldBallot } from '../../../shared/client/outbox.ts'
import type { QuestionId, Seat } from '../../../shared/ids.ts'
import { isTransient, type Refusal } from '../../../shared/refusals.ts'
import { refuse, type Result } from '../../../shared/result.ts'
import type { KeptAnswer, SignedReceipt } from '../../../shared/wire/cast.ts'
import type { PhoneSnapshot } from '../../../shared/wire/events.ts'
import { dropAside, setAside, setAsideBallot } from './earlier.ts'
import { fateOf, pause, type Outcome } from './fate.ts'

/** `asked`: another window voted, and this voter decides which ballot stands. */
export type Phase = 'none' | 'unsent' | 'asked' | 'counted'

/** What a snapshot says of one seat, and where its ballots lie on this phone. */
interface Mine {
  seat: Seat | undefined
  place: string
  rev: number
}

/** What this phone has cast with one seat, what of it is counted, and the loop that sends the rest. */
export class Casting {
  readonly #live: Live<PhoneSnapshot>
  readonly #onCounted: (id: QuestionId) => void
  readonly #running = new Set<QuestionId>()
  /** Where this seat's ballots lie on this phone. */
  #place = ''
  #seat: Seat | undefined
  #held = $state.raw<Readonly<Record<QuestionId, HeldBallot | null>>>({})
  #standing = $state.raw<Readonly<Record<QuestionId, number>>>({})
  #outcomes = $state.raw<Readonly<Record<QuestionId, Outcome | null>>>({})

  constructor(live: Live<PhoneSnapshot>, onCounted: (id: QuestionId) => void) {
    this.#live = live
    this.#onCounted = onCounted
  }

  phase(id: QuestionId): Phase {
    if (this.outcome(id)?.type === 'elsewhere') return 'asked'
    if (this.held(id)?.rev === null) return 'unsent'
    return this.standing(id) > 0 ? 'counted' : 'none'
  }

  held(id: QuestionId): HeldBallot | null {
    return this.#held[id] ?? null
  }

  /** The ballot that counts, if this phone holds it: another window may have cast a later one. */
  counted(id: QuestionId): HeldBallot | null {
    const ballot = this.held(id)
    return ballot !== null && ballot.rev === this.standing(id) ? ballot : null
  }

  /** The revision that stands for this seat; 0: none. */
  standing(id: QuestionId): number {
    return this.#standing[id] ?? 0
  }

  outcome(id: QuestionId): Outcome | null {
    return this.#outcomes[id] ?? null
  }

  cast(id: QuestionId, marks: Marks): void {
    const before = this.counted(id)
    if (before) setAside(this.#place, before)
    this.#castUpon(id, marks, this.standing(id))
  }

  /** The answer to "You voted in another window. Replace it?" */
  decide(id: QuestionId, answer: 'replace' | 'leave'): void {
    const outcome = this.outcome(id)
    const ballot = this.held(id)
    if (outcome?.type !== 'elsewhere' || !ballot) return
    this.#stand(id, outcome.rev)
    const marks = ballot.message.answers[0]?.marks ?? []
    if (answer === 'replace') this.#castUpon(id, marks, outcome.rev)
    else this.#drop(id, null)
  }

  #castUpon(id: QuestionId, marks: Marks, basedOn: number): void {
    const seat = this.#seat
    if (seat === undefined) {
      this.#end(id, { type: 'refused', refusal: { code: 'meeting/not-admitted' } })
      return
    }
    this.#hold(makeBallot({ questionId: id, seat, basedOn, marks }))
    this.#end(id, null)
    void this.#send(id)
  }

  /** Until the box has taken or refused it: the same ballot with the same id. */
  async #send(id: QuestionId): Promise<void> {
    if (this.#running.has(id)) return
    this.#running.add(id)
    for (let ballot = this.held(id); ballot?.rev === null; ballot = this.held(id)) {
      const answer = await this.#deliver(ballot)
      if (answer.ok) this.#countedAs(ballot, answer.value.rev)
      else if (!isTransient(answer.refusal)) {
        this.#refused(ballot, answer.refusal)
        break
      } else await pause()
    }
    this.#running.delete(id)
  }

  async #deliver({ message }: HeldBallot): Promise<Result<KeptAnswer>> {
    const body = padded(message)
    if (this.#live.connection === 'ready' && this.#live.socket.connected)
      return this.#live.ask('ballot:cast', body)
    const pass = this.#live.snapshot?.me.pass
    return pass ? call<KeptAnswer>('POST', '/api/ballots', { body, pass }) : refuse('server/busy')
  }

  #countedAs(ballot: HeldBallot, rev: number): void {
    const id = ballot.message.questionId
    this.#hold({ ...this.#current(ballot), rev })
    this.#stand(id, rev)
    this.#end(id, null)
    dropAside(this.#place, id)
    this.#onCounted(id)
  }

  #refused(ballot: HeldBallot, refusal: Refusal): void {
    const { questionId: id, basedOn } = ballot.message
    if (refusal.code === 'presence/fresh-needed') {
      // The ballot stays as it is: it goes out again with the snapshot that follows the proof.
      void this.#live.refresh()
      return
    }
    const fate = fateOf(basedOn, refusal)
    if (fate.type === 'counted') this.#countedAs(ballot, fate.rev)
    else if (fate.type === 'elsewhere') this.#end(id, fate)
    else {
      if ('rev' in fate) this.#stand(id, fate.rev)
      this.#drop(id, fate)
    }
  }

  /** Forgets the ballot that will not be sent; the one it was to replace takes its place again. */
  #drop(id: QuestionId, outcome: Outcome | null): void {
    const before = setAsideBallot(this.#place, id)
    dropAside(this.#place, id)
    forget(this.#place, id)
    if (before) this.#hold(before)
    else this.#held = { ...this.#held, [id]: null }
    this.#end(id, outcome)
  }

  /** Every snapshot says what stands; a ballot left from before a reload goes out by itself. */
  learn({ view, me }: PhoneSnapshot, { seat, place, rev }: Mine): void {
    const isSame = this.#seat === seat
    this.#seat = seat
    this.#place = place
    const id = view.stage?.question.id
    if (id === undefined) return
    // A snapshot may have been taken before a ballot that was acknowledged on its way.
    this.#stand(id, isSame ? Math.max(rev, this.standing(id)) : rev)
    if (!this.held(id)) this.#held = { ...this.#held, [id]: held(place, id) }
    const mayVote = me.admission.state === 'admitted' && me.fresh?.state !== 'waiting'
    if (mayVote && this.phase(id) === 'unsent') void this.#send(id)
  }

  sign({ questionId, seat, rev, signature }: SignedReceipt): void {
    const ballot = this.held(questionId)
    if (ballot && seat === ballot.message.seat && rev === ballot.message.basedOn + 1)
      this.#hold({ ...ballot, signature })
  }

  /** This ballot as it is held now: a signature may have come before the answer. */
  #current(ballot: HeldBallot): HeldBallot {
    const now = this.held(ballot.message.questionId)
    return now?.message.ballotId === ballot.message.ballotId ? now : ballot
  }

  #hold(ballot: HeldBallot): void {
    this.#held = { ...this.#held, [ballot.message.questionId]: ballot }
    keep(this.#place, ballot)
  }

  #stand(id: QuestionId, rev: number): void {
    this.#standing = { ...this.#standing, [id]: rev }
  }

  #end(id: QuestionId, outcome: Outcome | null): void {
    this.#outcomes = { ...this.#outcomes, [id]: outcome }
  }
}
