import type { FloorView } from '../../shared/floor.ts'
import type { JoinCode, MeetingId, QuestionId, Seat } from '../../shared/ids.ts'
import type { MeetingView, Revealed, Round, Stage } from '../../shared/meeting.ts'
import { refuse, ok, type Result } from '../../shared/result.ts'
import type { Question } from '../../shared/vote.ts'
import { toldTexts } from '../domain/texts.ts'
import { reopenUntil } from '../domain/meeting-run.ts'
import { electorateOf } from '../domain/electorate.ts'
import { Roster } from '../domain/roster.ts'
import { Voices } from '../domain/voices.ts'
import type { Ports, Reached } from '../ports.ts'
import type { MeetingRow, QuestionRow } from '../rows.ts'
import type { FreshRound } from './fresh.ts'

/** One meeting as it stands now: the stored rows, held in memory, and what only lives while we do. */
export interface Hall {
  meeting: MeetingRow
  questions: QuestionRow[]
  /** Grows with every event that everybody gets. */
  seq: number
  /** The last seat that was given. */
  seats: number
  roster: Roster
  /** Who votes with which seat. */
  voices: Voices
  /** Names on the roll whose admission the host took back, with their seats (D62). */
  withdrawn: Map<string, Seat | null>
  /** Seats whose ballots came after the close and would have counted: since the server started. */
  late: Map<QuestionId, Set<Seat>>
  /** Questions whose ballots could not be opened: a key is missing or damaged. */
  unreadable: Set<QuestionId>
  /** How far the counts are that run now. */
  reached: Map<QuestionId, Reached>
  /** The last ballot of each seat that went to its box: over once it has its answer. */
  sent: Map<Seat, Promise<void>>
  /** Where the running question asks for the place once more: what seats have told since. */
  fresh: FreshRound | null
  /** Who asked for more time, and how many of these wait for it: since the server started. */
  asks: Map<QuestionId, { by: Set<string>; open: number }>
}

/** Meetings in memory, written through to the store: the ballot path reads no table. */
export interface Agenda {
  load(): Promise<void>
  halls(): Iterable<Hall>
  /** The meeting that was added last; null: there is none. */
  latest(): Hall | null
  byCode(code: JoinCode): Result<Hall>
  hall(id: MeetingId): Hall
  question(id: QuestionId): { hall: Hall; row: QuestionRow } | null
  /** The same, where the question is one of this meeting's. */
  questionOf(meetingId: MeetingId, id: QuestionId): { hall: Hall; row: QuestionRow } | null
  /** The questions that are cast together with this one, while they take ballots; else null. */
  openTogether(id: QuestionId): Question[] | null
  /** What everybody may see; a draft is nobody's business but the desk's. */
  view(hall: Hall): MeetingView
  addMeeting(meeting: MeetingRow, questions: readonly QuestionRow[]): Promise<Hall>
  removeMeeting(hall: Hall): Promise<void>
  /** And these of its questions, at once or not at all. */
  saveMeeting(
    hall: Hall,
    change: Partial<MeetingRow>,
    questions?: readonly QuestionRow[],
  ): Promise<void>
  setWithdrawn(hall: Hall, voterKey: string, is: boolean): Promise<void>
  saveQuestion(row: QuestionRow): Promise<void>
  /** All of them, or none. */
  saveQuestions(rows: QuestionRow[]): Promise<void>
  removeQuestion(row: QuestionRow): Promise<void>
  /** One deed at a time in a meeting: two facilitators at once never contradict. */
  inTurn<T>(id: MeetingId, deed: () => Promise<T>): Promise<T>
}

