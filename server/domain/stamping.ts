import type { Stamp } from '../../shared/stamp.ts'
import type { Question } from '../../shared/vote.ts'
import type { Entry, Roster } from './roster.ts'

/** Bytes that keep the print of a name from being tried out. */
export const BLIND_BYTES = 16

/** What stands beside this entry's choice, by the rules that the question was opened with. */
export function stampOf(
  { names, namesFor }: Question,
  entry: Entry,
  { roster, blind }: { roster: Roster; blind: () => string },
): Stamp {
  const weight = roster.weightOf(entry)
  return {
    ...(weight !== null && { weight }),
    ...(names === 'named' && { name: roster.labelOf(entry) }),
    ...(names === 'named' && namesFor === 'roster' && { blind: blind() }),
  }
}

/** Every stamp that this question's answers may get: the longest says how large envelopes are. */
export function stampsOf(question: Question, roster: Roster): Stamp[] {
  const blind = () => '0'.repeat(2 * BLIND_BYTES)
  return roster.entries.map((entry) => stampOf(question, entry, { roster, blind }))
}
