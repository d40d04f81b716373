import {
  CODE_ALPHABET,
  CODE_LENGTH,
  type JoinCode,
  type MeetingId,
  type QuestionId,
} from '../../shared/ids.ts'
import { hashOf } from '../../shared/leaf.ts'
import type { PresenceRule } from '../../shared/presence.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import {
  decisionOptions,
  GRACE_SECONDS,
  SMALLEST_SECRET,
  type Question,
} from '../../shared/vote.ts'
import { advance, resumed, type Step } from '../domain/meeting-run.ts'
import { checkFence } from '../domain/venue.ts'
import type { Ports, QuestionRow, Rules } from '../ports.ts'
import { stageOf, type Agenda, type Hall } from './agenda.ts'
import type { Counting } from './counting.ts'
import { envelopeSize } from '../domain/envelope.ts'

/** A vote is not opened on a disk that may fill up before it closes (D42). */
const LEAST_FREE_MB = 256
const SALT_BYTES = 16

export interface Meetings {
  /** After a start: halves are finished, timers run again, counters hold what the boxes hold. */
  resume(): Promise<void>
  /** The ready meeting of a new server, with its first question. */
  begin(): Promise<void>
  name(id: MeetingId, title: string): Promise<Result<null>>
  setPresence(id: MeetingId, rule: PresenceRule): Promise<Result<null>>
  addQuestion(id: MeetingId): Promise<Result<{ questionId: QuestionId }>>
  writeQuestion(id: MeetingId, question: Question): Promise<Result<null>>
  removeQuestion(id: MeetingId, questionId: QuestionId): Promise<Result<null>>
  open(id: MeetingId, questionId: QuestionId): Promise<Result<null>>
  close(id: MeetingId, questionId: QuestionId): Promise<Result<null>>
  reveal(id: MeetingId, questionId: QuestionId): Promise<Result<null>>
  next(id: MeetingId): Promise<Result<null>>
  stop(): void
}

