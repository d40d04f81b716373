import { detailIn, plural, type Sentence } from '../index.ts'
import type {
  phoneRefusals as koPhoneRefusals,
  refusals as koRefusals,
  shared as koShared,
} from './ko.ts'

const n = detailIn('en')
const many = (value: number | string | undefined, one: string, other: string) =>
  `${n(value)} ${plural('en', Number(value), { one, other })}`

export const shared = {
  language: 'English',
  otherLanguage: '한국어',
  switchLanguage: '한국어로 보기',
  yes: 'Yes',
  no: 'No',
  abstain: 'Abstain',
  connected: 'Connected',
  checkedIn: 'Checked in',
  voted: 'Voted',
  closingSoon: 'Closing',
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
  'ballot/changed-elsewhere': 'You voted in another window. Replace it with this choice?',
  'ballot/not-entitled': 'You came after this vote was proposed. You may watch this one.',
  'question/not-open': 'No ballots are taken right now.',
  'question/unknown': 'There is no such question. Reload the page.',
  'meeting/unknown': 'No meeting has this code. Check the six characters on the big screen.',
  'meeting/not-admitted': 'To vote, this phone must first be checked to be here.',
  'presence/fresh-needed': 'Before you vote on this question, show once more that you are here.',
  'place/odd': 'The position this phone gave cannot be used. Choose another way.',
  'place/too-old': 'This position is too old. Check again.',
  'place/not-asked': 'This meeting does not check positions.',
  'code/wrong': 'This code is wrong or has passed. Type the one on the big screen now.',
  'code/too-many-tries': 'Too many wrong codes. Try again in a minute, or ask the host.',
  'door/wrong': 'No such door code. Check the eight characters on your sticker.',
  'door/used': 'This door code was used on another device. If it is yours, show it to the host.',
  'doors/locked': 'The doors are locked, so no new code is taken. Please ask the host.',
  'password/wrong': 'This is not the password. Check it and type it again.',
  'seat/withdrawn': 'The host has withdrawn your admission. Please ask the host.',
  'arrival/too-many': 'The waiting list is full. Choose another way, or ask again in a moment.',
  'arrival/turned-away': 'The host has just turned this phone away. Ask again in a minute.',
  'identity/missing':
    'This browser cannot be recognised. Allow cookies and reload, or, if an app such as KakaoTalk opened this page, choose “Open in browser” from its menu.',
  'identity/not-allowed':
    'Only the facilitator may do this. Come in again by the facilitator’s link.',
  'message/malformed': 'This request was not understood. Reload the page.',
  'message/too-often': 'Too many messages at once. Try again in a moment.',
  'message/too-large': 'What was sent is too large.',
  'page/unknown': 'There is no such page. Check the address.',
  'server/busy': 'The server is busy. Your ballot is on this phone and goes out again soon.',
  'server/stopping':
    'The server pauses for a moment. Your ballot is on this phone and goes out again soon.',
  'server/fault': 'Something went wrong on the server. Try again in a moment.',
} satisfies Record<keyof typeof koPhoneRefusals, Sentence>

export const refusals = {
  ...phoneRefusals,
  'question/no-title': 'Write the question first.',
  'question/too-few-options': ({ least }) => `Write at least ${n(least)} options.`,
  'question/too-many-options': ({ most }) => `A question takes at most ${n(most)} options.`,
  'question/empty-option': ({ place }) => `Option ${n(place)} is empty. Write it or remove it.`,
  'question/same-option': ({ place }) =>
    `Option ${n(place)} says the same as an earlier one. Change one of them.`,
  'question/bad-limits': ({ options }) =>
    `How many may be chosen lies between 1 and ${n(options)}, and the least is not above the most.`,
  'question/secret-live':
    'A secret vote cannot show its count while it runs. Choose “at the reveal”, or do without secrecy.',
  'question/reopen-live':
    'A question whose count showed while people voted is not opened again. Show the count at the reveal, or do without opening it again.',
  'question/frozen': 'A question that was opened cannot be changed. Add a new one.',
  'question/wrong-state': 'The question has just changed. Look at the page and press again.',
  'question/few-people': ({ least, entitled }) =>
    `Only ${n(entitled)} can vote now; a secret vote starts from ${n(least)}. Choose a way at the desk.`,
  'question/set-waits': ({ left }) =>
    `${many(left, 'question', 'questions')} of this set ${Number(left) === 1 ? 'is' : 'are'} not closed yet; then all are revealed together.`,
  'question/test': 'A test vote leaves no record of a result.',
  'hand/odd': ({ people }) =>
    `Check what was counted by hand: ${n(people)} people cannot have voted like this.`,
  'hand/too-few': ({ least }) =>
    `In a secret vote at least ${n(least)} people must be counted by hand: fewer would show who chose what.`,
  'presence/frozen': 'How people are checked cannot change while a question runs. Close it first.',
  'door/too-many': ({ most }) => `A meeting has at most ${n(most)} door codes.`,
  'password/missing': 'To ask for the password, set one first.',
  'password/short': ({ least }) => `Choose a password of at least ${n(least)} characters.`,
  'seat/unknown': 'There is no such participant. Look at the list again.',
  'fence/missing': 'To check the place, set the place, or choose another proof.',
  'fence/odd': ({ least, most }) =>
    `Check the place: latitude −90 to 90, longitude −180 to 180, radius ${n(least)} to ${n(most)} m.`,
  'fence/corners': ({ least, most }) => `An area has ${n(least)} to ${n(most)} corners.`,
  'fence/crossing': ({ first, second }) =>
    `The lines of the area meet or overlap. Change the lines that begin at corners ${n(first)} and ${n(second)}.`,
  'fence/size': ({ least, most }) =>
    `The area is too small or too large: at least ${n(least)} m², and at most ${n(most)} m from one side to the other.`,
  'network/odd': ({ line }) =>
    `Line ${n(line)} is no network. Write it like 203.0.113.0/24; IPv4 no wider than /8, IPv6 no wider than /32.`,
  'network/alone':
    'The venue’s network only helps beside another check, where one of them is enough: people on mobile data must be able to get in too.',
  'arrival/unknown': 'This number is not on the waiting list. It may have been admitted already.',
  'account/wrong-login': 'Name or password is wrong. Please check both.',
  'account/no-name': 'Write a name.',
  'account/no-login': 'Write a sign-in name.',
  'account/weak-password': ({ least }) =>
    `A password has at least ${n(least)} characters and is not the sign-in name.`,
  'account/login-taken': 'Somebody else has this sign-in name. Choose another one.',
  'account/last-owner': 'There must be at least one owner. Invite another owner first.',
  'account/unknown': 'This person has left already. Look at the list again.',
  'meeting/running': 'A meeting that takes ballots cannot be deleted. Close the question first.',
  'link/spent': 'This link was used already or is wrong. Get a new one from the server.',
  'disk/low': ({ needed }) =>
    `The server’s disk is too full to open a vote. Free at least ${n(needed)} MB.`,
} satisfies Record<keyof typeof koRefusals, Sentence>
