const KEY = 'mv.letters'

/** Single letters and signs as keys can be switched off, for who dictates or slips (WCAG 2.1.4). */
class Letters {
  #on = $state(localStorage.getItem(KEY) !== 'off')

  get on(): boolean {
    return this.#on
  }

  set(on: boolean): void {
    this.#on = on
    if (on) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, 'off')
  }
}

/** One setting for the desk and the big screens of this browser. */
export const letters = new Letters()

/** Is somebody typing, or is this key part of a command of the browser's? */
export function isTyped(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing)
    return true
  const target = event.target as Element | null
  return target?.closest('input, textarea, select, [contenteditable]') != null
}
