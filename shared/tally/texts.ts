import type { Marks } from '../marks.ts'
import type { Of } from '../method.ts'
import { plain } from '../plain.ts'
import type { Question } from '../vote.ts'

/** What is signed of answers in words: how many there are. What they say is looked at first (L11). */
export interface Texts {
  type: 'text'
  n: number
}

/** One answer in words, and on how many ballots it stands. */
export interface TextCount {
  text: string
  count: number
}

type Written = Pick<Question, 'method'>
type Show = Of<'text'>['show']

export const textsIn = (marks: Marks): readonly string[] => ('texts' in marks ? marks.texts : [])

export function textsOf(ballots: readonly { marks: Marks }[]): Texts {
  return { type: 'text', n: ballots.reduce((sum, { marks }) => sum + textsIn(marks).length, 0) }
}

/** What is the same answer: composed letters and single blanks; in a cloud large letters are small ones. */
export function sameText(show: Show, text: string): string {
  return show === 'cloud' ? plain(text.toLowerCase()) : plain(text)
}

/**
 * Every answer with the number of ballots that hold it, the most frequent first; it is written as most
 * people wrote it. Neither the order of ballots nor that of spellings decides anything.
 */
export function mergedTexts(show: Show, ballots: readonly { marks: Marks }[]): TextCount[] {
  const found = new Map<string, { count: number; spellings: Map<string, number> }>()
  for (const { marks } of ballots) {
    const own = new Map(textsIn(marks).map((text) => [sameText(show, text), text]))
    for (const [same, text] of own) {
      const { count, spellings } = found.get(same) ?? {
        count: 0,
        spellings: new Map<string, number>(),
      }
      found.set(same, { count: count + 1, spellings })
      spellings.set(text, (spellings.get(text) ?? 0) + 1)
    }
  }
  const merged = [...found.values()].map(({ count, spellings }) => {
    const [usual] = [...spellings].sort(([a, most], [b, other]) => other - most || (a < b ? -1 : 1))
    return { text: usual![0], count }
  })
  return merged.sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
}

/** Which ballots of this question say nothing that is hidden; of all other questions every one. */
export function openWith(
  { method }: Written,
  shown: readonly TextCount[],
): (marks: Marks) => boolean {
  if (method.type !== 'text') return () => true
  const { show } = method
  const open = new Set(shown.map(({ text }) => sameText(show, text)))
  return (marks) => textsIn(marks).every((text) => open.has(sameText(show, text)))
}

/** What stands beside a name, where a question in words has names: what is hidden stays so. */
export function openPart({ method }: Written, shown: readonly TextCount[], marks: Marks): Marks {
  if (method.type !== 'text') return marks
  const { show } = method
  const open = new Set(shown.map(({ text }) => sameText(show, text)))
  return { texts: textsIn(marks).filter((text) => open.has(sameText(show, text))) }
}
