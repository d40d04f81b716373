import { detailIn, plural, type Sentence } from '../index.ts'
import type { named as koNamed } from './named-ko.ts'

const n = detailIn('en')

export const named = {
  namesNamed: 'With names',
  namesNamedText: 'Who chose what is shown with the result.',
  namesNamedOff: 'Needs a list of voters: set one under “People”.',
  namesFor: 'Who sees the names?',
  namesForEveryone: 'Everybody',
  namesForEveryoneText: 'On the big screen, on phones and in what is published.',
  namesForRoster: 'People on the list',
  namesForRosterText: 'On their phones, at this desk and in the minutes only.',
  namesForRosterWeighted:
    'Names appear on their phones, at this desk and in the minutes only. Weights are published beside choices for everybody: one that few people hold may say whose choice it is.',
  weightNoHands: 'Votes have weights, so none are added by hand.',
  rosterWeight: 'Weight',
  rosterWeights: ({ total }) =>
    `Weights add up to ${n(total)}. Results are counted by head and by weight.`,
  rosterWeightOf: ({ weight }) => `weight ${n(weight)}`,
  faultNoWeight: 'the weight is missing. Give one to everybody, or to nobody.',
  faultOddWeight: 'a weight is a number above 0 with four decimals at most.',
  faultHeavy: 'the weights up to here add up to too much.',
  weightsTitle: ({ least }) =>
    `Some weights are held by fewer than ${n(least)} people here: in a secret vote they would say who voted how.`,
  mannerRoll: 'Roll call',
  mannerRollText: 'With names: who chose what is seen after the close.',
  fewNamed: 'Vote with names',
  namesShow: 'Show the names',
  namesTitle: 'Who chose what',
  namesCount: ({ count }) =>
    `${n(count)} ${plural('en', Number(count), { one: 'person', other: 'people' })}`,
  namesMore: 'continued',
  namesMissing: 'The names could not be loaded.',
  namesOnlyRoster: 'Only people on the list and facilitators see the names.',
} satisfies Record<keyof typeof koNamed, Sentence>
