import { detailIn, plural, type Sentence } from '../index.ts'
import type { floor as ko } from './floor-ko.ts'

const n = detailIn('en')

export const floor = {
  floorTitle: 'Questions from the floor',
  floorYours: 'Your question',
  floorNames:
    'No name is shown, and the server does not store who wrote it: only this phone remembers which questions are yours. A vote is kept as a code of its own for each question, so that nobody votes twice.',
  floorChecked: 'The host looks at it before everybody sees it.',
  floorAtOnce: 'Everybody sees it as soon as you send it.',
  floorLeft: ({ left }) => `${n(left)} letters left`,
  floorOver: ({ over }) => `Please take out ${n(over)} letters`,
  floorSend: 'Send the question',
  floorSent: 'Your question was sent.',
  floorMine: 'Yours',
  floorWaiting: 'Not looked at yet',
  floorShown: 'On show',
  floorHidden: 'Not shown',
  floorAnswered: 'Answered',
  floorOthers: 'Everybody’s questions',
  floorNone: 'No question is on show yet.',
  floorMore: ({ count }) => `and ${n(count)} more`,
  floorVote: 'Upvote',
  floorVotes: ({ count }) =>
    plural('en', Number(count), { one: '1 upvote', other: `${n(count)} upvotes` }),
  floorTooOften: 'You have just sent a question. Please wait about a minute.',
  floorNow: 'Questions are no longer taken.',
  floorGone: ({ count }) =>
    plural('en', Number(count), {
      one: 'So many questions came that one of yours left the list. Please send it again.',
      other: `So many questions came that ${n(count)} of yours left the list. Please send them again.`,
    }),
  floorFull: 'The list is full right now. Please try again in a moment.',
  floorOdd: 'Please write your question in words.',
  floorTryAgain: 'It could not be sent. Please press again in a moment.',
} satisfies Record<keyof typeof ko, Sentence>
