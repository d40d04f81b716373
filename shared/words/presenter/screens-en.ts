import { detailIn, type Sentence } from '../index.ts'
import type { screens as koScreens } from './screens-ko.ts'

const n = detailIn('en')

/** Said about the big screens of a meeting. */
export const screens = {
  viewScreens: 'Screens',
  screensHow:
    'Choose what each screen shows and how it looks. A change reaches open screens at once. A screen opened by its link can only watch.',
  screenName: 'Name of the screen',
  screenMain: 'Big screen',
  screenNumber: ({ number }) => `Screen ${n(number)}`,
  screenShows: 'What it shows',
  showsMeeting: 'The whole meeting',
  showsMeetingText: 'From the way in to the results',
  showsJoin: 'The QR code only',
  showsJoinText: 'For the entrance',
  showsQuestion: 'Question and turnout',
  showsQuestionText: 'Never a count',
  showsEarlier: 'Earlier results',
  showsEarlierText: 'One revealed result after the other',
  showsResult: 'One result',
  showsResultText: 'From its reveal on',
  showsFloor: 'Questions from the floor',
  showsFloorText: 'The most wanted first, during votes too',
  whichResult: 'Question whose result it shows',
  look: 'Look',
  lookDark: 'Dark',
  lookLight: 'Light',
  lookLarge: 'Large type',
  openHere: 'Open it here',
  openHereText: 'Opened in this browser it obeys all keys.',
  viewLink: 'Link to watch only',
  addScreen: 'Add a screen',
  removeScreen: 'Remove this screen',
  removeScreenText: 'Its link opens nothing then, and where it is open it is shut.',
  noResults: 'No result is revealed yet',
  resultLater: 'The result appears here once it is revealed',
} satisfies Record<keyof typeof koScreens, Sentence>
