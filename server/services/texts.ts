import type { MeetingId, QuestionId } from '../../shared/ids.ts'
import type { Of } from '../../shared/method.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { mergedTexts, type TextCount } from '../../shared/tally/texts.ts'
import type { WrittenText } from '../../shared/wire/texts.ts'
import { shownAfter, toldTexts } from '../domain/texts.ts'
import type { Ports } from '../ports.ts'
import type { QuestionRow } from '../rows.ts'
import { isOnStage, type Agenda } from './agenda.ts'
import { nextSeq } from './questions.ts'

/** Answers in words: none is before everybody until the facilitator has looked at it (L11). */
export interface Texts {
  /** Every answer of a revealed question with how often it was given; `undo`: is there a change to undo? */
  list(
    id: MeetingId,
    questionId: QuestionId,
  ): Promise<Result<{ texts: WrittenText[]; undo: boolean }>>
  /** Shows or hides one answer or (null) all of them. */
  show(
    id: MeetingId,
    questionId: QuestionId,
    change: { text: string | null; shown: boolean },
  ): Promise<Result<null>>
  /** What was shown before the last change is shown again; said twice, what was after it. */
  undo(id: MeetingId, questionId: QuestionId): Promise<Result<null>>
}

/** A facilitator who shows word after word tells a thousand phones of it this often. */
const TOLD_EVERY_MS = 1000
/** Boxes that were read last: a desk asks again at every tap. */
const MOST_KEPT = 8

export function createTexts({
  agenda,
  box,
  bus,
  clock,
}: Pick<Ports, 'box' | 'bus' | 'clock'> & { agenda: Agenda }): Texts {
  const kept = new Map<QuestionId, Promise<TextCount[]>>()
  const told = new Map<QuestionId, { at: number; isDue: boolean }>()

  function found(id: MeetingId, questionId: QuestionId) {
    const known = agenda.questionOf(id, questionId)
    if (!known) return refuse('question/unknown')
    const { method } = known.row.question
    // Withheld is withheld from the facilitator too (D53).
    if (method.type !== 'text' || known.row.tally?.state !== 'counted')
      return refuse('question/wrong-state')
    return ok({ ...known, method })
  }

  function read(questionId: QuestionId, { show }: Of<'text'>): Promise<TextCount[]> {
    const known = kept.get(questionId)
    if (known) return known
    const reading = box.read(questionId).then(({ ballots }) => mergedTexts(show, ballots))
    kept.set(questionId, reading)
    reading.catch(() => kept.delete(questionId))
    for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest)
    return reading
  }

  function tell(id: MeetingId, questionId: QuestionId): void {
    const known = agenda.questionOf(id, questionId)
    if (!known) return
    const { hall, row } = known
    bus.desk(id)
    bus.screens(id, null)
    told.set(questionId, { at: clock.since(), isDue: false })
    if (isOnStage(hall, questionId))
      bus.event(id, {
        type: 'texts:changed',
        seq: nextSeq(hall, bus),
        questionId,
        texts: toldTexts(row.texts?.shown ?? []),
      })
  }

  /** At once after a quiet while, else as soon as that while is over. */
  function tellSoon(id: MeetingId, questionId: QuestionId): void {
    const last = told.get(questionId)
    if (last?.isDue) return
    const wait = last ? last.at + TOLD_EVERY_MS - clock.since() : 0
    if (!last || wait <= 0) {
      tell(id, questionId)
      return
    }
    last.isDue = true
    clock.after(wait, () => {
      tell(id, questionId)
    })
  }

  async function save(row: QuestionRow, shown: readonly TextCount[]): Promise<void> {
    const before = row.texts?.shown ?? []
    await agenda.saveQuestion({ ...row, texts: { shown, before } })
    tellSoon(row.meetingId, row.question.id)
  }

  return {
    async list(id, questionId) {
      const known = found(id, questionId)
      if (!known.ok) return known
      const { row, method } = known.value
      const shown = new Set(row.texts?.shown.map(({ text }) => text))
      const texts = await read(questionId, method)
      return ok({
        texts: texts.map((each) => ({ ...each, shown: shown.has(each.text) })),
        undo: row.texts !== null,
      })
    },
    show: (id, questionId, { text, shown: is }) =>
      agenda.inTurn(id, async () => {
        const known = found(id, questionId)
        if (!known.ok) return known
        const all = await read(questionId, known.value.method)
        const row = agenda.question(questionId)?.row ?? known.value.row
        const { show } = known.value.method
        const shown = shownAfter(all, row.texts?.shown ?? [], { show, text, is })
        if (!shown) return refuse('text/unknown')
        await save(row, shown)
        return ok(null)
      }),
    undo: (id, questionId) =>
      agenda.inTurn(id, async () => {
        const known = found(id, questionId)
        if (!known.ok) return known
        const { row } = known.value
        if (row.texts) await save(row, row.texts.before)
        return ok(null)
      }),
  }
}
