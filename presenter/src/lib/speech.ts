import { Speech } from '../../../shared/client/language.svelte.ts'
import type { Refusal, RefusalCode } from '../../../shared/refusals.ts'
import { optionText, titleText } from '../../../shared/ui/options.ts'
import type { CountWords } from '../../../shared/ui/teller.ts'
import { weightText } from '../../../shared/ui/weights.ts'
import type { Option, Question } from '../../../shared/vote.ts'
import type { Weights } from '../../../shared/weights.ts'
import { formatNumber, say, type Detailed, type Sentence } from '../../../shared/words/index.ts'
import type { presenter as koPresenter } from '../../../shared/words/presenter/ko.ts'
import type { ballotWords } from '../../../shared/words/shared/marks-ko.ts'
import type { shared as koShared } from '../../../shared/words/shared/ko.ts'

type SharedKey = keyof typeof koShared
type PresenterKey = keyof typeof koPresenter

interface Words {
  shared: Record<SharedKey, Sentence>
  refusals: Record<RefusalCode, Sentence>
  ballotWords: Record<keyof typeof ballotWords, Sentence>
  presenter: Record<PresenterKey, Sentence>
  counts: CountWords
}

/** The words of the desk and the big screen, one language at a time. */
export const speech = new Speech<Words>({
  ko: async () => ({
    ...(await import('../../../shared/words/shared/ko.ts')),
    ...(await import('../../../shared/words/shared/refusals-ko.ts')),
    ...(await import('../../../shared/words/shared/marks-ko.ts')),
    ...(await import('../../../shared/words/presenter/ko.ts')),
    ...(await import('../../../shared/words/counts/ko.ts')),
  }),
  en: async () => ({
    ...(await import('../../../shared/words/shared/en.ts')),
    ...(await import('../../../shared/words/shared/refusals-en.ts')),
    ...(await import('../../../shared/words/shared/marks-en.ts')),
    ...(await import('../../../shared/words/presenter/en.ts')),
    ...(await import('../../../shared/words/counts/en.ts')),
  }),
})

/** A sentence of the desk or the screen. */
export function t(key: PresenterKey, detail?: Detailed): string {
  return speech.words ? say(speech.words.presenter[key], detail) : ''
}

/** A sentence that phones know too. */
export function s(key: SharedKey, detail?: Detailed): string {
  return speech.words ? say(speech.words.shared[key], detail) : ''
}

/** Why not. What is said of a phone's ballot makes no sense here, so two sentences are our own. */
export function why({ code, detail }: Refusal): string {
  if (code === 'server/busy') return t('serverBusy')
  if (code === 'server/stopping') return t('serverStopping')
  return speech.words ? say(speech.words.refusals[code], detail) : ''
}

function ownWords() {
  return {
    ...{ yes: s('yes'), no: s('no'), abstain: s('abstain') },
    ...{ coffee: s('coffee'), tea: s('tea'), testTitle: s('testTitle') },
  }
}

/** Who reads a ballot here, as `ballotLines` wants it. */
export function reader() {
  const told = (key: keyof Words['ballotWords'], detail: Detailed) =>
    speech.words ? say(speech.words.ballotWords[key], detail) : ''
  return { language: speech.language, say: told, own: ownWords() }
}

export function nameOf(option: Option): string {
  return optionText(option, ownWords())
}

export function titleOf(question: Question): string {
  return titleText(question, ownWords())
}

export function n(value: number): string {
  return formatNumber(speech.language, value)
}

/** How votes by weight are written here; null: everybody has one. */
export function weigh(weights: Weights | undefined): ((units: number) => string) | null {
  return weights ? (units) => weightText(speech.language, units, weights) : null
}

/** 1:05 out of 65 seconds. */
export function clockText(seconds: number): string {
  return s('countdown', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 })
}

/** 11월 23일 오후 4:05, on this computer's clock. */
export function dayAndTime(at: number): string {
  const look = { month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit' } as const
  return new Intl.DateTimeFormat(speech.language, look).format(at)
}

/** 2026년 11월 23일 오후 4:05, for what is kept. */
export function dateAndTime(at: string | number): string {
  const look = { dateStyle: 'long', timeStyle: 'short' } as const
  return new Intl.DateTimeFormat(speech.language, look).format(new Date(at))
}

/** 오후 4:05 */
export function timeOfDay(at: string): string {
  return new Intl.DateTimeFormat(speech.language, { timeStyle: 'short' }).format(new Date(at))
}
