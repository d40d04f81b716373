/** Up to this many options stand on the screen at once, in two columns above six. */
const MOST = 12

/** Which options share a page: as many as stay legible, spread evenly; the others come in turn. */
export class Pages {
  readonly #count: () => number
  #most = $state(MOST)

  constructor(count: () => number) {
    this.#count = count
  }

  /** How many options a page holds. */
  get size(): number {
    const count = this.#count()
    return Math.ceil(count / Math.max(1, Math.ceil(count / this.#most)))
  }

  loosen(): void {
    this.#most = MOST
  }

  /** Fewer options a page; false where each has a page of its own already. */
  tighten(): boolean {
    if (this.size <= 1) return false
    this.#most = this.size - 1
    return true
  }
}
