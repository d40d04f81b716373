import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { QuestionId } from '../../shared/ids.ts'
import type { BallotBox } from '../../server/ports.ts'
import { aBallot } from '../support/builders.ts'
import { namedIn } from '../../shared/marks.ts'

const q1 = 'q1' as QuestionId
const settings = { salt: 'ab'.repeat(16), receipts: 'full' as const, size: 256 }

export interface OpenBox {
  box: BallotBox
  /** A second box over the same data, as another process would hold it. */
  another: () => Promise<BallotBox>
  end: () => Promise<void>
}

/** What every engine's box must do. */
export function boxContract(name: string, open: () => Promise<OpenBox>): void {
  describe(`the box on ${name}`, () => {
    let opened: OpenBox
    let box: BallotBox

    beforeEach(async () => {
      opened = await open()
      box = opened.box
      await box.create(q1, settings)
    })
    afterEach(() => opened.end())

    it('[BX1] keeps a cast as the next revision of what it saw', async () => {
      expect(await box.cast(aBallot())).toMatchObject({ ok: true, value: { rev: 1 } })
      expect(await box.cast(aBallot({ basedOn: 1 }))).toMatchObject({ ok: true, value: { rev: 2 } })
      for (const basedOn of [0, 1, 3])
        expect(await box.cast(aBallot({ basedOn }))).toEqual({
          ok: false,
          refusal: { code: 'ballot/changed-elsewhere', detail: { rev: 2 } },
        })
      expect(await box.cast(aBallot({ seat: 2, basedOn: 1 }))).toMatchObject({
        refusal: { detail: { rev: 0 } },
      })
      expect(await box.standingRev(q1, aBallot().seat)).toBe(2)
    })

    it('[BX2] answers the same ballot with the same revision', async () => {
      const ballot = aBallot()
      const first = await box.cast(ballot)
      expect(first).toMatchObject({ ok: true, value: { rev: 1, change: { seat: 1 } } })
      expect(await box.cast(ballot)).toEqual({ ok: true, value: { rev: 1, change: null } })
      expect((await box.changes(q1))?.length).toBe(1)
    })

    it('[BX3] keeps one of many casts of a seat at once', async () => {
      const casts = Array.from({ length: 50 }, () => box.cast(aBallot()))
      const results = await Promise.all(casts)
      expect(results.filter((result) => result.ok).length).toBe(1)
      const twice = aBallot({ seat: 2 })
      const same = await Promise.all([box.cast(twice), box.cast(twice), box.cast(twice)])
      expect(same.map((result) => result.ok && result.value.rev)).toEqual([1, 1, 1])
      await box.close(q1)
      expect((await box.seal(q1)).size).toBe(2)
    })

    it('[BX4] keeps what came before the close and nothing after it', async () => {
      const before = [1, 2, 3].map((seat) => box.cast(aBallot({ seat })))
      const closing = box.close(q1)
      const after = box.cast(aBallot({ seat: 1, basedOn: 1 }))
      expect((await Promise.all(before)).every((result) => result.ok)).toBe(true)
      await closing
      await box.close(q1)
      const late = { ok: false, refusal: { code: 'question/not-open', detail: { countedRev: 1 } } }
      expect(await after).toEqual(late)
      expect((await box.seal(q1)).size).toBe(3)
      expect(await box.cast(aBallot({ seat: 1, basedOn: 1 }))).toEqual(late)
      expect(await box.cast(aBallot({ seat: 9 }))).toMatchObject({
        refusal: { detail: { countedRev: 0 } },
      })
    })

    it('[BX5] seals into ballots without owners, sorted, with turnout beside them', async () => {
      for (const seat of [1, 2, 3, 4])
        await box.cast(aBallot({ seat, marked: [seat % 2 ? 'tea' : 'water'] }))
      await box.cast(aBallot({ seat: 2, basedOn: 1, marked: ['tea'] }))
      await box.close(q1)
      const first = await box.seal(q1)
      expect(await box.seal(q1)).toEqual(first)
      const { ballots, turnout } = await box.read(q1)
      expect(turnout).toBe(4)
      expect(ballots.map(({ leaf }) => leaf)).toEqual(ballots.map(({ leaf }) => leaf).sort())
      expect(ballots.map(({ marks }) => namedIn(marks)[0]).sort()).toEqual([
        'tea',
        'tea',
        'tea',
        'water',
      ])
      expect(Object.keys(ballots[0] ?? {}).sort()).toEqual(['copy', 'leaf', 'marks', 'nonce'])
      expect(await box.changes(q1)).toEqual([])
    })

    it('[BX6] without receipts puts the salt into the leaf and counts copies', async () => {
      const q2 = 'q2' as QuestionId
      await box.create(q2, { ...settings, receipts: 'none' })
      for (const seat of [1, 2, 3]) await box.cast(aBallot({ seat, question: 'q2' }))
      await box.close(q2)
      await box.seal(q2)
      const { ballots } = await box.read(q2)
      expect(new Set(ballots.map(({ leaf }) => leaf)).size).toBe(1)
      expect(ballots.map(({ copy, nonce }) => [copy, nonce])).toEqual([
        [0, null],
        [1, null],
        [2, null],
      ])
    })

    it('[BX10] keeps nothing in a box that is closed, whatever a process remembers', async () => {
      const other = await opened.another()
      const first = aBallot()
      expect(await other.cast(first)).toMatchObject({ value: { rev: 1 } })
      await box.close(q1)
      const late = (countedRev: number) => ({
        ok: false,
        refusal: { code: 'question/not-open', detail: { countedRev } },
      })
      expect(await other.cast(aBallot({ seat: 2 }))).toEqual(late(0))
      expect(await other.cast(aBallot({ basedOn: 1 }))).toEqual(late(1))
      expect(await other.cast(first)).toEqual(late(1))
      expect((await box.seal(q1)).size).toBe(1)
      expect(await other.cast(aBallot({ seat: 3 }))).toEqual(late(0))
      expect((await other.seal(q1)).size).toBe(1)
    })

    it('[BX10] seals only what is closed', async () => {
      await box.cast(aBallot())
      await expect(box.seal(q1)).rejects.toThrow('still open')
      await box.close(q1)
      const [one, two] = await Promise.allSettled([box.seal(q1), (await opened.another()).seal(q1)])
      const sealed = [one, two].filter(({ status }) => status === 'fulfilled')
      expect(sealed.length).toBeGreaterThan(0)
      expect((await box.read(q1)).ballots.length).toBe(1)
    })

    it('[RO3] takes ballots again once it is opened again, and never after the seal', async () => {
      const other = await opened.another()
      const first = aBallot()
      await box.cast(first)
      expect(await other.cast(aBallot({ seat: 2 }))).toMatchObject({ ok: true })
      await box.close(q1)
      expect(await other.cast(aBallot({ basedOn: 1 }))).toMatchObject({ ok: false })
      expect(await box.reopen(q1)).toEqual({ ok: true, value: null })
      expect(await box.reopen(q1)).toEqual({ ok: true, value: null })
      expect(await box.cast(first)).toEqual({ ok: true, value: { rev: 1, change: null } })
      expect(await other.cast(aBallot({ basedOn: 1 }))).toMatchObject({ value: { rev: 2 } })
      expect(await box.cast(aBallot({ seat: 3 }))).toMatchObject({ value: { rev: 1 } })
      await expect(box.seal(q1)).rejects.toThrow('still open')
      await box.close(q1)
      expect((await box.seal(q1)).size).toBe(3)
      const sealed = { refusal: { code: 'question/wrong-state' } }
      expect(await box.reopen(q1)).toMatchObject(sealed)
      expect(await other.reopen(q1)).toMatchObject(sealed)
      expect(await box.cast(aBallot({ seat: 4 }))).toMatchObject({ ok: false })
    })

    it('[RO3] keeps one order of casts, closes and openings', async () => {
      const before = box.cast(aBallot({ seat: 1 }))
      const closing = box.close(q1)
      const late = box.cast(aBallot({ seat: 2 }))
      const opening = box.reopen(q1)
      const again = box.cast(aBallot({ seat: 2 }))
      await Promise.all([closing, opening])
      expect([(await before).ok, (await late).ok, (await again).ok]).toEqual([true, false, true])
    })

    it('[BX11] takes new settings until the first ballot, and no others after it', async () => {
      const q3 = 'q3' as QuestionId
      await box.create(q3, { ...settings, salt: '00'.repeat(16), size: 64 })
      await box.create(q3, { ...settings, receipts: 'none' })
      await box.cast(aBallot({ question: 'q3' }))
      await expect(box.create(q3, settings)).rejects.toThrow()
      await box.close(q3)
      await expect(box.create(q3, settings)).rejects.toThrow()
      await box.seal(q3)
      await expect(box.create(q3, settings)).rejects.toThrow()
      expect(await box.read(q3)).toMatchObject({
        salt: settings.salt,
        ballots: [{ nonce: null, marks: ['tea'] }],
      })
    })

    it('[BX11] refuses a ballot that does not fit, and no other one with it', async () => {
      const long = box.cast(aBallot({ seat: 1, marked: ['x'.repeat(settings.size)] }))
      const short = box.cast(aBallot({ seat: 2 }))
      await expect(long).rejects.toThrow('fit')
      expect(await short).toMatchObject({ ok: true })
      expect((await box.changes(q1))?.map(({ seat }) => seat)).toEqual([2])
    })
  })
}
