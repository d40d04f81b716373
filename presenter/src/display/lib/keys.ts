import { isTyped, letters } from '../../lib/letters.svelte.ts'

export type KeyDeed =
  | 'toggle'
  | 'reveal'
  | 'next'
  | 'forward'
  | 'back'
  | 'timer'
  | 'lock'
  | 'test'
  | 'qr'
  | 'full'
  | 'help'
  | 'leave'

const KEYS: Record<string, KeyDeed> = {
  Space: 'toggle',
  // What a presenter's remote sends.
  ArrowRight: 'forward',
  PageDown: 'forward',
  ArrowLeft: 'back',
  PageUp: 'back',
  Escape: 'leave',
}
const LETTERS: Record<string, KeyDeed> = {
  KeyR: 'reveal',
  KeyN: 'next',
  KeyT: 'timer',
  KeyP: 'test',
  KeyL: 'lock',
  KeyQ: 'qr',
  KeyF: 'full',
}

/** By place on the keyboard, so that a Korean layout works as well; nothing while somebody types. */
export function deedOf(event: KeyboardEvent): KeyDeed | null {
  if (isTyped(event)) return null
  const target = event.target as Element | null
  if (event.code === 'Space' && target?.closest('button, a')) return null
  const deed = KEYS[event.code]
  if (deed || !letters.on) return deed ?? null
  return event.key === '?' ? 'help' : (LETTERS[event.code] ?? null)
}
