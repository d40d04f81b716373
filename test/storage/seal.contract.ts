import { describe, expect, it, onTestFinished } from 'vitest'
import type { KeyStore, Sorter } from '../../server/ports.ts'
import { createBallotBox, type BoxEngine } from '../../server/storage/ballot-box.ts'
import { sorterHere } from '../../server/storage/box-seal.ts'
import { split } from '../../server/storage/box-split.ts'
import { clock } from '../../server/outside/clock.ts'
import { dice } from '../../server/outside/random.ts'
import type { QuestionId } from '../../shared/ids.ts'
import { rootOf } from '../../shared/proof.ts'
import type { Receipts } from '../../shared/vote.ts'
import { aBallot } from '../support/builders.ts'

const q1 = 'q1' as QuestionId
const q2 = 'q2' as QuestionId
const SALT = 'ab'.repeat(16)
/** A hundred more than are sealed at once: five slices. */
const VOTERS = 2100
const TEAS = ['green', 'black', 'white']

export interface OpenEngine {
  engine: BoxEngine
  keys: KeyStore
  /** As the built server has it; absent: there is no other process that could read this engine. */
  sorter?: Sorter
  end: () => Promise<void>
}

/** What the seal of a large box must do on every engine. */
export function sealContract(name: string, open: () => Promise<OpenEngine>): void {
  describe(`a large box on ${name}`, () => {
    /** Closed, with what its list must come to. */
    async function aLargeBox(receipts: Receipts) {
      const { engine, keys, sorter, end } = await open()
      onTestFinished(end)
      const ports = { keys, dice, clock, log: { error: () => undefined } }
      const box = createBallotBox(engine, { ...ports, ...(sorter && { sorter }) })
      for (const id of [q1, q2]) await keys.create(id)
      await box.create(q1, { salt: SALT, receipts, size: 256 })
      await box.create(q2, { salt: SALT, receipts, size: 256 })
      const casts = Array.from({ length: VOTERS }, (_, seat) =>
        box.cast(aBallot({ seat: seat + 1, marked: [TEAS[seat % 3]!] })),
      )
      expect((await Promise.all(casts)).every(({ ok }) => ok)).toBe(true)
      await box.cast(aBallot({ seat: 1, basedOn: 1, marked: ['green'] }))
      await box.close(q1)
      const listed = split((await engine.find(q1))!, (await box.changes(q1))!)
      const sealed = { size: VOTERS, root: rootOf(listed.map(({ leaf }) => leaf)) }
      /** The box over an engine whose verbs that write fault from the one of this number on. */
      const cutAt = (deed: number) => {
        let done = 0
        const faulting = Object.fromEntries(
          VERBS.map((verb) => [
            verb,
            (...values: never[]) => {
              if (done++ >= deed) throw new Error('cut off')
              return (engine[verb] as (...values: never[]) => Promise<unknown>)(...values)
            },
          ]),
        )
        return createBallotBox({ ...engine, ...faulting }, ports)
      }
      return { engine, keys, box, listed, sealed, cutAt }
    }
    const VERBS = ['setSealing', 'addSealed', 'dropEnvelopes', 'setSealed', 'cutJournal'] as const
    const late = { refusal: { code: 'question/not-open', detail: { countedRev: 2 } } }

    it('[SL1] becomes in slices what one transaction would make of it', async () => {
      const { engine, box, listed, sealed } = await aLargeBox('full')
      expect(await box.seal(q1)).toEqual(sealed)
      expect(await box.seal(q1)).toEqual(sealed)
      const { ballots, turnout } = await box.read(q1)
      expect(ballots).toEqual(JSON.parse(JSON.stringify(listed)))
      expect(turnout).toBe(VOTERS)
      const { number } = (await engine.find(q1))!
      expect(await engine.envelopes(number)).toEqual([])
      expect((await engine.turnout(number))[0]).toEqual({ seat: 1, rev: 2 })
    })

    it('[SL2] shows and takes nothing meanwhile, and lets ballots of others through', async () => {
      const { box, sealed } = await aLargeBox('full')
      const order: string[] = []
      const sealing = box.seal(q1).then((value) => {
        order.push('sealed')
        return value
      })
      // Three do not wait for others to share a commit.
      const others = [1, 2, 3].map((seat) => box.cast(aBallot({ question: 'q2', seat })))
      expect((await Promise.all(others)).every(({ ok }) => ok)).toBe(true)
      order.push('cast')
      await expect(box.read(q1)).rejects.toThrow('not sealed')
      expect(await box.cast(aBallot({ basedOn: 2 }))).toMatchObject(late)
      expect(await box.reopen(q1)).toMatchObject({ refusal: { code: 'question/wrong-state' } })
      expect(await sealing).toEqual(sealed)
      expect(order).toEqual(['cast', 'sealed'])
    })

    it.each(['dies', 'forgets some', 'is cut short'])(
      '[SL7] where the list made beside it %s, it is made here, and no envelope goes before',
      async (how) => {
        const { engine, keys, sealed, box } = await aLargeBox('full')
        const here = sorterHere(engine)
        const held: number[] = []
        const faults: unknown[] = []
        const sorter: Sorter = {
          async *sorted(questionId, key) {
            if (how === 'dies') throw new Error('no process')
            let nth = 0
            for await (const ballots of here.sorted(questionId, key)) {
              nth += 1
              if (nth === 2 && how === 'is cut short') throw new Error('silent')
              yield nth === 2 ? ballots.slice(1) : ballots
            }
            held.push(await engine.held((await engine.find(q1))!.number))
          },
          rootOf: () => Promise.reject(new Error('no process')),
        }
        const log = { error: (_: string, fault: unknown) => faults.push(fault) }
        const other = createBallotBox(engine, { keys, dice, clock, log, sorter })
        expect(await other.seal(q1)).toEqual(sealed)
        expect(held).toEqual(how === 'forgets some' ? [VOTERS] : [])
        expect(faults).toHaveLength(2)
        expect((await box.read(q1)).ballots).toHaveLength(VOTERS)
      },
    )

    it('[SL3] cut off before any of its steps, it is finished with the same root', async () => {
      const { engine, box, listed, sealed, cutAt } = await aLargeBox('none')
      let cuts = 0
      for (let done = null; done === null; cuts += 1) {
        done = await cutAt(cuts)
          .seal(q1)
          .catch(() => null)
        if (done !== null) break
        expect(await box.standingRev(q1, aBallot().seat)).toBe(2)
        if ((await engine.find(q1))!.state === 'sealed') continue
        await expect(box.read(q1)).rejects.toThrow('not sealed')
        expect(await box.cast(aBallot({ basedOn: 2 }))).toMatchObject(late)
      }
      expect(cuts).toBeGreaterThan(2 * (VOTERS / 500))
      expect(await box.seal(q1)).toEqual(sealed)
      const { ballots, turnout } = await box.read(q1)
      expect(ballots).toEqual(JSON.parse(JSON.stringify(listed)))
      expect(turnout).toBe(VOTERS)
      expect(await engine.envelopes((await engine.find(q1))!.number)).toEqual([])
    })
  })
}
