import { Speech } from '../../../shared/client/language.svelte.ts'
import type { count as koCount } from '../../../shared/words/counts/count-ko.ts'
import type { formats as koFormats } from '../../../shared/words/counts/formats-ko.ts'
import type { recount as koRecount } from '../../../shared/words/counts/recount-ko.ts'
import { say, type Detailed, type Sentence } from '../../../shared/words/index.ts'
import type { shared as koShared } from '../../../shared/words/shared/ko.ts'

type Part<Dictionary> = Readonly<Record<keyof Dictionary, Sentence>>

interface Words {
  recount: Part<typeof koRecount>
  count: Part<typeof koCount>
  formats: Part<typeof koFormats>
  shared: Part<typeof koShared>
}

const joined = async (...parts: Promise<Partial<Words>>[]) =>
  Object.assign({}, ...(await Promise.all(parts))) as Words

export const speech = new Speech<Words>({
  ko: () =>
    joined(
      import('../../../shared/words/counts/recount-ko.ts'),
      import('../../../shared/words/counts/count-ko.ts'),
      import('../../../shared/words/counts/formats-ko.ts'),
      import('../../../shared/words/shared/ko.ts'),
    ),
  en: () =>
    joined(
      import('../../../shared/words/counts/recount-en.ts'),
      import('../../../shared/words/counts/count-en.ts'),
      import('../../../shared/words/counts/formats-en.ts'),
      import('../../../shared/words/shared/en.ts'),
    ),
})

const from =
  <Name extends keyof Words>(name: Name) =>
  (key: keyof Words[Name], detail?: Detailed): string => {
    const part = speech.words?.[name] as Readonly<Record<keyof Words[Name], Sentence>> | undefined
    return part ? say(part[key], detail) : ''
  }

/** A sentence of this page. */
export const t = from('recount')
/** A sentence that the count command says too. */
export const counted = from('count')
/** A sentence of every app. */
export const common = from('shared')
