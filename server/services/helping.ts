import type { MeetingId, Seat } from '../../shared/ids.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { isEntitled } from '../../shared/vote.ts'
import type { PhoneSnapshot } from '../../shared/wire/events.ts'
import type { HelperSnapshot, Turn } from '../../shared/wire/helper.ts'
import { helperToken, readHelperToken } from '../domain/device.ts'
import type { Ports } from '../ports.ts'
import type { Agenda, Hall } from './agenda.ts'
import type { Doors } from './doors.ts'
import type { Joining, Visitor } from './joining.ts'
import type { Rosters } from './rosters.ts'

/** The helper's device at the door: people without a phone take turns at it (L09, D33, D64). */
export interface Helping {
  /** The token that makes a browser the helper's device; null where none was made. */
  link(hall: Hall): string | null
  /** The one before is worthless from now on. */
  renewLink(id: MeetingId): Promise<Result<null>>
  /** The meeting of a token that holds still, else null. */
  meetingOf(token: string): MeetingId | null
  snapshot(id: MeetingId): HelperSnapshot
  /**
   * One person's turn in the open question. A door code is a voter of its own, whatever device it is
   * typed at, so it has one seat; one that admitted a phone is used up. While a list is set its keys
   * are typed instead, and the seat is the entry's (D64); whoever votes for others, too, takes one
   * turn for each seat.
   */
  take(id: MeetingId, typed: string): Promise<Result<Turn>>
}

export function createHelping({
  agenda,
  clock,
  secrets,
  bus,
  doors,
  rosters,
  joining,
}: Pick<Ports, 'clock' | 'secrets' | 'bus'> & {
  agenda: Agenda
  doors: Pick<Doors, 'spendCode' | 'bearer'>
  rosters: Pick<Rosters, 'bearer' | 'claim'>
  joining: Pick<Joining, 'isKnown' | 'letIn' | 'snapshot'>
}): Helping {
  const key = secrets.keyFor('helper')

  /** The question that ballots may be given in now. */
  function open(id: MeetingId) {
    const { stage } = agenda.view(agenda.hall(id))
    return stage && agenda.openTogether(stage.question.id) ? stage.question.id : null
  }

  /** Who brings this code: let in before, or by a code that is spent on it now. */
  async function byCode(id: MeetingId, typed: string): Promise<Result<Visitor>> {
    const bearer = doors.bearer(id, typed)
    const { meeting, withdrawn } = agenda.hall(id)
    if (meeting.locked && !(await joining.isKnown(bearer))) return refuse('doors/locked')
    const spent = await doors.spendCode(bearer, typed)
    if (spent !== 'right') return refuse(`door/${spent}`)
    // A withdrawn code shall not end up on the waiting list: nobody stands behind it any more.
    return withdrawn.has(bearer.voterKey) ? refuse('seat/withdrawn') : ok(bearer)
  }

  /** Who on the list has this key, unless a phone stands for them. */
  async function byKey(id: MeetingId, typed: string): Promise<Result<Visitor>> {
    const bearer = rosters.bearer(id, typed)
    const { meeting, withdrawn, voices } = agenda.hall(id)
    if (meeting.locked && !(bearer && voices.isCheckedIn(bearer.entry)))
      return refuse('doors/locked')
    if (!bearer) return refuse('roster/wrong')
    // Before it is held: whom the host sent out may still be let in again with a phone.
    if (withdrawn.has(bearer.entry.rollKey)) return refuse('seat/withdrawn')
    const claimed = await rosters.claim(bearer.visitor, typed)
    return claimed === 'right' ? ok(bearer.visitor) : refuse('roster/on-phone')
  }

  return {
    link({ meeting: { id, helperLinks: making } }) {
      return making === 0 ? null : helperToken(key, { meetingId: id, making })
    },
    renewLink: (id) =>
      agenda.inTurn(id, async () => {
        const hall = agenda.hall(id)
        await agenda.saveMeeting(hall, { helperLinks: hall.meeting.helperLinks + 1 })
        bus.helperChanged(id)
        bus.desk(id)
        return ok(null)
      }),
    meetingOf(token) {
      const link = readHelperToken(key, token)
      const hall = [...agenda.halls()].find(({ meeting }) => meeting.id === link?.meetingId)
      return hall && hall.meeting.helperLinks === link?.making ? hall.meeting.id : null
    },
    snapshot(id) {
      const hall = agenda.hall(id)
      const listed = hall.roster.isSet
      return { meetingId: id, now: clock.now(), view: agenda.view(hall), listed }
    },
    async take(id, typed) {
      // Before anything is looked at: no code is used up where there is nothing to vote on.
      if (open(id) === null) return refuse('question/not-open')
      const come = await (agenda.hall(id).roster.isSet ? byKey(id, typed) : byCode(id, typed))
      if (!come.ok) return come
      const entered = await joining.letIn(come.value)
      if (!entered.ok) return entered
      const { me, view } = await joining.snapshot(come.value, entered.value)
      const { stage } = view
      if (!stage || stage.question.id !== open(id)) return refuse('question/not-open')
      if (me.votedBy !== undefined) return refuse('seat/voted-for', { name: me.votedBy })
      const [own] = me.seats
      if (own === undefined || me.pass === null) return refuse('meeting/not-admitted')
      const hands = handsOf(me, own).filter(({ seat }) => isEntitled(stage.opening, seat))
      const without = hands.filter(({ rev }) => rev === 0)
      const now = without[0] ?? hands[0]
      if (!now) return refuse('ballot/not-entitled')
      return ok({
        ...{ questionId: stage.question.id, pass: me.pass, ...now },
        voices: hands.filter(({ whose }) => whose !== null).length,
        left: without.filter((each) => each !== now).length,
      })
    },
  }
}

/** Seats that this person votes with, one turn each: the own one first. */
function handsOf(
  { rev, weight, voices = [] }: PhoneSnapshot['me'],
  own: Seat,
): Pick<Turn, 'seat' | 'rev' | 'whose' | 'weight'>[] {
  const others = voices.map(({ name, ...each }) => ({
    ...each,
    whose: name,
    weight: each.weight ?? null,
  }))
  return [{ seat: own, rev, whose: null, weight: weight ?? null }, ...others]
}
