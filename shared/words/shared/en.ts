import { detailIn, plural, type Sentence } from '../index.ts'
import type { phoneRefusals as koPhoneRefusals, shared as koShared } from './ko.ts'

const n = detailIn('en')
const many = (value: number | string | undefined, one: string, other: string) =>
  `${n(value)} ${plural('en', Number(value), { one, other })}`

export const shared = {
  language: 'English',
  otherLanguage: '한국어',
  yes: 'Yes',
  no: 'No',
  abstain: 'Abstain',
  connected: 'Connected',
  checkedIn: 'Checked in',
  voted: 'Voted',
  reconnecting: 'Reconnecting',
  backOnline: 'Back online',
  options: 'Options',
  ballots: ({ count }) => many(count, 'ballot', 'ballots'),
  votes: ({ count }) => many(count, 'vote', 'votes'),
  share: ({ count, share }) => `${many(count, 'vote', 'votes')} · ${n(share)}%`,
  countdown: ({ minutes, seconds }) => `${n(minutes)}:${String(seconds).padStart(2, '0')}`,
  fingerprint: 'Seal fingerprint',
  sealed: ({ count }) => `${many(count, 'ballot', 'ballots')} sealed`,
  tied: 'A tie',
  withheld: ({ least }) =>
    `Fewer than ${n(least)} people took part in this secret vote, so the result is not shown: nobody shall guess who chose what.`,
  close: 'Close',
  secretVote: 'Secret vote',
  openVote: 'No names stored',
  coffee: 'Coffee',
  tea: 'Tea',
  testTitle: 'Coffee or tea?',
  testMark: 'A test vote · it counts for nothing',
} satisfies Record<keyof typeof koShared, Sentence>

export const phoneRefusals = {
  'ballot/wrong-shape': 'This ballot cannot be read. Reload the page and choose again.',
  'ballot/unknown-option': 'This question has no such option. Reload the page and choose again.',
  'ballot/too-few': ({ least, missing }) =>
    `Choose at least ${n(least)}: ${n(missing)} more to go.`,
  'ballot/too-many': ({ most, over }) => `Choose at most ${n(most)}: take ${n(over)} away.`,
  'ballot/not-your-seat': 'This seat is not this phone’s. Reload the page.',
  'question/not-open': 'No ballots are taken right now.',
  'question/unknown': 'There is no such question. Reload the page.',
  'meeting/unknown': 'No meeting has this code. Check the six characters on the big screen.',
  'meeting/not-admitted': 'To vote, this phone must first be checked to be here.',
  'presence/fresh-needed': 'Before you vote on this question, show once more that you are here.',
  'code/too-many-tries': 'Too many wrong codes. Try again in a minute, or ask the host.',
  'identity/missing':
    'This browser cannot be recognised. Allow cookies and reload, or, if an app such as KakaoTalk opened this page, choose “Open in browser” from its menu.',
  'message/malformed': 'This request was not understood. Reload the page.',
  'message/too-often': 'Too many messages at once. Try again in a moment.',
  'server/busy': 'The server is busy. Your ballot is on this phone and goes out again soon.',
  'server/stopping':
    'The server pauses for a moment. Your ballot is on this phone and goes out again soon.',
  'server/fault': 'Something went wrong on the server. Try again in a moment.',
} satisfies Record<keyof typeof koPhoneRefusals, Sentence>
