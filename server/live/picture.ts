import type { Seat } from '../../shared/ids.ts'
import type { LiveTally, Stage } from '../../shared/meeting.ts'
import { isFew } from '../../shared/tally/few.ts'
import type { AgendaEntry } from '../../shared/wire/agenda.ts'
import type { Desk, DeskSnapshot, PresenceCode, WatchSnapshot } from '../../shared/wire/events.ts'
import type { ScreenContent } from '../../shared/wire/screens.ts'
import type { Access } from '../services/access.ts'
import type { TeamRole } from '../../shared/rights.ts'
import type { MeetingEntry } from '../../shared/wire/team.ts'
import type { Acts } from '../services/acts.ts'
import {
  isRunning,
  peopleIn,
  revealedOf,
  seatsIn,
  stageOf,
  type Agenda,
  type Hall,
} from '../services/agenda.ts'
import type { Floor } from '../services/floor.ts'
import type { Helping } from '../services/helping.ts'
import type { Joining } from '../services/joining.ts'
import type { Clock, Counters, Store } from '../ports.ts'
import type { QuestionRow } from '../rows.ts'
import type { RoomHealth } from './health.ts'
import type { Rooms } from './rooms.ts'

/** What screens and desks see. Counts are here only where the frozen rule says live (L15). */
export function createPicture({
  agenda,
  access,
  acts,
  helping,
  joining,
  floor,
  store,
  clock,
  counters,
  rooms,
  health,
  address,
  tiles,
}: {
  agenda: Agenda
  access: Access
  acts: Pick<Acts, 'latest'>
  helping: Pick<Helping, 'link'>
  joining: Joining
  floor: Pick<Floor, 'picture'>
  store: Pick<Store, 'doorCodes'>
  clock: Clock
  counters: Counters
  rooms: Rooms
  health: RoomHealth
  address: string
  tiles: Desk['tiles']
}) {
  function live(hall: Hall): LiveTally {
    const { id } = hall.meeting
    const stage = agenda.view(hall).stage
    const row = hall.questions.find(({ question }) => question.id === stage?.question.id)
    const questionId = row?.question.id ?? null
    const checkedIn = peopleIn(hall)
    const cast = row ? counters.seats(row.question.id) : new Set<Seat>()
    const seats = row ? seatsIn(hall, row, cast) : checkedIn
    const few =
      row?.state === 'open' && isFew(row.question, hall.voices.fewestBehind(cast, row.question.id))
    return {
      seq: hall.seq,
      questionId,
      people: {
        connected: rooms.connectedDevices(id),
        checkedIn,
        ...(hall.roster.isSet && seats !== checkedIn && { seats }),
        voted: row ? (row.seal?.size ?? counters.voted(row.question.id) ?? 0) : 0,
      },
      ...(few && { few }),
      counts: questionId ? counters.counts(questionId) : null,
      asks: row?.state === 'open' ? (hall.asks.get(row.question.id)?.open ?? 0) : 0,
    }
  }

  function presenceCode(hall: Hall): PresenceCode {
    return joining.presenceCode(hall)
  }

  function screen(hall: Hall, mayRun: boolean): WatchSnapshot {
    return {
      meetingId: hall.meeting.id,
      now: clock.now(),
      view: agenda.view(hall),
      live: live(hall),
      floor: floor.picture(hall),
      presenceCode: presenceCode(hall),
      address,
      mayRun,
    }
  }

  async function desk(hall: Hall): Promise<Desk> {
    const { id, title, code, presence, current, screens } = hall.meeting
    const helper = helping.link(hall)
    return {
      title,
      code,
      presence,
      current,
      agenda: hall.questions.map((row) => entry(hall, row)),
      arrivals: await joining.arrivals(id),
      doorCodes: await store.doorCodes(id),
      roster: hall.roster.size,
      alike: hall.roster.weights ? hall.voices.fewestAlike : null,
      helperLink: helper && `${address}/h#${helper}`,
      floor: floorRule(hall),
      hasPassword: hall.meeting.password !== null,
      acts: await acts.latest(id),
      screenLink: access.screenLink(address, hall.meeting, 'main'),
      screens: screens.map((each) => ({
        ...each,
        link: access.screenLink(address, hall.meeting, each.id),
      })),
      positions: isTrustworthy(address),
      tiles,
    }
  }

  function meetings(): MeetingEntry[] {
    const halls = [...agenda.halls()].sort((a, b) => b.meeting.since - a.meeting.since)
    return halls.map((hall) => ({
      code: hall.meeting.code,
      title: hall.meeting.title,
      since: hall.meeting.since,
      questions: hall.questions.length,
      running: isRunning(hall),
    }))
  }

  return {
    live,
    meetings,
    /** The token travels in the fragment: no proxy's log holds it. */
    deskLink: (token: string) => `${address}/present#${token}`,
    health: ({ meeting: { id } }: Hall) => health.of(id, rooms.connectedDevices(id)),
    presenceCode,
    floor: (hall: Hall) => floor.picture(hall),
    screen,
    desk,
    /** What was revealed before everybody, as far as this content shows it; tests never (D60). */
    results(hall: Hall, content: ScreenContent): Stage[] {
      if (content.type !== 'earlier' && content.type !== 'result') return []
      return hall.questions
        .filter(({ question }) => content.type === 'earlier' || question.id === content.questionId)
        .filter(({ question }) => !question.test)
        .flatMap((row) => (row.state === 'revealed' ? (stageOf(hall, row) ?? []) : []))
    },
    async deskSnapshot(hall: Hall, role: TeamRole): Promise<DeskSnapshot> {
      return { ...screen(hall, true), role, desk: await desk(hall) }
    },
  }
}

export type Picture = ReturnType<typeof createPicture>

function entry(hall: Hall, row: QuestionRow): AgendaEntry {
  const { late, unreadable, reached } = hall
  const { question, state, set, deadline, latch, seal, hand, drifted, reopenings, opening } = row
  const { tally = null, electorate = null, earlier = null } = revealedOf(hall, row) ?? {}
  return {
    ...{ question, state, set, deadline, latch, seal, tally, electorate, earlier },
    ...{ hand, drifted, reopenings, opening },
    ...(row.rules?.weights && { weights: row.rules.weights }),
    reopenUntil: stageOf(hall, row)?.reopenUntil ?? null,
    late: late.get(question.id)?.size ?? 0,
    unreadable: unreadable.has(question.id),
    counting: row.counting && {
      state: row.counting,
      read: reached.get(question.id)?.ballots ?? 0,
      raised: reached.get(question.id)?.steps ?? 0,
    },
  }
}

function floorRule({ meeting: { floor } }: Hall): Desk['floor'] {
  const { on, check, minutes } = floor
  return { on, check, minutes }
}

/** Do browsers give a position to pages of this address? Only over https or on this very machine (T20). */
function isTrustworthy(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}
