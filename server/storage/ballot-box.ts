import type { Ballot, StampedBallot } from '../../shared/ballot.ts'
import type { BallotId, Leaf, QuestionId, Seat } from '../../shared/ids.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import type { Receipts } from '../../shared/vote.ts'
import { NONCE_BYTES, sealEnvelope } from '../domain/envelope.ts'
import { createSeal, sorterHere } from './box-seal.ts'
import { openAll } from './box-split.ts'
import { createGather } from './gather.ts'
import { isBusyFault, UnreadableBox } from '../ports.ts'
import type { BallotBox, Change, Kept, Log, Ports, SealedBallot, Sorter } from '../ports.ts'

/** A box's number is its key in the engine: small integers are three times cheaper than texts. */
export interface BoxRow {
  number: number
  questionId: QuestionId
  /** `sealing`: a large box whose envelopes become ballots, slice by slice; nothing of it is readable. */
  state: 'open' | 'closed' | 'sealing' | 'sealed'
  salt: string
  receipts: Receipts
  /** Bytes of an envelope's plain text. */
  size: number
}

export interface EnvelopeRow {
  box: number
  seat: Seat
  rev: number
  ballotId: BallotId
  sealed: Buffer
}

/** What an engine does; everything else about a box is written once, here. */
export interface BoxEngine {
  /** A new box, or new settings of one that is open and empty; a fault otherwise. */
  create(box: Omit<BoxRow, 'number'>): Promise<void>
  find(questionId: QuestionId): Promise<BoxRow | null>
  /**
   * One durable transaction. Each row is kept where its box is open, as stored, and the stored
   * revision is its own less one; the answer is null for a kept row, else what stands instead.
   */
  keep(rows: readonly EnvelopeRow[]): Promise<(Refused | null)[]>
  stored(box: number, seat: Seat): Promise<Stored>
  envelopes(box: number): Promise<EnvelopeRow[]>
  setClosed(box: number): Promise<void>
  /** Closed becomes open again; nothing else does. */
  setOpen(box: number): Promise<void>
  /** Are there more envelopes and ballots than so many? */
  holdsMore(box: number, than: number): Promise<boolean>
  /** One transaction, of a closed box only: ballots in, turnout in, envelopes out, state sealed. */
  seal(box: number, ballots: readonly SealedBallot[], turnout: readonly Turnout[]): Promise<void>
  /** The same in steps, each a transaction that may be repeated. Closed becomes sealing, for good. */
  setSealing(box: number): Promise<void>
  /** A slice of the ballots of a box that is being sealed; those that are in it already stay. */
  addSealed(box: number, ballots: readonly SealedBallot[]): Promise<void>
  /** How many envelopes it holds. */
  held(box: number): Promise<number>
  /** Its first so many envelopes become turnout; how many there were. */
  dropEnvelopes(box: number, most: number): Promise<number>
  /** Sealing becomes sealed, where no envelope is left. */
  setSealed(box: number): Promise<void>
  /** Empties the journal, which may still hold envelopes beside seats, as far as it is the engine's. */
  cutJournal(): Promise<void>
  ballots(box: number): Promise<SealedBallot[]>
  /** Theirs alone, in the same order. */
  leaves(box: number): Promise<Leaf[]>
  turnout(box: number): Promise<Turnout[]>
}

/** What an engine keeps of a ballot beside its leaf, as text. */
export function bodyOf({ marks, nonce, weight, name, blind }: SealedBallot): string {
  return JSON.stringify({ marks, nonce, weight, name, blind })
}

export function readBallot({ leaf, copy, body }: BallotRow): SealedBallot {
  return { leaf, copy, ...(JSON.parse(body) as Omit<SealedBallot, 'leaf' | 'copy'>) }
}

export interface BallotRow {
  leaf: Leaf
  copy: number
  body: string
}

/** What stands for a seat; rev 0: nothing. */
export interface Stored {
  rev: number
  ballotId: BallotId | null
}

export interface Refused extends Stored {
  isOpen: boolean
}

export interface Turnout {
  seat: Seat
  rev: number
}

