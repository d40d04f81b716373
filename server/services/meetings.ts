import type { MeetingId, QuestionId } from '../../shared/ids.ts'
import type { PresenceRule } from '../../shared/presence.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { testQuestion, type Question } from '../../shared/vote.ts'
import { checkFence } from '../domain/fence.ts'
import { checkNetworks } from '../domain/networks.ts'
import type { Ports } from '../ports.ts'
import { isRunning, type Agenda, type Hall } from './agenda.ts'
import { addDrafts, draftRow, inFront, inserted, nextDraft, reordered, shaped } from './drafts.ts'
import { newMeeting } from './new-meeting.ts'
import { nextSeq, type Questions } from './questions.ts'

export interface Meetings {
  /** After a start: halves are finished, timers run again, counters hold what the boxes hold. Never throws. */
  resume(): Promise<void>
  /** A meeting with an empty first question: the ready one of a new server, or one more. */
  add(title: string): Promise<Hall>
  /** Takes a meeting away with all that was kept for it; refused while it takes ballots. */
  remove(hall: Hall): Promise<Result<null>>
  name(id: MeetingId, title: string): Promise<Result<null>>
  setPresence(id: MeetingId, rule: PresenceRule): Promise<Result<null>>
  /** Locked doors let nobody in but by the host's hand. */
  lock(id: MeetingId, locked: boolean): Promise<Result<null>>
  /** An empty one, or a test; right before another draft, or (null) behind all. */
  addQuestion(
    id: MeetingId,
    added?: { before: QuestionId | null; kind: 'blank' | 'test' },
  ): Promise<Result<{ questionId: QuestionId }>>
  /** A question with this title before all other drafts, and next to open. */
  insertQuestion(id: MeetingId, title: string): Promise<Result<{ questionId: QuestionId }>>
  writeQuestion(id: MeetingId, question: Question): Promise<Result<null>>
  removeQuestion(id: MeetingId, questionId: QuestionId): Promise<Result<null>>
  /** A draft goes right before another one, or (null) behind all; said twice it moves once. */
  moveQuestion(
    id: MeetingId,
    questionId: QuestionId,
    before: QuestionId | null,
  ): Promise<Result<null>>
  open(id: MeetingId, questionId: QuestionId): Promise<Result<null>>
  close(id: MeetingId, questionId: QuestionId): Promise<Result<null>>
  next(id: MeetingId): Promise<Result<null>>
  stop(): void
}

