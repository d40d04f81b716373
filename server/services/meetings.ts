import {
  CODE_ALPHABET,
  CODE_LENGTH,
  type JoinCode,
  type MeetingId,
  type QuestionId,
} from '../../shared/ids.ts'
import type { PresenceRule } from '../../shared/presence.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { decisionOptions, type Question } from '../../shared/vote.ts'
import { checkFence } from '../domain/fence.ts'
import { checkNetworks } from '../domain/networks.ts'
import { MAIN_SCREEN, newScreen } from '../domain/screens.ts'
import type { Ports } from '../ports.ts'
import { isRunning, type Agenda, type Hall } from './agenda.ts'
import { draftRow, inFront, inserted, nextDraft, reordered } from './drafts.ts'
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
  addQuestion(id: MeetingId): Promise<Result<{ questionId: QuestionId }>>
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

  function freeCode(): JoinCode {
    const letter = () => CODE_ALPHABET[dice.below(CODE_ALPHABET.length)]
    const code = Array.from({ length: CODE_LENGTH }, letter).join('') as JoinCode
    return agenda.byCode(code).ok ? freeCode() : code
  }

  async function addDraft(hall: Hall): Promise<QuestionId> {
    const row = draftRow(dice.id() as QuestionId, hall.meeting.id)
    await agenda.saveQuestions(inserted(hall, [row], null))
    if (hall.meeting.current === null) await agenda.saveMeeting(hall, { current: row.question.id })
    return row.question.id
  }

  return {
    async resume() {
      for (const hall of agenda.halls()) await questions.resume(hall)
    },
    async add(title) {
      const hall = await agenda.addMeeting({
        id: dice.id() as MeetingId,
        code: freeCode(),
        title: title.trim(),
        presence: { need: 'any', proofs: ['code', 'hand'], fence: null, networks: [] },
        password: null,
        helperLinks: 0,
        current: null,
        staged: false,
        locked: false,
        since: clock.now(),
        screens: [newScreen(MAIN_SCREEN)],
      })
      await addDraft(hall)
      return hall
    },
    remove: (hall) =>
      agenda.inTurn(hall.meeting.id, async () => {
        if (isRunning(hall)) return refuse('meeting/running')
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
    addQuestion: (id) =>
      agenda.inTurn(id, async () => {
        const questionId = await addDraft(agenda.hall(id))
        bus.desk(id)
        return ok({ questionId })
      }),
    insertQuestion: (id, title) =>
      agenda.inTurn(id, async () => {
        const hall = agenda.hall(id)
        const row = draftRow(dice.id() as QuestionId, id)
        const questionId = row.question.id
        await agenda.saveQuestions(
          inFront(hall, [{ ...row, question: { ...row.question, title } }]),
        )
        if (!hall.meeting.staged) await agenda.saveMeeting(hall, { current: questionId })
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
  const { method, options } = roundOf === null ? written : old
  const isDecision = method.type === 'decision'
  return {
    ...written,
    ...{ test, roundOf, method },
    options: isDecision ? decisionOptions(method.abstain) : options,
    decision: isDecision ? written.decision : null,
  }
}