export function createMeetings({
  agenda,
  counting,
  ...ports
}: Pick<Ports, 'clock' | 'dice' | 'box' | 'keys' | 'counters' | 'disk' | 'bus' | 'log'> & {
  agenda: Agenda
  counting: Counting
}): Meetings {
  const { clock, dice, box, keys, counters, disk, bus, log } = ports
  const timers = new Map<QuestionId, () => void>()

  /** Runs the question's next step by itself when its time has come. */
  function arm(row: QuestionRow): void {
    const { id } = row.question
    timers.get(id)?.()
    timers.delete(id)
    const due = row.state === 'open' ? row.deadline : row.state === 'closing' ? row.latch : null
    if (due === null) return
    const work = row.state === 'open' ? end : latchAndSeal
    const cancel = clock.after(Math.max(0, due - clock.now()), () => {
      void agenda
        .inTurn(row.meetingId, () => work(id))
        .catch((fault: unknown) => {
          log.error('question/timer', fault)
        })
    })
    timers.set(id, cancel)
  }

  /** The next sequence number of an event for everybody. */
  function nextSeq(hall: Hall): number {
    hall.seq += 1
    bus.desk(hall.meeting.id)
    bus.numbers(hall.meeting.id)
    return hall.seq
  }

  function find(meetingId: MeetingId, questionId: QuestionId) {
    const found = agenda.question(questionId)
    return found?.hall.meeting.id === meetingId ? found : null
  }

  /** One step of a question, stored; what is told and done with it is the caller's. */
  async function step(
    questionId: QuestionId,
    which: Step,
  ): Promise<Result<{ hall: Hall; row: QuestionRow }>> {
    const found = agenda.question(questionId)
    if (!found) return refuse('question/unknown')
    const advanced = advance(found.row, which, clock.now())
    if (!advanced.ok) return advanced
    return ok({ hall: found.hall, row: advanced.value })
  }

  async function end(questionId: QuestionId): Promise<Result<null>> {
    const ended = await step(questionId, 'end')
    if (!ended.ok) return ended
    const { hall, row } = ended.value
    await agenda.saveQuestion(row)
    arm(row)
    bus.event(row.meetingId, {
      type: 'question:closing',
      seq: nextSeq(hall),
      questionId,
      latch: row.latch ?? clock.now(),
    })
    return ok(null)
  }

  async function latchAndSeal(questionId: QuestionId): Promise<Result<null>> {
    await box.close(questionId)
    const latched = await step(questionId, 'latch')
    if (latched.ok) await agenda.saveQuestion(latched.value.row)
    return sealClosed(questionId)
  }

  async function sealClosed(questionId: QuestionId): Promise<Result<null>> {
    const closed = agenda.question(questionId)
    if (!closed) return refuse('question/unknown')
    const counted = await counting.seal(closed.row)
    const sealed = advance({ ...counted, late: closed.row.late }, 'seal', clock.now())
    if (!sealed.ok) return sealed
    await agenda.saveQuestion(sealed.value)
    const { seal } = sealed.value
    if (seal)
      bus.event(sealed.value.meetingId, {
        type: 'question:sealed',
        seq: nextSeq(closed.hall),
        questionId,
        seal,
      })
    return ok(null)
  }

  async function openNow(meetingId: MeetingId, questionId: QuestionId): Promise<Result<null>> {
    const found = find(meetingId, questionId)
    if (!found) return refuse('question/unknown')
    const { hall } = found
    if (hall.questions.some(isRunning)) return refuse('question/wrong-state')
    const opened = advance(found.row, 'open', clock.now())
    if (!opened.ok) return opened
    if ((await disk.free()) < LEAST_FREE_MB * 1024 * 1024)
      return refuse('disk/low', { needed: LEAST_FREE_MB })

    const question = trimmed(found.row.question)
    const rules = rulesOf(question, hall.meeting.presence)
    const row: QuestionRow = { ...opened.value, question, rules, rulesHash: hashOf(rules) }
    await keys.create(questionId)
    const salt = Buffer.from(dice.secret(SALT_BYTES)).toString('hex')
    await box.create(questionId, {
      salt,
      receipts: question.receipts,
      size: envelopeSize([question]),
    })
    await agenda.saveQuestion(row)
    await agenda.saveMeeting(hall, { current: questionId, staged: true })
    counters.start(question, [])
    arm(row)
    const stage = stageOf(row)
    if (stage) bus.event(meetingId, { type: 'question:opened', seq: nextSeq(hall), stage })
    return ok(null)
  }

  async function addDraft(hall: Hall): Promise<QuestionId> {
    const place = Math.max(0, ...hall.questions.map((row) => row.place)) + 1
    const row = draftRow(dice.id() as QuestionId, hall.meeting.id, place)
    await agenda.saveQuestion(row)
    if (hall.meeting.current === null || (!hall.meeting.staged && !nextDraft(hall)))
      await agenda.saveMeeting(hall, { current: row.question.id })
    return row.question.id
  }

  async function resumeHall(hall: Hall): Promise<void> {
    for (const stored of hall.questions) {
      const row = resumed(stored, clock.now())
      if (row !== stored) await agenda.saveQuestion(row)
      const { id } = row.question
      if (row.state === 'open' || row.state === 'closing')
        counters.start(row.question, await box.changes(id))
      if (row.state === 'closed') await sealClosed(id)
      else if (row.state === 'sealed' || row.state === 'revealed') await keys.destroy(id)
      arm(row)
    }
  }

  return {
    async resume() {
      for (const hall of agenda.halls()) await resumeHall(hall)
    },
    async begin() {
      const code = Array.from(
        { length: CODE_LENGTH },
        () => CODE_ALPHABET[dice.below(CODE_ALPHABET.length)],
      )
      const hall = await agenda.addMeeting({
        id: dice.id() as MeetingId,
        code: code.join('') as JoinCode,
        title: '',
        presence: { need: 'any', proofs: ['code', 'hand'], fence: null },
        current: null,
        staged: false,
      })
      await addDraft(hall)
    },
    name: (id, title) =>
      agenda.inTurn(id, async () => {
        const hall = agenda.hall(id)
        const named = title.trim()
        if (named === hall.meeting.title) return ok(null)
        await agenda.saveMeeting(hall, { title: named })
        bus.event(id, { type: 'meeting:named', seq: nextSeq(hall), title: named })
        return ok(null)
      }),
    setPresence: (id, rule) =>
      agenda.inTurn(id, async () => {
        // Who may vote is part of the frozen rules (D2).
        if (agenda.hall(id).questions.some(isRunning)) return refuse('presence/frozen')
        if (rule.proofs.includes('fence')) {
          if (!rule.fence) return refuse('fence/missing')
          const checked = checkFence(rule.fence)
          if (!checked.ok) return checked
        }
        await agenda.saveMeeting(agenda.hall(id), { presence: rule })
        bus.desk(id)
        bus.numbers(id)
        bus.admission(id, null)
        return ok(null)
      }),
    addQuestion: (id) =>
      agenda.inTurn(id, async () => {
        const questionId = await addDraft(agenda.hall(id))
        bus.desk(id)
        return ok({ questionId })
      }),
    writeQuestion: (id, question) =>
      agenda.inTurn(id, async () => {
        const found = find(id, question.id)
        if (!found) return refuse('question/unknown')
        if (found.row.state !== 'draft') return refuse('question/frozen')
        const { method } = question
        const options =
          method.type === 'decision' ? decisionOptions(method.abstain) : question.options
        await agenda.saveQuestion({ ...found.row, question: { ...question, options } })
        bus.desk(id)
        return ok(null)
      }),
    removeQuestion: (id, questionId) =>
      agenda.inTurn(id, async () => {
        const found = find(id, questionId)
        if (!found) return refuse('question/unknown')
        if (found.row.state !== 'draft') return refuse('question/frozen')
        await agenda.removeQuestion(found.row)
        const { hall } = found
        if (hall.meeting.current === questionId)
          await agenda.saveMeeting(hall, { current: nextDraft(hall)?.question.id ?? null })
        bus.desk(id)
        return ok(null)
      }),
    open: (id, questionId) => agenda.inTurn(id, () => openNow(id, questionId)),
    close: (id, questionId) =>
      agenda.inTurn(id, async () =>
        find(id, questionId) ? end(questionId) : refuse('question/unknown'),
      ),
    reveal: (id, questionId) =>
      agenda.inTurn(id, async () => {
        const found = find(id, questionId)
        if (!found) return refuse('question/unknown')
        const revealed = advance(found.row, 'reveal', clock.now())
        if (!revealed.ok) return revealed
        const row = await counting.count(revealed.value)
        await agenda.saveQuestion(row)
        if (row.tally)
          bus.event(id, {
            type: 'question:revealed',
            seq: nextSeq(found.hall),
            questionId,
            tally: row.tally,
          })
        return ok(null)
      }),
    next: (id) =>
      agenda.inTurn(id, async () => {
        const hall = agenda.hall(id)
        if (hall.questions.some(isRunning)) return refuse('question/wrong-state')
        const current = nextDraft(hall)?.question.id ?? null
        await agenda.saveMeeting(hall, { current, staged: false })
        bus.event(id, { type: 'stage:cleared', seq: hall.seq })
        bus.desk(id)
        bus.numbers(id)
        return ok(null)
      }),
    stop() {
      for (const cancel of timers.values()) cancel()
      timers.clear()
    },
  }
}

