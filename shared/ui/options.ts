import type { Option } from '../vote.ts'

/** The words a decision's options are said with. */
interface DecisionWords {
  yes: string
  no: string
  abstain: string
}

/** What an option is called: its text, or yes, no and abstain in the reader's language. */
export function optionText(option: Option, words: DecisionWords): string {
  return option.text || words[option.id as string as keyof DecisionWords] || option.id
}

/** A, B, C … so that no option is told apart by its colour alone. */
export function letterOf(place: number): string {
  return place < 26
    ? String.fromCharCode(65 + place)
    : `${letterOf(Math.floor(place / 26) - 1)}${letterOf(place % 26)}`
}
