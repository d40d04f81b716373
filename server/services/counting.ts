import type { MeetingId, QuestionId } from '../../shared/ids.ts'
import { canonical } from '../../shared/leaf.ts'
import { fingerprint } from '../../shared/proof.ts'
import { refuse, ok, type Result } from '../../shared/result.ts'
import type { Marks } from '../../shared/marks.ts'
import { publicStamp } from '../../shared/stamp.ts'
import type { Tally } from '../../shared/tally/counted.ts'
import type { Electorate } from '../../shared/tally/decision.ts'
import { lotOf } from '../../shared/tally/lot.ts'
import { countMarks } from '../../shared/tally/choice.ts'
import { openWith } from '../../shared/tally/texts.ts'
import type { PublishedQuestion, ResultHead, SealHead } from '../../shared/wire/api.ts'
import { electorateOf, withHand } from '../domain/electorate.ts'
import { toMinute } from '../domain/to-minute.ts'
import { otherRounds, tellsApart } from '../domain/rounds.ts'
import type { CountedBox, Ports } from '../ports.ts'
import type { QuestionRow } from '../rows.ts'
import type { Agenda, Hall } from './agenda.ts'
import type { Course, Tallying } from './tallying.ts'

/** Ballots: to read more at the seal would hold up who casts elsewhere. There seats alone are compared. */
const MOST_COMPARED = 20_000

/** A counted box, and those it was counted for. */
export interface Counted extends CountedBox {
  electorate: Electorate
}

export interface Counting {
  /** Opens the envelopes of a closed question and signs the seal head; the same again if repeated. */
  seal(row: QuestionRow): Promise<QuestionRow>
  /** After the sealed row is kept: counters and key are no longer needed. Idempotent. */
  forget(questionId: QuestionId): Promise<void>
  /** Counts a sealed question, with all that stands for it now. */
  count(hall: Hall, row: QuestionRow, course: Course): Promise<Counted>
  /** What the count came to, with the signed result head; `beside` are those shown by the same reveal. */
  result(
    hall: Hall,
    row: QuestionRow,
    counted: Counted,
    beside: readonly QuestionRow[],
  ): QuestionRow
  /** All that a recount needs; before the reveal nobody gets it, the facilitator included (D13). */
  published(questionId: QuestionId): Promise<Result<PublishedQuestion>>
  /** The same with every ballot, for those who recount where totals alone are published. */
  audit(id: MeetingId, questionId: QuestionId): Promise<Result<PublishedQuestion>>
}

