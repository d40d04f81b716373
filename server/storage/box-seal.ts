import { rootOf } from '../../shared/proof.ts'
import type { QuestionId } from '../../shared/ids.ts'
import { isBusyFault, UnreadableBox } from '../ports.ts'
import type { Change, Clock, Log, SealedBallot, SealedSize, Sorter } from '../ports.ts'
import type { BoxEngine, BoxRow } from './ballot-box.ts'
import { openAll, split } from './box-split.ts'

/** Ballots: a box with more would hold the phones of other questions up for a tenth of a second. */
const LARGE = 2000
/** Rows in one transaction of a large box: some five milliseconds. */
export const SLICE = 500

/**
 * The seal of a box that is closed or whose seal was cut off (D4). A small one is sealed in one
 * transaction. A large one is opened beside us, and becomes ballots and turnout in slices between which
 * ballots of other boxes are kept; each slice may be repeated, so whoever is killed begins again.
 */
export function createSeal(
  engine: BoxEngine,
  {
    keyOf,
    opened,
    sorter,
    clock,
    log,
  }: {
    keyOf(questionId: QuestionId): Promise<Uint8Array>
    opened(box: BoxRow): Promise<Change[]>
    sorter: Sorter
    clock: Pick<Clock, 'since' | 'after'>
    log: Pick<Log, 'error'>
  },
): (box: BoxRow) => Promise<SealedSize> {
  /** Then as long a pause: whoever casts meanwhile finds the way free half of the time. */
  async function slice<T>(work: () => Promise<T>): Promise<T> {
    const start = clock.since()
    const done = await work()
    await new Promise<void>((resolve) => {
      clock.after(clock.since() - start, resolve)
    })
    return done
  }

  const here = sorterHere(engine)

  /** Beside us or, where no process can be had, here after all: phones wait, and the vote is sealed. */
  async function somewhere<T>(work: (sorter: Sorter) => Promise<T>): Promise<T> {
    try {
      return await work(sorter)
    } catch (fault) {
      if (fault instanceof UnreadableBox || isBusyFault(fault)) throw fault
      log.error('box/sorter', fault)
      return work(here)
    }
  }

  async function inSlices({ questionId, number }: BoxRow): Promise<void> {
    const key = await keyOf(questionId)
    await somewhere(async ({ sorted }) => {
      let added = 0
      for await (const ballots of sorted(questionId, key)) {
        await slice(() => engine.addSealed(number, ballots))
        added += ballots.length
      }
      const held = await engine.held(number)
      if (added !== held) throw new Error(`${added} ballots came of ${held} in ${questionId}`)
    })
    // Only now that every ballot is in its place: what is left is enough to make the list again.
    while ((await slice(() => engine.dropEnvelopes(number, SLICE))) > 0);
    await engine.setSealed(number)
  }

  async function atOnce(box: BoxRow): Promise<void> {
    const changes = await opened(box)
    const turnout = changes.map(({ seat, rev }) => ({ seat, rev }))
    await engine.seal(box.number, split(box, changes), turnout)
  }

  return async (box) => {
    const { questionId, number, state } = box
    const isLarge = await engine.holdsMore(number, LARGE)
    if (state === 'closed' && !isLarge) await atOnce(box)
    else if (state !== 'sealed') {
      await engine.setSealing(number)
      await inSlices(box)
    }
    await engine.cutJournal()
    if (isLarge) return somewhere(({ rootOf: root }) => root(questionId))
    const leaves = await engine.leaves(number)
    return { size: leaves.length, root: rootOf(leaves) }
  }
}

/** In this very process: where no other one can read the engine. */
export function sorterHere(engine: BoxEngine): Sorter {
  async function boxOf(questionId: QuestionId): Promise<BoxRow> {
    const box = await engine.find(questionId)
    if (!box) throw new Error(`no box for question ${questionId}`)
    return box
  }
  return {
    async *sorted(questionId, key) {
      const box = await boxOf(questionId)
      yield* slices(split(box, openAll(box, key, await engine.envelopes(box.number))))
    },
    async rootOf(questionId) {
      const leaves = await engine.leaves((await boxOf(questionId)).number)
      return { size: leaves.length, root: rootOf(leaves) }
    },
  }
}

export function* slices(ballots: readonly SealedBallot[]): Generator<readonly SealedBallot[]> {
  for (let start = 0; start < ballots.length; start += SLICE)
    yield ballots.slice(start, start + SLICE)
}
