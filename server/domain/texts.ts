import type { ToldTexts } from '../../shared/meeting.ts'
import { sameText, type TextCount } from '../../shared/tally/texts.ts'
import type { Of } from '../../shared/method.ts'

/** What a hall can read, and a thousand phones are told at once: a few kilobytes. */
const MOST_TOLD = 200
const MOST_LETTERS = 6000

/** What screens and phones are told of the answers that everybody may read. */
export function toldTexts(shown: readonly TextCount[]): ToldTexts {
  let letters = 0
  const texts = shown
    .slice(0, MOST_TOLD)
    .filter(({ text }) => (letters += text.length) <= MOST_LETTERS)
  return { texts, more: shown.length - texts.length }
}

/** What is shown once this answer, or (null) every one, is shown or hidden; null: there is no such answer. */
export function shownAfter(
  all: readonly TextCount[],
  shown: readonly TextCount[],
  { show, text, is }: { show: Of<'text'>['show']; text: string | null; is: boolean },
): TextCount[] | null {
  if (text === null) return is ? [...all] : []
  const same = sameText(show, text)
  if (!all.some((each) => sameText(show, each.text) === same)) return null
  const now = new Set(shown.map((each) => sameText(show, each.text)))
  if (is) now.add(same)
  else now.delete(same)
  return all.filter((each) => now.has(sameText(show, each.text)))
}
