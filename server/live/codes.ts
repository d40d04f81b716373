import type { Limits } from '../limits.ts'
import type { Doors } from '../services/doors.ts'
import type { Rosters } from '../services/rosters.ts'
import type { Helping } from '../services/helping.ts'
import type { Joining, Scanned, Tried, Visitor } from '../services/joining.ts'
import { asCode, isDoorCode, type MeetingId } from '../../shared/ids.ts'
import type { RefusalCode } from '../../shared/refusals.ts'
import { refuse, type Result } from '../../shared/result.ts'

/** What a helper's device hears of a code or key that is nobody's, or that may not be looked at. */
const GUESSES: readonly RefusalCode[] = ['door/wrong', 'roster/wrong', 'doors/locked']

/**
 * Codes that may be guessed, and what a guess costs. A try is paid before it is looked at, so that
 * many at once are no way around, and a right one gets its price back: a hall that types the code at
 * the same moment spends nothing (P14).
 */
export function createCodes({
  joining,
  doors,
  rosters,
  helping,
  limits,
}: {
  joining: Pick<Joining, 'visitor' | 'isKnown' | 'isPresenceCode' | 'asksFor'>
  doors: Pick<Doors, 'spendCode' | 'isPassword'>
  rosters: Pick<Rosters, 'claim'>
  helping: Pick<Helping, 'take'>
  limits: Pick<
    Limits,
    | 'codesOfDevice'
    | 'codesOfMeeting'
    | 'codesOfHelper'
    | 'passwordsOfDevice'
    | 'passwordsOfMeeting'
    | 'meetingCodes'
  >
}) {
  /**
   * Tries a code within the budget of its device. Strangers who guess shut out nobody else: beyond
   * the meeting's budget a wrong code costs its own device double.
   */
  async function tryCode(
    { meetingId, voterKey }: Visitor,
    look: () => Promise<Tried>,
  ): Promise<Tried> {
    if (!(await limits.codesOfDevice(voterKey))) return 'spent'
    const tried = await look()
    if (tried !== 'wrong') await limits.codesOfDevice.giveBack(voterKey)
    else if (!(await limits.codesOfMeeting(meetingId))) await limits.codesOfDevice(voterKey)
    return tried
  }

  /** A rotating code, typed or scanned. */
  const tryPresence = (visitor: Visitor, typed: string): Promise<Tried> =>
    tryCode(visitor, async () => (joining.isPresenceCode(visitor, typed) ? 'right' : 'wrong'))

  /** A printed code for one admission, typed or scanned. */
  const tryDoor = (visitor: Visitor, typed: string): Promise<Tried> =>
    tryCode(visitor, () => doors.spendCode(visitor, typed))

  /** The key of somebody on the list. */
  const tryKey = (visitor: Visitor, typed: string): Promise<Tried> =>
    tryCode(visitor, () => rosters.claim(visitor, typed))

  return {
    tryPresence,
    tryDoor,
    tryKey,

    /** What a scanned address carries beside the meeting, where the meeting asks for it. */
    async tryScanned(visitor: Visitor, proof: string): Promise<Scanned | null> {
      const secret = isDoorCode(asCode(proof)) ? 'door' : 'code'
      if (!joining.asksFor(visitor, secret)) return null
      const attempt = secret === 'door' ? tryDoor : tryPresence
      return { secret, tried: await attempt(visitor, proof) }
    },

    /** A door code or key at a helper's device, which many people type at: its budget is its own. */
    async tryHelped(
      device: string,
      meetingId: MeetingId,
      typed: string,
    ): ReturnType<Helping['take']> {
      if (!(await limits.codesOfHelper(device))) return refuse('code/too-many-tries')
      const taken = await helping.take(meetingId, typed)
      const isGuess = !taken.ok && GUESSES.includes(taken.refusal.code)
      if (!isGuess) await limits.codesOfHelper.giveBack(device)
      return taken
    },

    /**
     * A password is told, and short: beyond the meeting's budget none is looked at for the rest of
     * the minute, which only those meet who are not in yet (D38).
     */
    async tryPassword(visitor: Visitor, typed: string): Promise<Tried> {
      const { meetingId, voterKey } = visitor
      if (!(await limits.passwordsOfDevice(voterKey))) return 'spent'
      if (!(await limits.passwordsOfMeeting(meetingId))) {
        await limits.passwordsOfDevice.giveBack(voterKey)
        return 'spent'
      }
      if (!doors.isPassword(visitor, typed)) return 'wrong'
      await limits.passwordsOfDevice.giveBack(voterKey)
      await limits.passwordsOfMeeting.giveBack(meetingId)
      return 'right'
    },

    /** Who this device is to the meeting with this code; who has been there gets back in anyway. */
    async findMeeting(device: string, typed: string): Promise<Result<Visitor>> {
      const isWithin = await limits.meetingCodes(device)
      const found = joining.visitor(device, typed)
      if (isWithin) {
        if (found.ok) await limits.meetingCodes.giveBack(device)
        return found
      }
      const isBack = found.ok && (await joining.isKnown(found.value))
      return isBack ? found : refuse('code/too-many-tries')
    },
  }
}
