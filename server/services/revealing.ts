import type { MeetingId, QuestionId } from '../../shared/ids.ts'
import type { CountState } from '../../shared/meeting.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { setOf } from '../../shared/sets.ts'
import { checkHand, type HandCount } from '../../shared/tally/hand.ts'
import { advance, reopenUntil } from '../domain/meeting-run.ts'
import { isBusyFault, OutOfRoom, type Ports, type Reached } from '../ports.ts'
import type { QuestionRow } from '../rows.ts'
import {
  isOnStage,
  isRunning,
  onStage,
  revealedOf,
  stageOf,
  type Agenda,
  type Hall,
} from './agenda.ts'
import type { Counted, Counting } from './counting.ts'
import { nextSeq, pauseAfter, tellFloor, type Questions } from './questions.ts'
import { GivenUp, TooLong, type Tallying } from './tallying.ts'

/** What is counted and shown once a question is sealed. */
export interface Revealing {
  /** After a start: what was being counted is counted again. */
  resume(): void
  /**
   * Counts before everybody: the question, or the whole set that it is in, at once. A count that takes
   * a while is only begun by this: the meeting goes on, and what was counted is shown when it is there.
   * What cannot be counted holds up nothing else of the set; the same again tries once more.
   */
  reveal(id: MeetingId, questionId: QuestionId): Promise<Result<null>>
  /** Ends such a count, and those of its set; the question is sealed as before. */
  stop(id: MeetingId, questionId: QuestionId): Promise<Result<null>>
  /** Votes of people without a device, between the close and the reveal; null: there were none (D33). */
  countByHand(id: MeetingId, questionId: QuestionId, hand: HandCount | null): Promise<Result<null>>
  /** Puts a result back before everybody. */
  show(id: MeetingId, questionId: QuestionId): Promise<Result<null>>
}

/** What is counted together, beside the meeting. */
interface Course {
  ids: readonly QuestionId[]
  ending: AbortController
}

type Counts = ReadonlyMap<QuestionId, Counted | CountState>

