export type KeyDeed = 'toggle' | 'reveal' | 'next' | 'forward' | 'qr' | 'full' | 'help' | 'test'

const KEYS: Record<string, KeyDeed> = {
  Space: 'toggle',
  KeyR: 'reveal',
  KeyN: 'next',
  KeyP: 'test',
  // What a presenter's remote sends.
  ArrowRight: 'forward',
  PageDown: 'forward',
  KeyQ: 'qr',
  KeyF: 'full',
}

/** By place on the keyboard, so that a Korean layout works as well; nothing while somebody types. */
export function deedOf(event: KeyboardEvent): KeyDeed | null {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return null
  const target = event.target as Element | null
  if (target?.closest('input, textarea, select, [contenteditable]')) return null
  if (event.key === '?') return 'help'
  if (event.code === 'Space' && target?.closest('button, a')) return null
  return KEYS[event.code] ?? null
}

/** These change the meeting: only a screen of the facilitator's own browser may. */
export const RUNNING: readonly KeyDeed[] = ['toggle', 'reveal', 'next', 'forward', 'test']
