import { detailIn, type Sentence } from '../index.ts'
import type { lists as koLists } from './lists-ko.ts'

const n = detailIn('en')

export const lists = {
  proofDoor: 'Door code',
  proofDoorText: 'A printed code that you hand out; each is good for one admission.',
  proofPassword: 'Password',
  proofPasswordText: 'People type the password that you tell them.',
  passwordFirst: 'The change applies once the password below is set.',

  doorCodes: 'Door codes',
  doorCodesNone: 'No door codes yet. Make some, and print them at once.',
  doorCodesSpent: ({ made, spent }) => `${n(spent)} of ${n(made)} used`,
  doorCodesCount: 'How many',
  doorCodesMake: 'Make and print',
  sheetTitle: ({ count }) => `To print: ${n(count)}`,
  sheetOnce:
    'These codes can be read this once: the server keeps none of them. Print before you close this page.',
  sheetPrint: 'Print',
  sheetDone: 'They are printed',
  stickerKo: 'QR을 찍거나 주소에서 코드를 입력하세요.',
  stickerEn: 'Scan the QR code, or type the code at the address.',

  helper: 'Helper’s device',
  helperText:
    'A tablet at which people without a phone vote one after the other: by door codes or, where a list is set, by their number on it. It clears itself after each.',
  helperMake: 'Make its link',
  helperLink: 'Link to open on the tablet',
  helperLinkText: 'Whoever has this link has a helper’s device. If it went astray, make a new one.',
  helperRenew: 'Make a new link',
  helperRenewSure: 'End this link, make a new one',

  roomPasswordTitle: 'Password of the meeting',
  roomPasswordNone: 'None is set.',
  roomPasswordIsSet: 'One is set. It cannot be shown again; you may set a new one.',
  roomPasswordKept: 'Saved. Tell it to the people in the room.',
  roomPasswordNew: 'New password (capitals and blanks make no difference)',
  roomPasswordShow: 'Show',
  roomPasswordHide: 'Hide',
  roomPasswordSet: 'Save the password',

  admittedTitle: 'People who were let in',
  admittedText:
    'Whoever is withdrawn cannot vote from that moment; a ballot already cast stays counted.',
  admittedShow: 'Show the list',
  admittedFind: 'Find by number',
  admittedSeat: ({ seat }) => `Number ${n(seat)}`,
  admittedOut: 'admission withdrawn',
  admittedNone: 'Nobody by this number.',
  admittedMore: ({ count }) => `${n(count)} more: find them by number.`,
  withdraw: 'Withdraw',
  withdrawSeat: ({ seat }) => `Withdraw number ${n(seat)}`,
  readmit: 'Let in again',
  readmitSeat: ({ seat }) => `Let number ${n(seat)} in again`,

  actPassword: 'Set the password of the meeting',
  actDoorCodes: ({ about }) => `Made ${n(about)} door codes`,
  actWithdrawn: ({ number }) => `Withdrew number ${n(number)}`,
  actReadmitted: ({ number }) => `Let number ${n(number)} in again`,
} satisfies Record<keyof typeof koLists, Sentence>
