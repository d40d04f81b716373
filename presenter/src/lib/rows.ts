import type { OptionId } from '../../../shared/ids.ts'
import type { Count } from '../../../shared/tally/index.ts'
import { letterOf } from '../../../shared/ui/options.ts'
import type { Question } from '../../../shared/vote.ts'
import { percent } from '../../../shared/words/index.ts'
import { nameOf } from './speech.ts'

/** One option as it is shown: `count` null while counts are hidden. */
export interface Row {
  id: OptionId
  letter: string
  text: string
  /** 1 to 7: which colour and pattern. */
  hue: number
  count: number | null
  /** Percent of the ballots. */
  share: number
  /** 0 to 1 of the ballots, so that half looks like half, on the screen as on the phone. */
  length: number
  leads: boolean
}

export function rowsOf(
  question: Question,
  { counts, ballots, leading = [] }: Counted = { counts: null, ballots: 0 },
): Row[] {
  return question.options.map((option, place) => {
    const count = counts?.find(({ id }) => id === option.id)?.count ?? null
    return {
      id: option.id,
      letter: letterOf(place),
      text: nameOf(option),
      hue: (place % 7) + 1,
      count,
      share: percent(count ?? 0, ballots),
      length: Math.min(1, (count ?? 0) / Math.max(1, ballots)),
      leads: leading.includes(option.id),
    }
  })
}

interface Counted {
  counts: readonly Count[] | null
  ballots: number
  leading?: readonly OptionId[]
}
