import type { Limits } from '../limits.ts'
import type { Joining, Tried, Visitor } from '../services/joining.ts'
import { refuse, type Result } from '../../shared/result.ts'

/**
 * Codes that may be guessed, and what a guess costs. A try is paid before it is looked at, so that
 * many at once are no way around, and a right one gets its price back: a hall that types the code at
 * the same moment spends nothing (P14).
 */
export function createCodes({
  joining,
  limits,
}: {
  joining: Pick<Joining, 'visitor' | 'isKnown' | 'isPresenceCode'>
  limits: Pick<Limits, 'codesOfDevice' | 'codesOfMeeting' | 'meetingCodes'>
}) {
  return {
    /**
     * Tries a rotating code, typed or scanned, within the budget of its device. Strangers who guess
     * shut out nobody else: beyond the meeting's budget a wrong code costs its own device double.
     */
    async tryPresence(visitor: Visitor, typed: string): Promise<Tried> {
      const { meetingId, voterKey } = visitor
      if (!(await limits.codesOfDevice(voterKey))) return 'spent'
      if (joining.isPresenceCode(visitor, typed)) {
        await limits.codesOfDevice.giveBack(voterKey)
        return 'right'
      }
      if (!(await limits.codesOfMeeting(meetingId))) await limits.codesOfDevice(voterKey)
      return 'wrong'
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
