import type { ScreenRow } from '../rows.ts'

/** The one that is there from the start and stays: its link may hang in the hall already. */
export const MAIN_SCREEN = 'main'
/** A wall of them; more are a mistake. */
export const MOST_SCREENS = 12

export function newScreen(id: string): ScreenRow {
  return { id, name: '', content: { type: 'meeting' }, look: { theme: 'dark', large: false } }
}