interface WaitingCast {
  ballot: StampedBallot
  resolve: (result: Result<Kept>) => void
  reject: (fault: unknown) => void
}

/** A close or a re-opening: the queue is what puts it in one order with casts. */
interface WaitingTurn {
  questionId: QuestionId
  to: 'closed' | 'open'
  resolve: (state: BoxRow['state']) => void
  reject: (fault: unknown) => void
}

/** More rows a commit gain little and make the first one wait (performance, section 1). */
const LARGEST_BATCH = 256

export type BoxPorts = Pick<Ports, 'keys' | 'dice' | 'clock'> & {
  log: Pick<Log, 'error'>
  /** Absent: large boxes are opened here, too. */
  sorter?: Sorter
}

/** Ballots: who cast one looks at the phone until it is counted. */
const WORTH_A_COMMIT = 3

/**
 * The box over any engine: casts that come together make one commit, closes pass the
 * same queue, so there is one order (D34, D39).
 */
export function createBallotBox(
  engine: BoxEngine,
  { keys, dice, clock, log, sorter = sorterHere(engine) }: BoxPorts,
): BallotBox {
  // A hint, and final only once it is sealed: what a box takes is decided where it is kept.
  const boxes = new Map<QuestionId, BoxRow>()
  const queue: (WaitingCast | WaitingTurn)[] = []
  const gather = createGather(clock, queue, drain, WORTH_A_COMMIT)
  const seal = createSeal(engine, { keyOf, opened, sorter, clock, log })

  async function boxOf(questionId: QuestionId): Promise<BoxRow | null> {
    const known = boxes.get(questionId)
    return known && (known.state === 'open' || known.state === 'sealed') ? known : look(questionId)
  }

  /** The box as it is stored now. */
  async function look(questionId: QuestionId): Promise<BoxRow | null> {
    const found = await engine.find(questionId)
    if (found) boxes.set(questionId, found)
    return found
  }

  async function existing(questionId: QuestionId): Promise<BoxRow> {
    const box = await look(questionId)
    if (!box) throw new Error(`no box for question ${questionId}`)
    return box
  }

  function enqueue(item: WaitingCast | WaitingTurn): void {
    queue.push(item)
    gather('questionId' in item)
  }

  /** What stands first: one turn, or all casts before the next one. */
  async function drain(): Promise<void> {
    const first = queue[0]!
    if ('questionId' in first) {
      queue.shift()
      await turn(first).catch(first.reject)
    } else {
      await commit(takeCasts())
    }
  }

  function takeCasts(): WaitingCast[] {
    const until = queue.findIndex((item) => 'questionId' in item)
    const ready = until < 0 ? queue.length : until
    return queue.splice(0, Math.min(ready, LARGEST_BATCH)) as WaitingCast[]
  }

  async function turn({ questionId, to, resolve }: WaitingTurn): Promise<void> {
    const box = await existing(questionId)
    if (box.state === 'open' && to === 'closed') await engine.setClosed(box.number)
    if (box.state === 'closed' && to === 'open') await engine.setOpen(box.number)
    resolve((await existing(questionId)).state)
  }

  function turned(questionId: QuestionId, to: WaitingTurn['to']): Promise<BoxRow['state']> {
    return new Promise((resolve, reject) => {
      enqueue({ questionId, to, resolve, reject })
    })
  }

  async function commit(casts: readonly WaitingCast[]): Promise<void> {
    const sealed: { cast: WaitingCast; row: EnvelopeRow }[] = []
    // Drawn together: a draw for each would take half as long as its envelope.
    const nonces = dice.secret(NONCE_BYTES * casts.length)
    for (const [place, cast] of casts.entries()) {
      const nonce = nonces.subarray(NONCE_BYTES * place, NONCE_BYTES * (place + 1))
      // One ballot that cannot be put into its box takes no other one with it.
      await prepare(cast, nonce).then((row) => {
        if (row) sealed.push({ cast, row })
      }, cast.reject)
    }
    if (sealed.length === 0) return
    try {
      const answers = await engine.keep(sealed.map(({ row }) => row))
      for (const [place, { cast, row }] of sealed.entries())
        cast.resolve(answerTo(cast.ballot, row, answers[place] ?? null))
    } catch (fault) {
      log.error('box/commit', fault)
      for (const { cast } of sealed) {
        if (isBusyFault(fault)) cast.resolve(refuse('server/busy'))
        else cast.reject(fault)
      }
    }
  }

  /** The envelope of this cast; null where it came too late and is answered. */
  async function prepare(cast: WaitingCast, nonce: Uint8Array): Promise<EnvelopeRow | null> {
    const row = await envelopeOf(cast.ballot, nonce)
    if (!row) cast.resolve(await tooLate(cast.ballot))
    return row
  }

  async function envelopeOf(ballot: StampedBallot, nonce: Uint8Array): Promise<EnvelopeRow | null> {
    const box = await boxOf(ballot.questionId)
    if (box?.state !== 'open') return null
    const { questionId, seat, basedOn, ballotId, answers } = ballot
    const rev = basedOn + 1
    const key = await keys.keyOf(questionId)
    const sealed = sealEnvelope(key, nonce, {
      size: box.size,
      bound: { questionId, seat, rev },
      answers,
    })
    return { box: box.number, seat, rev, ballotId, sealed }
  }

  async function tooLate({ questionId, seat }: Ballot): Promise<Result<never>> {
    return refuse('question/not-open', { countedRev: await standingRev(questionId, seat) })
  }

  async function standingRev(questionId: QuestionId, seat: Seat): Promise<number> {
    const box = await boxOf(questionId)
    return box ? (await engine.stored(box.number, seat)).rev : 0
  }

  async function keyOf(questionId: QuestionId): Promise<Uint8Array> {
    return keys.keyOf(questionId).catch((cause: unknown) => {
      throw new UnreadableBox(`the key of ${questionId} cannot be read`, { cause })
    })
  }

  async function opened(box: BoxRow): Promise<Change[]> {
    const rows = await engine.envelopes(box.number)
    return rows.length === 0 ? [] : openAll(box, await keyOf(box.questionId), rows)
  }

  return {
    async create(questionId, settings) {
      await engine.create({ questionId, state: 'open', ...settings })
      boxes.delete(questionId)
    },
    cast: (ballot) =>
      new Promise((resolve, reject) => {
        enqueue({ ballot, resolve, reject })
      }),
    async close(questionId) {
      await turned(questionId, 'closed')
    },
    async reopen(questionId) {
      const state = await turned(questionId, 'open')
      return state === 'open' ? ok(null) : refuse('question/wrong-state')
    },
    standingRev,
    async changes(questionId) {
      const box = await boxOf(questionId)
      if (box?.state === 'sealing') return null
      if (!box || box.state === 'sealed') return []
      // Asked for first, even of an empty box: without its key no ballot could be kept.
      if (box.state === 'open') await keyOf(questionId)
      return opened(box)
    },
    async seal(questionId) {
      const box = await existing(questionId)
      if (box.state === 'open') throw new Error(`box of ${questionId} is still open`)
      const sealed = await seal(box)
      await look(questionId)
      return sealed
    },
    async read(questionId) {
      const box = await existing(questionId)
      if (box.state !== 'sealed') throw new Error(`box of ${questionId} is not sealed`)
      const turnout = await engine.turnout(box.number)
      return {
        ballots: await engine.ballots(box.number),
        salt: box.salt,
        turnout: turnout.length,
      }
    },
  }
}

function answerTo(ballot: StampedBallot, row: EnvelopeRow, stored: Refused | null): Result<Kept> {
  if (stored === null) {
    const { seat, rev } = row
    return ok({ rev, change: { seat, rev, answers: ballot.answers } })
  }
  if (!stored.isOpen) return refuse('question/not-open', { countedRev: stored.rev })
  if (stored.ballotId === ballot.ballotId) return ok({ rev: stored.rev, change: null })
  return refuse('ballot/changed-elsewhere', { rev: stored.rev })
}
