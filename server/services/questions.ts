import type { QuestionId } from '../../shared/ids.ts'
import { checkWeights } from '../../shared/weights.ts'
import { hashOf } from '../../shared/proof.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { isFew } from '../../shared/tally/few.ts'
import { atLatch } from '../domain/electorate.ts'
import { envelopeSize } from '../domain/envelope.ts'
import { frozen, frozenSet, openingOf, rulesOf } from '../domain/rules.ts'
import { stampsOf } from '../domain/stamping.ts'
import { advance, reopened, reopenUntil, resumed, type Step } from '../domain/meeting-run.ts'
import { isBusyFault, UnreadableBox } from '../ports.ts'
import type { Bus, Ports } from '../ports.ts'
import type { QuestionRow } from '../rows.ts'
import {
  floorView,
  isOnStage,
  isRunning,
  onStage,
  peopleIn,
  stageOf,
  type Agenda,
  type Hall,
} from './agenda.ts'
import type { Counting } from './counting.ts'

/** A vote is not opened on a disk that may fill up before it closes (D42). */
const LEAST_FREE_MB = 256
const SALT_BYTES = 16
const SEED_BYTES = 32
/** Twice as long after each fault. What only waits for the disk is tried every second: a hall waits too. */
const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = { busy: 1000, other: 60_000 }

/** One question from its opening to its seal. Whoever calls has the meeting's turn. */
export interface Questions {
  /** After a start: timers run again, counters hold what the box holds. Never throws. */
  resume(hall: Hall): Promise<void>
  open(hall: Hall, row: QuestionRow): Promise<Result<null>>
  end(id: QuestionId): Promise<Result<null>>
  /** A closed question takes ballots again, with these seconds or (null) until closed by hand (D48). */
  reopen(id: QuestionId, seconds: number | null): Promise<Result<null>>
  /** Seals a closed question before its time for re-opening is over; one already sealed stays so. */
  seal(id: QuestionId): Promise<Result<null>>
  /** Seals whatever could still be opened again: the room goes on. */
  settle(hall: Hall): Promise<void>
  /** Sets the clock of a question whose times have changed. */
  arm(row: QuestionRow): void
  stop(): void
}

