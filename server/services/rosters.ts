import { asSecret, CODE_ALPHABET, MEMBER_LENGTH, type MeetingId } from '../../shared/ids.ts'
import { checkRoster, holdersOf, type RosterLine } from '../../shared/formats/roster.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import type { RosterEntry, RosterMade } from '../../shared/wire/roster.ts'
import { isListed, listedKey, type Entry } from '../domain/roster.ts'
import { secretHash } from '../domain/secret-hash.ts'
import { voterKey } from '../domain/voter-key.ts'
import type { Ports } from '../ports.ts'
import type { RosterRow } from '../rows.ts'
import { isRunning, type Agenda, type Hall } from './agenda.ts'
import type { Attendance } from './attendance.ts'
import type { Visitor } from './joining.ts'
import { createTurns } from './turns.ts'

/** The list of those who may vote: only who is on it and present does (L06). */
export interface Rosters {
  /** After the agenda's: who is on each list, and which seats are theirs. */
  load(): Promise<void>
  /** The whole list or none of it; keys that we made can be read in this one answer only. */
  set(id: MeetingId, lines: readonly RosterLine[]): Promise<Result<RosterMade>>
  /** Devices stand for themselves again. */
  remove(id: MeetingId): Promise<Result<null>>
  entries(id: MeetingId): RosterEntry[]
  /** Does this key belong to somebody on the list? From then on the device stands for that entry. */
  claim(visitor: Visitor, typed: string): Promise<'right' | 'wrong' | 'used'>
  /**
   * Whose key it is, and who stands for them where no device is anybody's own (D61): the same
   * visitor each time, whatever device. Null: nobody's.
   */
  bearer(id: MeetingId, typed: string): { entry: Entry; visitor: Visitor } | null
  /** The host's hand: this device stands for a free entry. */
  assign(hall: Hall, device: string, number: number | null): Promise<Result<null>>
  release(id: MeetingId, number: number): Promise<Result<null>>
}

export function createRosters({
  agenda,
  dice,
  store,
  secrets,
  bus,
  attendance,
}: Pick<Ports, 'dice' | 'store' | 'secrets' | 'bus'> & {
  agenda: Agenda
  attendance: Pick<Attendance, 'seatVoices'>
}): Rosters {
  /** Of two devices with one key, one is first. */
  const inTurn = createTurns()
  const hashOf = (id: MeetingId, key: string) =>
    secretHash(secrets.keyFor('member'), id, asSecret(key))
  const withRollKey = (id: MeetingId, row: RosterRow): Entry => ({
    ...row,
    rollKey: listedKey(secrets.keyFor('voter'), id, row.keyHash),
  })

  function newCode(): string {
    const letters = Array.from({ length: MEMBER_LENGTH }, () => dice.below(CODE_ALPHABET.length))
    return letters.map((place) => CODE_ALPHABET[place]).join('')
  }

  async function hold(hall: Hall, entry: Entry, device: string | null): Promise<void> {
    await store.holdEntry(hall.meeting.id, entry.number, device)
    hall.roster.hold(entry, device)
    bus.desk(hall.meeting.id)
  }

  async function replace(hall: Hall, rows: readonly RosterRow[]): Promise<void> {
    const { id } = hall.meeting
    await store.saveRoster(id, rows)
    hall.roster.set(rows.map((row) => withRollKey(id, row)))
    await attendance.seatVoices(hall)
    bus.identity(id)
    bus.numbers(id)
    bus.desk(id)
  }

  /** Who votes is part of the frozen rules (D2), and no key is typed meanwhile. */
  const whileIdle = <T>(id: MeetingId, deed: (hall: Hall) => Promise<Result<T>>) =>
    agenda.inTurn(id, async () => {
      const hall = agenda.hall(id)
      return isRunning(hall) ? refuse('presence/frozen') : inTurn(id, () => deed(hall))
    })

  return {
    async load() {
      for (const { meeting, roster } of agenda.halls()) {
        const rows = await store.roster(meeting.id)
        roster.set(rows.map((row) => withRollKey(meeting.id, row)))
        for (const { seat, voterKey } of await store.admitted(meeting.id))
          if (isListed(voterKey)) roster.seat(voterKey, seat)
      }
    },
    set: (id, lines) =>
      whileIdle(id, async (hall) => {
        const [fault] = checkRoster(lines)
        if (fault) return refuse('roster/odd', { row: fault.row, column: fault.column })
        const taken = new Set(lines.map(({ key }) => asSecret(key)))
        const codes: RosterMade['codes'] = []
        const holders = holdersOf(lines)
        const rows = lines.map(({ name, key, weight = '' }, at) => {
          const number = at + 1
          let own = asSecret(key)
          if (own === '') {
            do own = newCode()
            while (taken.has(own))
            taken.add(own)
            codes.push({ number, name: name.trim(), code: own })
          }
          const keyHash = hashOf(id, own)
          // Whoever stays on the list stays in.
          const device = hall.roster.byHash(keyHash)?.device ?? null
          const proxy = holders[at] ?? null
          return {
            number,
            name: name.trim(),
            keyHash,
            device,
            proxy,
            weight: weight.trim() || null,
          }
        })
        await replace(hall, rows)
        return ok({ size: rows.length, codes })
      }),
    remove: (id) =>
      whileIdle(id, async (hall) => {
        await replace(hall, [])
        return ok(null)
      }),
    entries: (id) => {
      const { roster, voices } = agenda.hall(id)
      return roster.entries.map((entry) => ({
        number: entry.number,
        name: entry.name,
        weight: entry.weight,
        state: entry.device === null ? 'free' : voices.isCheckedIn(entry) ? 'present' : 'held',
        proxy: entry.proxy,
      }))
    },
    claim: ({ meetingId, voterKey: device }, typed) =>
      inTurn(meetingId, async () => {
        const hall = agenda.hall(meetingId)
        const entry = hall.roster.byHash(hashOf(meetingId, typed))
        if (!entry) return 'wrong'
        if (entry.device === device) return 'right'
        if (entry.device !== null || hall.roster.byDevice(device)) return 'used'
        await hold(hall, entry, device)
        return 'right'
      }),
    bearer(id, typed) {
      const entry = agenda.hall(id).roster.byHash(hashOf(id, typed))
      if (!entry) return null
      // No device's id holds a bar.
      const own = voterKey(secrets.keyFor('voter'), id, `listed|${entry.keyHash}`)
      return { entry, visitor: { meetingId: id, voterKey: own } }
    },
    assign: (hall, device, number) =>
      inTurn(hall.meeting.id, async () => {
        const entry = number === null ? null : hall.roster.byNumber(number)
        if (!entry || entry.device !== null) return refuse('roster/taken')
        await hold(hall, entry, device)
        return ok(null)
      }),
    release: (id, number) =>
      inTurn(id, async () => {
        const hall = agenda.hall(id)
        const entry = hall.roster.byNumber(number)
        const device = entry?.device
        if (!entry || !device) return refuse('roster/taken')
        await hold(hall, entry, null)
        bus.seatLost(id, device)
        return ok(null)
      }),
  }
}
