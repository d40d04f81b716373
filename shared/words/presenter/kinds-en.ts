import { detailIn, plural, type Sentence } from '../index.ts'
import type { kinds as koKinds } from './kinds-ko.ts'

const n = detailIn('en')
const many = (value: number | string | undefined, one: string, other: string) =>
  `${n(value)} ${plural('en', Number(value), { one, other })}`

/** How a question is answered: each way of it, and what can be set of each. */
export const kinds = {
  kind: 'Kind of vote',
  kindMore: 'More kinds',
  kindFewer: 'Fewer kinds',
  kindSingle: 'Choose one',
  kindSingleText: 'One of the options',
  kindSeveral: 'Choose several',
  kindSeveralText: 'You set how many',
  kindDecision: 'Yes or no',
  kindDecisionText: 'Decide on a motion',
  kindScore: 'Score',
  kindScoreText: 'A score for each option',
  kindPoints: 'Hand out points',
  kindPointsText: 'Some points to share out',
  kindRanked: 'Rank',
  kindRankedText: 'Best first',
  kindBudget: 'A budget',
  kindBudgetText: 'Projects under one purse',
  kindNumber: 'A number',
  kindNumberText: 'An amount, a count, an age',
  kindText: 'Own words',
  kindTextText: 'A word cloud, or opinions',
  atLeast: 'At least',
  atMost: 'At most',
  abstaining: 'People may abstain',

  elect: 'Elected',
  electNone: 'nobody',
  electSeats: ({ seats }) => `the first ${n(seats)}`,
  electLot: 'a tie by lot',
  electFirst: 'Those with the most are elected',
  electText: 'Otherwise the count stands for itself.',
  seats: 'How many are elected',
  lot: 'A tie is broken by a lot',
  lotText:
    'The order of the lot is drawn and locked away when the vote opens, and shown with the result, so that anybody can check it.',

  groups: 'So many of each group',
  groupsText: 'Put the options into groups, and say how many of each group may be chosen.',
  groupNew: ({ place }) => `Group ${n(place)}`,
  groupName: 'Name of the group',
  groupLeast: 'At least',
  groupMost: 'At most',
  groupHolds: ({ count }) => many(count, 'option', 'options'),
  groupOf: ({ place }) => `Group of option ${n(place)}`,
  groupNone: 'No group',
  addGroup: 'Add a group',
  removeGroup: ({ group }) => `Remove the group ${n(group)}`,

  scoreLeast: 'Lowest score',
  scoreMost: 'Highest score',
  scoreAll: 'Every option has to be scored',
  scoreUnrated: 'An option without a score counts',

  pointsMost: 'Points to hand out',
  pointsLeast: 'At least so many of them',
  pointsEach: 'At most for one option',

  ranksLeast: 'At least so many places',
  ranksMost: 'At most so many places',
  ranksEqual: 'Several may share a place',
  countBy: 'How it is counted',
  countRunoff: 'Instant run-off',
  countRunoffText:
    'Until one has a majority, the last one leaves and its votes go to the next place. Elects one.',
  countStv: 'Single transferable vote',
  countStvText:
    'Votes above the quota and votes of those who leave go to the next place. Elects several, in proportion.',
  countSchulze: 'Schulze',
  countSchulzeText: 'Two by two: whoever beats the others most widely comes first.',
  countBorda: 'Borda',
  countBordaText: 'Higher places give more points, and all points are added up.',

  purse: 'Money in all',
  currency: 'Currency',
  currencyExample: 'EUR',
  projects: 'Projects',
  addProject: 'Add a project',
  cost: 'Cost',
  costOf: ({ place }) => `Cost of project ${n(place)}`,
  fits: 'What one person chooses may not cost more than that',
  fitsText: 'Everybody chooses within the money there is.',
  countGreedy: 'By most votes',
  countGreedyText: 'The project with the most votes comes first, and so on while the money lasts.',
  countShares: 'Equal shares',
  countSharesText:
    'Everybody has an equal part of the money, and those who want a project pay for it together. Smaller groups count in proportion.',
  misfitSkip: 'A project that no longer fits is passed over',
  misfitSkipText: 'Otherwise the first one of them ends the count.',
  threshold: 'Votes that a project needs',
  completion: 'Spend what is left',
  completionText:
    'Everybody’s part is raised step by step, and counted again until it would be too much.',
  ownStep: 'Set the step',
  ownStepText: 'Otherwise it goes by the money and the number of people.',
  step: 'Step',

  numberLeast: 'Least number',
  numberMost: 'Largest number',
  numberDecimals: 'Decimals',
  numberUnit: 'Unit',
  numberUnitExample: 'hours',

  textShow: 'How the answers show',
  textCloud: 'Word cloud',
  textCloudText: 'What is said more often is larger.',
  textList: 'List',
  textListText: 'Each answer stands as it was written.',
  textMost: 'Answers of one person',
  textLetters: 'Letters of each',
} satisfies Record<keyof typeof koKinds, Sentence>
