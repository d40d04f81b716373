import { detailIn, plural, type Sentence } from '../index.ts'
import type { results as koResults } from './results-ko.ts'

const n = detailIn('en')
const many = (value: number | string | undefined, one: string, other: string) =>
  `${n(value)} ${plural('en', Number(value), { one, other })}`

export const results = {
  manner: 'How to ask',
  mannerQuick: 'A quick question',
  mannerQuickText: 'No names stored, and the count shows at once.',
  mannerQuickLater: 'No names stored, the result shows after the close.',
  mannerCareful: 'Persons and decisions',
  mannerCarefulText: 'A secret vote; everybody sees the result after the close.',
  least: 'Fewest ballots to show a result',
  leastText: 'With fewer, the result is not shown. This cannot change once it is open.',

  rule: 'When it passes',
  ruleNone: 'Only count',
  ruleNoneText: 'Nothing passes or fails.',
  ruleSimple: 'Simple majority',
  ruleSimpleText: 'More yes than no',
  rulePresent: 'Majority of those present',
  rulePresentText: 'More than half of those present say yes',
  ruleUsual: 'Usual resolution',
  ruleUsualText: 'More than half of those entitled take part, and more than half present say yes',
  ruleAbsolute: 'Absolute majority',
  ruleAbsoluteText: 'More than half of all who are entitled say yes',
  ruleTwoThirds: 'Two thirds',
  ruleTwoThirdsText: 'At least two thirds of those present say yes',
  ruleThreeQuarters: 'Three quarters',
  ruleThreeQuartersText: 'At least three quarters of those present say yes',
  ruleOwn: 'Your own',
  ruleOwnText: 'As set below',
  ruleDetails: 'Set it in detail',
  ruleBase: 'What counts as the whole?',
  baseYesNo: 'Yes and no (without abstentions)',
  baseValid: 'Valid votes (with abstentions)',
  baseCast: 'All votes (with invalid ones)',
  basePresent: 'Everybody present',
  baseEntitled: 'Everybody entitled',
  ruleMajority: 'How much yes does it take?',
  majoritySimple: 'More than half',
  majorityAbsolute: 'More than half of all entitled',
  majorityTwo: 'At least two thirds',
  majorityThree: 'At least three quarters',
  ruleQuorum: 'Quorum',
  quorumNone: 'None',
  quorumHalf: 'More than half of those entitled take part',
  quorumThird: 'At least a third of those entitled take part',
  quorumTwoThirds: 'At least two thirds of those entitled take part',

  fewTitle: ({ entitled, least }) =>
    `Only ${n(entitled)} can vote now. A secret vote takes ${n(least)}.`,
  tooFewVoters: ({ least }) =>
    `Fewer than ${n(least)} people have voted, for themselves or others. Closed now, the result is not shown.`,
  tooFewAlike: ({ least }) =>
    `Fewer than ${n(least)} people have voted with one of the weights. Closed now, the result is not shown.`,
  fewMore: 'Wait for more people, or choose one.',
  fewOpen: 'Make it a vote without secrecy',
  fewLower: ({ least }) => `Lower the least number to ${n(least)}`,

  hand: 'Add votes of people without a device',
  handText:
    'Write what was counted in the room. The result shows it apart and counts it together with the ballots.',
  handPeople: 'People who voted',
  handSave: 'Add',
  handClear: 'Clear',
  handKept: ({ people }) =>
    `${many(people, 'vote', 'votes')} counted by hand will be added. You can change this until the reveal.`,
  electorate: ({ entitled, present }) => `${n(entitled)} entitled · ${n(present)} present`,

  barsSet: 'With the set',
  barsSetText:
    'Questions in a row that are set so are all revealed at once, when each is closed. Which these are is fixed when the first of them opens.',
  set: 'In a set',
  setSoon: 'Revealed together, after the questions that follow',
  setWaits: ({ left }) =>
    `${many(left, 'question', 'questions')} of this set left. Go on to the next question.`,
  counting: 'Counting. You can go on with the next question meanwhile.',
  countRead: ({ ballots }) => `${many(ballots, 'ballot', 'ballots')} read`,
  countRaised: ({ steps }) => `shares raised ${many(steps, 'time', 'times')}`,
  countStop: 'Stop counting',
  countFaulted: 'The count failed. All ballots are still there.',
  countTooLong: 'The count took too long and was stopped. All ballots are still there.',
  countNoMemory: 'The server has too little memory for this count. All ballots are still there.',
  countAgain: 'Count again',
  showResult: 'Show this result on the screens',
  askAgain: 'Ask once more',
  roundNote:
    'This asks a revealed question again. The kind of vote and the options stay as they were.',
  round: 'Asked again',
  test: 'Test vote',
  testText: 'Try it with coffee or tea. It counts for nothing.',
  actHand: ({ about }) => `Counted by hand: ${about}`,
  actCountStopped: ({ about }) => `Stopped counting: ${about}`,
  actAgain: ({ about }) => `Asked again: ${about}`,
  actShown: ({ about }) => `Shown again: ${about}`,
  keyTest: 'Test vote (in the lobby)',
} satisfies Record<keyof typeof koResults, Sentence>
