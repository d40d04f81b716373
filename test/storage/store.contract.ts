import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { JoinCode, MeetingId, QuestionId } from '../../shared/ids.ts'
import { blankQuestion } from '../../shared/vote.ts'
import type { Store } from '../../server/ports.ts'
import type { MeetingRow, QuestionRow } from '../../server/rows.ts'

const m1 = 'm1' as MeetingId
const m2 = 'm2' as MeetingId

export interface OpenStore {
  store: Store
  end: () => Promise<void>
}

/** Rows are kept whole: what else they hold is nothing to the store. */
function aMeeting(change: Partial<MeetingRow> = {}): MeetingRow {
  const [code, title] = ['ABCDEF' as JoinCode, '마을 회의 “가을” \u0000 🍂']
  const presence = { need: 'any' as const, proofs: [], fence: null, networks: [] }
  const lived = {
    presence,
    current: null,
    screens: [],
    staged: false,
    locked: false,
    since: 0,
    password: null,
    helperLinks: 0,
    floor: { on: false, check: true, minutes: false, staged: false, pinned: null },
  }
  return { id: m1, code, title, ...lived, ...change }
}

function aRow(id: string, change: Partial<QuestionRow> = {}): QuestionRow {
  const question = { ...blankQuestion(id as QuestionId), title: '차를 마실까요?' }
  return {
    question,
    meetingId: m1,
    place: 1,
    state: 'draft',
    deadline: null,
    ...change,
  } as QuestionRow
}

const proven = { code: true, fence: false, hand: false } as never

