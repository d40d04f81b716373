import { detailIn, plural, type Sentence } from '../index.ts'
import type { after as koAfter } from './after-ko.ts'
import { pictures } from '../shared/pictures-en.ts'
import { verdict } from '../shared/verdict-en.ts'

const n = detailIn('en')

export const after = {
  ...pictures,
  ...verdict,

  elsewhereTitle: 'You voted in another window',
  elsewhereMore: 'Replace that vote with this choice?',
  elsewhereReplace: 'Replace it',
  elsewhereLeave: 'Keep the earlier vote',

  replacedTitle: 'There are newer windows',
  replacedMore:
    'A browser keeps three windows connected. This one was let go; what you cast still stands.',
  replacedHere: 'Go on in this window',

  tracking: 'Show my tracking code',
  trackingMore:
    'After the reveal it finds your ballot in the list. It can also show others how you voted.',

  closedTitle: 'The vote is closed',
  countedClosed: 'Your ballot is counted.',
  unsentClosed: 'Your ballot is not yet counted. Asking the server again.',
  votedByClosed: ({ name }) => `${n(name)} voted for you as your proxy.`,
  notVoted: 'You did not vote in this question.',
  late: 'Your ballot came after the close. It was not counted.',
  earlier: 'Your earlier ballot counted, the change came too late.',
  sealing: 'The ballots are being sealed.',
  mayReopen: 'The host may open it again. Then you can vote right here.',
  lateAgain:
    'Your ballot came after the close and was not counted. It is open again: please send it once more.',
  earlierAgain:
    'Your change came after the close. It is open again: change your vote once more if you like.',
  reopened: ({ count }) =>
    `Opened again ${n(count)} ${plural('en', Number(count), { one: 'time', other: 'times' })} after a close.`,
  sealMore:
    'Compare it with the fingerprint on the big screen. If a single ballot changed later, it would differ.',
  revealSoon: 'The result will appear here by itself.',

  resultTitle: 'Result',
  electedCount: ({ count }) => `${n(count)} elected`,
  fundedCount: ({ count }) => `${n(count)} projects funded`,
  mostHere: 'Most votes',
  tiedHere: 'Tied for first',
  mine: 'Your choice',
  textsWait: 'The host is looking at the answers. What is let through appears here.',
  textsMore: ({ count }) => `and ${n(count)} more`,
  textsHow: 'Only the answers that the host lets through are shown.',
  findTitle: 'Find my ballot',
  findHow: 'This phone counts the published ballots again by itself.',
  findInTotals: 'This phone checks by itself that the sealed list holds your ballot.',
  findMine: 'Find it',
  find: 'Find and recount',
  finding: 'Counting…',
  mineFound: 'Your ballot is in the list, unchanged.',
  mineMissing: 'Your ballot is not in the list. Please tell the host.',
  mineNone: 'You did not vote in this question, so there is no ballot to find.',
  mineElsewhere:
    'The ballot that counts was cast in another window or device, so it cannot be found from here.',
  mineNoCode: 'This vote makes no tracking codes, so nobody can prove how they voted.',
  checkLeaves: ({ count }) =>
    `${n(count)} ${plural('en', Number(count), { one: 'ballot matches its', other: 'ballots match their' })} entry in the list.`,
  checkLeavesOpen: ({ count }) =>
    `${n(count)} ${plural('en', Number(count), { one: 'readable ballot matches its', other: 'readable ballots match their' })} entry in the list.`,
  checkNumbers: 'The number of ballots and of the answers on show fits the announced result.',
  checkHidden: ({ count }) =>
    `${plural('en', Number(count), { one: 'One other ballot holds', other: `${n(count)} other ballots hold` })} an answer that is not shown: only that it is in the list was checked.`,
  checkTotals: ({ count }) =>
    `Ballots of this vote are not published: what can be checked is that all ${n(count)} are as they were sealed, and that yours is among them.`,
  checkSize: 'The number of ballots is the published one.',
  checkRoot: 'The list is the one that was sealed.',
  checkFingerprint: 'The fingerprint is the one the room saw.',
  checkCounts: 'The recount equals the announced result.',
  checkFailed: 'Something does not match. Please show this page to the host.',
  checkPage: 'Check what is published line by line',
  recountPage: 'Count it yourself, line by line',
  holds: 'Holds:',
  fails: 'Fails:',

  namedVote: 'Vote with names',
  namedForEveryone: 'Once the result is shown, anybody can see your name beside your choice.',
  namedForRoster:
    'Once the result is shown, people on the list of voters and the hosts can see your name beside your choice. Nobody else can.',
  weightedForRoster:
    'Once the result is shown, people on the list of voters and the hosts can see your name beside your choice. Weights are published beside choices for everybody: one that few people hold may say whose choice it is.',
  weightOwn: ({ weight }) => `Your vote weighs ${n(weight)}.`,
  weightedOpen:
    'No name is stored, but weights are published beside choices. A weight that few people hold may say whose choice it is.',
  namesTitle: 'Who chose what?',
  namesSeenByEveryone: 'This vote was taken with names, for everybody to see.',
  namesSeenByRoster: 'Only people on the list and the hosts see the names.',
  namesShow: 'Show the names',
  namesCount: ({ count }) =>
    `${n(count)} ${plural('en', Number(count), { one: 'person', other: 'people' })}`,
  namesMissing: 'The names could not be loaded. Please try again in a moment.',

  willTotals: ({ auditors }) =>
    `Only totals are published. The ballots are seen by those who recount: ${n(auditors)}`,
  totalsSeenByOwner: 'the owner of the meeting',
  willPublish: 'With the result every ballot is published, one by one and without names.',

  protectionNamed:
    'A vote with names: while people vote, name and choice lie together in a sealed envelope. Both are shown with the result.',
  protectionSecret:
    'Secret vote: the seal erases who sent which ballot. Nobody sees a count before it.',
  protectionOpen: 'No name is stored beside a choice.',
  protectionLive: 'The count shows on the big screen while people vote.',
  protectionReveal: 'Nobody sees the count before the reveal.',
  protectionReceipts: 'This phone keeps a code that finds your ballot after the reveal.',
  protectionNoReceipts: 'No tracking codes are made, so nobody can prove how anyone voted.',
  protectionSeal:
    'All ballots are sealed and their fingerprint is shown before anyone sees the result. A later change would be found.',
  protectionServer:
    'Not promised: whoever runs the server could read ballots while the vote is open.',
  protectionNotFor:
    'It cannot prevent vote buying or pressure. Do not use it for elections to public office.',
  rulesHash: 'Hash of the rules',
} satisfies Record<keyof typeof koAfter, Sentence>
