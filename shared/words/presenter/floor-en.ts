import { detailIn, plural, type Sentence } from '../index.ts'
import type { floor as ko } from './floor-ko.ts'

const n = detailIn('en')

export const floor = {
  viewFloor: 'Floor',
  floorRule: 'Taking questions',
  floorOn: 'Take questions from the floor',
  floorOnText: 'Whoever is admitted sends questions from a phone, and votes for those on show.',
  floorCheck: 'Look at each one first',
  floorCheckText: 'Off: questions show at once. They can still be hidden after.',
  floorMinutes: 'Write answered questions into the minutes',
  floorNames: 'Who asked a question is stored nowhere.',
  floorScreen: 'Big screen',
  floorStage: 'Put the questions on the screen',
  floorStageText:
    'Those on show, the most wanted first. They leave by themselves when a vote opens.',
  floorStaged: 'They are on the screen now.',
  floorNotNow: 'Possible once the result is revealed or no vote is on.',
  floorUnstage: 'Take them off the screen',
  floorQueue: 'Questions received',
  floorFacts: ({ waiting, shown }) => `${n(waiting)} to look at · ${n(shown)} on show`,
  floorNone: 'No questions yet.',
  floorOff: 'Questions gather here once you take them.',
  floorSort: 'Order',
  floorByTime: 'As they came',
  floorByVotes: 'Most wanted first',
  floorHiddenToo: 'Hidden ones too',
  floorVotes: ({ count }) =>
    plural('en', Number(count), { one: '1 vote', other: `${n(count)} votes` }),
  floorWaiting: 'To look at',
  floorShown: 'On show',
  floorHidden: 'Hidden',
  floorAnswered: 'Answered',
  floorShow: 'Show',
  floorHide: 'Hide',
  floorAnswer: 'Answered',
  floorBack: 'Show again',
  floorPin: 'Large',
  floorUnpin: 'No longer large',
  floorUndo: 'Undo',
  floorDone: ({ state }) => `Changed to: ${n(state)}.`,
  floorInMinutes: 'Questions from the floor that were answered',
  floorMore: ({ count }) => `and ${n(count)} more`,
  floorAsk: 'Send your question from your phone',
  floorShut: 'Questions are not taken at the moment',
} satisfies Record<keyof typeof ko, Sentence>
