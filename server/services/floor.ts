import {
  checkFloorText,
  type FloorPicture,
  type FloorQuestion,
  type FloorRule,
  type FloorState,
} from '../../shared/floor.ts'
import type { MeetingId } from '../../shared/ids.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import type { FloorEntry, OwnQuestion } from '../../shared/wire/floor.ts'
import { floorPicture, floorQuestion, floorVoter } from '../domain/floor.ts'
import type { Pass } from '../domain/pass.ts'
import type { Ports } from '../ports.ts'
import type { FloorRow, MeetingRow } from '../rows.ts'
import type { Agenda, Hall } from './agenda.ts'
import { tellFloor } from './questions.ts'

/** Questions from the floor (L23). Who asked one is kept nowhere: the phone remembers which are its own. */
export interface Floor {
  /** After a start. */
  load(): Promise<void>
  /** Switches it on or off, and says whether somebody looks first. */
  rule(id: MeetingId, rule: FloorRule): Promise<Result<null>>
  /** Onto the big screen or off it; not while a question of the meeting stands there unrevealed. */
  stage(id: MeetingId, stage: { staged: boolean; pinned: string | null }): Promise<Result<null>>
  /** All of them for the desk, in the order in which they came. */
  queue(id: MeetingId): FloorQuestion[]
  /** Shows, hides, answers one, or puts it back. */
  mark(id: MeetingId, questionId: string, state: FloorState): Promise<Result<null>>
  /** Those that were answered, for the minutes. */
  answered(hall: Hall): { text: string; votes: number }[]
  /** What everybody may see. */
  picture(hall: Hall): FloorPicture
  ask(pass: Pass, text: string): Promise<Result<{ id: string }>>
  /** One vote a seat; said twice it is one still. */
  vote(pass: Pass, questionId: string, is: boolean): Promise<Result<null>>
  /** What a phone sees; `own` are those that it says it sent. */
  toPhone(
    pass: Pass,
    own: readonly string[],
  ): Result<{ questions: FloorEntry[]; own: OwnQuestion[]; more: number }>
}

/** Of one meeting: each of them is in memory, and somebody reads them. */
const MOST = 1000

export function createFloor({
  agenda,
  store,
  secrets,
  dice,
  bus,
}: Pick<Ports, 'store' | 'secrets' | 'dice' | 'bus'> & { agenda: Agenda }): Floor {
  const key = secrets.keyFor('floor')
  /** Goes with the meeting. */
  const held = new WeakMap<Hall, Map<string, FloorRow>>()

  function rowsOf(hall: Hall): Map<string, FloorRow> {
    const rows = held.get(hall) ?? new Map<string, FloorRow>()
    held.set(hall, rows)
    return rows
  }

  async function save(hall: Hall, floor: MeetingRow['floor']): Promise<void> {
    await agenda.saveMeeting(hall, { floor })
    tellFloor(hall, bus)
  }

  return {
    async load() {
      for (const hall of agenda.halls()) {
        const rows = await store.floor(hall.meeting.id)
        held.set(hall, new Map(rows.map((row) => [row.id, row])))
      }
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
        if (pinned !== null && !rowsOf(hall).has(pinned)) return refuse('floor/unknown')
        await save(hall, { ...hall.meeting.floor, staged, pinned })
        return ok(null)
      }),
    queue: (id) => [...rowsOf(agenda.hall(id)).values()].map(floorQuestion),
    mark: (id, questionId, state) =>
      agenda.inTurn(id, async () => {
        const rows = rowsOf(agenda.hall(id))
        const row = rows.get(questionId)
        if (!row) return refuse('floor/unknown')
        const marked = { ...row, state }
        await store.saveFloor(id, marked)
        rows.set(questionId, marked)
        bus.floor(id)
        return ok(null)
      }),
    answered: (hall) =>
      [...rowsOf(hall).values()]
        .filter(({ state }) => state === 'answered')
        .map(({ text, voters }) => ({ text, votes: voters.size })),
    picture: (hall) => floorPicture([...rowsOf(hall).values()]),
    ask: ({ vote: id }, typed) =>
      agenda.inTurn(id, async () => {
        const hall = agenda.hall(id)
        const { on, check } = hall.meeting.floor
        if (!on) return refuse('floor/shut')
        const checked = checkFloorText(typed)
        if (!checked.ok) return checked
        const rows = rowsOf(hall)
        if (rows.size >= MOST) return refuse('floor/full')
        const row: FloorRow = {
          id: dice.id(),
          number: rows.size + 1,
          text: checked.value,
          state: check ? 'waiting' : 'shown',
          voters: new Set(),
        }
        await store.saveFloor(id, row)
        rows.set(row.id, row)
        bus.floor(id)
        return ok({ id: row.id })
      }),
    vote: ({ vote: id, seats }, questionId, is) =>
      agenda.inTurn(id, async () => {
        const hall = agenda.hall(id)
        const row = rowsOf(hall).get(questionId)
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
      const rows = rowsOf(agenda.hall(id))
      const { questions, more } = floorPicture([...rows.values()])
      const isMine = (questionId: string) =>
        rows.get(questionId)?.voters.has(floorVoter(key, questionId, seats[0]!)) ?? false
      return ok({
        questions: questions.map((each) => ({ ...each, voted: isMine(each.id) })),
        more,
        own: own.flatMap((each) => {
          const row = rows.get(each)
          return row ? [{ id: row.id, text: row.text, state: row.state }] : []
        }),
      })
    },
  }
}
