const KEY = 'mv.large'

/** The reader's switch for large type. */
class LargeType {
  #on = $state(false)

  get on(): boolean {
    return this.#on
  }

  start(): void {
    this.#show(localStorage.getItem(KEY) === 'yes')
  }

  toggle(): void {
    this.#show(!this.#on)
    localStorage.setItem(KEY, this.#on ? 'yes' : 'no')
  }

  #show(on: boolean): void {
    this.#on = on
    document.documentElement.classList.toggle('large', on)
  }
}

export const largeType = new LargeType()
