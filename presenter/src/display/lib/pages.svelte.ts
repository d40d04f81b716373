/** Up to this many options stand on the screen at once. */
const MOST = 12
/** Up to six stand in one column if it holds them; fewer than five gain nothing by a second. */
const ONE_COLUMN = 6
const WORTH_TWO = 5

/** Which options share a page: as many as stay legible, spread evenly; the others come in turn. */
export class Pages {
  readonly #count: () => number
  #most = $state(MOST)
  #isSpread = $state(false)

  constructor(count: () => number) {
    this.#count = count
  }

  /** How many options a page holds. */
  get size(): number {
    const count = this.#count()
    return Math.ceil(count / Math.max(1, Math.ceil(count / this.#most)))
  }

  /** Do its pages have two columns? All of them or none, so that turning moves nothing. */
  get isTwo(): boolean {
    return this.size > ONE_COLUMN || this.#isSpread
  }

  loosen(): void {
    this.#most = MOST
    this.#isSpread = false
  }

  /** A second column, then fewer options a page; false where each has a page of its own already. */
  tighten(): boolean {
    if (this.size <= 1) return false
    if (!this.isTwo && this.size >= WORTH_TWO) {
      this.#isSpread = true
      return true
    }
    this.#most = this.size - 1
    this.#isSpread = false
    return true
  }
}
