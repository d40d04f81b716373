import { createHash, createHmac } from 'node:crypto'
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
 * What everybody calls a question: the hash of a secret that the phone drew for it. Whoever knows the
 * secret asked it, and sent twice it is one question still; nothing else is stored to say so.
 */
export function floorId(secret: string): string {
  return createHash('sha256').update(`floor|${secret}`).digest('hex').slice(0, 32)
}

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

/** What everybody may see of the floor, the most wanted first; the one in large type is always among them. */
export function floorPicture(rows: readonly FloorRow[], pinned: string | null): FloorPicture {
  const shown = byVotes(rows.map(floorQuestion).filter(isPublic))
  const first = shown.slice(0, MOST_SHOWN)
  const large = shown.slice(MOST_SHOWN).find(({ id }) => id === pinned)
  const questions = large ? [...first.slice(0, -1), large] : first
  return {
    questions,
    more: shown.length - questions.length,
    waiting: rows.filter(({ state }) => state === 'waiting').length,
  }
}
