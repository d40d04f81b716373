import { CODE_ALPHABET, CODE_LENGTH, type JoinCode, type MeetingId } from '../../shared/ids.ts'
import { NO_FLOOR } from '../domain/floor.ts'
import { MAIN_SCREEN, newScreen } from '../domain/screens.ts'
import type { Ports } from '../ports.ts'
import type { MeetingRow } from '../rows.ts'
import type { Agenda } from './agenda.ts'

/** A meeting of nobody yet, with a code that no other one has. */
export function newMeeting(
  { agenda, clock, dice }: Pick<Ports, 'clock' | 'dice'> & { agenda: Pick<Agenda, 'byCode'> },
  title: string,
): MeetingRow {
  function freeCode(): JoinCode {
    const letter = () => CODE_ALPHABET[dice.below(CODE_ALPHABET.length)]
    const code = Array.from({ length: CODE_LENGTH }, letter).join('') as JoinCode
    return agenda.byCode(code).ok ? freeCode() : code
  }

  return {
    id: dice.id() as MeetingId,
    code: freeCode(),
    title: title.trim(),
    presence: { need: 'any', proofs: ['code', 'hand'], fence: null, networks: [] },
    password: null,
    helperLinks: 0,
    current: null,
    staged: false,
    locked: false,
    floor: NO_FLOOR,
    since: clock.now(),
    screens: [newScreen(MAIN_SCREEN)],
  }
}
