import type { MeetingId, QuestionId } from '../../shared/ids.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { mayReadNames, type Reader } from '../../shared/stamp.ts'
import { openPart } from '../../shared/tally/texts.ts'
import type { NamedBallot } from '../../shared/wire/results.ts'
import type { Pass } from '../domain/pass.ts'
import type { Ports } from '../ports.ts'
import type { QuestionRow } from '../rows.ts'
import { isOnStage, type Agenda, type Hall } from './agenda.ts'

/** Who chose what, for those whom the question's rule names (D63): from the reveal on, and to nobody before. */
export interface Naming {
  /** To a page of the meeting: whoever runs it, or a big screen. */
  toPage(id: MeetingId, questionId: QuestionId, reader: Reader): Promise<Result<Names>>
  /** To a phone with a seat, while the room looks at the question. */
  toPhone(pass: Pass, questionId: QuestionId): Promise<Result<Names>>
}

interface Names {
  ballots: NamedBallot[]
}

/** A hall that asks at once waits for one reading of the box; older ones are read again. */
const MOST_KEPT = 8

export function createNaming({ agenda, box }: Pick<Ports, 'box'> & { agenda: Agenda }): Naming {
  const kept = new Map<QuestionId, Promise<NamedBallot[]>>()

  function read(questionId: QuestionId): Promise<NamedBallot[]> {
    const known = kept.get(questionId)
    if (known) return known
    const reading = namesIn(box, questionId)
    kept.set(questionId, reading)
    reading.catch(() => kept.delete(questionId))
    for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest)
    return reading
  }

  async function names(hall: Hall, id: QuestionId, reader: Reader): Promise<Result<Names>> {
    const row = hall.questions.find(({ question }) => question.id === id)
    if (!row) return refuse('question/unknown')
    if (row.state !== 'revealed') return refuse('question/wrong-state')
    if (!mayReadNames(row.question, reader)) return refuse('names/not-shown')
    return ok({ ballots: openNames(row, await read(id)) })
  }

  return {
    toPage: (id, questionId, reader) => names(agenda.hall(id), questionId, reader),
    async toPhone({ vote, seats, holder }, questionId) {
      const hall = agenda.hall(vote)
      const { roster, voices, withdrawn } = hall
      const entry = roster.byDevice(holder)
      const isHere = roster.isSet
        ? entry !== null && voices.isHere(entry)
        : !withdrawn.has(holder) && !seats.some(roster.isListed)
      // Another list may have been set since: what the room does not look at is not theirs to ask for.
      if (!isHere || !isOnStage(hall, questionId)) return refuse('names/not-shown')
      return names(hall, questionId, roster.isSet ? 'listed' : 'anybody')
    },
  }
}

/** In order of name, which says nothing of when anybody voted. */
export async function namesIn(
  box: Pick<Ports['box'], 'read'>,
  questionId: QuestionId,
): Promise<NamedBallot[]> {
  const { ballots } = await box.read(questionId)
  const named = ballots.map(({ leaf, name = '', marks, weight, blind }) => ({
    ...{ name, marks },
    ...(weight !== undefined && { weight }),
    ...(blind !== undefined && { proof: { leaf, blind } }),
  }))
  return named.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/** Of answers in words those alone that everybody may read. */
export const openNames = ({ question, texts }: QuestionRow, named: readonly NamedBallot[]) =>
  named.map((each) => ({ ...each, marks: openPart(question, texts?.shown ?? [], each.marks) }))
