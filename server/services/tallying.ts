import { isHeavy, isRaised } from '../../shared/method.ts'
import { tally } from '../../shared/tally/index.ts'
import type { Question } from '../../shared/vote.ts'
import { OutOfRoom, type CountedBox, type CountJob, type Ports, type Reached } from '../ports.ts'

/** Counts sealed boxes, each where it holds up nobody. */
export interface Tallying {
  /** Would a box of this size take so long that a phone felt it? It is counted elsewhere then. */
  isLong(question: Question, size: number): boolean
  /**
   * `size`: ballots in the box. The result is the same wherever it is counted. Rejects with `GivenUp`
   * where the signal ends it or the server stops, and with `TooLong`.
   */
  tally(job: CountJob, size: number, course: Course): Promise<CountedBox>
  /** Counts that are under way are given up, and their callers told; the box is as it was. */
  stop(): void
}

export interface Course {
  signal: AbortSignal
  onReached(reached: Reached): void
}

export class GivenUp extends Error {}
export class TooLong extends Error {}

/**
 * More ballots take more than some 20 ms, reading included, and a phone would wait as long for its
 * acknowledgement (measured on two shared cores). A process costs some tenths of a second to start.
 */
const MOST_HERE = 2000
/** Of methods that look at each ballot many times. */
const MOST_HERE_IN_ROUNDS = 200
/** Counts at once, of all meetings: each fills a core, and holds all ballots of its box. */
const MOST_AT_ONCE = 2
/** So many times as much is counted here after all where its process died: the room waits a moment. */
const IN_NEED = 10

/**
 * Milliseconds, many times what any count took beside a crowd of phones; beyond that something is wrong
 * that nobody should wait for.
 */
const LONGEST = { atLeast: 300_000, perBallot: 10 }

export function createTallying({
  box,
  tallier,
  clock,
  log,
}: Pick<Ports, 'box' | 'tallier' | 'clock' | 'log'>): Tallying {
  const stopping = new AbortController()
  const inSlot = createSlots(MOST_AT_ONCE)

  async function here({ question, beside }: CountJob): Promise<CountedBox> {
    const { ballots, turnout } = await box.read(question.id)
    return { tally: tally(question, ballots, beside), ballots: ballots.length, turnout }
  }

  async function elsewhere(job: CountJob, size: number, course: Course): Promise<CountedBox> {
    const questionId = job.question.id
    const late = new AbortController()
    const inTime = clock.after(LONGEST.atLeast + LONGEST.perBallot * size, () => {
      late.abort(new TooLong(`${questionId} is counted for too long`))
    })
    const signal = AbortSignal.any([stopping.signal, late.signal, course.signal])
    try {
      const counted = await tallier.count(job, {
        signal,
        onReached(reached) {
          log.info('count/reached', { questionId, size, ...reached })
          course.onReached(reached)
        },
      })
      log.info('count/done', { questionId, size })
      return counted
    } catch (fault) {
      if (signal.aborted) throw signal.reason
      log.error('count/process', fault)
      // Here the same would take the whole server with it, or hold up the room for long.
      if (fault instanceof OutOfRoom || size > IN_NEED * mostHere(job.question)) throw fault
      // A process that died once may die again.
      return await here(job)
    } finally {
      inTime()
    }
  }

  const isLong = (question: Question, size: number) => size > mostHere(question)

  return {
    isLong,
    tally: (job, size, course) =>
      isLong(job.question, size) ? inSlot(() => elsewhere(job, size, course)) : here(job),
    stop() {
      stopping.abort(new GivenUp('the server stops'))
    },
  }
}

/** So many at once; others wait, the longest first. */
function createSlots(most: number) {
  const waiting: (() => void)[] = []
  let free = most
  return async function inSlot<T>(work: () => Promise<T>): Promise<T> {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}

function mostHere({ method }: Question): number {
  if (isRaised(method)) return 0
  return isHeavy(method) ? MOST_HERE_IN_ROUNDS : MOST_HERE
}
