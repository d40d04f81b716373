import { createHmac } from 'node:crypto'
import { byVotes, isPublic, type FloorPicture, type FloorQuestion } from '../../shared/floor.ts'
import type { Seat } from '../../shared/ids.ts'
import type { FloorRow, MeetingRow } from '../rows.ts'

/** Off, until somebody at the desk wants it. */
export const NO_FLOOR: MeetingRow['floor'] = {
  ...{ on: false, check: true, minutes: false },
  ...{ staged: false, pinned: null },
}

/** What a hall can read, and a phone is told at once. */
const MOST_SHOWN = 60

/**
 * A seat's vote for one question, as a keyed hash of 16 bytes: without the server's key nobody can say
 * whose it is, nor which votes for two questions are of one seat.
 */
export function floorVoter(key: Uint8Array, id: string, seat: Seat): string {
  return createHmac('sha256', key).update(`${id}|${seat}`).digest('hex').slice(0, 32)
}

export const floorQuestion = ({ id, text, state, voters }: FloorRow): FloorQuestion => ({
  ...{ id, text, state },
  votes: voters.size,
})

/** What everybody may see of the floor, the most wanted first. */
export function floorPicture(rows: readonly FloorRow[]): FloorPicture {
  const shown = byVotes(rows.map(floorQuestion).filter(isPublic))
  return {
    questions: shown.slice(0, MOST_SHOWN),
    more: Math.max(0, shown.length - MOST_SHOWN),
    waiting: rows.filter(({ state }) => state === 'waiting').length,
  }
}
