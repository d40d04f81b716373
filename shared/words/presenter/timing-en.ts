import { detailIn, plural, type Sentence } from '../index.ts'
import type { timing as koTiming } from './timing-ko.ts'

const n = detailIn('en')

/** Said about the time of a question, opening it again, and what comes up in the room. */
export const timing = {
  moreTime: 'More time',
  giveTime: 'Set a time limit',
  moreSeconds: ({ seconds }) => `${n(seconds)} s`,
  moreMinutes: ({ minutes }) => `${n(minutes)} min`,
  noTimer: 'No time limit',
  asks: ({ count }) => `${many(count, 'request', 'requests')} for more time`,
  asksHow: 'Nobody can see who asked.',
  grant: ({ seconds }) => `Give ${n(seconds)} s more`,

  reopen: 'May be opened again after the close',
  reopenText: 'Within ten minutes of the close, while nobody has seen the count.',
  reopenSummary: 'may be opened again',
  reopenNow: 'Open again',
  reopenFor: ({ minutes }) => `Open again for ${n(minutes)} min`,
  reopenLeft: ({ left }) => `Unless it is opened again, it is sealed in ${n(left)}.`,
  reopened: ({ count }) => `Opened again ${many(count, 'time', 'times')} after a close`,
  doSeal: 'Seal',
  closedNow: 'Closed',

  askNow: 'Ask now',
  askNowHow: 'Yes, no or abstain; no names stored; the count shows while people vote',
  askNowOpen: 'Open the vote',
  askNowPrepare: 'Make it the next question',
  askNowRunning: 'A question is running. This one is put first, to be opened after the close.',
  askNowMore: 'Edit more',
  cancel: 'Cancel',
  plusKey: 'Opens with the + key',

  hintClose: 'The vote is open · Space closes it',
  hintReveal: 'Sealed · R reveals the result',
  hintNext: 'Revealed · N goes to the next question',
  hintTimer: 'T gives 30 s more',
  hintReopen: 'Space opens it again · R seals',
  keyLock: 'Lock or unlock the doors',
  keyTimer: 'Give 30 seconds more',
  keysLetters: 'Use letters and ? as keys (kept in this browser)',
  helpButton: 'Help with keys',
} satisfies Record<keyof typeof koTiming, Sentence>

function many(count: number | string | undefined, one: string, other: string): string {
  return `${n(count)} ${plural('en', Number(count), { one, other })}`
}
