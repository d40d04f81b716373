import { detailIn, type Sentence } from '../index.ts'
import type { helper as koHelper } from './helper-ko.ts'

const n = detailIn('en')

export const helper = {
  helperTitle: 'Type your code',
  helperHow: 'The eight characters on the sticker you were given.',
  helperForgets: 'Nothing stays on this device once you have voted.',
  helperCode: 'Door code',
  helperGo: 'Go on',
  helperNone: 'No vote is open now',
  helperNoneMore: 'As soon as one opens, codes can be typed here.',

  againTitle: 'This code has voted already',
  againMore:
    'You may change the vote until it closes. Until you send a new one, the earlier one counts.',
  againChange: 'Choose again',
  againLeave: 'Leave it as it is',

  helperLeave: 'Stop here',
  helperNext: 'Next person',
  helperClears: ({ seconds }) => `The screen is cleared in ${n(seconds)} s.`,
  helperTouch: 'Touch the screen to go on.',
  helperBack: ({ seconds }) => `It goes back to the start in ${n(seconds)} s.`,

  helperUnsent:
    'Please wait until it is counted. It goes out as soon as the connection is back. What was chosen is not shown.',
  helperLost: 'Not counted',
  helperUnchanged: 'The change was not counted',

  helperShut: 'This link cannot be used',
  helperShutMore: 'Get the helper’s link from the People view of the desk and open it here.',
} satisfies Record<keyof typeof koHelper, Sentence>
