import { flushSync } from 'svelte'
import type { Attachment } from 'svelte/attachments'
import type { Pages } from './pages.svelte.ts'

/** How long a page of options stays. */
export const PAGE_SECONDS = 7
/** Type shrinks this far before options go to another page, and this far if even one is too long. */
const SMALLEST = 0.62
const LAST_RESORT = 0.3
const STEP = 0.04

/**
 * Shrinks the type of a box until its content fits: nobody can scroll a projector. What must be read
 * from the back row has a least size (`--least`: 1); where that is too large, options share fewer a
 * page. `watch` names what changes the content.
 */
export function fit(watch: () => unknown, pages?: Pages): Attachment<HTMLElement> {
  return (box) => {
    watch()
    let frame = 0
    const settle = () => {
      box.style.setProperty('--least', '1')
      if (pages) flushSync(() => pages.loosen())
      while (!shrink(box, SMALLEST)) {
        if (pages?.tighten()) flushSync()
        else {
          box.style.setProperty('--least', '0')
          shrink(box, LAST_RESORT)
          break
        }
      }
      rows.takeRecords()
    }
    const soon = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(settle)
    }
    const observer = new ResizeObserver(soon)
    observer.observe(box)
    // Numbers may change as they like; a new row is measured anew.
    const rows = new MutationObserver(soon)
    rows.observe(box, { childList: true, subtree: true })
    // A font comes in parts, each with the first text that needs it.
    document.fonts.addEventListener('loadingdone', soon)
    return () => {
      document.fonts.removeEventListener('loadingdone', soon)
      cancelAnimationFrame(frame)
      observer.disconnect()
      rows.disconnect()
    }
  }
}

/** True once the content fits, at the largest scale that does. */
function shrink(box: HTMLElement, smallest: number): boolean {
  // Glyphs of a tight last line reach below their box; that much does no harm.
  const spare = window.innerHeight * 0.012
  for (let scale = 1; scale >= smallest; scale -= STEP) {
    box.style.setProperty('--fit', scale.toFixed(2))
    if (box.scrollHeight <= box.clientHeight + spare && box.scrollWidth <= box.clientWidth + spare)
      return true
  }
  return false
}

/** Pixels of a hundredth of the screen, as `--u` (screen.css). */
export function unit(): number {
  const large = document.documentElement.dataset.type === 'large' ? 1.16 : 1
  return (Math.min(window.innerHeight, window.innerWidth * 0.78) / 100) * large
}

/** How wide a text runs, in Hangul syllables: a Latin letter takes about half of one. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter < '\u1100' ? 0.55 : 1), 0)
}
