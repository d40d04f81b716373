import { formatNumber, plural, type Sentence } from '../index.ts'
import type { presenter as koPresenter } from './ko.ts'
import { screens } from './screens-en.ts'
import { timing } from './timing-en.ts'
import { place } from './place-en.ts'
import { lists } from './lists-en.ts'
import { roster } from './roster-en.ts'
import { audit } from './audit-en.ts'
import { named } from './named-en.ts'
import { floor } from './floor-en.ts'
import { team } from './team-en.ts'
import { texts } from './texts-en.ts'
import { pictures } from '../shared/pictures-en.ts'
import { verdict } from '../shared/verdict-en.ts'
import { results } from './results-en.ts'
import { minutes } from './minutes-en.ts'
import { kinds } from './kinds-en.ts'
import { agenda as agendaWords } from './agenda-en.ts'

const n = (value: number | string | undefined) =>
  typeof value === 'number' ? formatNumber('en', value) : (value ?? '')
const many = (value: number | string | undefined, one: string, other: string) =>
  `${n(value)} ${plural('en', Number(value), { one, other })}`

export const presenter = {
  ...place,
  ...lists,
  ...roster,
  ...audit,
  ...named,
  ...floor,
  ...team,
  ...texts,
  ...pictures,
  ...verdict,
  ...results,
  ...minutes,
  ...kinds,
  ...agendaWords,

  serverBusy: 'The server does not answer. What you wrote is still here. Try again in a moment.',
  serverStopping: 'The server pauses for a moment. It will be back soon.',
  connecting: 'Connecting',
  stale: 'the numbers may be old',
  desk: 'Facilitator’s desk',
  viewRun: 'Run',
  viewPeople: 'People',
  meetingName: 'Name of the meeting',
  code: 'Code',
  room: 'People and screens',
  people: 'People right now',

  doorTitle: 'Only the facilitator gets in here',
  doorHow: 'Run this command on the server’s computer to get a new link. A link works once.',
  doorVoter: 'Here to vote?',
  doorVoterLink: 'Join a meeting',
  screenDoorTitle: 'The big screen cannot be shown',
  screenDoorHow:
    'Press “Open big screen” on the desk, or come in by the link for another computer that you find there.',

  agenda: 'Questions',
  untitled: 'New question',
  addQuestion: 'Add a question',
  removeQuestion: 'Delete question',
  emptyTitle: 'No question is ready',
  emptyText: 'Add a question and put it to the room at once.',
  stateDraft: 'Draft',
  stateOpen: 'Open',
  stateClosing: 'Closing',
  stateClosed: 'Closed',
  stateSealed: 'Sealed',
  stateRevealed: 'Revealed',

  writeQuestion: 'Write the question',
  questionTitle: 'Question',
  questionPlaceholder: 'What do you want to ask?',
  saved: 'Saved',
  saving: 'Saving',
  options: 'Options',
  optionPlace: ({ place }) => `Option ${n(place)}`,
  addOption: 'Add an option',
  removeOption: ({ place }) => `Remove option ${n(place)}`,
  details: 'Details',
  names: 'Secrecy',
  namesOpen: 'No names stored',
  namesOpenText: 'The count may be shown while people vote.',
  namesSecret: 'Secret vote',
  namesSecretText: 'Nobody sees a count before the seal.',
  bars: 'When the count shows',
  barsLive: 'While people vote',
  barsLiveText: 'The bars move at once.',
  barsReveal: 'At the reveal',
  barsRevealText: 'Until then only how many voted.',
  receipts: 'Give a code to check',
  receiptsText: 'After the reveal people can find their own ballot in the list.',
  timer: 'Closes by itself after a time',
  timerNone: 'no time limit',
  timerSeconds: ({ seconds }) => many(seconds, 'second', 'seconds'),
  seconds: 'Seconds',

  doOpen: 'Open the vote',
  doClose: 'Close the vote',
  doWait: 'Closing',
  doReveal: 'Reveal the result',
  doNext: 'Next question',
  doBack: 'To the question on stage',
  tooFewBallots: ({ least, voted }) =>
    `${many(voted, 'person has', 'people have')} voted. Closed with fewer than ${n(least)}, the result is not shown.`,
  turnout: ({ voted, checkedIn }) => `${n(voted)} of ${n(checkedIn)} checked in have voted`,
  total: ({ count }) => `${many(count, 'person', 'people')} voted`,
  hiddenUntilReveal: 'Nobody sees the count before the reveal.',
  drifted:
    'The live count was not the count of the sealed ballots. Everybody sees the count of the ballots.',
  unreadable:
    'The ballots of this question cannot be opened: the key of its box is missing or damaged. Put the keys folder back, and they are sealed within a minute; or close this question and go on to the next.',
  late: ({ count }) =>
    `After the close, and not counted: the ballot or change of ${many(count, 'person', 'people')} (since the server started)`,

  bigScreen: 'Big screen',
  openScreen: 'Open big screen',
  screenHint: 'Move the new window to the projector and press F for full screen.',
  votersAddress: 'Address for voters',
  screenLink: 'Link to the big screen for another computer (view only)',
  copy: 'Copy',
  copied: 'Copied',

  healthPhones: ({ count }) => `${many(count, 'phone', 'phones')} connected`,
  healthReturning: ({ count }) => `${n(count)} reconnecting`,
  healthAcked: ({ count, seconds }) =>
    `${many(count, 'ballot', 'ballots')} acknowledged in ${n(seconds)} s`,
  healthHow:
    'Measured by the server over the last 30 seconds. The time runs from a ballot’s arrival to its acknowledgement; 95 of 100 ballots took no longer.',
  troubleLines:
    'Many phones lost their connection at once. Please check the Wi-Fi of the room. Phones whose screen went dark come back when they are woken.',
  troubleSlow:
    'Ballots are acknowledged late. Every ballot that arrived is counted. Please wait a little before you close.',

  waiting: ({ count }) =>
    count === 0 ? 'Waiting to be let in' : `Waiting to be let in: ${n(count)}`,
  waitingNone: 'Nobody is waiting.',
  whyOutside: 'found outside the place',
  whyUnsure: 'position not sure',
  whyInside: 'found inside the place',
  whyAsked: 'asked you',
  whyOther: 'not yet checked',
  admit: 'Admit',
  turnAway: 'Decline',
  admitNumber: ({ number }) => `Admit number ${n(number)}`,
  turnAwayNumber: ({ number }) => `Decline number ${n(number)}`,

  presence: 'Who is let in',
  presenceFree: 'No check. Whoever has the address or the QR code takes part.',
  presenceAsked: 'Only people who prove to be here as ticked below can vote.',
  proofCode: 'Screen code',
  proofCodeText: 'People type the changing code off the big screen. The QR code holds it too.',
  proofHand: 'Admitted by you',
  proofHandText: 'You see a number and let it in.',
  proofFence: 'Position',
  proofFenceText: 'Is the phone inside the place? Positions are never kept.',
  noPositions:
    'The address for voters is not https, so phones cannot tell their position. Use the code on the screen or admission by hand.',
  placeFirst: 'The change applies once the place is set.',
  need: 'Where several are ticked',
  needAny: 'One of them is enough',
  needAll: 'All of them are needed',
  latitude: 'Latitude',
  longitude: 'Longitude',
  radius: 'Radius (m)',
  whereIStand: 'Use my position',
  lookingForPlace: 'Looking for the position',
  noPlaceHere:
    'The position is not known. Allow it in the browser, or type latitude and longitude.',

  joinTitle: 'Vote with us',
  joinHow: 'Scan the QR code, or type the code at this address',
  joinCode: 'Code',
  presenceCode: 'Screen code',
  closingNow: 'Closing',
  lastCall: 'Ballots on their way still count',
  timeLeft: 'Time left',
  ofCheckedIn: ({ count }) => `${n(count)} checked in`,
  fingerprintHow: 'Take a photograph, to compare with the result later',
  countingSoon: 'The result comes next',
  sealing: 'Sealing',
  result: 'Result',
  leads: 'Most',
  pageOf: ({ page, pages }) => `${n(page)} / ${n(pages)}`,
  optionColumn: 'Option',
  votesColumn: 'Votes',
  shareColumn: 'Share',
  reconnectingScreen: 'Reconnecting. The numbers may be old',
  keys: 'Keys',
  keySpace: 'Open, close or open again; play or pause the rounds of a count',
  keySpaceName: 'Space',
  keyForward: 'Next step (presenter’s remote)',
  keyBack: 'One round of a count back',
  keyReveal: 'Seal, then reveal the result',
  keyNext: 'Next question',
  keyQr: 'Large QR code',
  keyFull: 'Full screen',
  keyHelp: 'This help',
  keysViewOnly: 'This screen is view only: Q, F and ? work. All else is done at the desk.',
  keysAll: 'All of it can be done by the buttons of the desk as well.',
  qrFull: 'Large QR code',
  ...timing,
  ...screens,
} satisfies Record<keyof typeof koPresenter, Sentence>
