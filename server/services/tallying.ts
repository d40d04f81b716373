import { isHeavy, isRaised } from '../../shared/method.ts'
import { tally } from '../../shared/tally/index.ts'
import type { Question } from '../../shared/vote.ts'
import type { CountedBox, CountJob, Ports } from '../ports.ts'

/** Counts sealed boxes, each where it holds up nobody. */
export interface Tallying {
  /** `size`: ballots in the box. The result is the same wherever it is counted. */
  tally(job: CountJob, size: number): Promise<CountedBox>
  /** Counts that are under way are given up, and their callers told; the box is as it was. */
  stop(): void
}

/**
 * More ballots take more than some 20 ms, reading included, and a phone would wait as long for its
 * acknowledgement (measured on two shared cores). A thread costs a tenth of a second to start.
 */
const MOST_HERE = 2000
/** Of methods that look at each ballot many times. */
const MOST_HERE_IN_ROUNDS = 200

const OUT_OF_MEMORY = 'ERR_WORKER_OUT_OF_MEMORY'

export function createTallying({
  box,
  tallier,
  log,
}: Pick<Ports, 'box' | 'tallier' | 'log'>): Tallying {
  const stopping = new AbortController()

  async function here({ question, beside }: CountJob): Promise<CountedBox> {
    const { ballots, turnout } = await box.read(question.id)
    return { tally: tally(question, ballots, beside), ballots: ballots.length, turnout }
  }

  async function elsewhere(job: CountJob, size: number): Promise<CountedBox> {
    const questionId = job.question.id
    const counted = await tallier.count(job, {
      signal: stopping.signal,
      onReached(reached) {
        log.info('count/reached', { questionId, size, ...reached })
      },
    })
    log.info('count/done', { questionId, size })
    return counted
  }

  return {
    async tally(job, size) {
      if (size <= mostHere(job.question)) return here(job)
      try {
        return await elsewhere(job, size)
      } catch (fault) {
        if (stopping.signal.aborted) throw fault
        log.error('count/thread', fault)
        // Here the same would take the whole server with it; the box is sealed, and can wait.
        if (isCode(fault, OUT_OF_MEMORY)) throw fault
        // A room that waits a moment gets its result; a thread that died once may die again.
        return here(job)
      }
    },
    stop() {
      stopping.abort(new Error('the server stops'))
    },
  }
}

function mostHere({ method }: Question): number {
  if (isRaised(method)) return 0
  return isHeavy(method) ? MOST_HERE_IN_ROUNDS : MOST_HERE
}

const isCode = (fault: unknown, code: string) =>
  fault instanceof Error && 'code' in fault && fault.code === code
