import { detailIn, type Sentence } from '../index.ts'
import type { roster as koRoster } from './roster-ko.ts'

const n = detailIn('en')

export const roster = {
  rosterTitle: 'List of voters',
  presenceListed: 'Nobody checks who is here: people on the list vote once they type their number.',
  rosterNone:
    'With a list, only people who are on it and here vote. Without one, each admitted device has one vote.',
  rosterIs: ({ size, present }) => `${n(size)} on the list · ${n(present)} here`,
  rosterPaste: 'Paste one person a line: name, number, proxy',
  rosterHow:
    'Each person types the number on their phone: a member number that others cannot guess is best. Where it is empty, a personal code of ten characters is made and printed. Who gave their voice to a proxy has the proxy’s number or name in the third column; the proxy ends when they come themselves. Where votes have weights, begin with a line “name, number, weight” and give each one.',
  rosterExample: 'Ann Bee, 20417\nCarl Dee, 30982, Ann Bee\nEve Eff,',
  rosterFile: 'Choose a CSV file',
  rosterPreview: ({ people }) => `People read: ${n(people)}`,
  rosterCodes: ({ codes }) => `Personal codes to be made and printed: ${n(codes)}`,
  rosterName: 'Name',
  rosterKey: 'Number',
  rosterOwnCode: 'personal code',
  rosterMoreLines: ({ count }) => `and ${n(count)} more`,
  rosterFaults: ({ count }) => `To put right: ${n(count)}. Nothing is taken before that.`,
  rosterFaultAt: ({ row, column }) => `Line ${n(row)}, column ${n(column)}:`,
  faultUnreadable: 'a quotation mark is not closed.',
  faultNoName: 'there is no name.',
  faultTooLong: 'longer than 60 characters.',
  faultSameKey: 'the same number stands above.',
  faultMoreCells:
    'only name, number, proxy and weight are taken; headings call these “proxy” and “weight”.',
  faultTooMany: 'a list has 5,000 people at most.',
  faultProxyUnknown: 'who holds this voice is not on the list; of namesakes give the number.',
  faultProxySelf: 'nobody gives their voice to themselves.',
  faultProxyChain: 'who holds this voice gave their own away: voices are not handed on.',
  faultProxyMany: 'one person holds 20 voices at most.',
  rosterProxy: 'Proxy',
  rosterVoices: ({ voices }) => `Gave their voice to a proxy: ${n(voices)}`,
  rosterGave: ({ name }) => `gave their voice to ${n(name)}`,
  rosterHolds: ({ count, names }) =>
    `holds ${n(count)} voice${count === 1 ? '' : 's'}: ${n(names)}`,
  turnoutSeats: ({ voted, seats, checkedIn }) =>
    `${n(voted)} of ${n(seats)} votes cast, proxies included · ${n(checkedIn)} checked in`,
  ofSeats: ({ count, seats }) => `${n(count)} checked in, ${n(seats)} votes with proxies`,
  ofHeld: ({ seats }) => `${n(seats)} votes with proxies`,
  rosterSet: 'Use this list',
  rosterReplace: 'Replace the list',
  rosterCancel: 'Leave it',
  rosterRemove: 'Remove the list',
  rosterRemoveSure: 'Really remove it',
  rosterShow: 'Show who is on it',
  rosterFind: 'Find by name',
  rosterFree: 'not here yet',
  rosterHeld: 'number typed, not yet here',
  rosterPresent: 'here',
  rosterRelease: 'Release device',
  rosterReleaseSure: 'Really release',
  rosterReleaseText:
    'After a release another device may come in with the same number. Seat and ballots stay.',
  rosterNobody: 'Nobody by this name.',
  rosterMore: ({ count }) => `${n(count)} more: find them by name.`,
  rosterPick: ({ number }) => `Who on the list is number ${n(number)}?`,
  rosterPickNone: 'Choose from the list',
  whyUnlisted: 'not on the list so far',
  stickerOwnKo: 'QR을 찍고 이 개인 코드를 입력하세요.',
  stickerOwnEn: 'Scan the QR code, then type this personal code.',

  actRoster: ({ about }) => `Set the list of voters (${n(about)})`,
  actRosterRemoved: 'Removed the list of voters',
  actReleased: ({ about }) => `Released the device of number ${n(about)} on the list`,
} satisfies Record<keyof typeof koRoster, Sentence>