export function createAgenda({ store, clock }: Pick<Ports, 'store' | 'clock'>): Agenda {
  const halls = new Map<MeetingId, Hall>()
  const owners = new Map<QuestionId, Hall>()
  const turns = new Map<MeetingId, Promise<unknown>>()

  function enter(hall: Hall): Hall {
    halls.set(hall.meeting.id, hall)
    for (const row of hall.questions) owners.set(row.question.id, hall)
    return hall
  }

  function hallOf(
    meeting: MeetingRow,
    stored: Pick<Hall, 'questions' | 'seats' | 'withdrawn'>,
  ): Hall {
    const roster = new Roster()
    return enter({
      meeting,
      ...stored,
      roster,
      voices: new Voices(roster, stored.withdrawn),
      seq: 0,
      late: new Map(),
      sent: new Map(),
      unreadable: new Set(),
      reached: new Map(),
      asks: new Map(),
      fresh: null,
    })
  }

  /** What is stored already, now in memory too. */
  function put(row: QuestionRow): void {
    const hall = halls.get(row.meetingId)
    if (!hall) throw new Error(`no meeting ${row.meetingId}`)
    const others = hall.questions.filter((each) => each.question.id !== row.question.id)
    hall.questions = [...others, row].sort((a, b) => a.place - b.place)
    owners.set(row.question.id, hall)
  }

  function question(id: QuestionId) {
    const hall = owners.get(id)
    const row = hall?.questions.find((each) => each.question.id === id)
    return hall && row ? { hall, row } : null
  }

  async function withdrawnFrom(id: MeetingId): Promise<Hall['withdrawn']> {
    const names = await store.withdrawn(id)
    const seats = await Promise.all(names.map((name) => store.seatOf(id, name)))
    return new Map(names.map((name, at) => [name, seats[at] ?? null]))
  }

  return {
    question,
    questionOf(meetingId, id) {
      const found = question(id)
      return found?.hall.meeting.id === meetingId ? found : null
    },
    halls: () => halls.values(),
    latest: () => [...halls.values()].sort((a, b) => b.meeting.since - a.meeting.since)[0] ?? null,
    async load() {
      for (const meeting of await store.meetings()) {
        hallOf(meeting, {
          questions: await store.questions(meeting.id),
          seats: await store.seats(meeting.id),
          withdrawn: await withdrawnFrom(meeting.id),
        })
      }
    },
    byCode(code) {
      const found = [...halls.values()].find(({ meeting }) => meeting.code === code)
      return found ? ok(found) : refuse('meeting/unknown')
    },
    hall(id) {
      const found = halls.get(id)
      if (!found) throw new Error(`no meeting ${id}`)
      return found
    },
    openTogether(id) {
      const row = question(id)?.row
      if (row?.state === 'open') return [row.question]
      // Past the latch nothing is taken, even where the close itself is still waiting for the disk.
      const inTime = row?.state === 'closing' && clock.now() < (row.latch ?? 0)
      return inTime ? [row.question] : null
    },
    view(hall) {
      const { meeting, questions, seq } = hall
      const row = questions.find((each) => each.question.id === meeting.current)
      const stage = row && meeting.staged ? stageOf(hall, row) : null
      const { title, code, locked } = meeting
      const { on, staged } = meeting.floor
      return { seq, title, code, locked, stage, ...((on || staged) && { floor: floorView(hall) }) }
    },
    async addMeeting(meeting, questions) {
      await store.saveMeeting(meeting, questions)
      return hallOf(meeting, { questions: [...questions], seats: 0, withdrawn: new Map() })
    },
    async removeMeeting(hall) {
      await store.removeMeeting(hall.meeting.id)
      halls.delete(hall.meeting.id)
      for (const { question: each } of hall.questions) owners.delete(each.id)
    },
    async saveMeeting(hall, change, questions = []) {
      const next = { ...hall.meeting, ...change }
      await store.saveMeeting(next, questions)
      hall.meeting = next
      questions.forEach(put)
    },
    async setWithdrawn(hall, voterKey, is) {
      const { meeting, withdrawn } = hall
      // Before it is stored: from here on nothing is taken, whatever the disk does.
      if (is) withdrawn.set(voterKey, null)
      await store.setWithdrawn(meeting.id, voterKey, is)
      if (!is) withdrawn.delete(voterKey)
      else {
        const seat = await store.seatOf(meeting.id, voterKey)
        if (withdrawn.has(voterKey)) withdrawn.set(voterKey, seat)
      }
    },
    async saveQuestion(row) {
      await store.saveQuestion(row)
      put(row)
    },
    async saveQuestions(rows) {
      await store.saveQuestions(rows)
      for (const row of rows) put(row)
    },
    async removeQuestion(row) {
      await store.removeQuestion(row.question.id)
      owners.delete(row.question.id)
      const hall = halls.get(row.meetingId)
      if (hall) hall.questions = hall.questions.filter((each) => each !== row)
    },
    inTurn(id, deed) {
      const turn = (turns.get(id) ?? Promise.resolve()).then(deed, deed)
      turns.set(id, turn)
      return turn
    },
  }
}

