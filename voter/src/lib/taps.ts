/** Longer than a double tap, shorter than it takes to read what a button says. */
const TAPPED_AGAIN_MS = 500

/**
 * What a button of a new screen does: nothing for the taps that were meant for the screen before it,
 * whose button lay in the same place. Call it where the screen begins.
 */
export function afterTaps(deed: () => void): () => void {
  const shown = performance.now()
  return () => {
    if (performance.now() - shown > TAPPED_AGAIN_MS) deed()
  }
}
