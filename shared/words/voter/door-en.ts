import { detailIn, type Sentence } from '../index.ts'
import type { door as koDoor } from './door-ko.ts'

export { doorRefusals } from '../shared/door-en.ts'

const n = detailIn('en')

export const door = {
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
  placeListed: ({ number }) =>
    `You are number ${n(number)} on the host’s waiting list. Show the number and the host can let you in.`,
  placeInsecure: 'Browsers give no position at this address. Please choose another way.',
  placeDenied: 'Location is turned off. Turn it on as shown below, or choose another way.',
  placeUnavailable: 'This phone cannot tell where it is. Check again or choose another way.',
  placeTimeout: 'No position was found in time. Check again or choose another way.',
  placeSteps: 'How to turn on location on this device',
  stepsIphoneOn:
    'Settings → Privacy & Security → Location Services: turn it on, then set “Safari Websites” (or your browser) in the list to “While Using the App”.',
  stepsIphoneAllow:
    'On this page: the button left of the address → Website Settings → Location: Allow.',
  stepsAndroidOn: 'Swipe down from the top and turn on “Location”.',
  stepsAndroidAllow: 'The button left of the address → Permissions → Location: Allow.',
  stepsSamsungAllow:
    'The lock in the address bar → Permissions → Location: Allow. If it is not there: the phone’s Settings → Apps → Samsung Internet → Permissions → Location.',
  stepsComputer: 'Press the button left of the address and allow Location.',
  stepsAgain: 'Come back here and press “Check again”. If that does not help, reload the page.',
  outsideKakao: 'This page is open inside KakaoTalk. Open it in your browser.',
  outsideOpen: 'Open in the browser',
  outsideNaver: 'This page is open inside the Naver app. From its menu choose “Open in browser”.',
  outsideApp: 'This page is open inside another app. From its menu choose “Open in browser”.',
  code: 'By the screen code',
  codeHow: 'The screen code on the big screen now',
  codeSend: 'Check the code',
  codePassed:
    'The screen code in the QR code that you scanned has passed. Scan again, or type the one on the big screen now.',
  codeProven: 'The code is confirmed.',
  door: 'By a door code',
  doorHow: 'The eight characters on your sticker',
  doorShape: 'Type eight characters. The digits 0 and 1 and the letters O, I and L are never used.',
  doorProven: 'The door code is confirmed.',
  password: 'By the password',
  passwordHow: 'The password the host told you',
  passwordSend: 'Check the password',
  passwordProven: 'The password is confirmed.',
  joinListed: 'Only people on the list vote. Type the number or code you were given.',
  joinListedHere: 'Only people who are on the list and here vote. Please confirm both below.',
  listed: 'On the list',
  listedHow: 'Your member number or personal code',
  listedSend: 'Check the list',
  listedProven: 'You are on the list.',
  withdrawnTitle: 'Your admission was withdrawn',
  joinWithdrawn:
    'The host has withdrawn your admission, so you cannot vote now. A ballot already cast in the open question stays counted.',
  host: 'Ask the host',
  hostHow: 'The host can see you and let you in right away.',
  hostAsk: 'Ask the host',
  hostDeclined: 'The host has not let you in. Choose another way, or ask again.',
  hostNumber: 'Show this number to the host',
  hostWaiting: 'This page changes by itself once you are admitted.',
  joinLocked: 'The doors are locked. Show the host your number to be let in.',
  network: 'By the venue’s Wi-Fi',
  networkHow: 'Connect to the venue’s Wi-Fi and you are in at once. Addresses are never kept.',
  networkAgain: 'I am connected',
  networkNot:
    'This phone is not in the venue’s network yet. Check the connection or choose another way.',
  freshTitle: 'Once more: are you here?',
  freshWhy: 'Only people who are here now vote on this question. Then the ballot opens at once.',
  votedBy: ({ name }) =>
    `${n(name)} voted for you as your proxy before you came. That vote stays; from the next question on you vote yourself.`,
  watchMore: 'The result appears here by itself once it is shown.',
} satisfies Record<keyof typeof koDoor, Sentence>
