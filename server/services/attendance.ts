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

/** Is the admission taken back? */
interface Out {
  isOut: boolean
}

export function createAttendance({
  agenda,
  store,
  box,
  bus,
}: Pick<Ports, 'store' | 'box' | 'bus'> & { agenda: Agenda }): Attendance {
  const turns = createTurns()
  /** A principal and a holder who come at once are one after the other; of others nobody waits. */
  const inTurn = ({ voices }: Hall, entry: Entry, deed: () => Promise<void>) =>
    turns((voices.holderOf(entry) ?? entry).rollKey, deed)

  async function give(hall: Hall, rollKey: string): Promise<Seat> {
    const seat = await store.admit(hall.meeting.id, rollKey)
    hall.roster.seat(rollKey, seat)
    hall.seats = Math.max(hall.seats, seat)
    return seat
  }

  /**
   * In memory first, and all of it at once: from here on nobody else votes with this seat, whatever
   * the disk does.
   */
  async function stand(hall: Hall, entry: Entry, next: Standing & Out): Promise<void> {
    const { meeting, voices, roster, withdrawn } = hall
    const { rollKey } = entry
    const before = { ...voices.standing(entry), isOut: withdrawn.has(rollKey) }
    if (before.absent === next.absent && before.stays === next.stays && before.isOut === next.isOut)
      return
    const put = ({ isOut, ...standing }: Standing & Out) => {
      voices.learn(rollKey, standing)
      if (isOut) withdrawn.set(rollKey, roster.seatOf(entry))
      else withdrawn.delete(rollKey)
    }
    put(next)
    const { isOut, absent, stays } = next
    try {
      await store.saveProxied(meeting.id, { voterKey: rollKey, absent, stays }, isOut)
    } catch (fault) {
      put(before)
      throw fault
    }
  }

  /** Seats for absent principals; marked first, so that a crash never leaves one of them let in. */
  async function giveVoices(hall: Hall, holder: Entry): Promise<void> {
    const { roster, voices } = hall
    if (!voices.isHere(holder)) return
    const without = roster.voicesOf(holder).filter((entry) => roster.seatOf(entry) === null)
    const seats = without.map(async (entry) => {
      const isOut = hall.withdrawn.has(entry.rollKey)
      await stand(hall, entry, { absent: true, stays: null, isOut })
      await give(hall, entry.rollKey)
    })
    await Promise.all(seats)
  }

  const lastSent = ({ roster, sent }: Hall, entry: Entry) => {
    const seat = roster.seatOf(entry)
    return seat === null ? undefined : sent.get(seat)
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
    let running, sent
    // A ballot may be on its way, or be sent while the box is asked; after the last look nothing is
    // awaited before the seat has moved.
    do {
      sent = lastSent(hall, entry)
      await sent
      running = await votedIn(hall, entry)
    } while (lastSent(hall, entry) !== sent)
    const wasOwn = voices.isOwn(entry, running)
    const absent = comes ? false : voices.standing(entry).absent
    const isOwn = entry.proxy === null || comes
    const standing = movedTo({ absent }, { wasOwn, isOwn, running })
    await stand(hall, entry, { ...standing, isOut: !comes })
    const device = voices.holderOf(entry)?.device
    if (device) bus.admission(meeting.id, device)
  }

  /** One who gave their voice away, or holds some, comes or leaves. */
  async function pass(hall: Hall, rollKey: string, comes: boolean): Promise<void> {
    const entry = hall.roster.byRollKey(rollKey)
    if (!entry) return agenda.setWithdrawn(hall, rollKey, !comes)
    await move(hall, entry, comes)
    await giveVoices(hall, entry)
  }

  /** Whose coming concerns a voice; null: nobody's, as with most: these never wait for each other. */
  function concerned({ roster, voices }: Hall, rollKey: string): Entry | null {
    const entry = roster.byRollKey(rollKey)
    if (!entry) return null
    const holdsNone = entry.proxy === null && roster.voicesOf(entry).length === 0
    return holdsNone && !voices.standing(entry).absent ? null : entry
  }

  /** The list may be another one afterwards: then voices may be concerned after all. */
  async function comeOrGo(hall: Hall, rollKey: string, comes: boolean): Promise<void> {
    if (!concerned(hall, rollKey)) await agenda.setWithdrawn(hall, rollKey, !comes)
    const entry = concerned(hall, rollKey)
    if (entry) await inTurn(hall, entry, () => pass(hall, rollKey, comes))
  }

  return {
    async load() {
      for (const hall of agenda.halls()) {
        for (const { voterKey, ...standing } of await store.proxied(hall.meeting.id))
          hall.voices.learn(voterKey, standing)
        await this.seatVoices(hall)
      }
    },
    async admit(hall, rollKey) {
      const seat = await give(hall, rollKey)
      await comeOrGo(hall, rollKey, true)
      return seat
    },
    withdraw: (hall, rollKey, is) => comeOrGo(hall, rollKey, !is),
    async seatVoices(hall) {
      const { roster } = hall
      const holders = roster.entries.filter((entry) => roster.voicesOf(entry).length > 0)
      const given = holders.map((holder) => inTurn(hall, holder, () => giveVoices(hall, holder)))
      await Promise.all(given)
    },
  }
}
