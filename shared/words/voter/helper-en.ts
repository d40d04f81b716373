import { detailIn, type Sentence } from '../index.ts'
import type { helper as koHelper } from './helper-ko.ts'

const n = detailIn('en')

export const helper = {
  helperTitle: 'Type your code',
  helperHow: 'The eight characters on the sticker you were given.',
  helperListed: 'Type your number or code',
  helperListedHow: 'The member number or personal code under which you are on the list.',
  helperForgets: 'Nothing stays on this device once you have voted.',
  helperCode: 'Door code',
  helperKey: 'Member number or personal code',
  helperGo: 'Go on',
  helperNone: 'No vote is open now',
  helperNoneMore: 'As soon as one opens, people can vote here.',

  againTitle: 'This code has voted already',
  againListed: 'This number has voted already',
  againMore:
    'You may change the vote until it closes. Until you send a new one, the earlier one counts.',
  againOthers: ({ count }) =>
    `You have voted for ${n(count)} ${count === 1 ? 'other' : 'others'} as their proxy, too. Here only your own vote can be changed.`,
  againChange: 'Choose again',
  againLeave: 'Leave it as it is',

  helperFor: ({ name }) => `You vote for ${n(name)} as their proxy`,
  helperLeft: ({ count }) =>
    `${count === 1 ? 'One vote' : `${n(count)} votes`} you hold as a proxy ${count === 1 ? 'is' : 'are'} left. Type your number again to go on.`,
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
