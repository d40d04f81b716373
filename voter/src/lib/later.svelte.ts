const AGAIN_AFTER = 1500

/** Code that the first screen does not need: fetched when wanted, again and again if the net is away. */
export class Later<T> {
  readonly #fetch: () => Promise<T>
  #here = $state.raw<T | null>(null)
  #isWanted = false

  constructor(fetch: () => Promise<T>) {
    this.#fetch = fetch
  }

  /** Null until it is here. */
  get here(): T | null {
    return this.#here
  }

  want(): void {
    if (this.#isWanted) return
    this.#isWanted = true
    void this.#get()
  }

  async #get(): Promise<void> {
    try {
      this.#here = await this.#fetch()
    } catch {
      setTimeout(() => void this.#get(), AGAIN_AFTER)
    }
  }
}