/** Between opening and seal nothing else may begin or change. */
const isRunning = ({ state }: QuestionRow) => ['open', 'closing', 'closed'].includes(state)

function nextDraft(hall: Hall): QuestionRow | undefined {
  return hall.questions.find(({ state }) => state === 'draft')
}

function rulesOf(question: Question, presence: PresenceRule): Rules {
  const { fence } = presence
  return {
    question,
    // The place itself is not for those who would like to fake it.
    presence: { ...presence, fence: fence && { radius: fence.radius, grace: fence.grace } },
    identity: 'device',
    change: 'until close',
    smallestSecret: SMALLEST_SECRET,
    graceSeconds: GRACE_SECONDS,
  }
}

function trimmed(question: Question): Question {
  return {
    ...question,
    title: question.title.trim(),
    options: question.options.map((option) => ({ ...option, text: option.text.trim() })),
  }
}

function draftRow(id: QuestionId, meetingId: MeetingId, place: number): QuestionRow {
  return {
    question: {
      id,
      title: '',
      method: { type: 'decision', abstain: true },
      options: decisionOptions(true),
      names: 'open',
      bars: 'live',
      receipts: 'full',
      seconds: null,
    },
    meetingId,
    place,
    state: 'draft',
    deadline: null,
    latch: null,
    closedAt: null,
    rules: null,
    rulesHash: null,
    sealHead: null,
    sealSignature: null,
    seal: null,
    resultHead: null,
    resultSignature: null,
    tally: null,
    spoiled: 0,
    late: 0,
    drifted: false,
  }
}
