import type { FormatFault } from '../../shared/formats/reading.ts'
import { faultText } from '../../shared/ui/faults.ts'
import type { count as koCount } from '../../shared/words/counts/count-ko.ts'
import { say, type Detailed, type Language } from '../../shared/words/index.ts'

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
  return {
    say: (key: Key, detail: Detailed = {}) => say(count[key], detail),
    faultWords: (fault: FormatFault) => faultText(formats, fault),
  }
}

export type Speech = Awaited<ReturnType<typeof speakCounts>>
