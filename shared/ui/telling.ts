import type { OptionId } from '../ids.ts'
import type { Tie } from '../tally/terms.ts'
import type { Detailed } from '../words/index.ts'
import type { pictures as koPictures } from '../words/shared/pictures-ko.ts'

/** A sentence of the words that belong to pictures. */
export type SayPicture = (key: keyof typeof koPictures, detail?: Detailed) => string

/** Each tie of an election: between whom, and what broke it. */
export function tieLines(
  say: SayPicture,
  ties: readonly Tie[],
  nameOf: (id: OptionId) => string,
): string[] {
  return ties.map(({ options, resolvedBy }) =>
    say(resolvedBy === 'tied' ? 'undrawn' : 'drawn', { names: options.map(nameOf).join(', ') }),
  )
}
