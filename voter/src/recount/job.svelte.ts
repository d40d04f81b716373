import { call } from '../../../shared/client/api.ts'
import type { Comparison } from '../../../shared/client/compare.ts'
import { checkSignatures, type Signed } from '../../../shared/client/signatures.ts'
import type { FormatFault } from '../../../shared/formats/reading.ts'
import type { PublicKeys, PublishedQuestion } from '../../../shared/wire/api.ts'
import type { Asked, FileCount, Order, Paper, Report, Why } from './orders.ts'

/** Where the page stands. */
export type Step =
  | { name: 'start'; why: Why | null; isStopped: boolean }
  /** `part`: 0 to 1; null: nobody knows how far it is. */
  | { name: 'busy'; doing: 'fetching' | 'reading' | 'counting'; part: number | null; steps: number }
  | { name: 'broken'; file: string; faults: readonly FormatFault[] }
  | { name: 'filed'; file: string; paper: Paper; asked: Asked | null; done: Done | null }
  | { name: 'withheld'; published: PublishedQuestion; least: number }
  | { name: 'compared'; published: PublishedQuestion; comparison: Comparison; signed: Signed }

/** How a file came out, or why not. */
type Done = { count: FileCount } | { why: Why }

const START = { name: 'start', why: null, isStopped: false } as const

/** One count at a time, in a worker that is ended to stop it; nothing that is read here is sent anywhere. */
export class Job {
  #step = $state.raw<Step>(START)
  #worker = this.#hire()
  /** The key that the published result came with, as a file has none. */
  #keys: PublicKeys = { keys: [] }
  /** What a report of the worker is about. */
  #file = ''
  #paper: Paper | null = null
  #asked: Asked | null = null
  #published: PublishedQuestion | null = null
  /** What this page was opened for, as the server published it. */
  #official: { published: PublishedQuestion; keys: PublicKeys } | null = null

  get step(): Step {
    return this.#step
  }

  /** A result of this server, fetched whole before anything is counted. */
  async fetch(questionId: string): Promise<void> {
    this.#busy('fetching')
    const [published, keys] = await Promise.all([
      call<PublishedQuestion>('GET', `/api/questions/${encodeURIComponent(questionId)}/result`),
      call<PublicKeys>('GET', '/.well-known/mvoting'),
    ])
    if (this.#step.name !== 'busy') return
    this.#keys = keys.ok ? keys.value : { keys: [] }
    if (published.ok) {
      this.#official = { published: published.value, keys: this.#keys }
      this.#compare(published.value)
    } else {
      const isAway = published.refusal.code === 'server/busy'
      this.#refuse({ code: isAway ? 'unreachable' : 'no-result' })
    }
  }

  read(file: File): void {
    this.stop()
    this.#file = file.name
    this.#paper = null
    this.#keys = { keys: [] }
    this.#busy('reading')
    this.#send({ type: 'read', file })
  }

  count(asked: Asked): void {
    this.#asked = asked
    this.#busy('counting')
    this.#send({ type: 'count', asked })
  }

  /** Ends what is going on; the file has to be chosen again, as it was in the worker's hands. */
  stop(): void {
    const wasBusy = this.#step.name === 'busy'
    if (wasBusy) {
      this.#worker.terminate()
      this.#worker = this.#hire()
    }
    this.#step = { ...START, isStopped: wasBusy }
  }

  #hire(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<Report>) => {
      // What was on its way when the worker was ended is nobody's any more.
      if (worker === this.#worker) void this.#hear(data)
    })
    worker.addEventListener('error', () => this.#refuse({ code: 'fault' }))
    return worker
  }

  #send(order: Order): void {
    this.#worker.postMessage(order)
  }

  async #hear(report: Report): Promise<void> {
    switch (report.type) {
      case 'reading':
        return this.#busy('reading', report.done / Math.max(1, report.of))
      case 'raising':
        return this.#busy('counting', report.cost / Math.max(1, report.budget), report.steps)
      case 'broken':
        this.#step = { name: 'broken', file: this.#file, faults: report.faults }
        return
      case 'published':
        return this.#compare(this.#asAudited(report.published))
      case 'filed':
        this.#paper = report.paper
        this.#asked = null
        if (report.paper.own) this.count({ method: report.paper.own, seats: null, lot: '' })
        else this.#filed(null)
        return
      case 'counted':
        return this.#filed({ count: report.count })
      case 'refused':
        return this.#refuse(report.why)
      case 'compared':
        return this.#compared(report.comparison)
    }
  }

  /**
   * A file of the question whose ballots the server keeps back lends its list alone: all that it is held
   * against is what was published.
   */
  #asAudited(file: PublishedQuestion): PublishedQuestion {
    const { published, keys } = this.#official ?? {}
    const { ballots, salt, hidden, question } = file as Partial<PublishedQuestion>
    if (!published || !keys || published.question.ballots !== 'totals') return file
    if (question?.id !== published.question.id) return file
    this.#keys = keys
    const { hidden: _, ...said } = published
    return { ...said, ballots: ballots ?? null, salt: salt ?? null, ...(hidden && { hidden }) }
  }

  #compare(published: PublishedQuestion): void {
    this.#published = published
    this.#paper = null
    const { ballots, result } = published as Partial<PublishedQuestion>
    if (result?.tally?.state === 'withheld')
      this.#step = { name: 'withheld', published, least: result.tally.least }
    else if (!Array.isArray(ballots)) this.#refuse({ code: 'odd-file' })
    else {
      this.#busy('counting')
      this.#send({ type: 'compare', published: { ...published, ballots } })
    }
  }

  async #compared(comparison: Comparison): Promise<void> {
    const published = this.#published
    if (!published) return
    const signed = await checkSignatures(published, this.#keys)
    if (this.#step.name === 'busy' && published === this.#published)
      this.#step = { name: 'compared', published, comparison, signed }
  }

  #busy(doing: 'fetching' | 'reading' | 'counting', part: number | null = null, steps = 0): void {
    this.#step = { name: 'busy', doing, part, steps }
  }

  #filed(done: Done | null): void {
    if (!this.#paper) return
    const [file, paper, asked] = [this.#file, this.#paper, this.#asked]
    this.#step = { name: 'filed', file, paper, asked, done }
  }

  /** Of a file that was read it is the way of counting that cannot be; it may be another. */
  #refuse(why: Why): void {
    if (this.#paper && this.#asked && why.code !== 'fault') this.#filed({ why })
    else this.#step = { name: 'start', why, isStopped: false }
  }
}