export function createMeetings({
  agenda,
  questions,
  clock,
  dice,
  keys,
  bus,
}: Pick<Ports, 'clock' | 'dice' | 'keys' | 'bus'> & {
  agenda: Agenda
  questions: Questions
}): Meetings {
  const find = agenda.questionOf

  return {
    async resume() {
      for (const hall of agenda.halls()) await questions.resume(hall)
    },
    async add(title) {
      const meeting = newMeeting({ agenda, clock, dice }, title)
      const row = draftRow(dice.id() as QuestionId, meeting.id)
      return agenda.addMeeting({ ...meeting, current: row.question.id }, [{ ...row, place: 1 }])
    },
    remove: (hall) =>
      agenda.inTurn(hall.meeting.id, async () => {
        if (isRunning(hall)) return refuse('meeting/running')
        if (hall.questions.some(({ counting }) => counting === 'running'))
          return refuse('question/counting')
        // Keys first: whoever is killed here finds the meeting and deletes it again, and no key outlives
        // its rows.
        for (const { question } of hall.questions) await keys.destroy(question.id)
        await agenda.removeMeeting(hall)
        bus.removed(hall.meeting.id)
        return ok(null)
      }),
    name: (id, title) =>
      agenda.inTurn(id, async () => {
        const hall = agenda.hall(id)
        const named = title.trim()
        if (named === hall.meeting.title) return ok(null)
        await agenda.saveMeeting(hall, { title: named })
        bus.event(id, { type: 'meeting:named', seq: nextSeq(hall, bus), title: named })
        return ok(null)
      }),
    setPresence: (id, rule) =>
      agenda.inTurn(id, async () => {
        // Who may vote is part of the frozen rules (D2).
        if (isRunning(agenda.hall(id))) return refuse('presence/frozen')
        const checked = checkRule(rule)
        if (!checked.ok) return checked
        if (rule.proofs.includes('password') && agenda.hall(id).meeting.password === null)
          return refuse('password/missing')
        await agenda.saveMeeting(agenda.hall(id), { presence: rule })
        bus.desk(id)
        bus.numbers(id)
        bus.admission(id, null)
        return ok(null)
      }),
    lock: (id, locked) =>
      agenda.inTurn(id, async () => {
        const hall = agenda.hall(id)
        if (hall.meeting.locked === locked) return ok(null)
        await agenda.saveMeeting(hall, { locked })
        bus.event(id, { type: 'doors:locked', seq: nextSeq(hall, bus), locked })
        bus.admission(id, null)
        return ok(null)
      }),
    addQuestion: (id, { before, kind } = { before: null, kind: 'blank' }) =>
      agenda.inTurn(id, async () => {
        const hall = agenda.hall(id)
        const next = before === null ? null : (find(id, before)?.row ?? null)
        if (before !== null && !next) return refuse('question/unknown')
        if (next && next.state !== 'draft') return refuse('question/frozen')
        const row = draftRow(dice.id() as QuestionId, id)
        const questionId = row.question.id
        const question = kind === 'test' ? testQuestion(questionId) : row.question
        const added = await addDrafts(agenda, hall, inserted(hall, [{ ...row, question }], next))
        if (!added.ok) return added
        bus.desk(id)
        return ok({ questionId })
      }),
    insertQuestion: (id, title) =>
      agenda.inTurn(id, async () => {
        const hall = agenda.hall(id)
        const row = draftRow(dice.id() as QuestionId, id)
        const questionId = row.question.id
        const asked = { ...row, question: { ...row.question, title } }
        const added = await addDrafts(agenda, hall, inFront(hall, [asked]))
        if (!added.ok) return added
        bus.desk(id)
        return ok({ questionId })
      }),
    writeQuestion: (id, question) =>
      agenda.inTurn(id, async () => {
        const found = find(id, question.id)
        if (!found) return refuse('question/unknown')
        if (found.row.state !== 'draft') return refuse('question/frozen')
        await agenda.saveQuestion({ ...found.row, question: fitted(found.row.question, question) })
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
    moveQuestion: (id, questionId, before) =>
      agenda.inTurn(id, async () => {
        const found = find(id, questionId)
        const next = before === null ? null : find(id, before)
        if (!found || (before !== null && !next)) return refuse('question/unknown')
        const { hall, row } = found
        if ([row, next?.row].some((each) => each && each.state !== 'draft'))
          return refuse('question/frozen')
        if (before === questionId) return ok(null)
        await agenda.saveQuestions(reordered(hall, row, next?.row ?? null))
        if (!hall.meeting.staged)
          await agenda.saveMeeting(hall, { current: nextDraft(hall)?.question.id ?? null })
        bus.desk(id)
        return ok(null)
      }),
    open: (id, questionId) =>
      agenda.inTurn(id, async () => {
        const found = find(id, questionId)
        return found ? questions.open(found.hall, found.row) : refuse('question/unknown')
      }),
    close: (id, questionId) =>
      agenda.inTurn(id, async () =>
        find(id, questionId) ? questions.end(questionId) : refuse('question/unknown'),
      ),
    next: (id) =>
      agenda.inTurn(id, async () => {
        const hall = agenda.hall(id)
        await questions.settle(hall)
        if (isRunning(hall)) return refuse('question/wrong-state')
        const current = nextDraft(hall)?.question.id ?? null
        await agenda.saveMeeting(hall, { current, staged: false })
        bus.event(id, { type: 'stage:cleared', seq: hall.seq })
        bus.desk(id)
        bus.numbers(id)
        return ok(null)
      }),
    stop: () => {
      questions.stop()
    },
  }
}

/** Can people prove to be here by this rule? */
function checkRule({ need, proofs, fence, networks }: PresenceRule): Result<unknown> {
  if (proofs.includes('fence')) {
    const checked = fence ? checkFence(fence) : refuse('fence/missing')
    if (!checked.ok) return checked
  }
  if (!proofs.includes('network')) return ok(null)
  // Phones on mobile data must not be refused for it (D32).
  return need === 'all' || proofs.length === 1 ? refuse('network/alone') : checkNetworks(networks)
}

/** What is written, as far as the question may be it: a test and a round are such from their making. */
function fitted({ test, roundOf, ...old }: Question, written: Question): Question {
  if (test) return { ...old, test, roundOf }
  const { method, options } = roundOf === null ? written : old
  return shaped({ ...written, ...{ test, roundOf, method, options } })
}
