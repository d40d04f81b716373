import type { MeetingId } from '../../shared/ids.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { isEntitled } from '../../shared/vote.ts'
import type { HelperSnapshot, Turn } from '../../shared/wire/helper.ts'
import { helperToken, readHelperToken } from '../domain/device.ts'
import type { Ports } from '../ports.ts'
import type { Agenda, Hall } from './agenda.ts'
import type { Doors } from './doors.ts'
import type { Joining } from './joining.ts'

/** The helper's device at the door: people without a phone take turns at it (L09, D33). */
export interface Helping {
  /** The token that makes a browser the helper's device; null where none was made. */
  link(hall: Hall): string | null
  /** The one before is worthless from now on. */
  renewLink(id: MeetingId): Promise<Result<null>>
  /** The meeting of a token that holds still, else null. */
  meetingOf(token: string): MeetingId | null
  snapshot(id: MeetingId): HelperSnapshot
  /**
   * One person's turn in the open question. The code is a voter of its own, whatever device it is
   * typed at, so it has one seat; one that admitted a phone is used up.
   */
  take(id: MeetingId, typed: string): Promise<Result<Turn>>
}

export function createHelping({
  agenda,
  clock,
  secrets,
  bus,
  doors,
  joining,
}: Pick<Ports, 'clock' | 'secrets' | 'bus'> & {
  agenda: Agenda
  doors: Pick<Doors, 'spendCode' | 'bearer'>
  joining: Pick<Joining, 'isKnown' | 'letIn' | 'snapshot'>
}): Helping {
  const key = secrets.keyFor('helper')

  /** The question that ballots may be given in now. */
  function open(id: MeetingId) {
    const { stage } = agenda.view(agenda.hall(id))
    return stage && agenda.openTogether(stage.question.id) ? stage.question.id : null
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
    snapshot: (id) => ({ meetingId: id, now: clock.now(), view: agenda.view(agenda.hall(id)) }),
    async take(id, typed) {
      // Before the code is looked at: none is used up where there is nothing to vote on.
      if (open(id) === null) return refuse('question/not-open')
      const bearer = doors.bearer(id, typed)
      const { meeting, withdrawn, roster } = agenda.hall(id)
      // A code is nobody on a list (D54): it is left unspent.
      if (roster.isSet) return refuse('meeting/not-admitted')
      if (meeting.locked && !(await joining.isKnown(bearer))) return refuse('doors/locked')
      const spent = await doors.spendCode(bearer, typed)
      if (spent !== 'right') return refuse(`door/${spent}`)
      // A withdrawn code shall not end up on the waiting list: nobody stands behind it any more.
      if (withdrawn.has(bearer.voterKey)) return refuse('seat/withdrawn')
      const entered = await joining.letIn(bearer)
      if (!entered.ok) return entered
      const { me, view } = await joining.snapshot(bearer, entered.value)
      const [seat] = me.seats
      if (seat === undefined || me.pass === null) return refuse('meeting/not-admitted')
      const { stage } = view
      if (!stage || stage.question.id !== open(id)) return refuse('question/not-open')
      if (!isEntitled(stage.opening, seat)) return refuse('ballot/not-entitled')
      return ok({ questionId: stage.question.id, seat, rev: me.rev, pass: me.pass })
    },
  }
}
