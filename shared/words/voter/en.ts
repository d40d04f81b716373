import { detailIn, type Sentence } from '../index.ts'
import type { voter as koVoter } from './ko.ts'

export { phoneRefusals, shared } from '../shared/en.ts'

const n = detailIn('en')

export const voter = {
  largeType: 'Large type',
  reconnectingMore: 'Reconnecting. Your choice is kept.',
  pausing: 'Back in a moment. Your choice is kept.',
  connecting: 'Connecting',
  connectingLong:
    'No connection yet. Check that Wi-Fi or mobile data is on, and that you are on the venue’s Wi-Fi. This page opens by itself once it is connected.',
  reload: 'Reload',
  refusedTitle: 'You cannot come in',
  noAnswer: 'The server did not answer. Press again in a moment.',

  enterTitle: 'Enter the meeting code',
  enterHow: 'The six characters on the big screen. Capitals and small letters are the same.',
  meetingCode: 'Meeting code',
  enter: 'Enter',
  codeShape: 'Type six characters. The digits 0 and 1 and the letters O, I and L are never used.',

  inTitle: 'You are in',
  inMore: 'The question will appear here by itself.',

  secretMore: 'After the seal nobody can join voter and choice.',
  openLive:
    'No name is stored. But the count shows at once: who films the bars and knows who voted when can guess a choice.',
  openMore: 'No name is stored. Everybody sees the result after the close.',
  timeLeft: 'Time left',
  closing: 'Closing now',
  chosen: ({ count }) => `${n(count)} chosen`,
  chooseExactly: ({ most }) => `Choose ${n(most)}.`,
  chooseUpTo: ({ most }) => `Choose up to ${n(most)}.`,
  chooseBetween: ({ least, most }) => `Choose between ${n(least)} and ${n(most)}.`,
  missing: ({ missing }) => `${n(missing)} more to go`,
  over: ({ over }) => `take ${n(over)} away`,
  chooseOne: 'Choose one option.',
  send: 'Cast my vote',
  sendChange: 'Replace my vote',
  change: 'Change my vote',
  changeMore: 'Your earlier vote stays counted until you send a new one.',
  changeLeave: 'Go back without a change',
  yourChoice: 'Your choice',

  unsentTitle: 'Not yet counted',
  unsentMore: 'Sending. Your ballot is safe on this phone; please keep this page open.',

  counted: 'Counted',
  countedAt: ({ time }) => `Cast at ${n(time)}`,
  countedMore: 'You may change it as often as you like until the close; only the last one counts.',

  protection: 'How is this vote protected?',
} satisfies Record<keyof typeof koVoter, Sentence>
