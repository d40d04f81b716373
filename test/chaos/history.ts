import type { Leaf, QuestionId, Seat } from '../../shared/ids.ts'
import type { Cast } from '../../scripts/crowd/phone.ts'

/** What the box must and may hold for one seat, by what its phone was told. */
export interface Expected {
  seat: Seat
  /** The last acknowledged revision; 0 where nothing was. */
  rev: number
  /** Null where no ballot was acknowledged. */
  acked: Leaf | null
  /** Sent upon that revision and never answered: one of them may stand instead. */
  unknown: ReadonlySet<Leaf>
  /** Replaced or refused: none of them may stand. */
  gone: ReadonlySet<Leaf>
}

/** Every send and its answer of one question, told by seat. */
export function expectations(casts: readonly Cast[], questionId: QuestionId): Expected[] {
  const seats = new Map<Seat, Cast[]>()
  for (const cast of casts) {
    if (cast.questionId !== questionId) continue
    seats.set(cast.seat, [...(seats.get(cast.seat) ?? []), cast])
  }
  return [...seats].map(([seat, ofSeat]) => expected(seat, ofSeat))
}

function expected(seat: Seat, casts: readonly Cast[]): Expected {
  let rev = 0
  let acked: Leaf | null = null
  for (const cast of casts) {
    const kept = keptAs(cast)
    if (kept <= rev) continue
    rev = kept
    acked = cast.leaf
  }
  const isOpen = (cast: Cast) => cast.answer === null && cast.basedOn >= rev
  return {
    seat,
    rev,
    acked,
    unknown: new Set(casts.filter(isOpen).map(({ leaf }) => leaf)),
    gone: new Set(
      casts.filter((cast) => !isOpen(cast) && cast.leaf !== acked).map(({ leaf }) => leaf),
    ),
  }
}

/** A resend after the latch is told which revision counted (D47). */
function keptAs({ answer, basedOn }: Cast): number {
  if (answer === null) return 0
  if (answer.ok) return answer.value.rev
  const counted = Number(answer.refusal.detail?.countedRev ?? 0)
  return counted === basedOn + 1 ? counted : 0
}
