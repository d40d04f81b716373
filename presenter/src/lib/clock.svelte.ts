/** Four looks a second keep a countdown honest. */
const LOOK_MS = 250

/** The server's time as something that can be watched; all clocks of all screens step together. */
export class Clock {
  #now = $state(0)

  constructor(read: () => number) {
    const look = () => (this.#now = Math.floor(read() / LOOK_MS) * LOOK_MS)
    look()
    $effect(() => {
      let timer = setTimeout(step)
      function step() {
        look()
        timer = setTimeout(step, LOOK_MS - (read() % LOOK_MS))
      }
      return () => clearTimeout(timer)
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
