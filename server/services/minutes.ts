import type { JoinCode } from '../../shared/ids.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Minutes, MinutesOther, MinutesQuestion } from '../../shared/wire/minutes.ts'
import { toMinute } from '../domain/to-minute.ts'
import type { Ports } from '../ports.ts'
import type { QuestionRow } from '../rows.ts'
import type { Agenda, Hall } from './agenda.ts'
import type { Floor } from './floor.ts'
import { namesIn, openNames } from './naming.ts'

/** The record of a meeting: made anew whenever somebody asks, out of what was signed. */
export interface MinuteTaking {
  minutes(code: JoinCode): Promise<Result<Minutes>>
}

export function createMinuteTaking({
  agenda,
  box,
  signer,
  clock,
  floor,
}: Pick<Ports, 'box' | 'signer' | 'clock'> & {
  agenda: Agenda
  floor: Pick<Floor, 'shown'>
}): MinuteTaking {
  /** Minutes are for those who run the meeting, whom every rule of names names (D63). */
  const namesOf = async (row: QuestionRow) =>
    row.question.names === 'named'
      ? { names: openNames(row, await namesIn(box, row.question.id)) }
      : {}

  return {
    async minutes(code) {
      const found = agenda.byCode(code)
      if (!found.ok) return found
      const hall = found.value
      const { meeting, questions } = hall
      const asked = questions.filter(({ question }) => !question.test)
      const { keyId, publicKey } = signer
      const shown: MinutesQuestion[] = []
      for (const [at, row] of asked.entries()) {
        const found = revealed(hall, row, at + 1)
        if (found) shown.push({ ...found, ...(await namesOf(row)) })
      }
      return ok({
        format: 'mvoting-minutes',
        version: 1,
        title: meeting.title,
        code: meeting.code,
        since: toMinute(meeting.since),
        made: toMinute(clock.now()),
        keys: [{ keyId, publicKey }],
        questions: shown,
        ...(meeting.floor.minutes && { floor: floor.shown(hall) }),
        others: asked.flatMap((row, at) => other(row, at + 1) ?? []),
      })
    },
  }
}

/** Null before the reveal: then nothing of a count leaves, the facilitator's minutes included (L15). */
function revealed({ late }: Hall, row: QuestionRow, place: number): MinutesQuestion | null {
  const { question, rules, openedAt, seal, sealHead, sealSignature } = row
  const { state, resultHead, resultSignature } = row
  if (state !== 'revealed' || !seal?.fingerprint || !sealHead || !sealSignature) return null
  if (!resultHead || !resultSignature) return null
  return {
    place,
    question,
    presence: rules && { need: rules.presence.need, proofs: rules.presence.proofs },
    ...(rules?.weights && { weights: rules.weights }),
    openedAt: openedAt === null ? null : toMinute(openedAt),
    fingerprint: seal.fingerprint,
    seal: sealHead,
    sealSignature,
    result: resultHead,
    resultSignature,
    ...(row.texts && { texts: row.texts.shown }),
    late: late.get(question.id)?.size ?? 0,
  }
}

/** What nobody wrote is no item of the agenda. */
function other({ question, state }: QuestionRow, place: number): MinutesOther | null {
  const title = question.title.trim()
  if (state === 'revealed' || title === '') return null
  return { place, questionId: question.id, title, state }
}
