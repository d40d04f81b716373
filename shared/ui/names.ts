import type { OptionId } from '../ids.ts'
import { namedIn, type Marks } from '../marks.ts'
import type { Option } from '../vote.ts'

/** Somebody whose name stands beside a choice. */
interface Named {
  name: string
  marks: Marks
}

/** Who chose each option, in the order of the paper; names as a reader of this language looks them up. */
export function namesOf<N extends Named>(
  options: readonly Option[],
  ballots: readonly N[],
  language: string,
): { id: OptionId; named: N[] }[] {
  const { compare } = new Intl.Collator(language, { numeric: true })
  const sorted = [...ballots].sort((a, b) => compare(a.name, b.name))
  return options.map(({ id }) => ({
    id,
    named: sorted.filter(({ marks }) => namedIn(marks).includes(id)),
  }))
}
