import { asCode } from '../../shared/ids.ts'
import { ok, type Result } from '../../shared/result.ts'
import {
  deviceCookie,
  knownCookie,
  readDevice,
  readKnown,
  readScreenToken,
  screenToken,
  type ScreenOf,
} from '../domain/device.ts'
import { MAIN_SCREEN } from '../domain/screens.ts'
import type { Ports } from '../ports.ts'
import type { MeetingRow } from '../rows.ts'
import type { Accounts } from './accounts.ts'
import type { Agenda } from './agenda.ts'
import type { Helping } from './helping.ts'

/** Spends the one-time token of the desk's link. */
export interface DeskLinks {
  spend(token: string): boolean
}

/** Links of screens in one cookie: a computer may feed several projectors. */
const BETWEEN = '~'
const MOST_WINDOWS = 4

/** Who a browser is: by its cookie alone, whatever it says of itself. */
export interface Access {
  /** A new device's id and cookie. */
  newDevice(): { device: string; cookie: string }
  device(cookie: string): string | null
  /** Which browser that signed in here before this is; null: a stranger. */
  known(cookie: string): string | null
  /** Says of a browser that it signed in here; it stays so when it signs out. */
  knownCookie(): string
  /** The address that opens a screen elsewhere, to watch only. */
  screenLink(address: string, meeting: MeetingRow, screenId: string): string
  /**
   * The screen that a page's address names and its browser's cookie opens, while the meeting has it.
   * What the address leaves out is the first screen, of the meeting whose link came last.
   */
  screenOf(cookie: string, named: { code: string | null; screen: string | null }): ScreenOf | null
  /**
   * The desk's link and invitations open the desk, once; a screen's link opens its screen, beside
   * those that this browser's cookie `screens` opens already; a helper's its device.
   */
  claim(token: string, screens: string): Promise<Result<Claim>>
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
  agenda,
  helping,
}: Pick<Ports, 'dice' | 'secrets'> & {
  links: DeskLinks
  accounts: Accounts
  agenda: Agenda
  helping: Pick<Helping, 'meetingOf'>
}): Access {
  const key = secrets.keyFor('device')
  const browsers = secrets.keyFor('known')
  const screens = secrets.keyFor('screen')

  function newDevice() {
    const device = dice.id()
    return { device, cookie: deviceCookie(key, device) }
  }

  /** What a link opens now: a screen that was removed is none. */
  function read(token: string): ScreenOf | null {
    const named = readScreenToken(screens, token)
    const hall = [...agenda.halls()].find(({ meeting }) => meeting.id === named?.meetingId)
    return hall?.meeting.screens.some(({ id }) => id === named?.screenId) ? named : null
  }

  return {
    newDevice,
    device: (cookie) => readDevice(key, cookie),
    known: (cookie) => readKnown(browsers, cookie),
    knownCookie: () => knownCookie(browsers, dice.id()),
    screenLink(address, { id: meetingId, code }, screenId) {
      const path = screenId === MAIN_SCREEN ? code : `${code}/${screenId}`
      return `${address}/present/screen/${path}#${screenToken(screens, { meetingId, screenId })}`
    },
    screenOf(cookie, { code, screen }) {
      const found = code === null ? null : agenda.byCode(asCode(code))
      const isMeant = (each: ScreenOf | null) =>
        each?.screenId === (screen ?? MAIN_SCREEN) &&
        (!found || (found.ok && found.value.meeting.id === each.meetingId))
      return cookie.split(BETWEEN).map(read).find(isMeant) ?? null
    },
    async claim(token, cookie) {
      if (read(token)) {
        const others = cookie.split(BETWEEN).filter((each) => each !== token && read(each))
        const kept = [token, ...others].slice(0, MOST_WINDOWS)
        return ok({ role: 'screen', cookie: kept.join(BETWEEN) })
      }
      if (helping.meetingOf(token) !== null) return ok({ role: 'helper', cookie: token })
      const fresh = newDevice()
      if (links.spend(token)) await accounts.claimOwner(fresh.device)
      else {
        const claimed = await accounts.claim(token, fresh.device)
        if (!claimed.ok) return claimed
      }
      return ok({ role: 'facilitator', cookie: fresh.cookie })
    },
    async signIn(login, password) {
      const { device, cookie } = newDevice()
      const signed = await accounts.signIn(login, password, device)
      return signed.ok ? ok({ role: 'facilitator', cookie }) : signed
    },
  }
}
