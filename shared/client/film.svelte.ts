/** How long one picture stays, and the longest that a whole film may take, in seconds. */
const PICTURE = 4
const WHOLE = 60
const LEAST = 1.5

/** A row of pictures that plays by itself, pauses, and goes step by step. */
export class Film {
  #length = $state(0)
  #at = $state(0)
  #isPlaying = $state(false)
  #timer: ReturnType<typeof setInterval> | undefined

  /** How many pictures there are; under two nothing plays. */
  get length(): number {
    return this.#length
  }
  /** Which picture is shown, from 0. */
  get at(): number {
    return Math.min(this.#at, Math.max(0, this.#length - 1))
  }
  get isPlaying(): boolean {
    return this.#isPlaying
  }
  get isLast(): boolean {
    return this.at >= this.#length - 1
  }

  /** Puts a film in, at its first picture and playing, or at its end; call what it gives to take it out. */
  load(length: number, { plays }: { plays: boolean }): () => void {
    this.#length = length
    this.#at = plays ? 0 : length - 1
    if (plays) this.play()
    return () => {
      this.pause()
      this.#length = 0
    }
  }

  /** From its end it plays once more. */
  play(): void {
    clearInterval(this.#timer)
    if (this.#length < 2) return
    if (this.isLast) this.#at = 0
    this.#isPlaying = true
    const seconds = Math.max(LEAST, Math.min(PICTURE, WHOLE / this.#length))
    this.#timer = setInterval(() => {
      this.#at += 1
      if (this.isLast) this.pause()
    }, seconds * 1000)
  }

  pause(): void {
    clearInterval(this.#timer)
    this.#isPlaying = false
  }

  toggle(): void {
    if (this.#isPlaying) this.pause()
    else this.play()
  }

  /** One picture on or back, and no further by itself; false where there is none. */
  step(by: 1 | -1): boolean {
    const to = this.at + by
    if (to < 0 || to >= this.#length) return false
    this.pause()
    this.#at = to
    return true
  }
}
