import type { Seat } from '../../shared/ids.ts'
import type { Fence, PresenceRule } from '../../shared/presence.ts'
import { commitmentTo } from '../../shared/tally/lot.ts'
import { GRACE_SECONDS, type Opening, type Question } from '../../shared/vote.ts'
import { setOf } from '../../shared/sets.ts'
import type { FenceShape, QuestionRow, Rules } from '../rows.ts'
import { electorateOf, type Room } from './electorate.ts'
import type { Roster } from './roster.ts'

/** As it is asked: without blanks at the ends, and for a place only where the meeting has one. */
export function frozen(question: Question, { proofs }: PresenceRule): Question {
  return {
    ...question,
    fresh: question.fresh && proofs.includes('fence'),
    title: question.title.trim(),
    auditors: question.ballots === 'totals' ? question.auditors.trim() : '',
    options: question.options.map((option) => ({ ...option, text: option.text.trim() })),
  }
}

/** Whom a question is for, where it is for those alone who are here when it opens (L07). */
export function openingOf({ electorate }: Question, room: Room): Opening | null {
  if (electorate !== 'opening') return null
  const { present, weights } = electorateOf(room)
  const weight = weights && { weight: weights.present }
  return { lastSeat: room.seats as Seat, seats: present, ...weight }
}

/** Which others are revealed with this question, whatever comes between them from now on; null: it is in no set. */
export function frozenSet(rows: readonly QuestionRow[], { question: { id }, set }: QuestionRow) {
  const members = setOf(rows, id)
  if (!members) return null
  const others = members.filter((row) => row.question.id !== id && row.set === null)
  return { id: set ?? id, others: others.map((row) => ({ ...row, set: set ?? id })) }
}

/** What is hashed and published of an opening (D2). */
export function rulesOf(
  question: Question,
  {
    presence,
    opening,
    roster,
    lotSeed,
  }: {
    presence: PresenceRule
    opening: Opening | null
    roster: Pick<Roster, 'isSet' | 'weights'>
    lotSeed: string | null
  },
): Rules {
  const { need, proofs, fence } = presence
  return {
    question,
    // The place itself is not for those who would like to fake it.
    presence: { need, proofs, fence: fence && shapeOf(fence) },
    opening,
    identity: roster.isSet ? 'roster' : 'device',
    ...(roster.weights && { weights: roster.weights }),
    change: 'until close',
    graceSeconds: GRACE_SECONDS,
    ...(lotSeed !== null && { lot: commitmentTo(lotSeed) }),
  }
}

function shapeOf(fence: Fence): FenceShape {
  const { type, grace } = fence
  return type === 'circle' ? { type, radius: fence.radius, grace } : { type, grace }
}
