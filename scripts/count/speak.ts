import type { FormatFault } from '../../shared/formats/election.ts'
import type { count as koCount } from '../../shared/words/counts/count-ko.ts'
import { say, type Detailed, type Language, type Sentence } from '../../shared/words/index.ts'

type Key = keyof typeof koCount

/** The words of counting a file in one language. */
export async function speakCounts(language: Language) {
  const [{ count }, { formats }] = await (language === 'ko'
    ? Promise.all([
        import('../../shared/words/counts/count-ko.ts'),
        import('../../shared/words/counts/formats-ko.ts'),
      ])
    : Promise.all([
        import('../../shared/words/counts/count-en.ts'),
        import('../../shared/words/counts/formats-en.ts'),
      ]))
  const expectedOf = (code: string) => say((formats as Record<string, Sentence>)[code] ?? code)
  return {
    say: (key: Key, detail: Detailed = {}) => say(count[key], detail),
    /** Where a file cannot be read, and what should stand there. */
    faultWords: ({ line, column, expected, found }: FormatFault) =>
      say(formats[found === '' ? 'formatFaultEmpty' : 'formatFault'], {
        ...{ line, column, found },
        expected: expectedOf(expected),
      }),
  }
}

export type Speech = Awaited<ReturnType<typeof speakCounts>>
