import type { QuestionId, Seat } from '../../shared/ids.ts'
import type { Entry } from '../domain/roster.ts'
import { movedTo, type Standing } from '../domain/voices.ts'
import type { Ports } from '../ports.ts'
import { unsettledRow, type Agenda, type Hall } from './agenda.ts'
import { createTurns } from './turns.ts'

/** Who comes and who leaves, and with whose seats they vote (D56). */
export interface Attendance {
  /** After the lists: how the seats stand of those who gave their voice away. */
  load(): Promise<void>
  /** Somebody is let in: gets a seat, or the one they have, and with it those of absent principals. */
  admit(hall: Hall, rollKey: string): Promise<Seat>
  /** Takes an admission back, or gives it again. */
  withdraw(hall: Hall, rollKey: string, is: boolean): Promise<void>
  /** Whoever is here gets the seats of absent principals: another list may name others. */
  seatVoices(hall: Hall): Promise<void>
}

export function createAttendance({
  agenda,
  store,
  box,
  bus,
}: Pick<Ports, 'store' | 'box' | 'bus'> & { agenda: Agenda }): Attendance {
  /** A principal and a holder who come at once are one after the other. */
  const inTurn = createTurns()

  async function give(hall: Hall, rollKey: string): Promise<Seat> {
    const seat = await store.admit(hall.meeting.id, rollKey)
    hall.roster.seat(rollKey, seat)
    hall.seats = Math.max(hall.seats, seat)
    return seat
  }

  /** In memory first: from here on nobody else votes with this seat, whatever the disk does. */
  async function stand(hall: Hall, { rollKey }: Entry, standing: Standing): Promise<void> {
    const before = hall.voices.standing({ rollKey })
    if (before.absent === standing.absent && before.stays === standing.stays) return
    hall.voices.learn(rollKey, standing)
    try {
      await store.saveProxied(hall.meeting.id, { voterKey: rollKey, ...standing })
    } catch (fault) {
      hall.voices.learn(rollKey, before)
      throw fault
    }
  }

  /** Seats for absent principals; marked first, so that a crash never leaves one of them let in. */
  async function giveVoices(hall: Hall, holder: Entry): Promise<void> {
    const { roster, voices } = hall
    if (!voices.isHere(holder)) return
    const without = roster.voicesOf(holder).filter((entry) => roster.seatOf(entry) === null)
    const seats = without.map(async (entry) => {
      await stand(hall, entry, { absent: true, stays: null })
      await give(hall, entry.rollKey)
    })
    await Promise.all(seats)
  }

  /** The question that runs, or may run again, and in which this seat has voted. */
  async function votedIn(hall: Hall, entry: Entry): Promise<QuestionId | null> {
    const running = unsettledRow(hall)?.question.id
    const seat = hall.roster.seatOf(entry)
    if (running === undefined || seat === null) return null
    return (await box.standingRev(running, seat)) > 0 ? running : null
  }

  /** Somebody who gave their voice away comes or leaves: the holder's phone asks what is left to it. */
  async function move(hall: Hall, entry: Entry, comes: boolean): Promise<void> {
    const { voices, meeting } = hall
    const running = await votedIn(hall, entry)
    const wasOwn = voices.isOwn(entry, running)
    const absent = comes ? false : voices.standing(entry).absent
    const isOwn = entry.proxy === null || comes
    await stand(hall, entry, movedTo({ absent }, { wasOwn, isOwn, running }))
    await agenda.setWithdrawn(hall, entry.rollKey, !comes)
    const device = voices.holderOf(entry)?.device
    if (device) bus.admission(meeting.id, device)
  }

  /** Nobody's voice is concerned in most of them: these never wait for each other. */
  const isApart = ({ roster, voices }: Hall, entry: Entry) =>
    entry.proxy === null && roster.voicesOf(entry).length === 0 && !voices.standing(entry).absent

  return {
    async load() {
      for (const hall of agenda.halls()) {
        for (const { voterKey, ...standing } of await store.proxied(hall.meeting.id))
          hall.voices.learn(voterKey, standing)
        await this.seatVoices(hall)
      }
    },
    async admit(hall, rollKey) {
      const entry = hall.roster.byRollKey(rollKey)
      if (!entry || isApart(hall, entry)) {
        const seat = await give(hall, rollKey)
        await agenda.setWithdrawn(hall, rollKey, false)
        return seat
      }
      return inTurn(hall.meeting.id, async () => {
        const seat = await give(hall, rollKey)
        await move(hall, entry, true)
        await giveVoices(hall, entry)
        return seat
      })
    },
    async withdraw(hall, rollKey, is) {
      const entry = hall.roster.byRollKey(rollKey)
      if (!entry || isApart(hall, entry)) return agenda.setWithdrawn(hall, rollKey, is)
      return inTurn(hall.meeting.id, async () => {
        await move(hall, entry, !is)
        await giveVoices(hall, entry)
      })
    },
    seatVoices: (hall) =>
      inTurn(hall.meeting.id, async () => {
        for (const holder of hall.roster.entries) await giveVoices(hall, holder)
      }),
  }
}
