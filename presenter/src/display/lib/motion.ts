import type { Attachment } from 'svelte/attachments'

/** How long a page of options stays. */
export const PAGE_SECONDS = 7
const SMALLEST = 0.5
const STEP = 0.03

/**
 * Shrinks the type of a box until its content fits: nobody can scroll a projector.
 * `watch` names what changes the content.
 */
export function fit(watch: () => unknown): Attachment<HTMLElement> {
  return (box) => {
    watch()
    let frame = 0
    const settle = () => {
      // Glyphs of a tight last line reach below their box; that much does no harm.
      const spare = window.innerHeight * 0.012
      for (let scale = 1; ; scale -= STEP) {
        box.style.setProperty('--fit', scale.toFixed(2))
        const fits =
          box.scrollHeight <= box.clientHeight + spare && box.scrollWidth <= box.clientWidth + spare
        if (fits || scale <= SMALLEST) return
      }
    }
    const soon = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(settle)
    }
    const observer = new ResizeObserver(soon)
    observer.observe(box)
    // Numbers may change as they like; a new row or another page is measured anew.
    const rows = new MutationObserver(soon)
    rows.observe(box, { childList: true, subtree: true })
    void document.fonts.ready.then(soon)
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
      rows.disconnect()
    }
  }
}
