import type { OptionId } from '../ids.ts'
import { isChosen, namedIn, type Marks } from '../marks.ts'
import type { Option } from '../vote.ts'

/** Somebody whose name stands beside a choice. */
interface Named {
  name: string
  marks: Marks
}

/** Does a list stand under the options, or does each of these say more than which? */
export const isByOption = (ballots: readonly Named[]): boolean =>
  ballots.every(({ marks }) => isChosen(marks))

/** As a reader of this language looks them up. */
export function byName<N extends Named>(ballots: readonly N[], language: string): N[] {
  const { compare } = new Intl.Collator(language, { numeric: true })
  return [...ballots].sort((a, b) => compare(a.name, b.name))
}

/** Who chose each option, in the order of the paper. */
export function namesOf<N extends Named>(
  options: readonly Option[],
  ballots: readonly N[],
  language: string,
): { id: OptionId; named: N[] }[] {
  const sorted = byName(ballots, language)
  return options.map(({ id }) => ({
    id,
    named: sorted.filter(({ marks }) => namedIn(marks).includes(id)),
  }))
}