export function createRevealing({
  agenda,
  counting,
  tallying,
  questions,
  clock,
  bus,
  log,
}: Pick<Ports, 'clock' | 'bus' | 'log'> & {
  agenda: Agenda
  counting: Counting
  tallying: Pick<Tallying, 'isLong'>
  questions: Questions
}): Revealing {
  const courses = new Map<QuestionId, Course>()

  /** What must be revealed at once, each of it sealed; where ballots cannot be opened nobody waits. */
  async function together(hall: Hall, row: QuestionRow): Promise<Result<QuestionRow[]>> {
    const set = setOf(hall.questions, row.question.id) ?? [row]
    const members = set.filter(
      ({ question, counting: state }) => !hall.unreadable.has(question.id) && state !== 'running',
    )
    const left = members.filter((member) => !isOver(member)).length
    if (left > 0 && set.length > 1) return refuse('question/set-waits', { left })
    const sealed: QuestionRow[] = []
    for (const member of members) {
      const { id } = member.question
      if (reopenUntil(member) !== null) await questions.seal(id)
      const now = agenda.question(id)?.row ?? member
      const revealed = advance(now, 'reveal', clock.now())
      if (!revealed.ok) return revealed
      sealed.push(now)
    }
    return ok(sealed)
  }

  /**
   * Each of them counted or, where that cannot be, why not. Faults that pass by themselves are thrown;
   * what is in `counts` by then is not counted twice.
   */
  async function countEach(
    hall: Hall,
    rows: readonly QuestionRow[],
    { ids, ending: { signal } }: Course,
    counts = new Map<QuestionId, Counted | CountState>(),
  ): Promise<Counts> {
    for (const [place, row] of rows.entries()) {
      const id = ids[place]!
      if (counts.has(id)) continue
      const course = {
        signal,
        onReached(reached: Reached) {
          hall.reached.set(id, reached)
          bus.desk(row.meetingId)
        },
      }
      const counted = await counting.count(hall, row, course).catch((fault: unknown) => {
        if (fault instanceof GivenUp || isBusyFault(fault)) throw fault
        log.error('count/in-vain', fault)
        return whyInVain(fault)
      })
      counts.set(id, counted)
    }
    return counts
  }

  /** Shows what could be counted, all of it at once. Whoever calls has the meeting's turn. */
  async function finish(hall: Hall, counts: Counts): Promise<void> {
    const { id } = hall.meeting
    const revealed: QuestionRow[] = []
    const others: QuestionRow[] = []
    for (const row of hall.questions) {
      const count = counts.get(row.question.id)
      if (typeof count === 'string') others.push({ ...row, counting: count })
      else if (count) {
        const shown: QuestionRow = { ...row, state: 'revealed', counting: null }
        revealed.push(counting.result(hall, shown, count, revealed))
      }
    }
    await agenda.saveQuestions([...revealed, ...others])
    // The room looks at one question at most: of all others desk and screens of results want to know.
    bus.desk(id)
    bus.screens(id, null)
    for (const row of revealed) {
      const shown = revealedOf(hall, row)
      const { id: shownId } = row.question
      if (shown && isOnStage(hall, shownId))
        bus.event(id, {
          type: 'question:revealed',
          seq: nextSeq(hall, bus),
          questionId: shownId,
          ...shown,
        })
    }
  }

  /** Counts beside the meeting; its turn is taken only to show what came of it. */
  function follow(hall: Hall, rows: readonly QuestionRow[]): void {
    const course = courseOf(rows)
    const counts = new Map<QuestionId, Counted | CountState>()
    for (const id of course.ids) courses.set(id, course)
    const run = (faults: number): void =>
      void countEach(hall, rows, course, counts).then(
        (all) => finishInTurn(hall, course, all),
        (fault: unknown) => {
          // Stopped, and told already; or the server stops, and counts again when it is back.
          if (fault instanceof GivenUp || course.ending.signal.aborted) return
          log.error('count/again', fault)
          clock.after(pauseAfter(fault, faults), () => {
            if (!course.ending.signal.aborted) run(faults + 1)
          })
        },
      )
    run(0)
  }

  /** Again where it faults: what is counted may not be lost to a disk that is full for a moment. */
  async function finishInTurn(
    hall: Hall,
    course: Course,
    counts: Counts,
    faults = 0,
  ): Promise<void> {
    try {
      await agenda.inTurn(hall.meeting.id, async () => {
        if (course.ending.signal.aborted) return
        await finish(hall, counts)
        forget(hall, course)
      })
    } catch (fault) {
      log.error('count/finish', fault)
      const again = () => void finishInTurn(hall, course, counts, faults + 1)
      clock.after(pauseAfter(fault, faults), again)
    }
  }

  function forget({ reached }: Hall, { ids }: Course): void {
    for (const id of ids) {
      courses.delete(id)
      reached.delete(id)
    }
  }

  return {
    resume() {
      for (const hall of agenda.halls())
        for (const row of hall.questions) {
          const { id } = row.question
          if (row.counting !== 'running' || courses.has(id)) continue
          const set = setOf(hall.questions, id) ?? [row]
          follow(
            hall,
            set.filter(({ counting: state }) => state === 'running'),
          )
        }
    },
    reveal: (id, questionId) =>
      agenda.inTurn(id, async () => {
        const found = agenda.questionOf(id, questionId)
        if (!found) return refuse('question/unknown')
        const { hall, row } = found
        if (row.counting === 'running') return ok(null)
        const sealed = await together(hall, row)
        if (!sealed.ok) return sealed
        const rows = sealed.value
        if (rows.some(({ question, seal }) => tallying.isLong(question, seal?.size ?? 0))) {
          await agenda.saveQuestions(rows.map((each) => ({ ...each, counting: 'running' })))
          follow(hall, rows)
          bus.desk(id)
        } else await finish(hall, await countEach(hall, rows, courseOf(rows)))
        return ok(null)
      }),
    stop: (id, questionId) =>
      agenda.inTurn(id, async () => {
        const found = agenda.questionOf(id, questionId)
        if (!found) return refuse('question/unknown')
        const course = courses.get(questionId)
        if (!course) return refuse('question/wrong-state')
        const { hall } = found
        const counted = hall.questions.filter(({ question }) => course.ids.includes(question.id))
        await agenda.saveQuestions(counted.map((row) => ({ ...row, counting: null })))
        course.ending.abort(new GivenUp(`the count of ${questionId} was stopped`))
        forget(hall, course)
        bus.desk(id)
        return ok(null)
      }),
    countByHand: (id, questionId, hand) =>
      agenda.inTurn(id, async () => {
        const found = agenda.questionOf(id, questionId)
        if (!found) return refuse('question/unknown')
        const { row } = found
        if (row.question.test) return refuse('question/test')
        if (row.state !== 'closed' && row.state !== 'sealed') return refuse('question/wrong-state')
        if (row.counting === 'running') return refuse('question/counting')
        if (hand) {
          // Nobody on the list stands behind a raised hand, so it has no weight.
          if (row.rules?.weights) return refuse('hand/weights')
          const checked = checkHand(row.question, hand)
          if (!checked.ok) return checked
        }
        await agenda.saveQuestion({ ...row, hand })
        bus.desk(id)
        return ok(null)
      }),
    show: (id, questionId) =>
      agenda.inTurn(id, async () => {
        const found = agenda.questionOf(id, questionId)
        if (!found) return refuse('question/unknown')
        const { hall, row } = found
        const stage = stageOf(hall, row)
        if (stage?.state !== 'revealed' || isRunning(hall)) return refuse('question/wrong-state')
        if (isOnStage(hall, questionId) && !hall.meeting.floor.staged) return ok(null)
        const { staged } = hall.meeting.floor
        await agenda.saveMeeting(hall, onStage(hall, questionId))
        bus.event(id, { type: 'stage:shown', seq: nextSeq(hall, bus), stage })
        if (staged) tellFloor(hall, bus)
        return ok(null)
      }),
  }
}

/** Has everybody voted who could? */
function isOver(row: QuestionRow): boolean {
  return row.state === 'sealed' || reopenUntil(row) !== null
}

const courseOf = (rows: readonly QuestionRow[]): Course => ({
  ids: rows.map(({ question }) => question.id),
  ending: new AbortController(),
})

function whyInVain(fault: unknown): CountState {
  if (fault instanceof TooLong) return 'too-long'
  return fault instanceof OutOfRoom ? 'no-memory' : 'faulted'
}
