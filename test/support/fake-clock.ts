import type { Clock } from '../../server/ports.ts'

/** Stands still until it is moved; what falls due on the way runs in its order. */
export class FakeClock implements Clock {
  #now: number
  readonly #armed = new Set<{ at: number; work: () => void }>()

  constructor(now = 1_800_000_000_000) {
    this.#now = now
  }

  now(): number {
    return this.#now
  }
  since(): number {
    return this.#now
  }
  after(ms: number, work: () => void): () => void {
    const timer = { at: this.#now + ms, work }
    this.#armed.add(timer)
    return () => this.#armed.delete(timer)
  }

  /** Also what is armed by the work that runs, if it falls due in this time. */
  async pass(ms: number): Promise<void> {
    const until = this.#now + ms
    for (;;) {
      const [next] = [...this.#armed].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)
      this.#now = Math.max(this.#now, next?.at ?? until)
      if (!next) return
      this.#armed.delete(next)
      next.work()
      await settled()
    }
  }
}

/** Commits that were asked for have come back. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 40))
}