/** How questions from the floor stand before everybody. */
export function floorView({ meeting: { floor } }: Hall): FloorView {
  const { on, check, staged, pinned } = floor
  return { on, check, staged, pinned }
}

/** Puts this question before everybody, in place of whatever stood there. */
export const onStage = ({ meeting: { floor } }: Hall, current: QuestionId) => ({
  ...{ current, staged: true },
  floor: { ...floor, staged: false },
})

/** Does everybody look at this question now? */
export function isOnStage({ meeting }: Hall, id: QuestionId): boolean {
  return meeting.staged && meeting.current === id
}

/** A question as everybody sees it: its count is absent until the reveal (L15). */
export function stageOf(hall: Hall, row: QuestionRow): Stage | null {
  const { question, state, deadline, rulesHash, opening, seal, reopenings } = row
  if (state === 'draft' || rulesHash === null) return null
  const { tally = null, electorate = null, earlier = null } = revealedOf(hall, row) ?? {}
  const latch = state === 'closing' ? row.latch : null
  return {
    ...{ question, state, deadline, latch, rulesHash, opening, seal, tally, electorate, earlier },
    reopenings,
    ...(row.rules?.weights && { weights: row.rules.weights }),
    reopenUntil: reopenUntil(row),
    ...(row.texts && { texts: toldTexts(row.texts.shown) }),
  }
}

/** How many are here that may vote: devices or, where a list is set, people on it in person. */
export const peopleIn = (hall: Hall): number =>
  hall.roster.isSet ? hall.voices.people : electorateOf(hall).present

/** The seats that may be voted with in this question, or have been. */
export const seatsIn = (hall: Hall, { opening }: QuestionRow, voted: ReadonlySet<Seat>): number =>
  electorateOf(hall, opening, voted).present

/** The question that takes ballots now. */
export function runningRow({ questions }: Hall): QuestionRow | null {
  return questions.find(({ state }) => state === 'open' || state === 'closing') ?? null
}

/** The question that takes ballots now, or may be opened again: what was cast in it still binds. */
export function unsettledRow(hall: Hall): QuestionRow | null {
  return runningRow(hall) ?? hall.questions.find((row) => reopenUntil(row) !== null) ?? null
}

/** What the reveal shows; null before it. */
export function revealedOf({ questions }: Hall, row: QuestionRow): Revealed | null {
  const round = roundOf(row)
  const before = questions.find(({ question }) => question.id === row.question.roundOf)
  return round && { ...round, earlier: before ? roundOf(before) : null }
}

function roundOf({ state, tally, electorate }: QuestionRow): Round | null {
  return state === 'revealed' && tally ? { tally, electorate } : null
}

/**
 * Between opening and seal nothing else may begin or change; but a question that is closed and whose
 * ballots cannot be opened must not hold up the meeting.
 */
export function isRunning({ questions, unreadable }: Hall): boolean {
  return questions.some(({ state, question }) =>
    state === 'closed' ? !unreadable.has(question.id) : state === 'open' || state === 'closing',
  )
}
