import { formatNumber, plural, type Sentence } from '../index.ts'
import type { voter as koVoter } from './ko.ts'

const n = (value: number | string | undefined) =>
  typeof value === 'number' ? formatNumber('en', value) : (value ?? '')

export const voter = {
  largeType: 'Large type',
  reconnectingMore: 'Reconnecting. What you chose is still here.',
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

  joinTitle: 'Are you here?',
  joinByOne: 'Only people who are here vote. Check below, or ask the host.',
  joinByAny: 'Only people who are here vote. Any one of the ways below is enough.',
  joinByAll: 'Only people who are here vote. Do all of the checks below, or ask the host.',
  joinByHand: 'Only people who are here vote. The host admits each person.',
  place: 'By position',
  placeWhy:
    'Checks once that this phone is at the venue. The position is only checked, never kept.',
  placeCheck: 'Check my position',
  placeChecking: 'Checking…',
  placeAgain: 'Check again',
  placeInside: 'Your position is confirmed.',
  placeOutside:
    'You seem to be outside the venue. Positions can be wrong indoors: check again or choose another way.',
  placeUnsure:
    'The position is not exact enough to tell. Check again near a window or choose another way.',
  placeInsecure: 'Browsers give no position at this address. Please choose another way.',
  placeDenied: 'Location is turned off. Turn it on as shown below, or choose another way.',
  placeUnavailable: 'This phone cannot tell where it is. Check again or choose another way.',
  placeTimeout: 'No position was found in time. Check again or choose another way.',
  placeSteps: 'How to turn on location',
  placeIphone:
    'iPhone: Settings → Privacy & Security → Location Services: turn it on, then set your browser to “While Using the App”.',
  placeAndroid:
    'Android: swipe down and turn on Location, then tap the lock in the address bar → Permissions → Location: allow.',
  placeInApp:
    'Opened inside KakaoTalk, Naver or another app: choose “Open in browser” from its menu.',
  code: 'By the code on the screen',
  codeHow: 'The check-in code on the big screen now',
  codeSend: 'Check the code',
  codeProven: 'The code is confirmed.',
  host: 'Ask the host',
  hostHow: 'If the other ways do not work, the host can let you in right away.',
  hostAsk: 'Ask the host',
  hostNumber: 'Show this number to the host',
  hostWaiting: 'This page changes by itself once you are admitted.',

  inTitle: 'You are in',
  inMore: 'The question will appear here by itself.',

  secretMore: 'After the seal nobody can join voter and choice.',
  openLive:
    'No name is stored. But the count shows at once: who films the bars and knows who voted when can guess a choice.',
  openMore: 'No name is stored. Everybody sees the result after the close.',
  timeLeft: 'Time left',
  closing: 'Closing. Ballots on their way still count.',
  chosen: ({ count, most }) => `${n(count)} of at most ${n(most)} chosen`,
  chooseOne: 'Choose one option.',
  send: 'Cast my vote',
  sendChange: 'Replace my vote',
  change: 'Change my vote',
  changeMore: 'Your earlier vote stays counted until you send a new one.',
  changeLeave: 'Go back without a change',
  yourChoice: 'Your choice',

  unsentTitle: 'Not yet counted',
  unsentMore: 'Sending. Your ballot is safe on this phone; please keep this page open.',
  elsewhereTitle: 'You voted in another window',
  elsewhereMore: 'Replace that vote with this choice?',
  elsewhereReplace: 'Replace it',
  elsewhereLeave: 'Keep the earlier vote',

  counted: 'Counted',
  countedAt: ({ time }) => `Cast at ${n(time)}`,
  countedMore: 'You may change it as often as you like until the close; only the last one counts.',
  tracking: 'Show my tracking code',
  trackingMore:
    'After the reveal it finds your ballot in the list. It can also show others how you voted.',

  closedTitle: 'The vote is closed',
  countedClosed: 'Your ballot is counted.',
  unsentClosed: 'Your ballot is not yet counted. Asking the server again.',
  notVoted: 'You did not vote in this question.',
  late: 'Your ballot came after the close. It was not counted.',
  earlier: 'Your earlier ballot counted, the change came too late.',
  sealing: 'The ballots are being sealed.',
  sealMore:
    'Compare it with the fingerprint on the big screen. If a single ballot changed later, it would differ.',
  revealSoon: 'The result will appear here by itself.',

  resultTitle: 'Result',
  mostHere: 'Most votes',
  tiedHere: 'Tied for first',
  mine: 'Your choice',
  findTitle: 'Find my ballot',
  findHow: 'This phone counts the published ballots again by itself.',
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
  checkRoot: 'The list is the one that was sealed.',
  checkFingerprint: 'The fingerprint is the one the room saw.',
  checkCounts: 'The recount equals the announced result.',
  checkFailed: 'Something does not match. Please show this page to the host.',
  holds: 'Holds:',
  fails: 'Fails:',

  protection: 'How this vote is protected',
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
} satisfies Record<keyof typeof koVoter, Sentence>
