import type { Electorate } from '../../shared/tally/decision.ts'
import type { Question } from '../../shared/vote.ts'
import type { QuestionRow } from '../rows.ts'

/** The other rounds of a question, whichever came first (D61). */
export function otherRounds(rows: readonly QuestionRow[], row: QuestionRow): QuestionRow[] {
  const first = firstOf(rows, row)
  return rows.filter(
    (other) =>
      other !== row && firstOf(rows, other) === first && other.question.id !== row.question.id,
  )
}

function firstOf(rows: readonly QuestionRow[], { question }: QuestionRow): Question['id'] {
  const earlier = rows.find((row) => row.question.id === question.roundOf)
  return earlier ? firstOf(rows, earlier) : question.id
}

/**
 * Would two counts side by side say what the few chose who are in one and not in the other? Only where
 * one of them is secret, and the electorates differ by fewer than its least size (D53), all of them or
 * those of one weight, whose ballots are a group of their own (D55). One person may bring many seats,
 * so where anything differs people must differ by as many (D56).
 */
export function tellsApart(one: Round, other: Round): boolean {
  const least = Math.max(
    ...[one, other].map(({ names, least }) => (names === 'secret' ? least : 0)),
  )
  const isFew = (difference: number) => difference > 0 && difference < least
  const weights = one.alike && other.alike ? Object.keys({ ...one.alike, ...other.alike }) : []
  const isGroupFew = (weight: string | null) => {
    const [before, after] = [groupOf(one, weight), groupOf(other, weight)]
    const seats = Math.abs(before.seats - after.seats)
    const people = Math.abs(before.people - after.people)
    return isFew(seats) || (seats + people > 0 && people < least)
  }
  return isFew(Math.abs(one.entitled - other.entitled)) || [null, ...weights].some(isGroupFew)
}

/** Seats that could vote and people who held them: of one weight, or (null) of all. */
function groupOf({ present, alike, lent }: Round, weight: string | null) {
  const seats = weight === null ? present : (alike?.[weight] ?? 0)
  return { seats, people: seats - ((weight === null ? lent?.all : lent?.alike[weight]) ?? 0) }
}

type Round = Electorate & Pick<Question, 'names' | 'least'> & Pick<QuestionRow, 'alike' | 'lent'>