export function createCounting({
  agenda,
  box,
  keys,
  signer,
  counters,
  tallying,
  log,
}: Pick<Ports, 'box' | 'keys' | 'signer' | 'counters' | 'log'> & {
  agenda: Agenda
  tallying: Tallying
}): Counting {
  /** The live count is a hint; where it differs, the ballots win and the desk is told (ME9). */
  async function drifted({ question }: QuestionRow, size: number): Promise<boolean> {
    const voted = counters.voted(question.id)
    if (voted === null) return false
    const live = counters.counts(question.id)
    // Where no bars grew there is nothing to compare that the box would have to be read for.
    const bars = size > MOST_COMPARED ? null : live
    const sealed = bars && countMarks(question, (await box.read(question.id)).ballots)
    const same = voted === size && canonical(bars) === canonical(sealed)
    if (!same) log.warn('count/drift', { questionId: question.id, size })
    return !same
  }

  /** What was signed, with the list: in full where it is open, and else by leaf. */
  async function resultOf(
    row: QuestionRow,
    isOpen: (marks: Marks) => boolean,
  ): Promise<Result<PublishedQuestion>> {
    const { question, rules, sealHead, sealSignature, resultHead, resultSignature } = row
    if (question.test) return refuse('question/test')
    if (row.state !== 'revealed' || !sealHead || !resultHead || !sealSignature || !resultSignature)
      return refuse('question/wrong-state')
    const { ballots, salt } = await box.read(question.id)
    const withheld = resultHead.tally.state === 'withheld'
    const listed = ballots.flatMap(({ leaf, marks, nonce, ...stamp }) =>
      isOpen(marks) ? { leaf, marks, ...publicStamp(stamp), ...(nonce !== null && { nonce }) } : [],
    )
    const hidden = ballots.flatMap(({ leaf, marks, nonce: _, ...stamp }) =>
      isOpen(marks) ? [] : { leaf, ...publicStamp(stamp) },
    )
    return ok({
      question,
      rules,
      seal: sealHead,
      sealSignature,
      result: resultHead,
      resultSignature,
      // With it anyone could try out which few ballots give the root, or what a hidden one says.
      salt: withheld || hidden.length > 0 ? null : salt,
      ballots: withheld ? null : listed,
      ...(!withheld && hidden.length > 0 && { hidden }),
    })
  }

  return {
    async seal(row) {
      const questionId = row.question.id
      const { size, root } = await box.seal(questionId)
      if (row.question.test)
        return { ...row, seal: { size, fingerprint: null }, drifted: await drifted(row, size) }
      const head: SealHead = { questionId, rulesHash: row.rulesHash ?? '', size, root }
      return {
        ...row,
        sealHead: head,
        sealSignature: signer.sign(canonical(head)),
        seal: { size, fingerprint: fingerprint(head) },
        drifted: await drifted(row, size),
      }
    },

    async forget(questionId) {
      counters.stop(questionId)
      await keys.destroy(questionId)
    },

    async count(hall, row, course) {
      const { question, hand, lotSeed } = row
      const lot = lotOf(question, lotSeed)
      const electorate = withHand(row.electorate ?? electorateOf(hall, row.opening), hand)
      const job = { question, beside: { electorate, lot, ...(hand && { hand }) } }
      return { ...(await tallying.tally(job, row.seal?.size ?? 0, course)), electorate }
    },

    result(hall, row, { tally, ballots, turnout, electorate }, beside) {
      const { question, sealHead, closedAt, hand, lotSeed } = row
      const shown = hall.questions.map(
        (other) => beside.find((each) => each.question.id === other.question.id) ?? other,
      )
      const counted = besideRounds(shown, { ...row, electorate }, tally)
      if (question.test) return { ...row, tally: counted, electorate }
      if (!sealHead || closedAt === null) throw new Error(`${question.id} has no seal head`)
      const head: ResultHead = {
        seal: sealHead,
        tally: counted,
        turnout,
        spoiled: ballots - counted.ballots,
        electorate,
        ...(hand && counted.state === 'counted' && { hand }),
        ...(lotSeed !== null && { lotSeed }),
        reopenings: row.reopenings,
        closedAt: toMinute(closedAt),
        keyId: signer.keyId,
      }
      return {
        ...row,
        tally: counted,
        electorate,
        spoiled: head.spoiled,
        resultHead: head,
        resultSignature: signer.sign(canonical(head)),
      }
    },

    async published(questionId) {
      const row = agenda.question(questionId)?.row
      if (!row || row.state === 'draft') return refuse('question/unknown')
      const { question, texts } = row
      return resultOf(
        row,
        question.ballots === 'totals' ? () => false : openWith(question, texts?.shown ?? []),
      )
    },

    async audit(id, questionId) {
      const row = agenda.questionOf(id, questionId)?.row
      if (!row || row.state === 'draft') return refuse('question/unknown')
      // A few people's ballots are nobody's to read (D53).
      if (row.question.ballots !== 'totals' || row.tally?.state === 'withheld')
        return refuse('question/no-audit')
      return resultOf(row, () => true)
    },
  }
}

/** Withheld where another round that is shown would tell what a few people chose (D53). */
function besideRounds(shown: readonly QuestionRow[], row: QuestionRow, counted: Tally): Tally {
  const { question, electorate } = row
  const isTelling = otherRounds(shown, row).some(
    (other) =>
      other.tally?.state === 'counted' &&
      other.electorate !== null &&
      electorate !== null &&
      tellsApart(
        { ...row, ...question, ...electorate },
        { ...other, ...other.question, ...other.electorate },
      ),
  )
  if (!isTelling || counted.state === 'withheld') return counted
  return { state: 'withheld', ballots: counted.ballots, least: question.least, round: true }
}
