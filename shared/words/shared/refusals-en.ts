import { detailIn, plural, type Sentence } from '../index.ts'
import { doorRefusals } from './door-en.ts'
import { phoneRefusals } from './en.ts'
import { marksRefusals } from './marks-en.ts'
import type { refusals as koRefusals } from './refusals-ko.ts'

const n = detailIn('en')
const many = (value: number | string | undefined, one: string, other: string) =>
  `${n(value)} ${plural('en', Number(value), { one, other })}`

/** All that may be refused, to the desk as well: no phone carries this. */
export const refusals = {
  ...phoneRefusals,
  ...doorRefusals,
  ...marksRefusals,
  'ballot/changed-elsewhere': 'You voted in another window. Replace it with this choice?',
  'identity/not-allowed':
    'Only the facilitator may do this. Come in again by the facilitator’s link.',
  'message/too-large': 'What was sent is too large.',
  'page/unknown': 'There is no such page. Check the address.',
  'question/no-title': 'Write the question first.',
  'question/too-few-options': ({ least }) => `Write at least ${n(least)} options.`,
  'question/too-many-options': ({ most }) => `A question takes at most ${n(most)} options.`,
  'question/empty-option': ({ place }) => `Option ${n(place)} is empty. Write it or remove it.`,
  'question/same-option': ({ place }) =>
    `Option ${n(place)} says the same as an earlier one. Change one of them.`,
  'question/bad-limits': ({ options }) =>
    `How many may be chosen lies between 1 and ${n(options)}, and the least is not above the most.`,
  'question/bad-scale':
    'The least value has to be below the most, and what is not rated counts between them.',
  'question/equal-ranks':
    'Instant run-off and STV know no equal ranks. Do without them, or choose Schulze or Borda.',
  'question/step-too-small': ({ least }) =>
    `Raise shares by ${n(least)} or more, so that the count ends in seconds.`,
  'question/bad-points':
    'Check the points: the least is not above the most, and the options can take them all.',
  'question/bad-quota': ({ group, options }) =>
    `“${n(group)}” has ${many(options, 'option', 'options')}. Say anew how many of them are chosen.`,
  'question/quotas-over': ({ asked, most }) =>
    `The groups ask for ${n(asked)} together, more than the ${n(most)} that may be chosen.`,
  'question/quotas-under': ({ least, room }) =>
    `At least ${n(least)} are to be chosen, but the groups allow no more than ${n(room)}.`,
  'question/too-many-seats': ({ most }) =>
    `At most ${n(most)} can be elected. Add options, or elect fewer.`,
  'question/too-many-letters': ({ texts, most }) =>
    `With ${many(texts, 'text', 'texts')} each has at most ${n(most)} letters. Ask for fewer of them, or for shorter ones.`,
  'question/no-purse': 'Write how much money there is.',
  'question/no-cost': ({ place }) => `Write what project ${n(place)} costs.`,
  'question/purse-too-small': 'The money is not enough for any project. Check the amounts.',
  'question/secret-live':
    'A secret vote cannot show its count while it runs. Choose “at the reveal”, or do without secrecy.',
  'question/reopen-live':
    'A question whose count showed while people voted is not opened again. Show the count at the reveal, or do without opening it again.',
  'question/totals-secret':
    'Only a secret vote publishes its totals alone. Make it secret, or publish its ballots.',
  'question/no-audit': 'Only a vote that published its totals alone has an auditor’s file.',
  'question/frozen': 'A question that was opened cannot be changed. Add a new one.',
  'question/wrong-state': 'The question has just changed. Look at the page and press again.',
  'question/few-people': ({ least, entitled }) =>
    `Only ${n(entitled)} can vote now; a secret vote starts from ${n(least)}. Choose a way at the desk.`,
  'question/no-list':
    'A vote with names takes them from the list of voters. Set that list under “People” first.',
  'question/weights-secret': ({ least }) =>
    `A secret vote needs ${n(least)} people here for each weight, because a rare weight says who voted how. Vote with names instead, or without secrecy.`,
  'question/weights-shares':
    'Equal Shares gives everybody one part. As the list gives weights, choose “most votes first”.',
  'question/weights-threshold':
    'As the list gives weights, a project cannot need a least number of votes. Set “Votes that a project needs” to 0.',
  'question/weights-fine':
    'The weights are too large together to count a ranking exactly. Write them with fewer decimals in the list.',
  'question/set-waits': ({ left }) =>
    `${many(left, 'question', 'questions')} of this set ${Number(left) === 1 ? 'is' : 'are'} not closed yet; then all are revealed together.`,
  'question/counting': 'Not while votes are being counted. Wait for the count, or stop it.',
  'question/test': 'A test vote leaves no record of a result.',
  'agenda/too-many': ({ most }) =>
    `A meeting holds up to ${n(most)} questions that are not asked yet. Delete some first.`,
  'hand/odd': ({ people }) =>
    `Check what was counted by hand: ${n(people)} people cannot have voted like this.`,
  'hand/too-few': ({ least }) =>
    `In a secret vote at least ${n(least)} people must be counted by hand: fewer would show who chose what.`,
  'hand/method': 'Raised hands are added only where a ballot says which options, and no more.',
  'hand/weights':
    'Votes counted by hand cannot be added where votes have weights: nobody knows whose weight they carry.',
  'names/not-shown': 'Who chose what in this vote is not shown here.',
  'text/unknown': 'There is no such answer. Look at the list again.',
  'floor/shut': 'Questions are not taken at the moment.',
  'floor/odd': 'Please write your question in words.',
  'floor/too-long': ({ over }) => `Please take out ${n(over)} letters.`,
  'floor/too-often': 'You have just sent a question. Please wait a moment.',
  'floor/unknown': 'This question is not there any more.',
  'floor/full': 'The list is full right now. Please try again in a moment.',
  'floor/other-text': 'This question was sent with other words. Please send it as a new one.',
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
  'roster/odd': ({ row, column }) =>
    `Check line ${n(row)}, column ${n(column)}. The list was not changed.`,
  'roster/taken': 'This place on the list cannot be chosen now. Look at the list again.',
  'arrival/unknown': 'This number is not on the waiting list. It may have been admitted already.',
  'screen/unknown': 'This screen was removed.',
  'screen/too-many': ({ most }) => `A meeting has up to ${n(most)} screens.`,
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
