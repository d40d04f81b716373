import {
  byVotes,
  checkFloorText,
  isPublic,
  type FloorPicture,
  type FloorQuestion,
  type FloorRule,
  type FloorState,
} from '../../shared/floor.ts'
import type { MeetingId } from '../../shared/ids.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import type { FloorList as PhoneList } from '../../shared/wire/floor.ts'
import type { MinutesFloor } from '../../shared/wire/minutes.ts'
import { FloorList } from '../domain/floor-list.ts'
import { floorId, floorPicture, floorQuestion, floorVoter } from '../domain/floor.ts'
import type { Pass } from '../domain/pass.ts'
import type { Ports } from '../ports.ts'
import type { FloorRow, MeetingRow } from '../rows.ts'
import type { Agenda, Hall } from './agenda.ts'
import { tellFloor } from './questions.ts'

/** A question on its way, with the secret that its phone drew for it. */
interface Asked {
  secret: string
  text: string
}

/** Questions from the floor (L23). Who asked one is kept nowhere: the phone remembers which are its own. */
export interface Floor {
  /** After a start. */
  load(): Promise<void>
  /** Switches it on or off, and says whether somebody looks first. */
  rule(id: MeetingId, rule: FloorRule): Promise<Result<null>>
  /**
   * Onto the big screen or off it; not while a question of the meeting stands there unrevealed. Only
   * what everybody may read stands there in large type.
   */
  stage(id: MeetingId, stage: { staged: boolean; pinned: string | null }): Promise<Result<null>>
  /** All of them for the desk, in the order in which they came. */
  queue(id: MeetingId): FloorQuestion[]
  /** Shows, hides, answers one, or puts it back. */
  mark(id: MeetingId, questionId: string, state: FloorState): Promise<Result<null>>
  /** Those that everybody could read, for the minutes, the most wanted first. */
  shown(hall: Hall): MinutesFloor[]
  /** What everybody may see. */
  picture(hall: Hall): FloorPicture
  /** What became of this very question where it is here already; null: it is new. */
  asked(pass: Pass, question: Asked): Result<{ id: string }> | null
  ask(pass: Pass, question: Asked): Promise<Result<{ id: string }>>
  /** One vote a seat; said twice it is one still. */
  vote(pass: Pass, questionId: string, is: boolean): Promise<Result<null>>
  /** What a phone sees; `own` are the secrets of those that it sent. */
  toPhone(pass: Pass, own: readonly string[]): Result<PhoneList>
}

