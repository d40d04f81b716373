import { Speech } from '../../../shared/client/language.svelte.ts'
import type { Refusal } from '../../../shared/refusals.ts'
import { say, type Detailed, type Sentence } from '../../../shared/words/index.ts'
import type { refusals as koRefusals, shared as koShared } from '../../../shared/words/shared/ko.ts'
import type { voter as koVoter } from '../../../shared/words/voter/ko.ts'

interface Words {
  shared: Record<keyof typeof koShared, Sentence>
  refusals: Record<keyof typeof koRefusals, Sentence>
  voter: Record<keyof typeof koVoter, Sentence>
}

export const speech = new Speech<Words>({
  ko: async () => {
    const [both, { voter }] = await Promise.all([
      import('../../../shared/words/shared/ko.ts'),
      import('../../../shared/words/voter/ko.ts'),
    ])
    return { shared: both.shared, refusals: both.refusals, voter }
  },
  en: async () => {
    const [both, { voter }] = await Promise.all([
      import('../../../shared/words/shared/en.ts'),
      import('../../../shared/words/voter/en.ts'),
    ])
    return { shared: both.shared, refusals: both.refusals, voter }
  },
})

/** A sentence of the phone, in the language that is spoken now. */
export function t(key: keyof Words['voter'], detail?: Detailed): string {
  return speech.words ? say(speech.words.voter[key], detail) : ''
}

/** A sentence that both apps say. */
export function common(key: keyof Words['shared'], detail?: Detailed): string {
  return speech.words ? say(speech.words.shared[key], detail) : ''
}

/** Why something was refused. */
export function why({ code, detail }: Refusal): string {
  return speech.words ? say(speech.words.refusals[code], detail) : ''
}

/** Yes, no and abstain, as `optionText` wants them. */
export function decisionWords() {
  return { yes: common('yes'), no: common('no'), abstain: common('abstain') }
}
