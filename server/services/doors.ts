import {
  asCode,
  asSecret,
  CODE_ALPHABET,
  DOOR_LENGTH,
  isDoorCode,
  type MeetingId,
  type Seat,
} from '../../shared/ids.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import {
  MOST_DOOR_CODES,
  LEAST_PASSWORD,
  type Admitted,
  type DoorCode,
} from '../../shared/wire/lists.ts'
import { isListed } from '../domain/roster.ts'
import { secretHash } from '../domain/secret-hash.ts'
import { voterKey } from '../domain/voter-key.ts'
import type { Ports } from '../ports.ts'
import { isRunning, type Agenda } from './agenda.ts'
import type { Attendance } from './attendance.ts'
import type { Visitor } from './joining.ts'

/** What opens the door beside the screen's code, and who is taken out again. */
export interface Doors {
  /** New codes for one admission each, readable in this one answer only (D33). */
  makeCodes(id: MeetingId, count: number): Promise<Result<{ codes: DoorCode[] }>>
  /** Takes a code for this device: the same device may bring it again. */
  spendCode(visitor: Visitor, typed: string): Promise<'right' | 'wrong' | 'used'>
  /** Who a code is where no device is its own: the same person each time, whatever device. */
  bearer(id: MeetingId, typed: string): Visitor
  setPassword(id: MeetingId, password: string): Promise<Result<null>>
  isPassword(visitor: Visitor, typed: string): boolean
  /** Everybody who was let in, by seat. */
  admitted(id: MeetingId): Promise<Admitted[]>
  /** Takes an admission back, or gives it again by hand (D62). */
  withdraw(id: MeetingId, seat: Seat, is: boolean): Promise<Result<null>>
}

export function createDoors({
  agenda,
  dice,
  store,
  secrets,
  bus,
  attendance,
}: Pick<Ports, 'dice' | 'store' | 'secrets' | 'bus'> & {
  agenda: Agenda
  attendance: Pick<Attendance, 'withdraw'>
}): Doors {
  const codeHash = (id: MeetingId, code: string) =>
    secretHash(secrets.keyFor('door'), id, asCode(code))
  const passwordHash = (id: MeetingId, password: string) =>
    secretHash(secrets.keyFor('password'), id, asSecret(password))

  function newCode(): string {
    const letters = Array.from({ length: DOOR_LENGTH }, () => dice.below(CODE_ALPHABET.length))
    return letters.map((place) => CODE_ALPHABET[place]).join('')
  }

  return {
    makeCodes: (id, count) =>
      agenda.inTurn(id, async () => {
        const { made } = await store.doorCodes(id)
        if (made + count > MOST_DOOR_CODES)
          return refuse('door/too-many', { most: MOST_DOOR_CODES })
        const fresh = new Set<string>()
        while (fresh.size < count) fresh.add(newCode())
        const codes = [...fresh]
        const first = await store.addDoorCodes(
          id,
          codes.map((code) => codeHash(id, code)),
        )
        bus.desk(id)
        return ok({ codes: codes.map((code, place) => ({ number: first + place, code })) })
      }),
    async spendCode({ meetingId, voterKey: key }, typed) {
      if (!isDoorCode(asCode(typed))) return 'wrong'
      const spent = await store.spendDoorCode(meetingId, codeHash(meetingId, typed), key)
      if (spent === 'used') return 'used'
      if (spent === 'unknown') return 'wrong'
      bus.desk(meetingId)
      return 'right'
    },
    bearer: (id, typed) => ({
      meetingId: id,
      // No device's id holds a bar.
      voterKey: voterKey(secrets.keyFor('voter'), id, `door|${codeHash(id, typed)}`),
    }),
    setPassword: (id, password) =>
      agenda.inTurn(id, async () => {
        const hall = agenda.hall(id)
        if (isRunning(hall)) return refuse('presence/frozen')
        if (asSecret(password).length < LEAST_PASSWORD)
          return refuse('password/short', { least: LEAST_PASSWORD })
        await agenda.saveMeeting(hall, { password: passwordHash(id, password) })
        bus.desk(id)
        return ok(null)
      }),
    isPassword: ({ meetingId }, typed) =>
      agenda.hall(meetingId).meeting.password === passwordHash(meetingId, typed),
    async admitted(id) {
      const { withdrawn, roster, voices } = agenda.hall(id)
      const rows = await store.admitted(id)
      const here = rows.filter(({ voterKey }) =>
        roster.isSet
          ? roster.byRollKey(voterKey) && !voices.standing({ rollKey: voterKey }).absent
          : !isListed(voterKey),
      )
      return here.map(({ seat, voterKey }) => {
        const entry = roster.byRollKey(voterKey)
        const whose = entry && { number: entry.number, name: entry.name }
        return {
          ...{ seat, withdrawn: withdrawn.has(voterKey) },
          ...(whose ? { entry: { ...whose, held: entry.device !== null } } : {}),
        }
      })
    },
    withdraw: (id, seat, is) =>
      agenda.inTurn(id, async () => {
        const hall = agenda.hall(id)
        const row = (await store.admitted(id)).find((each) => each.seat === seat)
        if (!row || hall.voices.standing({ rollKey: row.voterKey }).absent)
          return refuse('seat/unknown')
        await attendance.withdraw(hall, row.voterKey, is)
        const device = hall.roster.deviceOf(row.voterKey)
        if (device !== null && is) bus.seatLost(id, device)
        else if (device !== null) bus.admission(id, device)
        bus.numbers(id)
        bus.desk(id)
        return ok(null)
      }),
  }
}
