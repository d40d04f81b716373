/** What waits for a pause in typing or drawing. */
const waiting = new Set<Pause>()

/**
 * Saves once nothing was typed for a while, and at once when the page is left: a reload would lose the
 * last change.
 */
export class Pause {
  readonly #save: () => void
  readonly #leave: () => void
  #timer: ReturnType<typeof setTimeout> | undefined

  /** `leave`: what is done in place of `save` where nobody is left to wait for an answer. */
  constructor(save: () => void, leave = save) {
    this.#save = save
    this.#leave = leave
  }

  /** From now on, whatever waited before. */
  start(ms: number): void {
    clearTimeout(this.#timer)
    waiting.add(this)
    this.#timer = setTimeout(() => {
      waiting.delete(this)
      this.#save()
    }, ms)
  }

  stop(): void {
    clearTimeout(this.#timer)
    waiting.delete(this)
  }

  leave(): void {
    this.stop()
    this.#leave()
  }
}

const leaveAll = () => {
  for (const each of [...waiting]) each.leave()
}

// What is written can be tried without a page to leave.
if (typeof document !== 'undefined') {
  addEventListener('pagehide', () => {
    // A field that is saved when it is left is left now.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    leaveAll()
  })
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) leaveAll()
  })
}