export function createQuestions({
  agenda,
  counting,
  ...ports
}: Pick<Ports, 'clock' | 'dice' | 'box' | 'keys' | 'counters' | 'disk' | 'bus' | 'log'> & {
  agenda: Agenda
  counting: Counting
}): Questions {
  const { clock, dice, box, keys, counters, disk, bus, log } = ports
  const timers = new Map<QuestionId, () => void>()

  /** When which step is due by itself; every one of them may be repeated. */
  function nextOf(row: QuestionRow) {
    const { state, deadline, latch } = row
    if (state === 'open' && deadline !== null) return { due: deadline, work: end }
    if (state === 'closing' && latch !== null) return { due: latch, work: latchAndSeal }
    if (state !== 'closed') return null
    // Nobody waits to open a box again that cannot even be read.
    const isStuck = agenda.question(row.question.id)?.hall.unreadable.has(row.question.id)
    return { due: (isStuck ? null : reopenUntil(row)) ?? 0, work: seal }
  }

  /** Runs the question's next step when its time has come, and again where it faults. */
  function arm(row: QuestionRow, faults = 0, pause = 0): void {
    const { id } = row.question
    timers.get(id)?.()
    timers.delete(id)
    const next = nextOf(row)
    if (!next) return
    const run = async () => {
      try {
        await agenda.inTurn(row.meetingId, async () => {
          const found = agenda.question(id)
          const due = found && nextOf(found.row)
          // More time may have been given while this waited for its turn.
          if (due?.work === next.work && due.due <= next.due) await next.work(id)
        })
      } catch (fault) {
        const now = noted(id, fault)
        if (now) arm(now, faults + 1, pauseAfter(fault, faults))
      }
    }
    timers.set(
      id,
      clock.after(Math.max(pause, next.due - clock.now()), () => void run()),
    )
  }

  /** Logs a fault, tells the desk where it means that ballots cannot be opened; the row as it stands. */
  function noted(id: QuestionId, fault: unknown): QuestionRow | null {
    log.error('question/step', fault)
    const found = agenda.question(id)
    if (!found) return null
    const { hall, row } = found
    const isStuck =
      fault instanceof UnreadableBox || (row.state === 'closed' && !isBusyFault(fault))
    if (isStuck && !hall.unreadable.has(id)) {
      hall.unreadable.add(id)
      bus.desk(hall.meeting.id)
    }
    return row
  }

  function step(questionId: QuestionId, which: Step): Result<{ hall: Hall; row: QuestionRow }> {
    const found = agenda.question(questionId)
    if (!found) return refuse('question/unknown')
    const advanced = advance(found.row, which, clock.now())
    if (!advanced.ok) return advanced
    return ok({ hall: found.hall, row: advanced.value })
  }

  async function end(questionId: QuestionId): Promise<Result<null>> {
    const ended = step(questionId, 'end')
    if (!ended.ok) return ended
    const { hall, row } = ended.value
    await agenda.saveQuestion(row)
    arm(row)
    bus.event(row.meetingId, {
      type: 'question:closing',
      seq: nextSeq(hall, bus),
      questionId,
      latch: row.latch ?? clock.now(),
    })
    return ok(null)
  }

  async function latchAndSeal(questionId: QuestionId): Promise<Result<null>> {
    await box.close(questionId)
    const latched = step(questionId, 'latch')
    if (!latched.ok) return latched
    const { hall, row: closed } = latched.value
    const row = { ...closed, ...atLatch(hall, closed, counters.seats(questionId)) }
    await agenda.saveQuestion(row)
    const until = reopenUntil(row)
    if (until === null) return seal(questionId)
    arm(row)
    bus.event(row.meetingId, {
      type: 'question:closed',
      seq: nextSeq(hall, bus),
      questionId,
      until,
    })
    return ok(null)
  }

  async function reopen(questionId: QuestionId, seconds: number | null): Promise<Result<null>> {
    const found = agenda.question(questionId)
    if (!found) return refuse('question/unknown')
    const { hall } = found
    const again = reopened(found.row, { seconds, now: clock.now() })
    if (!again.ok) return again
    const row = again.value
    // Who is killed here finds a closed question, whose box the seal closes once more.
    const taken = await box.reopen(questionId)
    if (!taken.ok) return taken
    await agenda.saveQuestion(row)
    // What came too late may come again.
    hall.late.delete(questionId)
    arm(row)
    bus.event(row.meetingId, {
      type: 'question:reopened',
      seq: nextSeq(hall, bus),
      ...{ questionId, deadline: row.deadline, reopenings: row.reopenings },
    })
    return ok(null)
  }

  async function settle(hall: Hall): Promise<void> {
    for (const row of hall.questions) {
      if (reopenUntil(row) === null) continue
      const { id } = row.question
      try {
        await seal(id)
      } catch (fault) {
        noted(id, fault)
        if (!hall.unreadable.has(id)) throw fault
        arm(row)
      }
    }
  }

  /** Written first: what is cut off from here on is sealed at once when it goes on, not minutes later. */
  async function beginSeal(row: QuestionRow): Promise<QuestionRow> {
    if (reopenUntil(row) === null) return row
    const begun = { ...row, sealing: true }
    await agenda.saveQuestion(begun)
    arm(begun)
    bus.desk(row.meetingId)
    return begun
  }

  async function seal(questionId: QuestionId): Promise<Result<null>> {
    const closed = agenda.question(questionId)
    if (!closed) return refuse('question/unknown')
    const { hall, row } = closed
    if (row.state !== 'closed') return refuse('question/wrong-state')
    const begun = await beginSeal(row)
    await box.close(questionId)
    const sealed = advance(await counting.seal(begun), 'seal', clock.now())
    if (!sealed.ok) return sealed
    await agenda.saveQuestion(sealed.value)
    arm(sealed.value)
    hall.unreadable.delete(questionId)
    const shown = sealed.value.seal
    // A box that could be read late: the room has gone on, only the desk wants to know.
    if (!shown || !isOnStage(hall, questionId)) bus.desk(row.meetingId)
    else
      bus.event(row.meetingId, {
        type: 'question:sealed',
        seq: nextSeq(hall, bus),
        questionId,
        seal: shown,
      })
    // Last: a key that cannot be destroyed now is destroyed at the next start, and holds up nobody.
    await counting.forget(questionId)
    return ok(null)
  }

  async function open(hall: Hall, draft: QuestionRow): Promise<Result<null>> {
    await settle(hall)
    if (isRunning(hall)) return refuse('question/wrong-state')
    const opened = advance(draft, 'open', clock.now())
    if (!opened.ok) return opened
    const { names, least } = draft.question
    if (names === 'named' && !hall.roster.isSet) return refuse('question/no-list')
    // People, not seats: whoever votes with three of five knows them.
    const entitled = peopleIn(hall)
    // Their choices would be guessed, and the result withheld: the desk asks for a decision first (D53).
    if (isFew(draft.question, entitled)) return refuse('question/few-people', { least, entitled })
    if (hall.roster.weights && isFew(draft.question, hall.voices.fewestAlike))
      return refuse('question/weights-secret', { least })
    if (hall.roster.weights) {
      const counted = checkWeights(draft.question.method, hall.roster.weights)
      if (!counted.ok) return counted
    }
    if ((await disk.free()) < LEAST_FREE_MB * 1024 * 1024)
      return refuse('disk/low', { needed: LEAST_FREE_MB })

    const { presence } = hall.meeting
    const question = frozen(draft.question, presence)
    const questionId = question.id
    // Key and box can be made again; the one commit that opens comes last.
    await keys.create(questionId)
    const salt = Buffer.from(dice.secret(SALT_BYTES)).toString('hex')
    const lotSeed = question.lot ? Buffer.from(dice.secret(SEED_BYTES)).toString('hex') : null
    const size = envelopeSize([question], stampsOf(question, hall.roster))
    await box.create(questionId, { salt, receipts: question.receipts, size })
    // Seats that are given from here on came after the opening, though nobody has seen it yet.
    const opening = openingOf(question, hall)
    const rules = rulesOf(question, { presence, opening, roster: hall.roster, lotSeed })
    const fixed = { question, opening, rules, rulesHash: hashOf(rules), lotSeed }
    const set = frozenSet(hall.questions, draft)
    const row: QuestionRow = { ...opened.value, ...fixed, set: set?.id ?? null }
    const floorWasStaged = hall.meeting.floor.staged
    await agenda.saveMeeting(hall, onStage(hall, questionId), [row, ...(set?.others ?? [])])
    counters.start(question, [])
    arm(row)
    const stage = stageOf(hall, row)
    if (stage) bus.event(row.meetingId, { type: 'question:opened', seq: nextSeq(hall, bus), stage })
    if (floorWasStaged) tellFloor(hall, bus)
    // A seat that stayed with its holder in a question before is its owner's in this one.
    const moved = hall.voices.movedBefore(questionId)
    for (const entry of moved.flatMap((each) => [each, hall.voices.holderOf(each)]))
      if (entry?.device) bus.admission(row.meetingId, entry.device)
    return ok(null)
  }

  async function resumeOne(stored: QuestionRow): Promise<void> {
    const { id } = stored.question
    try {
      const row = resumed(stored, clock.now())
      if (row !== stored) await agenda.saveQuestion(row)
      if (row.state === 'sealed' || row.state === 'revealed') await keys.destroy(id)
    } catch (fault) {
      noted(id, fault)
    }
    await count(id)
    arm(agenda.question(id)?.row ?? stored)
  }

  /** Fills the counters of a running question with what its box holds; again where it faults. */
  async function count(id: QuestionId, faults = 0): Promise<void> {
    const found = agenda.question(id)
    if (!found) return
    const { row } = found
    if (!['open', 'closing'].includes(row.state) && reopenUntil(row) === null) return
    try {
      const held = await box.changes(id)
      if (held) counters.start(row.question, held)
      if (found.hall.unreadable.delete(id)) bus.desk(found.hall.meeting.id)
      bus.numbers(found.hall.meeting.id)
    } catch (fault) {
      noted(id, fault)
      clock.after(pauseAfter(fault, faults), () => void count(id, faults + 1))
    }
  }

  return {
    end,
    open,
    reopen,
    seal,
    settle,
    arm,
    async resume(hall) {
      for (const row of hall.questions) await resumeOne(row)
    },
    stop() {
      for (const cancel of timers.values()) cancel()
      timers.clear()
    },
  }
}

/** Milliseconds before what has faulted so often is tried again. */
export function pauseAfter(fault: unknown, faults: number): number {
  const longest = LONGEST_PAUSE_MS[isBusyFault(fault) ? 'busy' : 'other']
  return Math.min(FIRST_PAUSE_MS * 2 ** faults, longest)
}

/** Says how questions from the floor stand now. */
export function tellFloor(hall: Hall, bus: Bus): void {
  const seq = nextSeq(hall, bus)
  bus.event(hall.meeting.id, { type: 'floor:set', seq, floor: floorView(hall) })
}

/** The next sequence number of an event for everybody. */
export function nextSeq(hall: Hall, bus: Bus): number {
  hall.seq += 1
  bus.desk(hall.meeting.id)
  bus.numbers(hall.meeting.id)
  return hall.seq
}
