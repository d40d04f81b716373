import type { MeetingId } from '../../shared/ids.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import {
  deviceCookie,
  deviceKey,
  readDevice,
  readScreenToken,
  screenToken,
} from '../domain/device.ts'
import type { Ports } from '../ports.ts'

/** Spends the one-time token of the desk's link. */
export interface DeskLinks {
  spend(token: string): boolean
}

/** Who a browser is: by its cookie alone, whatever it says of itself. */
export interface Access {
  /** A new device's id and cookie. */
  newDevice(): { device: string; cookie: string }
  device(cookie: string): string | null
  isFacilitator(device: string): Promise<boolean>
  screenLink(meetingId: MeetingId): string
  screenOf(token: string): MeetingId | null
  /** The desk's link makes a new facilitator, once; a screen's link opens its screen. */
  claim(token: string): Promise<Result<{ role: 'facilitator' | 'screen'; cookie: string }>>
}

export function createAccess({
  clock,
  dice,
  store,
  secrets,
  links,
}: Pick<Ports, 'clock' | 'dice' | 'store' | 'secrets'> & { links: DeskLinks }): Access {
  const key = secrets.keyFor('device')
  const screens = secrets.keyFor('screen')

  function newDevice() {
    const device = dice.id()
    return { device, cookie: deviceCookie(key, device) }
  }

  return {
    newDevice,
    device: (cookie) => readDevice(key, cookie),
    isFacilitator: (device) => store.isFacilitator(deviceKey(key, device)),
    screenLink: (meetingId) => screenToken(screens, meetingId),
    screenOf: (token) => readScreenToken(screens, token),
    async claim(token) {
      if (readScreenToken(screens, token) !== null) return ok({ role: 'screen', cookie: token })
      if (!links.spend(token)) return refuse('link/spent')
      const fresh = newDevice()
      await store.addFacilitator(deviceKey(key, fresh.device), clock.now())
      return ok({ role: 'facilitator', cookie: fresh.cookie })
    },
  }
}
