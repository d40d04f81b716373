import { Speech } from '../../../shared/client/language.svelte.ts'
import type { Refusal, RefusalCode } from '../../../shared/refusals.ts'
import type { CountWords } from '../../../shared/ui/teller.ts'
import { titleText } from '../../../shared/ui/options.ts'
import type { Question } from '../../../shared/vote.ts'
import { say, type Detailed, type Sentence } from '../../../shared/words/index.ts'
import type { after as koAfter } from '../../../shared/words/voter/after-ko.ts'
import type { door as koDoor, doorRefusals } from '../../../shared/words/voter/door-ko.ts'
import type { floor as koFloor } from '../../../shared/words/voter/floor-ko.ts'
import type { helper as koHelper } from '../../../shared/words/voter/helper-ko.ts'
import type { marks as koMarks, marksRefusals } from '../../../shared/words/voter/marks-ko.ts'
import type { voices as koVoices } from '../../../shared/words/voter/voices-ko.ts'
import type { preview as koPreview } from '../../../shared/words/voter/preview-ko.ts'
import type { time as koTime } from '../../../shared/words/voter/time-ko.ts'
import type { phoneRefusals, shared, voter as koVoter } from '../../../shared/words/voter/ko.ts'

type Key =
  | keyof typeof koVoter
  | keyof typeof koDoor
  | keyof typeof koAfter
  | keyof typeof koTime
  | keyof typeof koMarks
  | keyof typeof koVoices
  | keyof typeof koFloor
  | keyof typeof koHelper
type Part<Dictionary> = Readonly<Record<keyof Dictionary, Sentence>>

/** `door`, `after`, `time`, `marks`, `voices` and `helper` come with their screens; `preview` says its own. */
interface Words {
  shared: Part<typeof shared>
  phoneRefusals: Part<typeof phoneRefusals>
  voter: Part<typeof koVoter>
  door?: Part<typeof koDoor>
  doorRefusals?: Part<typeof doorRefusals>
  after?: Part<typeof koAfter>
  time?: Part<typeof koTime>
  marks?: Part<typeof koMarks>
  marksRefusals?: Part<typeof marksRefusals>
  voices?: Part<typeof koVoices>
  floor?: Part<typeof koFloor>
  helper?: Part<typeof koHelper>
  preview?: Part<typeof koPreview>
  counts?: CountWords
}

export const speech = new Speech<Words>({
  ko: () => import('../../../shared/words/voter/ko.ts'),
  en: () => import('../../../shared/words/voter/en.ts'),
})

/** A sentence of the phone, in the language that is spoken now. */
export function t(key: Key, detail?: Detailed): string {
  const spoken = speech.words
  const sentences: Partial<Part<Record<Key, Sentence>>> = {
    ...spoken?.voter,
    ...spoken?.door,
    ...spoken?.after,
    ...spoken?.time,
    ...spoken?.marks,
    ...spoken?.voices,
    ...spoken?.floor,
    ...spoken?.helper,
  }
  return say(sentences[key] ?? '', detail)
}

/** A sentence that both apps say. */
export function common(key: keyof Words['shared'], detail?: Detailed): string {
  return speech.words ? say(speech.words.shared[key], detail) : ''
}

/** Why something was refused; a reason that only a desk should hear is a fault to a phone. */
export function why({ code, detail }: Refusal): string {
  if (!speech.words) return ''
  const reasons: Partial<Record<RefusalCode, Sentence>> = {
    ...speech.words.phoneRefusals,
    ...speech.words.doorRefusals,
    ...speech.words.marksRefusals,
  }
  return say(reasons[code] ?? speech.words.phoneRefusals['server/fault'], detail)
}

/** What nobody wrote, as `optionText` wants it. */
export function ownWords() {
  return {
    ...{ yes: common('yes'), no: common('no'), abstain: common('abstain') },
    ...{ coffee: common('coffee'), tea: common('tea'), testTitle: common('testTitle') },
  }
}

export function titleOf(question: Question): string {
  return titleText(question, ownWords())
}