export function createFloor({
  agenda,
  store,
  secrets,
  dice,
  bus,
}: Pick<Ports, 'store' | 'secrets' | 'dice' | 'bus'> & { agenda: Agenda }): Floor {
  const key = secrets.keyFor('floor')
  /** Of hands that ask: drawn anew at every start. */
  const passing = dice.secret(32)
  /** Goes with the meeting. */
  const held = new WeakMap<Hall, FloorList>()

  function listOf(hall: Hall): FloorList {
    const list = held.get(hall) ?? new FloorList([])
    held.set(hall, list)
    return list
  }

  async function save(hall: Hall, floor: MeetingRow['floor']): Promise<void> {
    await agenda.saveMeeting(hall, { floor })
    tellFloor(hall, bus)
  }

  function asked({ vote: id }: Pass, { secret, text: typed }: Asked) {
    const row = listOf(agenda.hall(id)).find(floorId(secret))
    if (!row) return null
    const text = checkFloorText(typed)
    return text.ok && text.value === row.text ? ok({ id: row.id }) : refuse('floor/other-text')
  }

  /** Somebody at the desk has looked at it: from here on it keeps its place. */
  async function look(id: MeetingId, row: FloorRow): Promise<void> {
    const marked = { ...row, looked: true as const }
    await store.saveFloor(id, marked)
    listOf(agenda.hall(id)).mark(marked)
  }

  return {
    async load() {
      for (const hall of agenda.halls())
        held.set(hall, new FloorList(await store.floor(hall.meeting.id)))
    },
    rule: (id, rule) =>
      agenda.inTurn(id, async () => {
        const hall = agenda.hall(id)
        await save(hall, { ...hall.meeting.floor, ...rule })
        return ok(null)
      }),
    stage: (id, { staged, pinned }) =>
      agenda.inTurn(id, async () => {
        const hall = agenda.hall(id)
        const { stage } = agenda.view(hall)
        if (staged && stage && stage.state !== 'revealed') return refuse('question/wrong-state')
        if (pinned !== null) {
          const row = listOf(hall).find(pinned)
          if (!row || !isPublic(row)) return refuse('floor/unknown')
          if (!row.looked) await look(id, row)
        }
        await save(hall, { ...hall.meeting.floor, staged, pinned })
        bus.floor(id)
        return ok(null)
      }),
    queue: (id) => listOf(agenda.hall(id)).rows.map(floorQuestion),
    mark: (id, questionId, state) =>
      agenda.inTurn(id, async () => {
        const row = listOf(agenda.hall(id)).find(questionId)
        if (!row) return refuse('floor/unknown')
        await look(id, { ...row, state })
        bus.floor(id)
        return ok(null)
      }),
    shown: (hall) =>
      byVotes(listOf(hall).rows.map(floorQuestion).filter(isPublic)).map(
        ({ text, votes, state }) => ({ text, votes, answered: state === 'answered' }),
      ),
    picture: (hall) => floorPicture(listOf(hall).rows, hall.meeting.floor.pinned),
    asked,
    ask: (pass, question) =>
      agenda.inTurn(pass.vote, async () => {
        const id = pass.vote
        const hall = agenda.hall(id)
        const { on, check } = hall.meeting.floor
        const known = asked(pass, question)
        if (known) return known
        if (!on) return refuse('floor/shut')
        const checked = checkFloorText(question.text)
        if (!checked.ok) return checked
        const list = listOf(hall)
        const seat = pass.seats[0]!
        const asker = { hand: floorVoter(passing, '', seat), seat, seats: hall.seats }
        const room = list.roomFor(asker)
        if (!room.ok) return room
        const row: FloorRow = {
          id: floorId(question.secret),
          number: list.next,
          text: checked.value,
          state: check ? 'waiting' : 'shown',
          looked: false,
          voters: new Set(),
        }
        await store.saveFloor(id, row)
        list.add(row, asker)
        if (room.value) {
          await store.removeFloor(id, room.value.id)
          list.remove(room.value)
        }
        bus.floor(id)
        return ok({ id: row.id })
      }),
    vote: ({ vote: id, seats }, questionId, is) =>
      agenda.inTurn(id, async () => {
        const hall = agenda.hall(id)
        const row = listOf(hall).find(questionId)
        if (!hall.meeting.floor.on) return refuse('floor/shut')
        if (row?.state !== 'shown') return refuse('floor/unknown')
        const voter = floorVoter(key, questionId, seats[0]!)
        if (row.voters.has(voter) === is) return ok(null)
        await store.setFloorVote(id, { id: questionId, voter }, is)
        if (is) row.voters.add(voter)
        else row.voters.delete(voter)
        bus.floor(id)
        return ok(null)
      }),
    toPhone({ vote: id, seats }, own) {
      const hall = agenda.hall(id)
      const list = listOf(hall)
      const { questions, more } = floorPicture(list.rows, hall.meeting.floor.pinned)
      const isMine = (questionId: string) =>
        list.find(questionId)?.voters.has(floorVoter(key, questionId, seats[0]!)) ?? false
      return ok({
        questions: questions.map((each) => ({ ...each, voted: isMine(each.id) })),
        more,
        own: own.map((secret) => {
          const row = list.find(floorId(secret))
          return row ? { id: row.id, text: row.text, state: row.state } : null
        }),
      })
    },
  }
}
