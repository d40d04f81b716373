import type { MeetingId } from '../../shared/ids.ts'
import { ok, type Result } from '../../shared/result.ts'
import { deviceCookie, readDevice, readScreenToken, screenToken } from '../domain/device.ts'
import type { Ports } from '../ports.ts'
import type { Accounts } from './accounts.ts'
import type { Helping } from './helping.ts'

/** Spends the one-time token of the desk's link. */
export interface DeskLinks {
  spend(token: string): boolean
}

/** Who a browser is: by its cookie alone, whatever it says of itself. */
export interface Access {
  /** A new device's id and cookie. */
  newDevice(): { device: string; cookie: string }
  device(cookie: string): string | null
  screenLink(meetingId: MeetingId): string
  screenOf(token: string): MeetingId | null
  /** The desk's link and invitations open the desk, once; the others open what they are for. */
  claim(token: string): Promise<Result<Claim>>
  /** A fresh cookie: whoever knew this browser's old one does not come along. */
  signIn(login: string, password: string): Promise<Result<Claim>>
}

export interface Claim {
  role: 'facilitator' | 'screen' | 'helper'
  cookie: string
}

export function createAccess({
  dice,
  secrets,
  links,
  accounts,
  helping,
}: Pick<Ports, 'dice' | 'secrets'> & {
  links: DeskLinks
  accounts: Accounts
  helping: Pick<Helping, 'meetingOf'>
}): Access {
  const key = secrets.keyFor('device')
  const screens = secrets.keyFor('screen')

  function newDevice() {
    const device = dice.id()
    return { device, cookie: deviceCookie(key, device) }
  }

  return {
    newDevice,
    device: (cookie) => readDevice(key, cookie),
    screenLink: (meetingId) => screenToken(screens, meetingId),
    screenOf: (token) => readScreenToken(screens, token),
    async claim(token) {
      if (readScreenToken(screens, token) !== null) return ok({ role: 'screen', cookie: token })
      if (helping.meetingOf(token) !== null) return ok({ role: 'helper', cookie: token })
      const { device, cookie } = newDevice()
      if (links.spend(token)) await accounts.claimOwner(device)
      else {
        const claimed = await accounts.claim(token, device)
        if (!claimed.ok) return claimed
      }
      return ok({ role: 'facilitator', cookie })
    },
    async signIn(login, password) {
      const { device, cookie } = newDevice()
      const signed = await accounts.signIn(login, password, device)
      return signed.ok ? ok({ role: 'facilitator', cookie }) : signed
    },
  }
}
