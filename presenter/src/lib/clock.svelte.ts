/** The server's time as something that can be watched. Four looks a second keep a countdown honest. */
export class Clock {
  #now = $state(0)

  constructor(read: () => number) {
    this.#now = read()
    $effect(() => {
      const timer = setInterval(() => (this.#now = read()), 250)
      return () => clearInterval(timer)
    })
  }

  get now(): number {
    return this.#now
  }

  /** Whole seconds left until `time`; never below nothing. */
  left(time: number): number {
    return Math.max(0, Math.ceil((time - this.#now) / 1000))
  }
}
