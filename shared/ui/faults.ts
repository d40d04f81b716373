import type { FormatFault } from '../formats/reading.ts'
import type { formats as koFormats } from '../words/counts/formats-ko.ts'
import { say, type Sentence } from '../words/index.ts'

/** Where a file cannot be read, what stands there and what should. */
export function faultText(
  formats: Readonly<Record<keyof typeof koFormats, Sentence>>,
  { line, column, expected, found }: FormatFault,
): string {
  const words: Readonly<Record<string, Sentence>> = formats
  return say(formats[found === '' ? 'formatFaultEmpty' : 'formatFault'], {
    ...{ line, column, found },
    expected: say(words[expected] ?? expected),
  })
}
