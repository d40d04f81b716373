import { detailIn, plural, type Sentence } from '../index.ts'
import type { recount as koRecount } from './recount-ko.ts'

const n = detailIn('en')
const many = (value: number | string | undefined, one: string, other: string) =>
  `${n(value)} ${plural('en', Number(value), { one, other })}`

/** Said on the page where anybody counts a result or a file again. */
export const recount = {
  title: 'Count it yourself',
  lead: 'This browser counts the ballots again from the start. A file that you choose does not leave this device.',
  dropTitle: 'Count a file of ballots',
  dropHow: 'Drop a file here, or choose one.',
  choose: 'Choose a file',
  formats: ({ endings }) => `Files that can be read: ${n(endings)}`,
  savedResult: 'A result saved from a meeting (.json) can be counted too.',
  fetching: 'Fetching the published result.',
  reading: 'Reading the file.',
  counting: 'Counting again.',
  readPart: ({ part }) => `${n(part)}% read`,
  stepPart: ({ steps, part }) =>
    `share raised ${many(steps, 'time', 'times')} · ${n(part)}% of the money`,
  cancel: 'Stop',
  stopped: 'The count was stopped. You can choose a file again.',
  another: 'Count another file',
  retry: 'Fetch again',

  brokenTitle: 'This file cannot be read',
  brokenMore: 'Nothing is counted while a single place is wrong. These are the places to mend.',
  oddFile: 'This looks like a published result, but it is not complete, so it cannot be counted.',
  noResult: 'There is no published result yet. Open this page again once there is.',
  unreachable: 'The result could not be fetched. Try again in a moment.',
  fault: 'Something went wrong while counting. Please choose the file again.',

  facts: ({ ballots, options }) =>
    `${many(ballots, 'ballot', 'ballots')} · ${many(options, 'candidate or project', 'candidates or projects')}`,
  settings: 'How to count',
  method: 'Method',
  ownMethod: ({ method }) => `${n(method)} (as the file says)`,
  pickMethod: 'The file does not say how it is counted. Choose a method.',
  seats: 'To be elected',
  oddSeats: 'How many are elected is a whole number from 1 to 10,000.',
  lot: 'Words of the lot that breaks ties',
  lotMore: 'Type words that were agreed beforehand. The same words always draw the same order.',
  lotNone: 'Left empty, a tie stays a tie.',
  lotFile: 'Left empty, the order in the file decides.',
  count: 'Count again',

  result: 'Counted again',
  caption: 'What each got',
  option: 'Name',
  got: 'Votes',
  gotPoints: 'Points',
  gotPairs: 'Rank',
  cost: 'Cost',
  won: 'won',
  place: ({ place }) => `elected as no. ${n(place)}`,
  rounds: 'Round by round',
  round: ({ round }) => `Round ${n(round)}`,
  roundsCaption: 'Votes in each round',
  rest: 'Votes for nobody by then',
  showAll: ({ count }) => `Show all ${n(count)}`,

  allHold: 'Everything is as it was published.',
  someFail: 'Something is not as it was published.',
  someFailMore: 'Show this page to those who run the meeting, and keep the published file.',
  lines: 'As published and as counted again',
  what: 'What',
  published: 'Published',
  found: 'Counted',
  holds: 'the same',
  fails: 'not the same',
  leaves: 'Ballots that fit their record',
  size: 'Ballots in the list',
  root: 'Hash of the whole list',
  rules: 'Fingerprint of the rules',
  seal: 'Seal fingerprint',
  lotSeed: 'Fingerprint of the lot’s seed',
  turnout: 'People who voted',
  ballots: 'Ballots counted',
  winners: 'Ahead or elected',
  whole: 'Hash of the whole count',
  none: 'none',
  forged: ({ codes }) => `Ballots that are not those of their record: ${n(codes)}`,
  hidden: ({ count }) =>
    `${many(count, 'ballot has an answer', 'ballots have an answer')} that is not shown: only that the list holds them could be checked.`,
  heldTotals: 'Everything that can be checked here holds.',
  totals: ({ count }) =>
    `Only totals of this vote are published. What is on the ${many(count, 'ballot', 'ballots')} is not here, but the list was checked to be as it was sealed.`,
  totalsMine: 'Whether your own is in this list can be checked on the phone that cast it.',
  auditors: 'Who recounts',
  owner: 'the owner of the meeting',
  auditHow:
    'Whoever was given the auditors’ file drops or chooses it here: all of it is counted again and compared with what was published.',
  chooseAudit: 'Choose the auditors’ file',
  audited: ({ count }) =>
    `All ${many(count, 'ballot', 'ballots')} of the auditors’ file were counted again and compared with what was published. Do not pass this file on.`,
  auditedFile: ({ count }) =>
    `All ${many(count, 'ballot', 'ballots')} of the auditors’ file were compared with the result in that file. To compare them with what the server published, choose the file on the page below.`,
  auditPage: 'Open the page of this vote',
  photo:
    'Compare this with the seal fingerprint on the big screen before the count, best on a photograph.',
  withheld: ({ least }) =>
    `Fewer than ${n(least)} people took part in this secret vote, so its ballots are not published. There is no list to count.`,
  signed: 'The server’s signatures are right.',
  forgedSign: 'The server’s signatures are wrong.',
  unkeyed: 'The server’s public key is not at hand, so the signatures could not be checked.',
  insecure:
    'At an address without encryption (http) a browser checks no signatures. Everything else was checked.',
  unsupported: 'This browser cannot check the signatures (Ed25519). Everything else was checked.',
  saveResult: 'Save the published result',

  meansTitle: 'What does this prove?',
  means: 'That every ballot of the list was counted, and that nothing was changed after the seal.',
  meansNot:
    'Not that every ballot came from a real person: who may vote is checked at the meeting.',
  meansLaw: 'The count is done by the same functions that the meeting and its server use.',
} satisfies Record<keyof typeof koRecount, Sentence>
