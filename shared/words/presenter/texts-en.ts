import { detailIn, plural, type Sentence } from '../index.ts'
import type { texts as ko } from './texts-ko.ts'

const n = detailIn('en')

export const texts = {
  textsTitle: 'Answers received',
  textsHow:
    'Screens and phones show only what you let through. The list of ballots tells no other answer either.',
  textsLoading: 'Loading the answers…',
  textsNone: 'Nobody wrote an answer.',
  textsFacts: ({ shown, all }) => `${n(shown)} of ${n(all)} different answers are on show`,
  textsShowAll: 'Show all',
  textsHideAll: 'Hide all',
  textsUndo: 'Undo',
  textsShow: 'Show',
  textsHide: 'Hide',
  textsFind: 'Find an answer',
  textsTimes: ({ count }) =>
    plural('en', Number(count), { one: '1 person', other: `${n(count)} people` }),
  textsOnScreen: 'On show',
  textsWait: 'The host is looking at the answers.',
  textsCount: ({ count }) =>
    plural('en', Number(count), { one: '1 answer', other: `${n(count)} answers` }),
  textsMore: ({ count }) => `and ${n(count)} more`,
  textsFreeze: 'Freeze',
  textsGoOn: 'Move on',
  textsFrozen: ({ count }) =>
    `Frozen · ${plural('en', Number(count), { one: '1 answer has', other: `${n(count)} answers have` })} changed`,
  textsAsList: 'As a list',
  textsAsCloud: 'As a cloud',
} satisfies Record<keyof typeof ko, Sentence>
