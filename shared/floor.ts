import { plain } from './plain.ts'
import { ok, refuse, type Result } from './result.ts'

/** Questions from the floor: who is admitted asks, everybody says which of them matter (L23). */

export const MAX_FLOOR_LETTERS = 200

export interface FloorRule {
  /** May phones ask? */
  on: boolean
  /** Is nothing shown before somebody at the desk has looked at it? */
  check: boolean
  /** Do the minutes list those that everybody could read? */
  minutes: boolean
}

/** waiting: nobody at the desk has looked at it. answered: still shown, but no longer voted for. */
export type FloorState = 'waiting' | 'shown' | 'hidden' | 'answered'

/** A question as everybody sees it: nobody's name stands beside it, and no time. */
export interface FloorQuestion {
  id: string
  text: string
  state: FloorState
  votes: number
}

/** How the floor stands before everybody. */
export interface FloorView extends Pick<FloorRule, 'on' | 'check'> {
  /** Is it on the big screen, in place of the stage? */
  staged: boolean
  /** The one in large type. */
  pinned: string | null
}

/** What the big screen shows of it. */
export interface FloorPicture {
  questions: readonly FloorQuestion[]
  /** Shown beside these. */
  more: number
  /** How many nobody at the desk has looked at. */
  waiting: number
}

/** A question as it is kept: plain words, whatever was typed around them. */
export function checkFloorText(typed: string): Result<string> {
  const text = plain(typed)
  if (text === '') return refuse('floor/odd')
  const over = [...text].length - MAX_FLOOR_LETTERS
  return over > 0 ? refuse('floor/too-long', { most: MAX_FLOOR_LETTERS, over }) : ok(text)
}

/** Those that most people want to hear about first; of equals the one that was asked first. */
export function byVotes(questions: readonly FloorQuestion[]): FloorQuestion[] {
  const rank = ({ state }: FloorQuestion) => (state === 'answered' ? 1 : 0)
  return [...questions].sort((a, b) => rank(a) - rank(b) || b.votes - a.votes)
}

export const isPublic = ({ state }: Pick<FloorQuestion, 'state'>): boolean =>
  state === 'shown' || state === 'answered'