/** What every engine's store must do. */
export function storeContract(name: string, open: () => Promise<OpenStore>): void {
  describe(`the store on ${name}`, () => {
    let opened: OpenStore
    let store: Store

    beforeEach(async () => {
      opened = await open()
      store = opened.store
    })
    afterEach(() => opened.end())

    it('[PG1] keeps meetings and questions whole, in their order', async () => {
      await store.saveMeeting(aMeeting())
      await store.saveMeeting(aMeeting({ id: m2, code: 'GHIJKL' as JoinCode }))
      await store.saveMeeting(aMeeting({ staged: true }))
      expect(await store.meetings()).toMatchObject([
        aMeeting({ staged: true }),
        aMeeting({ id: m2, code: 'GHIJKL' as JoinCode }),
      ])
      const late = 4_102_444_800_000
      for (const [id, place] of [
        ['b', 2],
        ['a', 3],
        ['c', 1],
      ] as const)
        await store.saveQuestion(aRow(id, { place, deadline: late }))
      await store.saveQuestion(aRow('a', { place: 0, deadline: late }))
      const ids = async () => (await store.questions(m1)).map(({ question }) => question.id)
      expect(await ids()).toEqual(['a', 'c', 'b'])
      expect((await store.questions(m1))[1]).toMatchObject(aRow('c', { deadline: late }))
      await store.removeQuestion('c' as QuestionId)
      expect(await ids()).toEqual(['a', 'b'])
      expect(await store.questions(m2)).toEqual([])
    })

    it('[PG1] writes an opening whole or not at all', async () => {
      await store.saveMeeting(aMeeting())
      const current = 'a' as QuestionId
      const set = aRow('c', { set: current })
      await store.saveMeeting(aMeeting({ current }), [aRow('a', { state: 'open' }), set])
      expect(await store.meetings()).toMatchObject([aMeeting({ current })])
      const stranger = aRow('b', { meetingId: 'nobody' as MeetingId })
      const both = [aRow('d'), stranger]
      await expect(store.saveMeeting(aMeeting({ staged: true }), both)).rejects.toThrow()
      expect(await store.meetings()).toMatchObject([aMeeting({ current })])
      expect((await store.questions(m1)).map(({ set }) => set)).toEqual([null, current])
    })

    it('[PG2] gives each voter one seat, however many ask at once', async () => {
      const keys = Array.from({ length: 60 }, (_, nth) => `voter ${nth % 40}`)
      const seats = await Promise.all(keys.map((key) => store.admit(m1, key)))
      expect([...new Set(seats)].sort((a, b) => a - b)).toEqual(
        Array.from({ length: 40 }, (_, nth) => nth + 1),
      )
      expect(seats.slice(40)).toEqual(seats.slice(0, 20))
      const [first, elsewhere] = await Promise.all([
        store.admit(m1, 'voter 0'),
        store.admit(m2, 'voter 0'),
      ])
      expect([first, elsewhere]).toEqual([1, 1])
      expect([await store.seatOf(m1, 'voter 39'), await store.seatOf(m2, 'voter 39')]).toEqual([
        40,
        null,
      ])
      expect([
        await store.seats(m1),
        await store.seats(m2),
        await store.seats('m3' as never),
      ]).toEqual([40, 1, 0])
    })

    it('[PG2] numbers arrivals once each, and forgets who has a seat', async () => {
      const known = { proven, asked: false, turnedAway: false }
      const keys = Array.from({ length: 30 }, (_, nth) => `voter ${nth}`)
      const rows = await Promise.all(
        keys.map((voterKey) => store.saveArrival(m1, { voterKey, ...known })),
      )
      expect(rows.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
        keys.map((_, nth) => nth + 1),
      )
      const own = rows.find(({ voterKey }) => voterKey === 'voter 7')!
      const asked = { voterKey: 'voter 7', ...known, asked: true }
      expect(await store.saveArrival(m1, asked)).toEqual({ ...asked, number: own.number })
      expect(await store.arrival(m1, 'voter 7')).toEqual({ ...asked, number: own.number })
      expect(await store.arrival(m2, 'voter 7')).toBeNull()
      expect((await store.saveArrival(m2, asked)).number).toBe(1)
      await store.admit(m1, 'voter 7')
      const numbers = (await store.arrivals(m1)).map(({ number }) => number)
      const left = rows.map(({ number }) => number).filter((number) => number !== own.number)
      expect(numbers).toEqual(left.sort((a, b) => a - b))
    })

    it('[RS4] keeps a list whole and in order, and whose device stands for whom', async () => {
      const rows = Array.from({ length: 501 }, (_, at) => ({
        ...{ number: at + 1, name: `김 “${at}” 🍂`, keyHash: `hash ${at}`, device: null },
        proxy: at === 1 ? 1 : null,
        weight: at === 1 ? '84.97' : null,
      }))
      await store.saveRoster(m1, rows)
      await store.saveRoster(m2, rows.slice(0, 2))
      await store.holdEntry(m1, 500, 'a phone')
      expect(await store.roster(m1)).toEqual(
        rows.map((row) => (row.number === 500 ? { ...row, device: 'a phone' } : row)),
      )
      await expect(
        store.saveRoster(m1, [rows[0]!, { ...rows[1]!, keyHash: 'hash 0' }]),
      ).rejects.toThrow()
      expect(await store.roster(m1)).toHaveLength(501)
      const standing = { voterKey: 'listed:a', absent: true, stays: null }
      await store.saveProxied(m1, standing, false)
      await store.saveProxied(m2, standing, false)
      const changed = { ...standing, absent: false, stays: 'q1' as QuestionId }
      await store.saveProxied(m1, changed, true)
      expect([await store.withdrawn(m1), await store.withdrawn(m2)]).toEqual([['listed:a'], []])
      await store.saveProxied(m1, changed, false)
      expect(await store.withdrawn(m1)).toEqual([])
      expect([await store.proxied(m1), await store.proxied(m2)]).toEqual([[changed], [standing]])
      await store.removeMeeting(m1)
      expect([await store.proxied(m1), await store.proxied(m2)]).toEqual([[], [standing]])
      expect([await store.roster(m1), await store.roster(m2)]).toMatchObject([[], rows.slice(0, 2)])
    })

    it('[RS5] lists arrivals whoever has a seat, where a list says who is who', async () => {
      await store.saveArrival(m1, { voterKey: 'one', proven, asked: true, turnedAway: false })
      await store.admit(m1, 'one')
      expect(await store.arrivals(m1)).toEqual([])
      expect(await store.arrivals(m1, true)).toMatchObject([{ voterKey: 'one' }])
      await store.removeArrival(m2, 'one')
      expect(await store.arrival(m1, 'one')).not.toBeNull()
      await store.removeArrival(m1, 'one')
      expect(await store.arrivals(m1, true)).toEqual([])
    })

    it('[PG1] removes a meeting with all that was kept for it', async () => {
      await store.saveMeeting(aMeeting())
      await store.saveMeeting(aMeeting({ id: m2, code: 'GHIJKL' as JoinCode }))
      await store.saveQuestion(aRow('a'))
      await store.admit(m1, 'somebody')
      await store.saveArrival(m1, { voterKey: 'else', proven, asked: false, turnedAway: false })
      await store.removeMeeting(m1)
      expect((await store.meetings()).map(({ id }) => id)).toEqual([m2])
      expect([await store.questions(m1), await store.arrivals(m1)]).toEqual([[], []])
      expect(await store.seats(m1)).toBe(0)
    })

    it('[PG1] keeps questions from the floor, each vote once, until the meeting goes', async () => {
      await store.saveMeeting(aMeeting())
      const text = '왜요? 🍂'
      const one = { id: 'one', number: 1, text, state: 'waiting' as const, looked: false }
      await store.saveFloor(m1, { ...one, id: 'two', number: 2 })
      await store.saveFloor(m1, one)
      await store.saveFloor(m1, { ...one, state: 'shown', looked: true })
      for (const voter of ['a', 'b', 'a']) await store.setFloorVote(m1, { id: 'one', voter }, true)
      await store.setFloorVote(m1, { id: 'one', voter: 'b' }, false)
      await store.setFloorVote(m1, { id: 'two', voter: 'b' }, true)
      expect(await store.floor(m1)).toEqual([
        { ...one, state: 'shown', looked: true, voters: new Set(['a']) },
        { ...one, id: 'two', number: 2, voters: new Set(['b']) },
      ])
      expect(await store.floor(m2)).toEqual([])
      await store.removeFloor(m1, 'two')
      await store.removeFloor(m2, 'one')
      await store.saveFloor(m1, { ...one, id: 'two', number: 2 })
      expect((await store.floor(m1)).map(({ voters }) => voters.size)).toEqual([1, 0])
      await store.removeMeeting(m1)
      expect(await store.floor(m1)).toEqual([])
    })

    it('[PG1] keeps accounts, their browsers, invitations and acts', async () => {
      const late = 4_102_444_800_000
      const account = { role: 'owner' as const, login: null, password: null, removed: false }
      const added = await Promise.all(
        ['김하나', '이두리', '박세나'].map((name) =>
          store.addAccount({ ...account, name, since: late }),
        ),
      )
      expect(added.sort()).toEqual([1, 2, 3])
      const accounts = await store.accounts()
      expect(accounts.map(({ number, since }) => [number, since])).toEqual([
        [1, late],
        [2, late],
        [3, late],
      ])
      await store.saveAccount({ ...accounts[0]!, login: 'hana' })
      await expect(store.saveAccount({ ...accounts[1]!, login: 'hana' })).rejects.toThrow()

      const session = { deviceKey: 'a device', account: 2, until: late }
      await store.saveSession(session)
      await store.saveSession({ ...session, until: late + 1 })
      expect(await store.session('a device')).toEqual({ ...session, until: late + 1 })
      await store.saveSession({ ...session, deviceKey: 'another' })
      await store.saveSession({ ...session, deviceKey: 'somebody', account: 3 })
      await store.removeSessions(2, 'a device')
      const left = ['a device', 'another', 'somebody'].map((key) => store.session(key))
      expect((await Promise.all(left)).map((each) => each?.account)).toEqual([2, undefined, 3])

      await store.addInvitation('an old link', 3, late)
      await store.addInvitation('a link', 3, late)
      expect(await store.invited(late - 1)).toEqual([3])
      const spent = ['an old link', 'a link', 'a link'].map((link) =>
        store.spendInvitation(link, late - 1),
      )
      expect((await Promise.all(spent)).filter((whose) => whose !== null)).toEqual([3])

      const acts = ['one', 'two', 'three'].map((deed, at) => ({
        ...{ meetingId: m1, account: 1, about: '', deed },
        at: late + at,
      }))
      for (const act of acts) await store.addAct(act)
      expect(await store.acts(m1, 2)).toEqual([acts[2], acts[1]])

      await store.removeAccount(2)
      expect(await store.session('a device')).toBeNull()
      expect((await store.accounts())[1]).toMatchObject({ removed: true, login: null })
    })
  })
}
