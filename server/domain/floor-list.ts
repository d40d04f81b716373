import type { Seat } from '../../shared/ids.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import type { FloorRow } from '../rows.ts'

/** Of one meeting that are neither hidden nor answered: somebody reads them. */
export const MOST_OPEN = 1000

/** Who asks, as far as a full list has to know. */
export interface Asker {
  /** A seat under a key that lives as long as the process: it is never written anywhere. */
  hand: string
  seat: Seat
  /** How many seats there are by now. */
  seats: number
}

/**
 * The questions of one meeting, in the order in which they came. Which of those that nobody at the
 * desk has looked at came from one hand is known in memory alone, so that a full list can be fair.
 */
export class FloorList {
  readonly #rows: Map<string, FloorRow>
  readonly #hands = new Map<string, string>()
  /** How many seats there were when it was filled; null: there is room. */
  #seatsThen: number | null = null

  constructor(rows: readonly FloorRow[]) {
    this.#rows = new Map(rows.map((row) => [row.id, row]))
  }

  get rows(): FloorRow[] {
    return [...this.#rows.values()]
  }
  get next(): number {
    return Math.max(0, ...this.rows.map(({ number }) => number)) + 1
  }

  find(id: string): FloorRow | undefined {
    return this.#rows.get(id)
  }

  /**
   * Which question gives way to a new one; null: there is room. On a full list one of the hand that has
   * most there leaves, so that many questions of few cost nobody else's place. Where each hand has one,
   * only who was here before it was full pushes one out: seats that come later are cheap to make.
   */
  roomFor({ hand, seat, seats }: Asker): Result<FloorRow | null> {
    if (this.rows.filter(isOpen).length < MOST_OPEN) {
      this.#seatsThen = null
      return ok(null)
    }
    this.#seatsThen ??= seats
    const unread = this.rows.filter((row) => isOpen(row) && !row.looked)
    const shares = new Map<string, number>()
    for (const { id } of unread)
      shares.set(this.#handOf(id), (shares.get(this.#handOf(id)) ?? 0) + 1)
    const own = shares.get(hand) ?? 0
    const most = Math.max(0, ...shares.values())
    const isFirst = own === 0 && seat <= this.#seatsThen
    if (most < own + 2 && !isFirst) return refuse('floor/full')
    const fullest = unread.filter(({ id }) => shares.get(this.#handOf(id)) === most)
    const [last] = fullest.sort((a, b) => a.voters.size - b.voters.size || b.number - a.number)
    return last ? ok(last) : refuse('floor/full')
  }

  add(row: FloorRow, { hand, seats }: Asker): void {
    this.#rows.set(row.id, row)
    this.#hands.set(row.id, hand)
    if (this.rows.filter(isOpen).length >= MOST_OPEN) this.#seatsThen ??= seats
  }

  remove({ id }: FloorRow): void {
    this.#rows.delete(id)
    this.#hands.delete(id)
  }

  /** It was looked at, so its hand is forgotten. */
  mark(row: FloorRow & { looked: true }): void {
    this.#rows.set(row.id, row)
    this.#hands.delete(row.id)
  }

  /** After a restart each that nobody has looked at is of a hand of its own. */
  #handOf(id: string): string {
    return this.#hands.get(id) ?? id
  }
}

const isOpen = ({ state }: FloorRow) => state === 'waiting' || state === 'shown'
