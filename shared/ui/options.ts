import type { OptionId } from '../ids.ts'
import type { Option, Question } from '../vote.ts'

/** What nobody wrote, in the reader's language: the options of a decision, and all of the test. */
interface OwnWords {
  yes: string
  no: string
  abstain: string
  coffee: string
  tea: string
  testTitle: string
}

/** What an option is called: its text, or the reader's own word. */
export function optionText(option: Option, words: OwnWords): string {
  return option.text || words[option.id as string as keyof OwnWords] || option.id
}

/** What each of these is called, by its id. */
export function namerOf<O extends { id: OptionId }>(
  options: readonly O[],
  textOf: (option: O) => string,
): (id: OptionId) => string {
  const names = new Map(options.map((option) => [option.id, textOf(option)]))
  return (id) => names.get(id) ?? id
}

/** What a question is called: what was written, or the test in the reader's language. */
export function titleText({ title, test }: Question, words: OwnWords): string {
  return title || (test ? words.testTitle : '')
}

/** A, B, C … so that no option is told apart by its colour alone. */
export function letterOf(place: number): string {
  return place < 26
    ? String.fromCharCode(65 + place)
    : `${letterOf(Math.floor(place / 26) - 1)}${letterOf(place % 26)}`
}
